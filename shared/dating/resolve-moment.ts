import type { Moment, NthUnits } from '@shared/model/time.ts';
import { YEARS_OF_CYCLE, yearOfCycle } from '@shared/numerals/year-cycle.ts';
import {
  type CalendarDate,
  dateOfDayNumber,
  dayNumber,
  lastDayOf,
  printDate,
  shiftDate,
  weekdayOf,
} from './calendar.ts';
import { feastDate, isFeast, lunarDayNear } from './feasts.ts';
import type { DatingKnowledge } from './knowledge.ts';

/** What the text before a time says of its calendar. */
export interface Surroundings {
  readonly published: CalendarDate | null;
  /** The nearest earlier date. */
  readonly earlier: CalendarDate | null;
  /** It stands in the same sentence, in the same paragraph, or further up. */
  readonly distance: 'sentence' | 'paragraph' | 'text';
  /** It stands no further up than in the paragraph before. */
  readonly isNext: boolean;
  /** The year that this sentence or the one before it speaks of; null where none does. */
  readonly spokenYear: number | null;
}

/** First and last unit of what a moment names; `clock` where the day is not known. */
export interface Resolved {
  readonly from: string;
  readonly to: string;
  /** What later times of the text take from it. */
  readonly date: CalendarDate | null;
}

/** A paper of January that prints 11月 means the November before: so many months ahead are taken as past. */
const MONTHS_AHEAD = 8;

/** Gives a moment its place in the calendar, null where the text and the publication date do not tell it. */
export function resolveMoment(
  moment: Moment,
  around: Surroundings,
  knowledge: DatingKnowledge,
): Resolved | null {
  const clock = printClock(moment);
  if (clock !== '' && moment.origin === 'context' && isClockOnly(moment)) {
    const day = around.earlier?.day === undefined ? null : around.earlier;
    const printed = day === null ? clock : printDate(day) + clock;
    return { from: printed, to: printed, date: day };
  }
  const date = dateOf(moment, around, knowledge);
  if (date === null) {
    const known = clock !== '' && moment.origin === 'context' && moment.month === undefined;
    return known && moment.day === undefined ? { from: clock, to: clock, date: null } : null;
  }
  if (moment.nth !== undefined) return nthOf(date, moment.nth);
  if (moment.shift?.unit === 'quarter') return quarterFrom(date);
  if (moment.shift?.unit === 'week' && moment.weekday === undefined) return weekOf(date, moment);
  if (moment.within?.from === 'saturday') return weekOf(date, moment);
  if (moment.week !== undefined) return nthWeekOf(date, moment.week);
  if (moment.edge !== undefined || moment.within !== undefined) return partOf(date, moment);
  const printed = printDate(date) + (date.day === undefined ? '' : clock);
  return { from: printed, to: printed, date };
}

const isClockOnly = ({ shift, year, month, day, weekday }: Moment): boolean =>
  shift === undefined &&
  year === undefined &&
  month === undefined &&
  day === undefined &&
  weekday === undefined;

function printClock({ hour, minute, second }: Moment): string {
  if (hour === undefined) return '';
  const base = `T${String(hour).padStart(2, '0')}:${String(minute ?? 0).padStart(2, '0')}`;
  return second === undefined ? base : `${base}:${second}`;
}

function dateOf(moment: Moment, around: Surroundings, knowledge: DatingKnowledge): CalendarDate | null {
  const date = namedDate(moment, around, knowledge);
  return moment.daysBehind === undefined || date === null ? date : shiftDate(date, 'day', moment.daysBehind);
}

/** The date that the words name, `daysBehind` left out. */
function namedDate(moment: Moment, around: Surroundings, knowledge: DatingKnowledge): CalendarDate | null {
  const base = baseOf(moment, around);
  if (moment.rule !== undefined && moment.month === undefined && base?.month !== undefined)
    return feastDate({ ...moment, month: base.month }, base.year, knowledge);
  if (isFeast(moment)) return feastOf(moment, base, around, knowledge);
  if (moment.weekday !== undefined) return weekdayDate(moment, around);
  if (moment.shift !== undefined || moment.year !== undefined || moment.cycle !== undefined) {
    if (base === null) return null;
    return belowBase(base, moment.sameDay ? dayOfPublication(moment, around) : moment);
  }
  if (moment.origin === 'publication') return around.published;
  if (moment.month !== undefined) return monthDate(moment.month, moment.day, around);
  if (moment.day !== undefined) return dayDate(moment.day, around);
  if (moment.nth !== undefined && moment.nth.unit !== 'month' && moment.nth.unit !== 'quarter') return null;
  if (moment.within?.from === '' || moment.nth !== undefined) {
    const year = around.spokenYear ?? around.published?.year;
    return year === undefined ? null : { year };
  }
  const year = yearNear(around);
  return year === null ? null : { year };
}

