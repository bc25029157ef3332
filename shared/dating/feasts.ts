import type { Moment } from '@shared/model/time.ts';
import { type CalendarDate, dateOfDayNumber, dayNumber, weekdayOf } from './calendar.ts';
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
  if (rule !== undefined && weekday !== undefined) {
    const first = dayNumber(year, month, 1);
    const offset = (weekday - weekdayOf(first) + 7) % 7;
    return { year, month, day: 1 + offset + 7 * (rule.nth - 1) };
  }
  return null;
}

export const isFeast = (moment: Moment): boolean => moment.lunar === true || moment.rule !== undefined;
