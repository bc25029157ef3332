declare const space: unique symbol;

/** Position in a source's decoded text, in UTF-16 units. The only kind of offset that is ever stored. */
export type SourceOffset = number & { readonly [space]: 'source' };

/** Position in one reading text (a title, a subtitle, a body or a caption), in UTF-16 units. */
export type ReadingOffset = number & { readonly [space]: 'reading' };

/** `start` ≤ `end`, end exclusive. */
export interface Span<Offset extends number> {
  readonly start: Offset;
  readonly end: Offset;
}

export type SourceSpan = Span<SourceOffset>;
export type ReadingSpan = Span<ReadingOffset>;

/** From the first of some spans to the last, of one at least. */
export const hullOf = (spans: readonly SourceSpan[]): SourceSpan =>
  sourceSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)));

/** Overlap over union of two spans of one text (IoU), 0 to 1. */
export function overlapOf<Offset extends number>(a: Span<Offset>, b: Span<Offset>): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** A run of `length` units that stands unbroken in both spaces. */
export interface Piece<From extends number, To extends number> {
  readonly from: From;
  readonly to: To;
  readonly length: number;
}

/** Brands a number that is known to count from the start of the decoded source text. */
export const sourceOffset = (value: number): SourceOffset => value as SourceOffset;

/** Brands a number that is known to count from the start of a reading text. */
export const readingOffset = (value: number): ReadingOffset => value as ReadingOffset;

export const sourceSpan = (start: number, end: number): SourceSpan => ({
  start: sourceOffset(start),
  end: sourceOffset(end),
});

export const readingSpan = (start: number, end: number): ReadingSpan => ({
  start: readingOffset(start),
  end: readingOffset(end),
});
