import { type Candidate, propose } from '../candidate.ts';
import { HAS_BUREAUS, readBureau, readCompany, readTail } from '../edges/body-tail.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isBodyWord } from '../reading/body-words.ts';
import type { Reading } from '../reading/reading.ts';
import { weightOfLonger } from '../weights.ts';

/** 湖北|东风汽车|襄阳: a place of the tagger's with a body inside is a part of that body. */
function holdsBody(reading: Reading, start: number, end: number, knowledge: NamesKnowledge): boolean {
  const { wordStart, wordEnd } = reading.words;
  for (let at = start; at < end; at = wordEnd[at]!)
    if (wordStart[at] === at && wordEnd[at]! <= end && isBodyWord(reading, at, knowledge)) return true;
  return false;
}

/** Names that go on: 阳朔县|林业局, 云岭|文化发展有限公司, 东风汽车|襄阳|制造基地, 民政部|救灾司. */
export function findGoingOn(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { names } = reading;
  const found: Candidate[] = [];
  const places = new Map(names.filter(({ type }) => type === 'place').map(({ start, end }) => [start, end]));
  for (const [index, { start, end, type, weight }] of names.entries()) {
    if ((type !== 'place' && type !== 'org') || end - start < 2) continue;
    const add = (to: number, as: 'place' | 'org'): void => {
      // Never into the middle of the next name: 东莞|万江新村卢屋工业区.
      let next = index + 1;
      while (next < names.length && names[next]!.end <= to) next++;
      const cuts = next < names.length && names[next]!.start < to;
      // Nor over a body of its own: 崇仁镇|联合甘肃农业大学.
      const swallows = names
        .slice(index + 1, next)
        .some((name) => name.rule === 'tagger-sure' && name.type === 'org' && name.start > end);
      if (to > end && !cuts && !swallows)
        found.push({ ...propose('goes-on', as, start, to), weight: weightOfLonger(weight) });
    };
    const first = type === 'place' && holdsBody(reading, start, end, knowledge) ? 'org' : type;
    const tail = readTail(reading, end, first, places, knowledge);
    if (tail) add(tail.end, tail.type);
    else if (type === 'org' && HAS_BUREAUS.test(reading.text.slice(start, end)))
      add(readBureau(reading, end, knowledge), 'org');
    else if (type === 'place') add(readCompany(reading, end, knowledge), 'org');
  }
  return found;
}
