import { CHINESE_DIGITS, valueAt } from './characters.ts';
import type { Numeral } from './numeral.ts';

/** What may not follow 成 and 折 if they are to count tenths: 三成 but 一成立, 三成员; 八折 but 三折叠. */
const AFTER_TENTHS_NO_SHARE = new Set([...'立为功员熟长果品分就本都材型绩效语套交像因形家名虫丁片']);
const AFTER_DISCOUNT_NO_SHARE = new Set([...'叠射腾页磨戟断线返合损']);

const PERCENT_OF_SCALE = 100;

const settle = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(15)) : value);

/** Multiplies both ends of a numeral and makes it a share that ends at `end`. */
function shareOf(numeral: Numeral, factor: number, end: number, start = numeral.start): Numeral {
  return {
    start,
    end,
    value: settle(numeral.value * factor),
    ...(numeral.valueMax === undefined ? {} : { valueMax: settle(numeral.valueMax * factor) }),
    bound: numeral.bound,
    form: 'ratio',
    bare: false,
  };
}

/** 百分之三十, 五分之一: `denominator` has just been read and 分之 follows it. */
export function readFraction(
  text: string,
  denominator: Numeral,
  readNumerator: (text: string, at: number) => Numeral | null,
): Numeral | null {
  if (denominator.valueMax !== undefined || denominator.value <= 0 || denominator.bound !== 'exact')
    return null;
  if (!text.startsWith('分之', denominator.end)) return null;
  const numerator = readNumerator(text, denominator.end + 2);
  if (numerator === null) return null;
  return shareOf(numerator, PERCENT_OF_SCALE / denominator.value, numerator.end, denominator.start);
}

/** 三成, 三成五, 七成多, 三到四成. */
export function readTenths(text: string, numeral: Numeral): Numeral | null {
  const { end } = numeral;
  if (text[end] !== '成' || numeral.value > 10 || numeral.value <= 0 || numeral.form === 'digits')
    return null;
  const after = text[end + 1] ?? '';
  if (AFTER_TENTHS_NO_SHARE.has(after)) return null;
  const hundredths = valueAt(CHINESE_DIGITS, text, end + 1);
  if (hundredths > 0 && valueAt(CHINESE_DIGITS, text, end + 2) < 0) {
    const share = shareOf(numeral, 10, end + 2);
    return { ...share, value: share.value + hundredths };
  }
  if (after === '半') {
    const share = shareOf(numeral, 10, end + 2);
    return { ...share, value: share.value + 5 };
  }
  const share = shareOf(numeral, 10, end + 1);
  return after === '多' || after === '余' ? { ...share, end: end + 2, bound: 'more-than' } : share;
}

/** 八折, 七五折, 8.5折: the share of the price that is paid. */
export function readDiscount(text: string, numeral: Numeral): Numeral | null {
  const { end, start, value } = numeral;
  if (text[end] !== '折' || value <= 0 || value >= 100 || numeral.bound === 'more-than') return null;
  if (AFTER_DISCOUNT_NO_SHARE.has(text[end + 1] ?? '') || text[start - 1] === '波') return null;
  return shareOf(numeral, value < 10 ? 10 : 1, end + 1);
}
