import { meetingOf, scaled, valueRange } from '@shared/analysis/agreement/value-range.ts';
import { BOUNDS, type Bound } from '@shared/model/fact.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const range = (value: number, bound: Bound = 'exact') => valueRange({ value, bound });
const meet = (a: number, b: number, boundOfA: Bound = 'exact', boundOfB: Bound = 'exact') =>
  meetingOf(range(a, boundOfA), range(b, boundOfB));

describe('meetingOf', () => {
  it('takes rounding, what is cut off, and words that leave a figure open', () => {
    expect(meet(86000, 86000)).toBe('equal');
    expect(meet(4038215, 4038000)).toBe('possible');
    expect(meet(52.6, 52)).toBe('possible');
    expect(meet(3000, 2987)).toBe('possible');
    expect(meet(214000, 210000, 'exact', 'more-than')).toBe('possible');
    expect(meet(187, 200, 'exact', 'nearly')).toBe('possible');
    expect(meet(1200, 1099, 'approx')).toBe('possible');
    expect(meet(200000, 190000, 'more-than', 'approx')).toBe('possible');
  });

  it('takes nothing else', () => {
    expect(meet(642, 624)).toBe('apart');
    expect(meet(3000, 2930)).toBe('apart');
    expect(meet(234000, 210000, 'exact', 'more-than')).toBe('apart');
    expect(meet(6500, 10000, 'exact', 'nearly')).toBe('apart');
    expect(meet(2, 3)).toBe('apart');
  });

  it('says the same in both directions and in any unit', () => {
    const figure = fc.record({
      digits: fc.integer({ min: 1, max: 99999 }),
      exponent: fc.integer({ min: -2, max: 6 }),
      bound: fc.constantFrom(...BOUNDS),
    });
    fc.assert(
      fc.property(
        figure,
        figure,
        fc.constantFrom(10000, 1000, 0.5, 666.6666666666666, 3.3058),
        (a, b, factor) => {
          const [one, other] = [a, b].map(({ digits, exponent, bound }) =>
            valueRange({ value: Number(`${digits}e${exponent}`), bound }),
          ) as [ReturnType<typeof valueRange>, ReturnType<typeof valueRange>];
          expect(meetingOf(other, one)).toBe(meetingOf(one, other));
          expect(meetingOf(scaled(one, factor), scaled(other, factor))).toBe(meetingOf(one, other));
        },
      ),
    );
  });

  it('says the same of figures printed in tens, thousands or ten thousands of a unit', () => {
    const power = fc.integer({ min: -4, max: 4 });
    const digits = fc.integer({ min: 1, max: 99999 });
    fc.assert(
      fc.property(digits, digits, power, fc.constantFrom(...BOUNDS), (a, b, moved, bound) => {
        const [printed, converted] = [
          valueRange({ value: a, bound }),
          valueRange({ value: Number(`${a}e${moved}`), bound }),
        ];
        const back = scaled(converted, 10 ** -moved);
        expect(meetingOf(back, range(b))).toBe(meetingOf(printed, range(b)));
      }),
    );
  });
});
