import { ARABIC_DIGITS, valueAt } from '@shared/numerals/characters.ts';
import { readGroup } from '@shared/numerals/read-group.ts';
import { endOfRangeSign } from '@shared/numerals/read-numeral.ts';

/** A number as calendars print it: no sign, point or separators. */
export interface CalendarNumber {
  readonly value: number;
  readonly end: number;
  /** Units it is printed with. */
  readonly width: number;
  readonly arabic: boolean;
  /** Chinese digits in a row: 二〇二二. */
  readonly inRow: boolean;
}

/** Longest run of digits that can stand in a date. */
const LONGEST_RUN = 4;

/** Modern setting puts a space between digits and these: 2023 年 10 月. */
const UNITS_AFTER_SPACE = new Set([...'年月日号时点分秒世季']);

/** Reads 2022, ２０２２, 二〇二二 or 十二; null for longer runs of digits, ranges (七八) and vague numbers. */
export function readCalendarNumber(text: string, at: number): CalendarNumber | null {
  let value = 0;
  let end = at;
  for (let digit = valueAt(ARABIC_DIGITS, text, end); digit >= 0; digit = valueAt(ARABIC_DIGITS, text, end)) {
    value = value * 10 + digit;
    end += 1;
    if (end - at > LONGEST_RUN) return null;
  }
  if (end > at) {
    const spaced = text[end] === ' ' && UNITS_AFTER_SPACE.has(text[end + 1] ?? '');
    return { value, end: spaced ? end + 1 : end, width: end - at, arabic: true, inRow: false };
  }
  const group = readGroup(text, at);
  if (group === null || group.bare || group.end - at > 9) return null;
  if (group.valueMax !== undefined) return null;
  return {
    value: group.value,
    end: group.end,
    width: group.end - at,
    arabic: false,
    inRow: group.digitsInRow,
  };
}

/** The end of the sign that joins two ends of a period; `at` itself where none stands. */
export function endOfJoiner(text: string, at: number): number {
  const end = endOfRangeSign(text, text[at] === '起' ? at + 1 : at);
  if (text[at] === '起' && end === at + 1) return at;
  if (end > at) return end;
  return text.startsWith('直到', at) || text.startsWith('直至', at) ? at + 2 : at;
}
