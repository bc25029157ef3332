import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, alignTexts, placeAcross } from '../../../renderer/features/compare/align.ts';

const LENGTH = 50;
const place = fc.tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: LENGTH }));

/** The length of the longest chain, by trying each place behind each. */
function longest(places: readonly Anchor[]): number {
  const inside = places.filter((ends) => ends.every((at) => at > 0 && at < LENGTH));
  const sorted = [...inside].sort((a, b) => a[0] - b[0]);
  const best: number[] = [];
  for (const [i, [a, b]] of sorted.entries())
    best.push(
      1 + Math.max(0, ...sorted.slice(0, i).map((one, j) => (one[0] < a && one[1] < b ? best[j]! : 0))),
    );
  return Math.max(0, ...best);
}

describe('alignTexts', () => {
  it('keeps the longest chain that goes forward in both texts, between their beginnings and their ends', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const anchors = alignTexts(places, [LENGTH, LENGTH]);
        expect(anchors.length - 2).toBe(longest(places));
        expect([anchors[0], anchors.at(-1)]).toEqual([
          [0, 0],
          [LENGTH, LENGTH],
        ]);
        for (const [i, [a, b]] of anchors.slice(1).entries())
          expect(a > anchors[i]![0] && b > anchors[i]![1]).toBe(true);
      }),
    );
  });

  it('goes to an anchor from an anchor, and between two of them in proportion, to and fro', () => {
    const anchors = alignTexts(
      [
        [10, 30],
        [20, 40],
      ],
      [100, 60],
    );
    expect([0, 5, 10, 15, 60, 100].map((at) => placeAcross(anchors, 0, at))).toEqual([0, 15, 30, 35, 50, 60]);
    for (const at of [0, 7, 10, 33, 99])
      expect(placeAcross(anchors, 1, placeAcross(anchors, 0, at))).toBeCloseTo(at);
    expect(placeAcross(anchors, 0, 120)).toBe(60);
  });
});
