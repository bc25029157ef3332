import { sortInSlices } from '@shared/work/slices.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('sorts as a stable sort in one go does, and never compares for long', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(6000), (seed, length) => {
      const items = Array.from({ length }, (_, came) => ({ number: ((seed + came) * 7919) % 41, came }));
      let compared = 0;
      const compare = (a: { number: number }, b: { number: number }): number => {
        compared++;
        return a.number - b.number;
      };
      const sorting = sortInSlices(items, compare);
      for (let step = sorting.next(); ; step = sorting.next()) {
        expect(compared).toBeLessThanOrEqual(10_000);
        compared = 0;
        if (!step.done) continue;
        expect(step.value).toEqual([...items].sort((a, b) => a.number - b.number));
        return;
      }
    }),
    { numRuns: 40 },
  );
});
