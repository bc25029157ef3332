import { type FoldedText, placeOf } from '@shared/text/folding.ts';
import type { RankedTerms } from '../ranking/needle.ts';
import type { Mark } from '../search-index.ts';
import { bigramKey, wordAt } from '../terms/scan-terms.ts';
import { IDEOGRAPH, isDigit, kindOf, WORD } from '../terms/unit-kinds.ts';
import { readWrittenNumber } from '../terms/written-numbers.ts';

/** Where terms of the query stand in folded text; bigrams that follow each other are one mark. */
export function markTerms(text: FoldedText, terms: RankedTerms): Mark[] {
  const marks: Mark[] = [];
  const { units, length } = text;
  let open = -1;
  for (let i = 0; i < length; ) {
    const kind = kindOf(units[i] as number);
    if (kind === IDEOGRAPH) {
      const isPair = i + 1 < length && kindOf(units[i + 1] as number) === IDEOGRAPH;
      if (isPair && terms.ideographs.has(bigramKey(units[i] as number, units[i + 1] as number))) {
        if (open < 0) open = i;
      } else if (open >= 0) {
        marks.push(placeOf(text, open, i + 1));
        open = -1;
      }
      i++;
    } else if (kind === WORD) {
      const start = i;
      while (i < length && kindOf(units[i] as number) === WORD) i++;
      if (terms.words.has(wordAt(units, start, i))) marks.push(placeOf(text, start, i));
    } else i++;
  }
  return marks;
}

/** Where a number of this value is written in some form: 2.24万 and 22,400 for `22400`. */
export function markNumber(text: FoldedText, plain: string): Mark[] {
  const marks: Mark[] = [];
  const { units, length } = text;
  for (let i = 0; i < length; i++) {
    if (!isDigit(units[i] as number)) continue;
    const number = readWrittenNumber(units, i, length);
    if (number.plain === plain) marks.push(placeOf(text, i, i + number.length));
    i += number.length - 1;
  }
  return marks;
}
