import { CHINESE_DIGITS, isArabicDigit, valueAt } from '@shared/numerals/characters.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, type Measured, settle } from './measured.ts';
import { unitAt } from './unit-at.ts';

/** 三斤半, 两倍半. */
export function readHalf(text: string, measured: Measured): Measured {
  if (text[measured.end] !== '半' || measured.unit.kind === 'percent' || measured.unit.kind === 'count')
    return measured;
  if (measured.valueMax !== undefined) return measured;
  return { ...measured, value: measured.value + 0.5, end: measured.end + 1 };
}

/** 二两 in 三斤二两: 两 behind a digit is the unit there, not a digit of its own. */
export function liangAfterDigit(
  text: string,
  numeral: Numeral,
  knowledge: FiguresKnowledge,
): Measured | null {
  const { start, end } = numeral;
  if (end - start !== 2 || text[end - 1] !== '两' || isArabicDigit(text, start)) return null;
  const value = valueAt(CHINESE_DIGITS, text, start);
  return value > 0 ? { value, unit: knowledge.units.get('两')!, end, bound: 'exact' } : null;
}

/** A height is printed as 1米75, a mark of sport as 63米25; what numbers a house or a day is neither. */
const TALLEST = 10;
const FARTHEST_MARK = 120;
const AFTER_MARK = /[年月日号楼层路线室栋座点时]/;

/** Units whose tenths are said as one digit behind them: 三十八度五, 一丈二, 五尺六. */
const DECIMAL_UNITS = new Set(['度', '丈', '尺', '寸', '斤']);
const AFTER_TENTH = /^(?:[\s，。；、！？,.;）)的左上以宽长高]|$)/;

/** 三五 of 两米三五, elsewhere three to five; −1 where no two digits end the phrase. */
function digitPairAt(text: string, at: number): number {
  const [tens, ones] = [valueAt(CHINESE_DIGITS, text, at), valueAt(CHINESE_DIGITS, text, at + 1)];
  return tens > 0 && ones > 0 && !isHan(text[at + 2]) ? tens * 10 + ones : -1;
}

/** 5斤3两, 1米75: smaller units behind larger ones of the same dimension. */
export function readSmallerUnits(text: string, measured: Measured, knowledge: FiguresKnowledge): Measured {
  const { unit, end } = measured;
  if (unit.kind !== 'measure' || measured.valueMax !== undefined) return measured;
  const pair = unit.name === '米' ? digitPairAt(text, end) : -1;
  if (pair > 0 && Number.isInteger(measured.value))
    return { ...measured, value: settle(measured.value + pair / 100), end: end + 2 };
  const numeral = readNumeral(text, end);
  if (numeral === null || numeral.bound !== 'exact' || numeral.valueMax !== undefined || numeral.value <= 0)
    return measured;
  const tenth = DECIMAL_UNITS.has(unit.name) && numeral.end - end === 1 && numeral.value < 10;
  if (tenth && AFTER_TENTH.test(text[numeral.end] ?? ''))
    return { ...measured, value: settle(measured.value + numeral.value / 10), end: numeral.end };
  if (unit.factor === null) return measured;
  const liang = liangAfterDigit(text, numeral, knowledge);
  if (liang !== null && liang.unit.dimension === unit.dimension)
    return { ...measured, value: settle(measured.value + liang.value / 10), end: liang.end };
  const next = unitAt(text, numeral.end, knowledge);
  if (
    next?.unit.dimension === unit.dimension &&
    next.unit.factor !== null &&
    numeral.value * next.unit.factor < unit.factor
  ) {
    return {
      ...measured,
      value: settle(measured.value + (numeral.value * next.unit.factor) / unit.factor),
      end: next.end,
    };
  }
  const tenths = unit.name === '亩' && text[numeral.end] === '分' && numeral.value < 10;
  if (tenths && Number.isInteger(measured.value)) {
    const land = text[numeral.end + 1] === '地' ? 2 : 1;
    return { ...measured, value: settle(measured.value + numeral.value / 10), end: numeral.end + land };
  }
  const places = numeral.end - end;
  const isMark =
    /^[0-9]{2}$/.test(text.slice(end, numeral.end)) && !AFTER_MARK.test(text[numeral.end] ?? ' ');
  const height = unit.name === '米' && next === null && places <= 2 && (isMark || !isHan(text[numeral.end]));
  const most = isMark ? FARTHEST_MARK : TALLEST;
  if (!height || measured.value >= most || !Number.isInteger(measured.value)) return measured;
  return {
    ...measured,
    value: settle(measured.value + numeral.value / 10 ** (numeral.end - end)),
    end: numeral.end,
  };
}