/** What 的今天 behind a year or a month takes from the publication. */
function dayOfPublication({ shift }: Moment, { published }: Surroundings): Partial<CalendarDate> {
  if (published === null) return {};
  return shift?.unit === 'month' ? (published.day === undefined ? {} : { day: published.day }) : published;
}

/** What the moment's own year or its steps from the origin give. */
function baseOf(moment: Moment, around: Surroundings): CalendarDate | null {
  if (moment.year !== undefined) return { year: fullYear(moment, around.published) };
  if (moment.cycle !== undefined)
    return around.published && { year: latestOfCycle(moment.cycle, around.published.year) };
  if (moment.shift === undefined) return null;
  const { unit, by } = moment.shift;
  if (moment.origin === 'publication') {
    return around.published === null ? null : shiftDate(around.published, unit, by);
  }
  if (moment.origin === 'spoken') {
    const year = around.spokenYear ?? around.published?.year;
    return year === undefined ? null : { year: year + by };
  }
  const near = unit === 'day' && by === 0 && !around.isNext ? null : around.earlier;
  const shifted = near === null ? null : shiftDate(near, unit, by);
  if (shifted !== null || !moment.orPublication) return shifted;
  if (around.earlier !== null && around.distance !== 'text') return null;
  return around.published === null ? null : shiftDate(around.published, unit, by);
}

/** 甲辰年 of a page of 2024 is 2024, and so of one of December 2023; 甲午年 is 2014. */
const latestOfCycle = (cycle: number, published: number): number =>
  yearOfCycle(cycle, published + 2 - YEARS_OF_CYCLE);

/** So far ahead of its publication a page may speak of a year that it prints in two digits. */
const YEARS_AHEAD = 10;

/** 45年 in a paper of 1987 is 1945. */
function fullYear({ year = 0, shortYear }: Moment, published: CalendarDate | null): number {
  return shortYear && published !== null && year > published.year + YEARS_AHEAD ? year - 100 : year;
}

