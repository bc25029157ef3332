import type { Moment } from '@shared/model/time.ts';
import { type CalendarDate, dateOfDayNumber, dayNumber, weekdayOf } from './calendar.ts';
import type { DatingKnowledge } from './knowledge.ts';

/** Day 0 of the first month is the eve of the new year; null outside the table of years. */
function lunarDate(
  year: number,
  month: number,
  day: number,
  { lunarYears }: DatingKnowledge,
): Required<CalendarDate> | null {
  const table = lunarYears.get(year);
  if (table === undefined) return null;
  const leapsBefore = table.leapMonth > 0 && table.leapMonth < month ? 1 : 0;
  let days = day - 1;
  for (let index = 0; index < month - 1 + leapsBefore; index += 1) days += table.monthLengths[index] ?? 0;
  return dateOfDayNumber(dayNumber(year, ...table.newYear) + days);
}

/** The day in April on which 清明 falls, from 1900 to 2099: the sun's 15th degree in the usual approximation. */
function clearBrightness(year: number): Required<CalendarDate> {
  const inCentury = year % 100;
  const start = year < 2000 ? 5.59 : 4.81;
  return { year, month: 4, day: Math.floor(inCentury * 0.2422 + start) - Math.floor(inCentury / 4) };
}

/** The day of a feast or lunar date in a year; null where the moment is none. */
export function feastDate(moment: Moment, year: number, knowledge: DatingKnowledge): CalendarDate | null {
  const { month, day, weekday, rule } = moment;
  if (rule === 'clear-brightness') return clearBrightness(year);
  if (month === undefined) return null;
  if (moment.lunar) {
    const date = lunarDate(year, month, day ?? 1, knowledge);
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
