import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isUnit } from '../places/gazetteer.ts';
import type { Reading } from '../reading/reading.ts';

const SHARED_BY_TWO = /两[地省市区国县]|同心|一家亲|合作|协作|人才|情|携手/g;

/**
 * Two places by one character each: 沪滇两地. Both must be a province's letter or begin a place of the page, and a
 * word of togetherness must follow; a pair so found once holds over the page.
 */
export function findPairs(readings: readonly Reading[], knowledge: NamesKnowledge): Candidate[][] {
  const initials = new Set(knowledge.words.abbreviations.keys());
  for (const { text, names } of readings)
    for (const { start, end, type } of names)
      if (type === 'place' && end - start > 1 && isUnit(text.slice(start, end), knowledge.gazetteer))
        initials.add(text[start]!);
  const isPair = ({ text, words }: Reading, i: number): boolean =>
    i >= 0 &&
    initials.has(text[i]!) &&
    initials.has(text[i + 1]!) &&
    text[i] !== text[i + 1] &&
    words.wordStart[i] === i &&
    words.wordEnd[i + 1] === i + 2;
  const known = new Set(
    readings.flatMap((reading) =>
      [...reading.text.matchAll(SHARED_BY_TWO)].flatMap(({ index }) =>
        isPair(reading, index - 2) ? [reading.text.slice(index - 2, index)] : [],
      ),
    ),
  );
  return readings.map((reading) => {
    const found: Candidate[] = [];
    for (const pair of known)
      for (let i = reading.text.indexOf(pair); i >= 0; i = reading.text.indexOf(pair, i + 2))
        if (isPair(reading, i)) for (const at of [i, i + 1]) found.push(propose('pair', 'place', at, at + 1));
    return found;
  });
}
