import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { type Measured, settle } from './measured.ts';
import type { Unit } from './unit.ts';

const MONTHS_OF_YEAR = 12;
const YEARS_OF_TEN = 10;

/** 两岁零三个月, 1岁8个月. */
export function readMonthsOfAge(text: string, measured: Measured): Measured {
  const { unit, end, value, valueMax } = measured;
  if (unit.kind !== 'age' || valueMax !== undefined || text[end - 1] !== '岁') return measured;
  const from = text[end] === '零' || text[end] === '又' ? end + 1 : end;
  const months = readNumeral(text, from);
  if (months === null || months.valueMax !== undefined || !text.startsWith('个月', months.end))
    return measured;
  if (months.value <= 0 || months.value >= MONTHS_OF_YEAR) return measured;
  const share = Number((months.value / MONTHS_OF_YEAR).toFixed(2));
  return { ...measured, value: settle(value + share), end: months.end + 2 };
}

const BEFORE_AGE_IN_TENS = /年[近过逾届满]$/;
const AFTER_AGE_IN_TENS = /^(?:老|高龄|母|父|夫妇|奶奶|爷爷|的?老|村民|院士|翁|党员|妇|退休|独居|之龄)/;

/** 旬 in 七旬老人, 年逾八旬: ten years of age. 上旬 and 两旬 are others. */
export function ageInTens(
  text: string,
  { start, end, value, form }: Numeral,
  knowledge: FiguresKnowledge,
): { readonly unit: Unit; readonly end: number } | null {
  if (text[end] !== '旬' || form !== 'chinese' || value < 5 || value > 10) return null;
  const said =
    BEFORE_AGE_IN_TENS.test(text.slice(Math.max(0, start - 2), start)) ||
    AFTER_AGE_IN_TENS.test(text.slice(end + 1, end + 4));
  return said ? { unit: { ...knowledge.units.get('岁')!, factor: YEARS_OF_TEN }, end: end + 1 } : null;
}
