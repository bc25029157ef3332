import { describeSpans } from '@shared/anchors/describe.ts';
import type { Deed, FactCorrection } from '@shared/journal/act.ts';
import type { Library } from '../library/library.ts';
import type { ClaimRow } from '../workers/claims-calls.ts';
import type { Deeds } from './deeds.ts';

/** A fact and the page that it stands in. */
type JudgedFact = Pick<ClaimRow, 'fact' | 'source'>;

/** What the person says of facts of many articles: at once, and undone at once. */
export interface Judging {
  confirm(rows: readonly JudgedFact[]): Promise<boolean>;
  reject(rows: readonly JudgedFact[]): Promise<boolean>;
  /** Says of all the same. */
  correct(rows: readonly JudgedFact[], correction: FactCorrection): Promise<boolean>;
}

export function createJudging(library: Library, deeds: Deeds): Judging {
  const judge = async (
    rows: readonly JudgedFact[],
    said:
      | { readonly type: 'fact.confirm' | 'fact.reject' }
      | { readonly type: 'fact.correct'; readonly correction: FactCorrection },
  ): Promise<boolean> => {
    const sources = [...new Set(rows.map(({ source }) => source))];
    const texts = new Map(
      (await library.readTexts(sources)).flatMap((row) => (row ? [[row.sha256, row]] : [])),
    );
    const made = rows.flatMap(({ fact, source }): Deed[] => {
      const read = texts.get(source);
      if (!read) return [];
      const { text, textHash } = read;
      const spans = fact.spans ?? [{ start: fact.start, end: fact.end }];
      return [{ ...said, target: describeSpans(spans, { source, text, textHash }), kind: fact.kind }];
    });
    return made.length > 0 && (await deeds.perform(...made));
  };
  return {
    confirm: (rows) => judge(rows, { type: 'fact.confirm' }),
    reject: (rows) => judge(rows, { type: 'fact.reject' }),
    correct: (rows, correction) => judge(rows, { type: 'fact.correct', correction }),
  };
}
