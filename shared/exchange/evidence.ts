import { describeSpans } from '@shared/anchors/describe.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { ExportedSource } from './exported-source.ts';

/**
 * What lets another person find the words of an exported item in the source and see that they are the same.
 * Offsets are UTF-16 units of the source text, end exclusive; FORMAT.md tells each field.
 */
export interface Evidence {
  readonly sourceName: string;
  /** SHA-256 of the source's bytes. */
  readonly sourceSha256: string;
  readonly reader: string;
  /** SHA-256 of the source text in UTF-8. */
  readonly textSha256: string;
  /** In reading order. */
  readonly spans: readonly SourceSpan[];
  /** The source's own units of the spans, joined, as they stand. */
  readonly exact: string;
  /** Up to 32 units before the first and after the last span. */
  readonly prefix: string;
  readonly suffix: string;
  readonly engine: string;
}

/** @throws RangeError when a span leaves the text. */
export function evidenceOf(spans: readonly SourceSpan[], source: ExportedSource): Evidence {
  const { quote } = describeSpans(spans, source.anchored);
  return {
    sourceName: source.extraction.source.name,
    sourceSha256: source.anchored.source,
    reader: source.reader,
    textSha256: source.anchored.textHash,
    spans: spans.map(({ start, end }) => ({ start, end })),
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    engine: source.engine,
  };
}

/** Spans as one field: `12-18`, and `12-18+25-30` where something stands between the pieces. */
export const writeSpans = (spans: readonly SourceSpan[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join('+');

/** @returns null where the field is no list of spans. */
export function readSpans(field: string): readonly SourceSpan[] | null {
  if (!/^\d+-\d+(\+\d+-\d+)*$/.test(field)) return null;
  const spans = field.split('+').map((piece) => {
    const [start, end] = piece.split('-').map(Number);
    return { start, end } as SourceSpan;
  });
  return spans.every(({ start, end }) => start < end) ? spans : null;
}
