import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

/** The part of a river or road that is meant: （杭州段）. */
const SECTION = /（\p{Script=Han}{1,6}段）/gu;

/** A river or road with the part of it that is meant. */
export function findSections({ text, names, tagged }: Reading): Candidate[] {
  const byEnd = new Map([...names, ...tagged].map(({ start, end }) => [end, start]));
  const found: Candidate[] = [];
  for (const match of text.matchAll(SECTION)) {
    const before = byEnd.get(match.index);
    if (before !== undefined) found.push(propose('section', 'place', before, match.index + match[0].length));
  }
  return found;
}
