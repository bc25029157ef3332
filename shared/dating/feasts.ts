import type { Moment } from '@shared/model/time.ts';
import { type CalendarDate, dateOfDayNumber, dayNumber, lastDayOf, weekdayOf } from './calendar.ts';
import type { DatingKnowledge } from './knowledge.ts';
import { dayOfSun } from './solar-terms.ts';

/** Day 0 of the first month is the eve of the new year; null outside the table of years. */
function lunarDate(
  year: number,
  month: number,
  day: number,
  leap: boolean,
  { lunarYears }: DatingKnowledge,
): Required<CalendarDate> | null {
  const table = lunarYears.get(year);
  if (table === undefined) return null;
  const within = leap && table.leapMonth === month;
  const leapsBefore = table.leapMonth > 0 && (table.leapMonth < month || within) ? 1 : 0;
  let days = day - 1;
  for (let index = 0; index < month - 1 + leapsBefore; index += 1) days += table.monthLengths[index] ?? 0;
  return dateOfDayNumber(dayNumber(year, ...table.newYear) + days);
}

/** The day of a feast or lunar date in a year; null where the moment is none. */
export function feastDate(moment: Moment, year: number, knowledge: DatingKnowledge): CalendarDate | null {
  const { month, day, weekday, rule } = moment;
  if (rule !== undefined && 'sun' in rule) return dayOfSun(year, rule.sun);
  if (month === undefined) return null;
  if (moment.lunar) {
    const date = lunarDate(year, month, day ?? 1, moment.leap === true, knowledge);
    return date === null || day !== undefined ? date : { year: date.year, month: date.month };
  }
  if (rule !== undefined && weekday !== undefined && rule.nth < 0) {
    const lastDay = lastDayOf(year, month);
    const back = (weekdayOf(dayNumber(year, month, lastDay)) - weekday + 7) % 7;
    return { year, month, day: lastDay - back + 7 * (rule.nth + 1) };
  }
  if (rule !== undefined && weekday !== undefined) {
    const first = dayNumber(year, month, 1);
    const offset = (weekday - weekdayOf(first) + 7) % 7;
    return { year, month, day: 1 + offset + 7 * (rule.nth - 1) };
  }
  return null;
}

const MONTHS = 12;

/** 初八 with no month: that day of the lunar month nearest to a day of the calendar. */
export function lunarDayNear(
  { year, month, day }: Required<CalendarDate>,
  lunarDay: number,
  knowledge: DatingKnowledge,
): CalendarDate | null {
  const today = dayNumber(year, month, day);
  let nearest: Required<CalendarDate> | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let count = -2; count <= 0; count += 1) {
    for (let lunarMonth = 1; lunarMonth <= MONTHS; lunarMonth += 1) {
      for (const leap of [false, true]) {
        const date = lunarDate(year + 1 + count, lunarMonth, lunarDay, leap, knowledge);
        const away = date === null ? least : Math.abs(dayNumber(date.year, date.month, date.day) - today);
        if (away < least) [nearest, least] = [date, away];
      }
    }
  }
  return nearest;
}

export const isFeast = (moment: Moment): boolean => moment.lunar === true || moment.rule !== undefined;
