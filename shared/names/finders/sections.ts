import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

/** The part of a river or road that is meant: （杭州段）. */
const SECTION = /（\p{Script=Han}{1,6}段）/gu;

/** 沈海高速南通|段: a road with the place whose part of it is meant. */
const ROAD_AT_PLACE = /(?:高速|公路|铁路|国道|省道|高铁|大道|江|河)\p{Script=Han}{1,6}$/u;

/** A river or road with the part of it that is meant. */
export function findSections({ text, words, names, tagged }: Reading): Candidate[] {
  const byEnd = new Map([...names, ...tagged].map(({ start, end }) => [end, start]));
  const found: Candidate[] = [];
  for (const match of text.matchAll(SECTION)) {
    const before = byEnd.get(match.index);
    if (before !== undefined) found.push(propose('section', 'place', before, match.index + match[0].length));
  }
  for (const { start, end, type } of [...names, ...tagged]) {
    const isOfPart = type === 'place' && text[end] === '段' && words.wordEnd[end] === end + 1;
    if (isOfPart && ROAD_AT_PLACE.test(text.slice(start, end)))
      found.push(propose('section', 'place', start, end + 1));
  }
  return found;
}
