import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

/** 中建八局, 中铁十二局集团. */
const BUREAU =
  /中(?:国)?(?:建筑?|铁建?|交建?|水电?|电建|冶|核|能建)第?[一二三四五六七八九十]{1,3}(?:工程)?局(?:集团)?/g;

/** Numbered bureaus of the state's building companies. */
export function findWorksBureaus({ text }: Reading): Candidate[] {
  return [...text.matchAll(BUREAU)].map((match) =>
    propose('works-bureau', 'org', match.index, match.index + match[0].length),
  );
}
