import { partsOfNumbers } from '@shared/search/claims/claim-order.ts';
import { selectWindow } from '@shared/search/claims/select-window.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const number = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN));

/** As the columns hold them: their zero has no sign. */
const plain = (numbers: readonly number[]) => Float64Array.from(numbers, (value) => value + 0);

it('finds a window of numbers as a sort of them all does, what is none last, those that are alike in their order', () => {
  fc.assert(
    fc.property(
      fc.array(number, { maxLength: 60 }),
      fc.boolean(),
      fc.nat(60),
      fc.nat(20),
      (some, isDescending, from, length) => {
        // So many of each that rows are counted and not compared.
        const numbers = plain(Array.from({ length: 40 }, () => some).flat());
        const rows = Uint32Array.from(numbers, (_, i) => i);
        const sorted = [...rows].sort((a, b) => {
          const [first, second] = [numbers[a]!, numbers[b]!];
          if (Number.isNaN(first) || Number.isNaN(second))
            return Number(Number.isNaN(first)) - Number(Number.isNaN(second));
          return first === second ? 0 : (first < second ? -1 : 1) * (isDescending ? -1 : 1);
        });
        const window = selectWindow(rows, partsOfNumbers(numbers, isDescending), from, from + length);
        expect([...window]).toEqual(sorted.slice(from, from + length));
      },
    ),
  );
});

it('reads each row once a part of its key at most, and past the first part few of them', () => {
  const numbers = Float64Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_003);
  let read = 0;
  const parts = partsOfNumbers(numbers, false).map((part) => (rows: Uint32Array, into: Uint16Array) => {
    read += rows.length;
    part(rows, into);
  });
  const rows = Uint32Array.from(numbers, (_, i) => i);
  const window = selectWindow(rows, parts, 100_000, 100_100);
  expect(numbers[window[0]!]).toBeLessThan(numbers[window[99]!]!);
  expect(read).toBeLessThan(numbers.length * 1.2);
});
