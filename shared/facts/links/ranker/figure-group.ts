import type { FoundFact } from '@shared/model/fact.ts';
import { type PhraseWords, plays } from '../phrase-words.ts';

/** Units that count how often something is done. */
const OF_ACTIONS = new Set([...'次回趟遍']);

/** Figures that are linked alike: of persons, of deeds, of things, money, shares, sizes, ages, the rest. */
export const GROUPS = 8;

export function groupOf({ kind, unit }: FoundFact, words: PhraseWords): number {
  switch (kind) {
    case 'quantity':
      if (plays(words, 'telling-unit', unit ?? '') || plays(words, 'person-unit', unit ?? '')) return 0;
      return OF_ACTIONS.has(unit ?? '') ? 1 : 2;
    case 'money':
      return 3;
    case 'percent':
      return 4;
    case 'measurement':
      return 5;
    case 'age':
      return 6;
    default:
      return 7;
  }
}
