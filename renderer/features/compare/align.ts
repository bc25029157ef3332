import type { Both } from '@shared/analysis/comparison/compare-two.ts';

/** A unit of each of two texts that say the same there. */
export type Anchor = Both<number>;

/**
 * The places by which two texts scroll together: the longest chain that goes forward in both, from their beginnings to their
 * ends. What one of them tells earlier is left out, since a scroll goes one way.
 * @param lengths units of the two texts.
 */
export function alignTexts(places: readonly Anchor[], lengths: Both<number>): Anchor[] {
  const sorted = places
    .filter(([a, b]) => a > 0 && b > 0 && a < lengths[0] && b < lengths[1])
    .sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  // Patience sorting: the lowest end of a chain of each length, and what stands before each place in its chain.
  const ends: number[] = [];
  const before = new Int32Array(sorted.length).fill(-1);
  for (const [i, [, b]] of sorted.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[ends[middle]!]![1] < b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = ends[low - 1]!;
    ends[low] = i;
  }
  const chain: Anchor[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) chain.push(sorted[i]!);
  return [[0, 0], ...chain.reverse(), lengths];
}

/** Where in the other text that stands which stands at `at` of the one on `side`: between two anchors in proportion. */
export function placeAcross(anchors: readonly Anchor[], side: 0 | 1, at: number): number {
  const next = anchors.findIndex((anchor) => anchor[side] > at);
  if (next <= 0) return anchors.at(next === 0 ? 0 : -1)?.[side === 0 ? 1 : 0] ?? 0;
  const [from, to] = [anchors[next - 1]!, anchors[next]!];
  const share = (at - from[side]) / (to[side] - from[side]);
  const other = side === 0 ? 1 : 0;
  return from[other] + share * (to[other] - from[other]);
}
