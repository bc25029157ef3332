import {
  ARABIC_DIGITS,
  CHINESE_DIGITS,
  isArabicDigit,
  SMALL_SCALES,
  valueAt,
} from '@shared/numerals/characters.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, type Measured, settle } from './measured.ts';
import { PARTS_OF_YUAN, type Unit } from './unit.ts';

/** 五 in 三块五 and 三毛五: one digit more, with no unit of its own. */
function digitAfterPiece(text: string, at: number): number {
  if (!'块塊毛角'.includes(text[at - 1]!)) return -1;
  const digit = Math.max(valueAt(CHINESE_DIGITS, text, at), valueAt(ARABIC_DIGITS, text, at));
  const next = valueAt(SMALL_SCALES, text, at + 1) > 0 || isArabicDigit(text, at + 1);
  return next || '个只条块名'.includes(text[at + 1] ?? ' ') ? -1 : digit;
}

/** 块 is money where no noun follows that could come in pieces: 三块五, 五块。 */
export function moneyOfPieces(text: string, unit: Unit, end: number, knowledge: FiguresKnowledge): Unit {
  if (unit.name !== '块' && unit.name !== '塊') return unit;
  const money = digitAfterPiece(text, end) > 0 || !isHan(text[end]);
  return money ? knowledge.units.get('元')! : unit;
}

/** 五元三角二分, 三块五. */
export function readPartsOfYuan(text: string, measured: Measured): Measured {
  if (measured.unit.name !== 'CNY' || measured.valueMax !== undefined) return measured;
  let { value, end } = measured;
  let below = 1;
  while (true) {
    const numeral = readNumeral(text, end);
    if (numeral === null || numeral.value >= 10 || numeral.value <= 0 || numeral.bound !== 'exact') break;
    const part = PARTS_OF_YUAN.beginningAt(text, numeral.end);
    if (part !== null && part.value < below) {
      value += numeral.value * part.value;
      below = part.value;
      end = numeral.end + part.word.length;
      if (text[end] === '钱') end += 1;
      continue;
    }
    break;
  }
  const digit = digitAfterPiece(text, end);
  if (digit > 0) {
    value += digit * (below / 10);
    end += 1;
  }
  return end === measured.end ? measured : { ...measured, value: settle(value), end };
}
