import type { Phrase } from './fact.ts';
import type { ReadingOffset, SourceOffset, Span } from './offset.ts';

/** What somebody says. `direct` spans include their quotation marks; `indirect` is speech retold. */
export interface QuotationIn<Offset extends number> extends Phrase<Offset> {
  readonly manner: 'direct' | 'indirect';
  readonly speaker: Phrase<Offset> | null;
}

export type FoundQuotation = QuotationIn<ReadingOffset>;

export interface Quotation extends QuotationIn<SourceOffset> {
  readonly article: string;
  readonly spans?: readonly Span<SourceOffset>[];
}
