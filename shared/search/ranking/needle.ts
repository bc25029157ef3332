import { bigramKey, scanTerms, tailKey, wordAt } from '../terms/scan-terms.ts';
import { IDEOGRAPH, isDigit, kindOf, WORD } from '../terms/unit-kinds.ts';
import { readWrittenNumber } from '../terms/written-numbers.ts';

/** Any of many terms: all that start with an ideograph, or all words that have a part in them. */
export type EdgeTerm =
  | { readonly kind: 'ideograph'; readonly unit: number }
  | { readonly kind: 'part'; readonly part: string };

/** Folded words to be found as they stand, and the terms that every text which holds them has. */
export interface Needle {
  readonly units: Uint16Array;
  /** Keys of bigrams and tails. */
  readonly ideographs: readonly number[];
  readonly words: readonly string[];
  /** Where three ideographs stand side by side in it. */
  readonly triples: readonly number[];
  /** What stands at its ends and may go on in the text; needed where nothing else narrows the search. */
  readonly edges: readonly EdgeTerm[];
  /** The terms say it all: no text needs to be read to know that it holds the needle. */
  readonly isCertain: boolean;
  /** The plain digits of what is nothing but a written number, so that it is found in other forms. */
  readonly number: string | null;
}

/** @param units folded, at least one. */
export function describeNeedle(units: Uint16Array): Needle {
  const ideographs = new Set<number>();
  const words = new Set<string>();
  const triples: number[] = [];
  const edges: EdgeTerm[] = [];
  const { length } = units;
  for (let i = 0; i < length; ) {
    const kind = kindOf(units[i] as number);
    const start = i;
    while (i < length && kindOf(units[i] as number) === kind) i++;
    if (kind === IDEOGRAPH) {
      for (let k = start; k + 1 < i; k++)
        ideographs.add(bigramKey(units[k] as number, units[k + 1] as number));
      for (let k = start; k + 2 < i; k++) triples.push(k);
      if (i - start > 1) continue;
      if (i < length) ideographs.add(tailKey(units[start] as number));
      else edges.push({ kind: 'ideograph', unit: units[start] as number });
    } else if (kind === WORD) {
      const word = wordAt(units, start, i);
      if (start > 0 && i < length) words.add(word);
      else edges.push({ kind: 'part', part: word });
    }
  }
  const isOneTerm = ideographs.size + words.size + edges.length === 1;
  // Plain digits of other forms stand among the words, so that digits found there may not be in the text.
  const isCertain =
    isOneTerm && (isBigram(units) || (length === 1 && edges.length === 1) || isOneWord(units));
  return {
    units,
    ideographs: [...ideographs],
    words: [...words],
    triples,
    edges,
    isCertain: isCertain && ![...units].every(isDigit),
    number: numberOf(units),
  };
}

const isBigram = (units: Uint16Array): boolean =>
  units.length === 2 && kindOf(units[0] as number) === IDEOGRAPH && kindOf(units[1] as number) === IDEOGRAPH;

const isOneWord = (units: Uint16Array): boolean => units.every((unit) => kindOf(unit) === WORD);

function numberOf(units: Uint16Array): string | null {
  if (!isDigit(units[0] as number)) return null;
  const { length, plain } = readWrittenNumber(units, 0, units.length);
  return length === units.length ? plain : null;
}

/** The terms by which texts that say something alike are ranked, each with how often it is asked for. */
export interface RankedTerms {
  readonly ideographs: ReadonlyMap<number, number>;
  readonly words: ReadonlyMap<string, number>;
}

export function rankedTermsOf(needles: readonly Needle[]): RankedTerms {
  const ideographs = new Map<number, number>();
  const words = new Map<string, number>();
  let before = -1;
  for (const { units } of needles)
    scanTerms(units, units.length, {
      ideographs(key) {
        // The last ideograph of a run says nothing that its bigram has not said.
        const isTailOfRun = (key & 0xffff) === 0 && before >= 0 && (before & 0xffff) === key >>> 16;
        before = key & 0xffff ? key : -1;
        if (!isTailOfRun) ideographs.set(key, (ideographs.get(key) ?? 0) + 1);
      },
      word(word) {
        before = -1;
        words.set(word, (words.get(word) ?? 0) + 1);
      },
    });
  return { ideographs, words };
}
