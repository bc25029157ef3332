import type { NthUnits } from '@shared/model/time.ts';
import { type CalendarNumber, readCalendarNumber } from './calendar-number.ts';
import type { Draft } from './reading.ts';

/** Words before a number of units that say from which side it counts. */
const SIDES: readonly (readonly [word: string, side: 'first' | 'last'])[] = [
  ['最后', 'last'],
  ['最末', 'last'],
  ['最後', 'last'],
  ['前', 'first'],
  ['头', 'first'],
  ['頭', 'first'],
];

const UNITS: readonly (readonly [word: string, unit: NthUnits['unit']])[] = [
  ['个季度', 'quarter'],
  ['個季度', 'quarter'],
  ['季度', 'quarter'],
  ['个月', 'month'],
  ['個月', 'month'],
  ['月', 'month'],
  ['个星期', 'week'],
  ['個星期', 'week'],
  ['星期', 'week'],
  ['个礼拜', 'week'],
  ['周', 'week'],
  ['天', 'day'],
  ['日', 'day'],
];

/** Characters behind a unit that make another word of it: 周年, 月饼, 星期三. */
const OTHER_WORDS = /^(?:周[年岁边期]|月[份饼球台报]|日[内后]|天[内后]|个?星期[一二三四五六日天])/;

const MOST: Readonly<Record<NthUnits['unit'], number>> = { quarter: 4, month: 12, week: 53, day: 366 };

const unitAt = (text: string, at: number) =>
  OTHER_WORDS.test(text.slice(at, at + 4)) ? undefined : UNITS.find(([word]) => text.startsWith(word, at));

/**
 * 头八个月, 最后两个月, 最后一天, 第一天: some units in a row of the year or month that the draft names; with none
 * named, only several months or quarters, which are those of a year.
 */
export function readNthUnits(text: string, draft: Draft): boolean {
  const { year, month, shift } = draft.moment;
  const isBelow = year !== undefined || month !== undefined || shift !== undefined;
  const start = text[draft.place] === '的' ? draft.place + 1 : draft.place;
  const side = SIDES.find(([word]) => text.startsWith(word, start));
  const isNth = side === undefined && isBelow && text[start] === '第';
  if (side === undefined && !isNth) return false;
  const count = readCalendarNumber(text, start + (side?.[0].length ?? 1));
  const named = count === null ? undefined : unitAt(text, count.end);
  if (count === null || named === undefined || !isCounted(count, named, isBelow, side?.[0])) return false;
  const [word, unit] = named;
  const { value } = count;
  const fromEnd = { from: -value, to: -1 };
  const fromStart = { from: isNth ? value : 1, to: value };
  draft.moment.nth = { unit, ...(side?.[1] === 'last' ? fromEnd : fromStart) };
  draft.level = 'part';
  draft.place = count.end + word.length;
  return true;
}

/** Whether so many of the unit can be meant here: 前月 is another word, 前三天 alone is said of an event. */
function isCounted(
  { value }: CalendarNumber,
  [word, unit]: (typeof UNITS)[number],
  isBelow: boolean,
  side: string | undefined,
): boolean {
  if (value < 1 || value > MOST[unit]) return false;
  if (word === '月' && (side !== '前' || value < 2 || value > 11)) return false;
  if (isBelow) return true;
  return (unit === 'month' || unit === 'quarter') && value >= 2 && value < MOST[unit];
}
