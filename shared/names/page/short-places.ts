import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { cutUnits } from '../places/chain.ts';
import { frequencyAsCommonWord, type Reading } from '../reading/reading.ts';

const LONGEST_SHORT = 5;
/** A common word this rare (twice the logarithm of its count) may still be a division's short name: 建德. */
const RARE = 13;
/** Words that name a kind of unit when its ending is gone. */
const NO_OWN_NAME = /^(?:[东西南北中上下前后新老大小]+|开发|高新|自由贸易|经济.*|城关|工业|示范)$/;

/** Own names of the units that a place's name or the beginning of a body's is made of: 剑川县沙溪镇 → 剑川, 沙溪. */
function ownNames(text: string, isPlace: boolean, { gazetteer, contexts }: NamesKnowledge): string[] {
  const withoutEnd = (unit: string): string =>
    unit.slice(0, unit.length - contexts['unit-end'].endingAt(unit, unit.length).length);
  const { units, rest } = cutUnits(text, gazetteer);
  const found = units.map((unit) => withoutEnd(unit.text));
  const own = withoutEnd(rest);
  if (isPlace && own !== rest && rest.length <= LONGEST_SHORT + 2) found.push(own);
  return found;
}

function mayStandAlone(own: string, knowledge: NamesKnowledge): boolean {
  const { gazetteer, words } = knowledge;
  if (own.length < 2 || own.length > LONGEST_SHORT || NO_OWN_NAME.test(own)) return false;
  if (words.commonPlaces.has(own) || words.commonPersons.has(own)) return false;
  const frequency = frequencyAsCommonWord(own, knowledge);
  return frequency === 0 || (frequency <= RARE && gazetteer.byShortName.has(own));
}

/** Places of the page without their endings, in all texts: 剑川 where the page names 剑川县. */
export function findShortPlaces(readings: readonly Reading[], knowledge: NamesKnowledge): Candidate[][] {
  const shorts = new Set<string>();
  for (const { text, names } of readings)
    for (const { start, end, type } of names)
      if (type === 'place' || type === 'org')
        for (const own of ownNames(text.slice(start, end), type === 'place', knowledge))
          if (!shorts.has(own) && mayStandAlone(own, knowledge)) shorts.add(own);
  const lengths = [...new Set([...shorts].map(({ length }) => length))].sort((a, b) => b - a);
  return readings.map(({ text, words }) => {
    const found: Candidate[] = [];
    for (let start = 0; start < text.length; start++) {
      if (words.wordStart[start] !== start) continue;
      const length = lengths.find((n) => shorts.has(text.slice(start, start + n)));
      if (length === undefined) continue;
      const end = start + length;
      if (words.wordEnd[end - 1] === end) found.push(propose('short-place', 'place', start, end));
    }
    return found;
  });
}
