import type { Deed, FactCorrection } from '@shared/journal/act.ts';
import type { Library } from '../library/library.ts';
import type { Deeds } from './deeds.ts';
import { describeFacts, type FactOfPage } from './describe-facts.ts';

/** What the person says of facts of many articles: at once, and undone at once. */
export interface Judging {
  confirm(rows: readonly FactOfPage[]): Promise<boolean>;
  reject(rows: readonly FactOfPage[]): Promise<boolean>;
  /** Says of all the same. */
  correct(rows: readonly FactOfPage[], correction: FactCorrection): Promise<boolean>;
}

export function createJudging(library: Library, deeds: Deeds): Judging {
  const judge = async (
    rows: readonly FactOfPage[],
    said:
      | { readonly type: 'fact.confirm' | 'fact.reject' }
      | { readonly type: 'fact.correct'; readonly correction: FactCorrection },
  ): Promise<boolean> => {
    const targets = await describeFacts(library, rows);
    const made = targets.flatMap((target): Deed[] => (target ? [{ ...said, ...target }] : []));
    return made.length > 0 && (await deeds.perform(...made));
  };
  return {
    confirm: (rows) => judge(rows, { type: 'fact.confirm' }),
    reject: (rows) => judge(rows, { type: 'fact.reject' }),
    correct: (rows, correction) => judge(rows, { type: 'fact.correct', correction }),
  };
}
