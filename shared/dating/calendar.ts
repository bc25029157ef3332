import type { TimeUnit } from '@shared/model/time.ts';

/** A date known to the year, the month or the day; `month` is there where `day` is. */
export interface CalendarDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 at the precision the date has; years before our era as astronomers count them, with a minus. */
export function printDate({ year, month, day }: CalendarDate): string {
  const printed = year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
  if (month === undefined) return printed;
  return day === undefined ? `${printed}-${two(month)}` : `${printed}-${two(month)}-${two(day)}`;
}

/** @returns null when the text is no ISO date of the years 1 to 9999. */
export function parseDate(text: string): CalendarDate | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day] = parts;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function lastDayOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

export function dateOfDayNumber(number: number): Required<CalendarDate> {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 for Monday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

const DAYS_OF_HALF_MONTH = 15;

/** The first month of the quarter that holds `month`. */
const quarterOf = (month: number): number => month - ((month - 1) % 3);

/**
 * The date `by` units from `from`, known to that unit and no finer; a quarter is its first month, and half a
 * month away the month is known.
 * @returns null where `from` is not known to the unit.
 */
export function shiftDate(from: CalendarDate, unit: TimeUnit, by: number): CalendarDate | null {
  if (unit === 'year') return { year: from.year + by };
  if (from.month === undefined) return null;
  if (unit === 'quarter') return shiftDate({ ...from, month: quarterOf(from.month) }, 'month', 3 * by);
  if (unit === 'month' && !Number.isInteger(by)) {
    if (from.day === undefined) return null;
    const half = Math.sign(by) * DAYS_OF_HALF_MONTH;
    const { year, month, day } = dateOfDayNumber(dayNumber(from.year, from.month, from.day) + half);
    return shiftDate({ year, month, day }, 'month', Math.trunc(by));
  }
  if (unit === 'month') {
    const months = from.year * 12 + from.month - 1 + by;
    return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  }
  if (from.day === undefined || (unit !== 'day' && unit !== 'week')) return null;
  return dateOfDayNumber(dayNumber(from.year, from.month, from.day) + (unit === 'week' ? 7 * by : by));
}
