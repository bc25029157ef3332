import type { Folding } from '@shared/text/folding.ts';
import { placeOf } from '@shared/text/folding.ts';
import { indexOfUnits } from './find-units.ts';

/** Words in one of several texts, in UTF-16 units of that text. */
export interface FoundInText {
  /** Which of the texts, from 0. */
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** Every place where texts hold words as search folds them, in order; places do not overlap. */
export function findInTexts(texts: readonly string[], words: string, folding: Folding): FoundInText[] {
  const folded = folding.fold(words);
  const needle = folded.units.subarray(0, folded.length);
  if (needle.length === 0) return [];
  const found: FoundInText[] = [];
  texts.forEach((text, index) => {
    const within = folding.fold(text);
    let after = 0;
    for (let at = indexOfUnits(within, needle); at >= 0; at = indexOfUnits(within, needle, after)) {
      const [start, end] = placeOf(within, at, at + needle.length);
      found.push({ text: index, start, end });
      after = at + needle.length;
    }
  });
  return found;
}
