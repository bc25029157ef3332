import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

const STORM = /(?:超强台风|强台风|台风|强热带风暴|热带风暴|热带低压|飓风|气旋)[“「][^“”「」\n]{1,6}[”」]/g;

/** Storms by their names: 台风“海燕”. */
export function findStorms({ text }: Reading): Candidate[] {
  return [...text.matchAll(STORM)].map((match) =>
    propose('storm', 'event', match.index, match.index + match[0].length),
  );
}
