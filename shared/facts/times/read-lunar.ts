import { ARABIC_DIGITS, CHINESE_DIGITS, SMALL_SCALES, valueAt } from '@shared/numerals/characters.ts';
import { type CalendarNumber, readCalendarNumber } from './calendar-number.ts';
import type { TimesKnowledge } from './knowledge.ts';
import type { Draft } from './reading.ts';

/** What behind 初一 shows 一 to count: 三月初一场雨. */
const COUNTED = new Set([...'场个批次名位家些直度样起']);

/** 初三, 十五, 廿三: a day of a lunar month. */
export function readLunarDay(
  text: string,
  at: number,
): { readonly day: number; readonly end: number } | null {
  const early = text[at] === '初';
  const number = readCalendarNumber(text, early ? at + 1 : at);
  if (number === null || number.value < 1 || number.value > (early ? 10 : 30)) return null;
  return { day: number.value, end: number.end + (text[number.end] === '日' ? 1 : 0) };
}

/** The year before a lunar month: 农历二〇二一年六月初三, 农历2021年六月. */
function yearBefore(text: string, at: number): CalendarNumber | null {
  const year = readCalendarNumber(text, at);
  return year !== null && year.width === 4 && text[year.end] === '年' ? year : null;
}

function takeDay(text: string, draft: Draft, at: number): void {
  const day = readLunarDay(text, at);
  draft.place = day?.end ?? at;
  if (day === null) return;
  draft.moment.day = day.day;
  draft.level = 'day';
}

/** 农历正月十五, 闰四月初三, 腊月二十三; without 农历 or 闰 only 正月, 冬月, 腊月 say that the moon counts. */
export function readLunar(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  let { place } = draft;
  let marked = false;
  let leap = false;
  let year: CalendarNumber | null = null;
  for (
    let head = knowledge.lunarHeads.startingAt(text, place);
    head !== null && !leap;
    head = knowledge.lunarHeads.startingAt(text, place)
  ) {
    marked = true;
    leap = head.word === '闰' || head.word === '閏';
    place += head.word.length;
    year ??= leap ? null : yearBefore(text, place);
    if (year !== null && year.end > place) place = year.end + 1;
  }
  const named = knowledge.lunarMonths.startingAt(text, place);
  let month = named?.value ?? 0;
  if (named !== null) place += named.word.length;
  else {
    const number = marked ? readCalendarNumber(text, place) : null;
    if (number === null || number.value < 1 || number.value > 12 || text[number.end] !== '月') return false;
    month = number.value;
    place = number.end + 1;
  }
  if (year !== null) {
    draft.moment.origin = 'calendar';
    draft.moment.year = year.value;
  }
  draft.moment.lunar = true;
  if (leap) draft.moment.leap = true;
  draft.moment.month = month;
  draft.level = 'month';
  takeDay(text, draft, place);
  return true;
}

/** 初一 to 初三 are also the years of a middle school; they are days only beside another day or a time. */
const DAY_AFTER = /^(?:[早晚夜当那到至起、]|就|一大早)/;
const FIRST_SURE = 4;

/** 初八 with no month. */
export function readBareLunarDay(text: string, draft: Draft): boolean {
  const day = readLunarDay(text, draft.place);
  const character = text[draft.place - 1] ?? ' ';
  if (day === null || /[年大当起最太之月正]/.test(character) || COUNTED.has(text[day.end] ?? ' '))
    return false;
  if (isArabic(text, draft.place + 1)) return false;
  if (day.day < FIRST_SURE && !DAY_AFTER.test(text.slice(day.end, day.end + 3))) return false;
  draft.moment.lunar = true;
  draft.moment.day = day.day;
  draft.level = 'day';
  draft.place = day.end;
  return true;
}

const isArabic = (text: string, at: number): boolean => valueAt(ARABIC_DIGITS, text, at) >= 0;

/** 初三 behind a month printed in Chinese: only the moon's months have such days. */
export function readEarlyLunarDay(text: string, draft: Draft): boolean {
  const { place } = draft;
  const isDay = valueAt(CHINESE_DIGITS, text, place + 1) > 0 || valueAt(SMALL_SCALES, text, place + 1) === 10;
  if (text[place] !== '初' || !isDay || COUNTED.has(text[place + 2] ?? ' ')) return false;
  draft.moment.lunar = true;
  takeDay(text, draft, place);
  return true;
}
