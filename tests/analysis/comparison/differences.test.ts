import { differencesOf } from '@shared/analysis/comparison/differences.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folding } from '../reuse/made-copies.ts';

const told = (one: string, other: string): string[][] => {
  const texts = [one, other];
  return differencesOf(one, other, folding).map((stretches, side) =>
    stretches.map(({ start, end }) => texts[side]!.slice(start, end)),
  );
};

describe('differencesOf', () => {
  it('marks what each of two wordings has alone', () => {
    expect(told('大坝高62米，去年完工', '大坝高65米，今年完工')).toEqual([
      ['2', '去'],
      ['5', '今'],
    ]);
    expect(told('全县修路十二公里', '全县今春修路十二公里')).toEqual([[], ['今春']]);
  });

  it('takes script, blanks and line ends for no difference', () => {
    expect(told('县里 修了\n长堤', '縣裡修了長堤')).toEqual([[], []]);
  });

  it('takes a lone character between two changes into the change', () => {
    expect(told('甲乙丙的丁戊己，好', '子丑寅的卯辰巳，好')).toEqual([
      ['甲乙丙的丁戊己'],
      ['子丑寅的卯辰巳'],
    ]);
  });

  it('leaves the same units on both sides when what it marks is taken out', () => {
    const text = fc
      .array(fc.constantFrom(...'甲乙丙丁\n。'), { maxLength: 40 })
      .map((units) => units.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first, second] = [one, other].map((whole, side) => {
          let rest = '';
          let at = 0;
          for (const { start, end } of differencesOf(one, other, folding)[side as 0 | 1]) {
            expect(start).toBeGreaterThanOrEqual(at);
            rest += whole.slice(at, start);
            at = end;
          }
          return (rest + whole.slice(at)).replace(/\n/g, '');
        });
        expect(first).toBe(second);
      }),
    );
  });
});
