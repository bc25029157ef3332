import { IDEOGRAPH, isDigit, kindOf, WORD } from './unit-kinds.ts';
import { readWrittenNumber } from './written-numbers.ts';

/** Key of two ideographs that stand side by side. */
export const bigramKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/** Key of an ideograph that ends a run; it sorts before all bigrams that start with the same one. */
export const tailKey = (last: number): number => (last << 16) >>> 0;

/** Takes the terms of a text, in the order of the text, each as often as it stands there. */
export interface TermSink {
  /** A bigram or a tail. */
  ideographs(key: number): void;
  /** A word of letters and digits, whole; or a number's plain digits where they differ from what is written. */
  word(word: string): void;
}

/** Finds the terms of folded text: bigrams and the last ideograph of each run, words and numbers whole. */
export function scanTerms(units: Uint16Array, length: number, sink: TermSink): void {
  let i = 0;
  while (i < length) {
    const unit = units[i] as number;
    const kind = kindOf(unit);
    if (kind === IDEOGRAPH) {
      let current = unit;
      for (i++; i < length; i++) {
        const next = units[i] as number;
        if (kindOf(next) !== IDEOGRAPH) break;
        sink.ideographs(bigramKey(current, next));
        current = next;
      }
      sink.ideographs(tailKey(current));
    } else if (kind === WORD) {
      const start = i;
      if (isDigit(unit) && !isInNumber(units, i)) {
        const number = readWrittenNumber(units, i, length);
        if (!number.isDigitsOnly) sink.word(number.plain);
      }
      while (i < length && kindOf(units[i] as number) === WORD) i++;
      sink.word(wordAt(units, start, i));
    } else i++;
  }
}

export function wordAt(units: Uint16Array, start: number, end: number): string {
  if (end - start < 4096) return String.fromCharCode(...units.subarray(start, end));
  return wordAt(units, start, start + 4095) + wordAt(units, start + 4095, end);
}

/** The digits after a comma or a point go on with the number before it. */
function isInNumber(units: Uint16Array, at: number): boolean {
  const before = units[at - 1];
  return (before === 0x2c || before === 0x2e) && at >= 2 && isDigit(units[at - 2] as number);
}
