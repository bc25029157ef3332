import {
  ARABIC_DIGITS,
  CHINESE_DIGITS,
  isArabicDigit,
  SMALL_SCALES,
  valueAt,
} from '@shared/numerals/characters.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { endOfRangeSign, readNumeral } from '@shared/numerals/read-numeral.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, type Measured, settle, standsAlone } from './measured.ts';
import { PARTS_OF_YUAN, type Unit } from './unit.ts';

/** What the digit counts itself: 一块三张 is three for one yuan. */
const PIECES = '个只条块名张件本支份枚瓶碗斤袋盒';

/** 五 in 三块五 and 三毛五: one digit more, with no unit of its own. */
function digitAfterPiece(text: string, at: number): number {
  if (!'块塊毛角'.includes(text[at - 1]!)) return -1;
  const digit = Math.max(valueAt(CHINESE_DIGITS, text, at), valueAt(ARABIC_DIGITS, text, at));
  const next = valueAt(SMALL_SCALES, text, at + 1) > 0 || isArabicDigit(text, at + 1);
  return next || PIECES.includes(text[at + 1] ?? ' ') ? -1 : digit;
}

/** What behind 块 shows money: a bound (三千块左右), the other end of a range, what it is counted by. */
function saysMoney(text: string, end: number, knowledge: FiguresKnowledge): boolean {
  if (text[end] === '一' || text[end] === '每') return knowledge.per.startingAt(text, end + 1) !== null;
  if (!isHan(text[end]) || text[end] === '的' || digitAfterPiece(text, end) > 0) return true;
  // 十块零五分
  if (text[end] === '零' && digitAt(text, end + 1) > 0 && /[毛角分]/.test(text[end + 2] ?? ' ')) return true;
  if (knowledge.bounds.after.startingAt(text, end) !== null) return true;
  const sign = endOfRangeSign(text, end);
  return sign > end && readNumeral(text, sign) !== null;
}

/** How nouns end that come in pieces; one before the number is what it counts: 轨道板1128块. */
const IN_PIECES = /[板砖石碑牌匾田屏表皂腐璃池瓦煤冰玉铁饼糖砚墨][约共近]?$/;

/**
 * 块 is money where no noun follows or stands before that could come in pieces: 三块五, 五块。
 * @param start where the number begins, `end` where 块 ends.
 */
export function moneyOfPieces(
  text: string,
  unit: Unit,
  [start, end]: readonly [start: number, end: number],
  knowledge: FiguresKnowledge,
): Unit {
  if (unit.name !== '块' && unit.name !== '塊') return unit;
  if (IN_PIECES.test(text.slice(Math.max(0, start - 2), start))) return unit;
  return saysMoney(text, end, knowledge) ? knowledge.units.get('元')! : unit;
}

const digitAt = (text: string, at: number): number =>
  Math.max(valueAt(CHINESE_DIGITS, text, at), valueAt(ARABIC_DIGITS, text, at));

/**
 * 毛, 角 and 毫 with no 元 before them: 三毛五, 3角5分, 八毛。 Elsewhere they are everyday characters (羊毛, 三角).
 */
export function smallChangeAt(
  text: string,
  numeral: Numeral,
  knowledge: FiguresKnowledge,
): { readonly unit: Unit; readonly end: number } | null {
  const { end, value } = numeral;
  const part = PARTS_OF_YUAN.startingAt(text, end);
  if (part === null || part.value !== 0.1 || value >= 100) return null;
  const after = end + 1;
  const goesOn = digitAfterPiece(text, after) > 0 || (digitAt(text, after) > 0 && text[after + 1] === '分');
  const plain = numeral.form === 'arabic' || part.word === '毛' || standsAlone(text, numeral.start, after);
  if (!goesOn && !(plain && saysMoney(text, after, knowledge))) return null;
  return { unit: { ...knowledge.units.get('元')!, factor: part.value }, end: after };
}

/** 七百二十美元九十美分, 7卢布50戈比: a part of a currency behind the sum that it belongs to. */
function readSmallerCoins(text: string, measured: Measured, { units }: FiguresKnowledge): Measured {
  const { unit, valueMax, bound, end } = measured;
  if (unit.kind !== 'money' || valueMax !== undefined || bound !== 'exact') return measured;
  const coins = readNumeral(text, end);
  if (coins === null || coins.valueMax !== undefined || coins.bound !== 'exact' || coins.value <= 0)
    return measured;
  const part = units.startingAt(text, coins.end);
  const { name, factor } = part?.value ?? {};
  if (part === null || name !== unit.name || factor == null || factor >= (unit.factor ?? 1)) return measured;
  const value = settle(measured.value + coins.value * factor);
  return { ...measured, value, end: coins.end + part.word.length };
}

/** 五元三角二分, 三块五, 壹佰元零五分, 三美元五十美分. */
export function readPartsOfYuan(text: string, measured: Measured, knowledge: FiguresKnowledge): Measured {
  if (measured.unit.name !== 'CNY') return readSmallerCoins(text, measured, knowledge);
  if (measured.valueMax !== undefined) return measured;
  let { value, end } = measured;
  let below = measured.unit.factor ?? 1;
  while (true) {
    const from = text[end] === '零' ? end + 1 : end;
    const digit = digitAt(text, from);
    const part = digit > 0 ? PARTS_OF_YUAN.startingAt(text, from + 1) : null;
    if (part === null || part.value >= below) break;
    value += digit * part.value;
    below = part.value;
    end = from + 1 + part.word.length;
    if (text[end] === '钱' || text[end] === '整') end += 1;
  }
  // 五十块一斤: 一 counts what the price is for.
  const counted = text[end] === '一' && knowledge.per.startingAt(text, end + 1) !== null;
  const digit = counted ? -1 : digitAfterPiece(text, end);
  if (digit > 0) {
    value += digit * (below / 10);
    end += 1;
  }
  return end === measured.end ? measured : { ...measured, value: settle(value), end };
}
