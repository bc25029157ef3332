import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinCopies } from '../../../renderer/state/copied-stretches.ts';

const copy = (article: string, ...at: (readonly [number, number])[]) => ({
  article,
  passages: at.length,
  same: 0,
  at: at.map(([start, end]) => ({ start, end })),
});

it('joins what overlaps or lies near, and names each article once with the place of its first words there', () => {
  const found = [copy('b', [0, 40], [300, 350]), copy('a', [20, 60], [62, 80])];
  expect(joinCopies(found, 5)).toEqual([
    {
      start: 0,
      end: 80,
      copies: [
        { article: 'b', at: 0 },
        { article: 'a', at: 20 },
      ],
    },
    { start: 300, end: 350, copies: [{ article: 'b', at: 300 }] },
  ]);
});

it('covers every passage, with who prints it, and keeps its stretches apart', () => {
  const place = fc
    .tuple(fc.nat(500), fc.integer({ min: 20, max: 90 }))
    .map(([start, length]) => [start, start + length] as const);
  const found = fc
    .array(fc.array(place, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
    .map((all) => all.map((at, i) => copy(`a${i}`, ...at)));
  fc.assert(
    fc.property(found, fc.integer({ min: 1, max: 60 }), (copies, apart) => {
      const stretches = joinCopies(copies, apart);
      for (const { article, at } of copies)
        for (const { start, end } of at)
          expect(
            stretches.filter(
              (one) =>
                one.start <= start && end <= one.end && one.copies.some((other) => other.article === article),
            ),
          ).toHaveLength(1);
      const gaps = stretches.slice(1).map(({ start }, i) => start - stretches[i]!.end);
      expect(gaps.filter((gap) => gap < apart)).toEqual([]);
    }),
  );
});
