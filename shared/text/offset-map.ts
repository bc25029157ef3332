import type { Piece, ReadingOffset, SourceOffset, Span } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';

/**
 * How the units of one text stand in another. An immutable value: pieces of equal length in both spaces,
 * in the order of `From`, overlapping in neither. Units that no piece covers have no counterpart.
 */
export class OffsetMap<From extends number, To extends number> {
  readonly pieces: readonly Piece<From, To>[];
  /** Units of the text that is mapped from. */
  readonly length: number;

  private constructor(pieces: readonly Piece<From, To>[], length: number) {
    this.pieces = pieces;
    this.length = length;
  }

  /**
   * Neighbours that touch in both spaces become one piece, empty pieces go.
   * @throws RangeError when pieces leave `0…length` or overlap in either space.
   */
  static of<From extends number, To extends number>(
    pieces: readonly Piece<From, To>[],
    length: number,
  ): OffsetMap<From, To> {
    const joined: Piece<From, To>[] = [];
    let end = 0;
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      if (piece.length < 0 || piece.from < end || piece.from + piece.length > length || piece.to < 0)
        throw new RangeError(
          `piece ${piece.from}+${piece.length} → ${piece.to} does not fit after ${end} in a text of ${length}`,
        );
      end = piece.from + piece.length;
      const last = joined.at(-1);
      if (last && last.from + last.length === piece.from && last.to + last.length === piece.to)
        joined[joined.length - 1] = { ...last, length: last.length + piece.length };
      else joined.push(piece);
    }
    requireDisjoint(joined);
    return new OffsetMap(joined, length);
  }

  static identity<Offset extends number>(length: number): OffsetMap<Offset, Offset> {
    return OffsetMap.of([{ from: 0 as Offset, to: 0 as Offset, length }], length);
  }

  /**
   * Where the unit at `offset` stands, or null when it has no counterpart.
   * @throws RangeError when `offset` is not in `0…length - 1`.
   */
  map(offset: From): To | null {
    if (!(offset >= 0 && offset < this.length))
      throw new RangeError(`offset ${offset} is outside a text of ${this.length}`);
    const piece = this.pieces[this.indexAtOrBefore(offset)];
    return piece && offset < piece.from + piece.length ? ((piece.to + offset - piece.from) as To) : null;
  }

  /**
   * The spans that the units of `span` stand in, in the order of `From`; spans that touch are one.
   * @throws RangeError when `span` leaves the text or ends before it starts.
   */
  mapSpan(span: Span<From>): Span<To>[] {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= this.length))
      throw new RangeError(`span ${span.start}–${span.end} is outside a text of ${this.length}`);
    const spans: Span<To>[] = [];
    for (let i = Math.max(0, this.indexAtOrBefore(span.start)); i < this.pieces.length; i++) {
      const piece = this.pieces[i] as Piece<From, To>;
      if (piece.from >= span.end) break;
      const start = Math.max(piece.from, span.start);
      const end = Math.min(piece.from + piece.length, span.end);
      if (start >= end) continue;
      const shift = piece.to - piece.from;
      const last = spans.at(-1);
      if (last && last.end === start + shift) spans[spans.length - 1] = { ...last, end: (end + shift) as To };
      else spans.push({ start: (start + shift) as To, end: (end + shift) as To });
    }
    return spans;
  }

  /** The map from this one's `From` through its `To` into `Next`; what either side drops is dropped. */
  compose<Next extends number>(next: OffsetMap<To, Next>): OffsetMap<From, Next> {
    const pieces: Piece<From, Next>[] = [];
    for (const piece of this.pieces) {
      for (let i = Math.max(0, next.indexAtOrBefore(piece.to)); i < next.pieces.length; i++) {
        const other = next.pieces[i] as Piece<To, Next>;
        if (other.from >= piece.to + piece.length) break;
        const start = Math.max(piece.to, other.from);
        const end = Math.min(piece.to + piece.length, other.from + other.length);
        if (start >= end) continue;
        pieces.push({
          from: (piece.from + start - piece.to) as From,
          to: (other.to + start - other.from) as Next,
          length: end - start,
        });
      }
    }
    return OffsetMap.of(pieces, this.length);
  }

  /**
   * The same pieces seen from the other side.
   * @param length units of the text that is mapped to.
   */
  invert(length: number): OffsetMap<To, From> {
    const pieces = this.pieces.map(({ from, to, length: units }) => ({ from: to, to: from, length: units }));
    return OffsetMap.of(
      pieces.sort((a, b) => a.from - b.from),
      length,
    );
  }

  /** Index of the last piece that starts at or before `offset`, −1 when there is none. */
  private indexAtOrBefore(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle] as Piece<From, To>).from <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** How a reading text stands in its source. */
export const readingMap = (reading: ReadingText): OffsetMap<ReadingOffset, SourceOffset> =>
  OffsetMap.of(reading.pieces, reading.text.length);

function requireDisjoint(pieces: readonly Piece<number, number>[]): void {
  const targets = [...pieces].sort((a, b) => a.to - b.to);
  for (let i = 1; i < targets.length; i++) {
    const before = targets[i - 1] as Piece<number, number>;
    const after = targets[i] as Piece<number, number>;
    if (before.to + before.length > after.to)
      throw new RangeError(`two pieces share the target ${after.to} (${before.to}+${before.length})`);
  }
}
