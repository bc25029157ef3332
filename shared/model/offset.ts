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