function belowBase(base: CalendarDate, { month, day }: Partial<CalendarDate>): CalendarDate | null {
  const date = {
    ...base,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
  return isReal(date) ? date : null;
}

const isReal = ({ year, month, day }: CalendarDate): boolean =>
  day === undefined || (month !== undefined && day <= lastDayOf(year, month));

/** The year that a half, a quarter or 年底 belongs to. */
function yearNear(around: Surroundings): number | null {
  const { earlier, published, distance } = around;
  if (earlier !== null && distance !== 'text') return earlier.year;
  return published?.year ?? around.spokenYear;
}

function monthDate(month: number, day: number | undefined, around: Surroundings): CalendarDate | null {
  const { earlier, published, distance } = around;
  const withDay = day === undefined ? {} : { day };
  const near = distance === 'sentence' || (distance === 'paragraph' && earlier?.month !== undefined);
  // Where the day of publication is unknown, a year named farther up tells of other things: a career, a founding.
  let year = published?.year ?? around.spokenYear;
  if (earlier !== null && near) year = earlier.year;
  else if (published?.month !== undefined && month - published.month > MONTHS_AHEAD)
    year = published.year - 1;
  if (year === null) return null;
  const date = { year, month, ...withDay };
  return isReal(date) ? date : null;
}

/** 21日: of the month before it in the paragraph, else of the month of publication or the one before that. */
function dayDate(day: number, around: Surroundings): CalendarDate | null {
  const { earlier, published, distance } = around;
  const near =
    earlier?.month !== undefined && (distance !== 'text' || (published?.day === undefined && around.isNext));
  let month: CalendarDate | null = near ? earlier : published;
  if (!near && published?.day !== undefined && day > published.day) month = shiftDate(published, 'month', -1);
  if (month?.month === undefined) return null;
  const date = { year: month.year, month: month.month, day };
  return isReal(date) ? date : null;
}

/** 周三: the last one up to the day of publication; 上周五: of the week that the steps name. */
function weekdayDate(moment: Moment, { published }: Surroundings): CalendarDate | null {
  if (published?.month === undefined || published.day === undefined) return null;
  const today = dayNumber(published.year, published.month, published.day);
  const weekday = moment.weekday ?? 1;
  if (moment.shift?.unit === 'week')
    return dateOfDayNumber(today - weekdayOf(today) + weekday + 7 * moment.shift.by);
  return dateOfDayNumber(today - ((weekdayOf(today) - weekday + 7) % 7));
}

/** A feast of the year that the words name, else the one nearest to the day of publication. */
function feastOf(
  moment: Moment,
  base: CalendarDate | null,
  around: Surroundings,
  knowledge: DatingKnowledge,
): CalendarDate | null {
  if (base !== null) {
    const date = feastDate(moment, base.year, knowledge);
    // The moon's calendar is known for some centuries; of other years the year alone is sure.
    return date ?? (moment.lunar ? { year: base.year } : null);
  }
  const { published, earlier, distance } = around;
  if (moment.lunar && moment.month === undefined) return lunarDayOf(moment, around, knowledge);
  if (earlier !== null && distance === 'sentence') return feastDate(moment, earlier.year, knowledge);
  if (published === null && around.spokenYear !== null)
    return feastDate(moment, around.spokenYear, knowledge);
  if (published === null) return null;
  if (published.month === undefined) return feastDate(moment, published.year, knowledge);
  const today = dayNumber(published.year, published.month, published.day ?? 15);
  const near = [-1, 0, 1]
    .map((by) => feastDate(moment, published.year + by, knowledge))
    .filter((date) => date !== null)
    .map((date) => ({ date, away: Math.abs(dayNumber(date.year, date.month ?? 1, date.day ?? 1) - today) }))
    .sort((a, b) => a.away - b.away);
  return near[0]?.date ?? null;
}

/** 初八: near the last day that the text names, else near its publication. */
function lunarDayOf(
  { day }: Moment,
  { published, earlier, distance }: Surroundings,
  knowledge: DatingKnowledge,
): CalendarDate | null {
  const near = distance === 'text' || earlier?.day === undefined ? published : earlier;
  const { year, month, day: today } = near ?? {};
  if (year === undefined || month === undefined || today === undefined || day === undefined) return null;
  return lunarDayNear({ year, month, day: today }, day, knowledge);
}

function weekOf(date: CalendarDate, moment: Moment): Resolved | null {
  if (date.month === undefined || date.day === undefined) return null;
  const day = dayNumber(date.year, date.month, date.day);
  const monday = day - weekdayOf(day) + 1;
  const weekend = moment.within?.from === 'saturday';
  const from = dateOfDayNumber(weekend ? monday + 5 : monday);
  return { from: printDate(from), to: printDate(dateOfDayNumber(monday + 6)), date: from };
}

/** The three months from `date` on. */
function quarterFrom(date: CalendarDate): Resolved | null {
  const last = shiftDate(date, 'month', 2);
  return last === null ? null : { from: printDate(date), to: printDate(last), date };
}

/** 最后两个月 of a year, 第一天 of a month. */
function nthOf({ year, month }: CalendarDate, { unit, from, to }: NthUnits): Resolved | null {
  const first = dayNumber(year, month ?? 1, 1);
  const last = dayNumber(year, month ?? 12, lastDayOf(year, month ?? 12));
  if (unit === 'month' || unit === 'quarter') {
    if (month !== undefined) return null;
    const step = unit === 'month' ? 1 : 3;
    const begin = from > 0 ? (from - 1) * step + 1 : 13 + from * step;
    const end = to > 0 ? to * step : 12 + (to + 1) * step;
    if (begin < 1 || end > 12) return null;
    const date = { year, month: begin };
    return { from: printDate(date), to: printDate({ year, month: end }), date };
  }
  const step = unit === 'day' ? 1 : 7;
  const begin = from > 0 ? first + (from - 1) * step : last + 1 + from * step;
  const end = to > 0 ? first + to * step - 1 : last + (to + 1) * step;
  const date = dateOfDayNumber(begin);
  return { from: printDate(date), to: printDate(dateOfDayNumber(end)), date };
}

/** 第十周 of a year, 第二周 of a month. */
function nthWeekOf({ year, month }: CalendarDate, nth: number): Resolved {
  const first = dayNumber(year, month ?? 1, 1);
  const firstThursday = first + ((4 - weekdayOf(first) + 7) % 7);
  const monday = firstThursday - 3 + 7 * (nth - 1);
  const from = dateOfDayNumber(monday);
  return { from: printDate(from), to: printDate(dateOfDayNumber(monday + 6)), date: from };
}

/** 上半年, 下旬, 年底. */
function partOf(date: CalendarDate, { edge, within }: Moment): Resolved {
  const month = date.month ?? 12;
  const lastDay = printDate({ year: date.year, month, day: lastDayOf(date.year, month) });
  if (edge !== undefined) {
    return { from: lastDay, to: lastDay, date: { year: date.year, month } };
  }
  const upper = printDate(date);
  const to = within?.to === 'last-day' ? lastDay : upper + (within?.to ?? '');
  return { from: upper + (within?.from ?? ''), to, date };
}
