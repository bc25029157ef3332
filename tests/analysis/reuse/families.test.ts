import { passageFamilies } from '@shared/analysis/reuse/families.ts';
import type { SharedPassage } from '@shared/analysis/reuse/reuse-index.ts';
import { describe, expect, it } from 'vitest';

const shared = (...places: [string, number, number][]): SharedPassage => {
  const [one, other] = places.map(([article, start, end]) => ({ article, start, end }));
  return { ends: [one!, other!], same: 30 };
};
const dates: Record<string, string> = { a: '2003-05-02', b: '2003-05-01', c: '2003-05-03' };
const told = (passages: SharedPassage[]) =>
  passageFamilies(passages, (article) => dates[article] ?? null).map(({ members }) =>
    members.map(({ article, start }) => `${article}${start}`).join(' '),
  );

describe('passageFamilies', () => {
  it('bring one passage of several articles together, in the order of time, undated ones last', () => {
    expect(
      told([
        shared(['a', 0, 50], ['b', 100, 150]),
        shared(['b', 101, 148], ['c', 7, 54]),
        shared(['d', 0, 50], ['b', 100, 150]),
      ]),
    ).toEqual(['b100 a0 c7 d0']);
  });

  it('keep two passages of one article apart', () => {
    expect(told([shared(['a', 0, 50], ['b', 0, 50]), shared(['a', 60, 110], ['c', 0, 50])])).toEqual([
      'b0 a0',
      'a60 c0',
    ]);
    expect(told([shared(['a', 0, 50], ['b', 0, 50]), shared(['a', 40, 140], ['c', 0, 100])])).toHaveLength(2);
  });
});
