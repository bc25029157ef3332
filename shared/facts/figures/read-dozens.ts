import type { Numeral } from '@shared/numerals/numeral.ts';
import type { Figure } from './figure.ts';
import { settle } from './measured.ts';

const DOZEN = 12;

/** What is sold by the dozen, or what ends the phrase; elsewhere 打 is a verb (一打听, 三打白骨精). */
const AFTER_DOZENS = /^(?:[鸡鸭蛋啤铅钢毛袜手酒饮瓶玫花纸信杯碗扣纽衬]|[\s，。；、！？,.;）)]|$)/;

/** 两打, 三打半, 半打: twelve of each. */
export function readDozens(
  text: string,
  { start, end, value, valueMax, form, bound }: Numeral,
): Figure | null {
  if (text[end] !== '打' || form === 'ratio' || form === 'digits' || valueMax !== undefined) return null;
  const half = text[end + 1] === '半' && form !== 'half';
  const last = end + (half ? 2 : 1);
  if (!AFTER_DOZENS.test(text[last] ?? '')) return null;
  return {
    start,
    end: last,
    kind: 'quantity',
    value: settle((value + (half ? 0.5 : 0)) * DOZEN),
    unit: null,
    bound,
    rule: 'dozens',
    confidence: 0.7,
  };
}
