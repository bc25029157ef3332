/**
 * Spans that lie within a stretch, found by halving.
 * @param spans in order of their starts, none of which overlaps another.
 */
export function spansWithin<Span extends { readonly start: number; readonly end: number }>(
  spans: readonly Span[],
  start: number,
  end: number,
): Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const within: Span[] = [];
  for (let at = low; at < spans.length && spans[at]!.start < end; at += 1) {
    if (spans[at]!.end <= end) within.push(spans[at]!);
  }
  return within;
}
