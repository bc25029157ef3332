import { CHINESE_DIGITS, valueAt } from './characters.ts';
import type { Numeral } from './numeral.ts';

/** What may not follow 成 and 折 if they are to count tenths: 三成 but 一成立, 三成员; 八折 but 三折叠. */
const AFTER_TENTHS_NO_SHARE = new Set([...'立为功员熟长果品分就本都材型绩效语套交像因形家名虫丁片']);
const AFTER_DISCOUNT_NO_SHARE = new Set([...'叠射腾页磨戟断线返合损']);

/** Whether 成 stands before `at` as part of another word: 成立, 成品. */
export const beginsWordOfTenths = (text: string, at: number): boolean =>
  AFTER_TENTHS_NO_SHARE.has(text[at] ?? '');

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
  // 百份之 is printed for 百分之 now and then.
  if (!/^[分份]之/.test(text.slice(denominator.end, denominator.end + 2))) return null;
  const from = denominator.end + 2;
  const minus = text[from] === '负' || text[from] === '負';
  const numerator = readNumerator(text, minus ? from + 1 : from);
  if (numerator === null) return null;
  const factor = (minus ? -1 : 1) * (PERCENT_OF_SCALE / denominator.value);
  return shareOf(numerator, factor, numerator.end, denominator.start);
}

/** Greatest lower number of a fraction that is printed with a slash. */
const GREATEST_DENOMINATOR = 100;

/** What stands before 1/3 or behind it where it is a share: 占1/3, 1/3的学生; elsewhere it may be a date. */
const BEFORE_SLASHED = new Set([...'占约近超过逾达为剩余有的到足增降减']);
const AFTER_SLASHED = /^(?:的(?![0-9])|以上|以下|左右|多|强|弱|多一点)/;

/** 1/3, 3/4 with a slash between plain digits, where the words around it say that it is a share. */
export function readSlashed(text: string, upper: Numeral, lower: Numeral | null): Numeral | null {
  if (lower === null || upper.form !== 'arabic' || lower.form !== 'arabic') return null;
  const proper = upper.value > 0 && upper.value < lower.value && lower.value <= GREATEST_DENOMINATOR;
  if (!proper || !Number.isInteger(upper.value) || !Number.isInteger(lower.value)) return null;
  if (lower.valueMax !== undefined || text[lower.end] === '/' || text[upper.start - 1] === '/') return null;
  const said = BEFORE_SLASHED.has(text[upper.start - 1] ?? ' ');
  if (!said && !AFTER_SLASHED.test(text.slice(lower.end, lower.end + 4))) return null;
  return shareOf(upper, PERCENT_OF_SCALE / lower.value, lower.end);
}

/** 三成, 三成五, 七成多, 三到四成. */
export function readTenths(text: string, numeral: Numeral): Numeral | null {
  const { end } = numeral;
  if (text[end] !== '成' || numeral.value > 10 || numeral.value <= 0 || numeral.form === 'digits')
    return null;
  const after = text[end + 1] ?? '';
  if (beginsWordOfTenths(text, end + 1)) return null;
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
