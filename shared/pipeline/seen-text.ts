import type { Piece, Span } from '@shared/model/offset.ts';
import { OffsetMap } from '@shared/text/offset-map.ts';
import { findUnseen } from '@shared/text/unseen.ts';

/** A text as it is seen, with the way back; `Offset` counts in the text as given, and in `text` alike. */
export interface SeenText<Offset extends number> {
  /** Without what leaves no trace in print; the line end that `\s` does not know is a line feed. */
  readonly text: string;
  /** In the text as given: what `text` leaves out and the line ends that it changes, in order. */
  readonly unseen: readonly Span<Offset>[];
  /** From `text` to the text as given. */
  readonly map: OffsetMap<Offset, Offset>;
  /** From `text` to the text as given: from the first unit to the last. */
  hullOf(span: Span<Offset>): Span<Offset>;
  /** The same, with what leaves no trace behind the last unit. */
  regionOf(span: Span<Offset>): Span<Offset>;
  /** From the text as given to `text`; empty where nothing of the span is seen. */
  seenOf(span: Span<Offset>): Span<Offset>;
}

/** @returns null for a text that is seen as it is. */
export function seeText<Offset extends number>(given: string): SeenText<Offset> | null {
  const dropped = findUnseen(given);
  const changed = Array.from(given.matchAll(/\u0085/g), ({ index }) => ({ start: index, end: index + 1 }));
  if (dropped.length + changed.length === 0) return null;
  const pieces: Piece<Offset, Offset>[] = [];
  const kept: string[] = [];
  let length = 0;
  let from = 0;
  for (const { start, end } of [...dropped, { start: given.length, end: given.length }]) {
    pieces.push({ from: length as Offset, to: from as Offset, length: start - from });
    kept.push(given.slice(from, start));
    length += start - from;
    from = end;
  }
  const endsBehind = new Map(dropped.map(({ start, end }) => [start, end as Offset]));
  const map = OffsetMap.of(pieces, length);
  const back = map.invert(given.length);
  const hullOf = (span: Span<Offset>): Span<Offset> => hull(map.mapSpan(span));
  return {
    text: kept.join('').replaceAll('\u0085', '\n'),
    unseen: [...dropped, ...changed]
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ start: start as Offset, end: end as Offset })),
    map,
    hullOf,
    regionOf: (span) => {
      const { start, end } = hullOf(span);
      return { start, end: endsBehind.get(end) ?? end };
    },
    seenOf: (span) => hull(back.mapSpan(span)),
  };
}

const hull = <Offset extends number>(spans: readonly Span<Offset>[]): Span<Offset> => ({
  start: spans[0]?.start ?? (0 as Offset),
  end: spans.at(-1)?.end ?? (0 as Offset),
});
