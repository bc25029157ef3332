import type { Folding } from '@shared/text/folding.ts';
import { indexOfNumber, indexOfUnits } from '../passages/find-units.ts';
import type { QueryWord } from '../query/parsed-query.ts';
import type { DocumentText } from '../search-index.ts';
import { isDigit } from '../terms/unit-kinds.ts';
import { describeNeedle, type Needle } from './needle.ts';

export interface SoughtNeedle {
  readonly needle: Needle;
  readonly inTitle: boolean;
  /** Where it stands in folded text; −1 when it does not. In quotation marks it is units, else a number is whole. */
  readonly find: typeof indexOfUnits;
  /** Matches most texts that hold the needle, and no other. Made when the first text is looked into. */
  commonForms(): RegExp;
}

/** The words of a query, folded. */
export interface QueryNeedles {
  /** No answer is without these. */
  readonly phrases: readonly SoughtNeedle[];
  /** An exact answer has them all, a ranked one some of their terms. */
  readonly words: readonly SoughtNeedle[];
  /** No answer has any of these. */
  readonly excluded: readonly SoughtNeedle[];
}

export function needlesOf(words: readonly QueryWord[], folding: Folding): QueryNeedles {
  const sought = words.flatMap((word) => {
    const { units, length } = folding.fold(word.text);
    if (length === 0) return [];
    const needle = describeNeedle(units.subarray(0, length));
    const isNumber = !word.isPhrase && isDigit(needle.units[0] as number);
    return [
      {
        word,
        needle,
        inTitle: word.inTitle,
        find: isNumber ? indexOfNumber : indexOfUnits,
        commonForms: once(() => folding.commonForms(needle.units)),
      },
    ];
  });
  const present = sought.filter(({ word }) => !word.isExcluded);
  return {
    phrases: present.filter(({ word }) => word.isPhrase || word.inTitle),
    words: present.filter(({ word }) => !word.isPhrase && !word.inTitle),
    excluded: sought.filter(({ word }) => word.isExcluded),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Looks into texts for needles; keeps one buffer for folding them. */
export class NeedleFinder {
  private readonly folding: Folding;
  private buffer = new Uint16Array(1 << 14);

  constructor(folding: Folding) {
    this.folding = folding;
  }

  /** Whether each of the needles stands in the title or in the text, or in the title where it must. */
  holdsAll({ title, text }: DocumentText, needles: readonly SoughtNeedle[]): boolean {
    const inText = needles.filter(({ inTitle }) => !inTitle);
    const missing = [...this.missingIn(text, inText), ...needles.filter(({ inTitle }) => inTitle)];
    return missing.length === 0 || this.missingIn(title, missing).length === 0;
  }

  private missingIn(text: string, needles: readonly SoughtNeedle[]): readonly SoughtNeedle[] {
    const isPlain = this.folding.isPlain(text);
    const unseen = needles.filter(
      ({ commonForms, find }) => find === indexOfNumber || !commonForms().test(text),
    );
    if (unseen.every(({ find }) => isPlain && find === indexOfUnits)) return unseen;
    if (text.length > this.buffer.length) this.buffer = new Uint16Array(text.length * 2);
    const folded = this.folding.fold(text, this.buffer);
    return unseen.filter(({ needle, find }) => find(folded, needle.units) < 0);
  }
}
