import type { SourceSpan } from '@shared/model/offset.ts';
import type { SourceHash } from '@shared/model/source.ts';

/**
 * What an act or an exported figure points at, so that it is found again under any later cut of the page.
 * Joins the W3C Web Annotation model's TextPositionSelector and TextQuoteSelector
 * (https://www.w3.org/TR/annotation-model/#text-position-selector, #text-quote-selector).
 */
export interface Selector {
  readonly source: SourceHash;
  /** SHA-256 of the decoded text in UTF-8, which differs when the same bytes are decoded otherwise. */
  readonly textHash: string;
  /** In reading order. */
  readonly spans: readonly SourceSpan[];
  readonly quote: {
    /** The source's own units of the spans, joined, as they stand. */
    readonly exact: string;
    /** Up to 32 units before the first and after the last span of the source. */
    readonly prefix: string;
    readonly suffix: string;
  };
}
