import { classesOf, WORD_CLASS } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import type { Reading } from '../reading/reading.ts';

const OWN_CLASSES = classesOf('none', 'noun', 'person', 'transcribed', 'place', 'proper');
/** Words before 牌 that say of what kind it is, and name nothing. */
const NO_BRAND = /^(?:国产|进口|外国|各种|多种|老字号|自有|同一|某|各|该|这|那)/;

/** 永久牌|自行车: a name, 牌 by itself, and the good. */
export function findBrands({ text, words }: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf('牌', 2); at >= 0; at = text.indexOf('牌', at + 1)) {
    if (words.wordStart[at] !== at || words.wordEnd[at] !== at + 1) continue;
    const start = words.wordStart[at - 1]!;
    const own = text.slice(start, at);
    const end = words.wordEnd[at + 1] ?? 0;
    const isNamed =
      /^\p{Script=Han}{2,4}$/u.test(own) && OWN_CLASSES.has(words.wordClass[start]!) && !NO_BRAND.test(own);
    const isGood = end - at > 2 && words.wordClass[at + 1] === WORD_CLASS.noun;
    if (isNamed && isGood) found.push(propose('brand', 'product', start, end));
  }
  return found;
}
