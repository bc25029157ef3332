import { compareNaturally } from '@shared/text/natural-order.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('puts numbers in their order, by steps of a path and whatever their length', () => {
  const sorted = [
    '2021/1.txt',
    '2021/2.txt',
    '2021/10.txt',
    '第1版.txt',
    '第01版.txt',
    '第2版.txt',
    '第10版 2.txt',
    '第10版 10.txt',
  ].sort(compareNaturally);
  expect(sorted).toEqual([
    '2021/1.txt',
    '2021/2.txt',
    '2021/10.txt',
    '第01版.txt',
    '第1版.txt',
    '第2版.txt',
    '第10版 2.txt',
    '第10版 10.txt',
  ]);
  const long = '9'.repeat(40);
  expect(compareNaturally(`a${long}`, `a1${long}`)).toBeLessThan(0);
});

it('is an order: of any two one is first, and it goes on from one to the next', () => {
  const name = fc.string({ unit: fc.constantFrom('0', '1', '9', 'a', '版', '/'), maxLength: 6 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(compareNaturally(a, b) === 0).toBe(a === b);
      expect(Math.sign(compareNaturally(a, b)) + Math.sign(compareNaturally(b, a))).toBe(0);
      if (compareNaturally(a, b) < 0 && compareNaturally(b, c) < 0)
        expect(compareNaturally(a, c)).toBeLessThan(0);
    }),
    { numRuns: 2000 },
  );
});
