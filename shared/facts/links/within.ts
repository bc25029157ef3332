/** Index of the first span that begins at `start` or behind it. */
function firstFrom(spans: readonly { readonly start: number }[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Spans that lie within a stretch, found by halving.
 * @param spans in order of their starts, none of which overlaps another.
 */
export function spansWithin<Span extends { readonly start: number; readonly end: number }>(
  spans: readonly Span[],
  start: number,
  end: number,
): Span[] {
  const within: Span[] = [];
  for (let at = firstFrom(spans, start); at < spans.length && spans[at]!.start < end; at += 1) {
    if (spans[at]!.end <= end) within.push(spans[at]!);
  }
  return within;
}

/**
 * Whether a span shares a character with a stretch, found by halving.
 * @param spans as `spansWithin` takes them.
 */
export function spansOver(
  spans: readonly { readonly start: number; readonly end: number }[],
  start: number,
  end: number,
): boolean {
  const at = firstFrom(spans, start);
  return (spans[at]?.start ?? end) < end || (spans[at - 1]?.end ?? 0) > start;
}
