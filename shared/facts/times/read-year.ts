import { yearOfCycle } from '@shared/numerals/year-cycle.ts';
import { type CalendarNumber, endOfJoiner, readCalendarNumber } from './calendar-number.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { readBelowYear, readCompactDate, readSeparatedDate, readYearLast } from './read-date.ts';
import { readLunarDay } from './read-lunar.ts';
import { type Draft, finished, newDraft, type Reading } from './reading.ts';
import {
  AFTER_LONG_LENGTH,
  fullYear,
  isShortYear,
  schoolYearOfRepublic,
  yearOfRepublic,
} from './short-years.ts';

const OPENING_QUOTES = new Set([...'“‘「『《"']);

/** Words after 年 that make another word of it: 年级, 年产. */
const YEAR_BLOCKS = new Set([...'级产均轮薪代']);

const isFourDigitYear = (year: CalendarNumber): boolean =>
  year.width === 4 && (year.arabic || year.inRow) && year.value >= 1000 && year.value <= 2200;

/** 二千零八 counts as a year where it is one of ours; 两千 and 三千 are lengths. */
const isSpelledYear = (year: CalendarNumber): boolean =>
  !year.arabic && !year.inRow && year.value > 1900 && year.value < 2100 && year.value % 100 !== 0;

/** 662年: three digits that are not round and that nothing behind them makes a length. */
const isEarlyYear = (text: string, { arabic, width, value, end }: CalendarNumber): boolean =>
  arabic && width === 3 && value >= 200 && value % 10 !== 0 && !AFTER_LONG_LENGTH.has(text[end + 1] ?? '');

function yearOf(text: string, number: CalendarNumber): number | null {
  if (isEarlyYear(text, number)) return number.value;
  if (isFourDigitYear(number) || isSpelledYear(number)) return number.value;
  return isShortYear(text, number) ? fullYear(number.value) : null;
}

/** 2020年, 二〇二〇年度, 98年 with what stands below; 2020—2022年; 2021 before a quoted name; 1998-08-24. */
export function readNumberedYear(text: string, at: number, knowledge: TimesKnowledge): Reading | null {
  const draft = newDraft(at);
  const number = readCalendarNumber(text, at);
  if (number === null) return readCompactDate(text, draft) ? finished(draft, 'compact-date', 0.5) : null;
  if (number.arabic && (readSeparatedDate(text, draft, knowledge) || readYearLast(text, draft)))
    return finished(draft, 'date-separated', 0.95);
  if (number.width < 2) return null;
  if (isDecade(text, number)) return null;
  if (text[number.end] === '年') {
    const ofRepublic = yearOfRepublic(text, number, knowledge.countsFromRepublic === true);
    const year = ofRepublic ?? yearOf(text, number);
    const isOtherWord = YEAR_BLOCKS.has(text[number.end + 1] ?? '') && !isFourDigitYear(number);
    if (year === null || isOtherWord) return null;
    if (number.width === 2 && ofRepublic === null) draft.moment.shortYear = true;
    return readFromYear(text, draft, number.end + 1, year, knowledge);
  }
  if (isListedYear(text, at, number)) return readListedYear(draft, number);
  return readYearRange(text, draft, number) ?? readBareYear(text, draft, number, knowledge);
}

/** 1990年代; 1990年代表 is a year and 代表. */
const isDecade = (text: string, { value, end }: CalendarNumber): boolean =>
  value % 10 === 0 && text.startsWith('年代', end) && !/[表理替办]/.test(text[end + 2] ?? ' ');

function readFromYear(
  text: string,
  draft: Draft,
  place: number,
  year: number,
  knowledge: TimesKnowledge,
): Reading {
  draft.moment.origin = 'calendar';
  draft.moment.year = year;
  draft.place = place;
  if (text[place] === '度' && text[place + 1] !== '过') {
    draft.place += 1;
    draft.moment.within = { from: '', to: '' };
    draft.level = 'part';
    return finished(draft, 'year-of-account', 0.95);
  }
  readBelowYear(text, draft, knowledge);
  return finished(draft, 'calendar-date', 0.97);
}

const LISTED_AFTER =
  /^(?:[、及和与與](?:[12][0-9]{3}|[〇○零一二三四五六七八九]{4}))+(?:[年、]|[两兩三四五六七八2-9]年)/;
const LISTED_BEFORE = /(?:[12][0-9]{3}|[〇○零一二三四五六七八九]{4})[、及和与與]$/;
const CLOSES_LIST = /^[两兩三四五六七八2-9]年/;
const LONGEST_LIST = 48;

/** 2011 of 2011及2012年, 2022 of 2021、2022两年: years that share one 年. */
function isListedYear(text: string, at: number, number: CalendarNumber): boolean {
  if (!isFourDigitYear(number)) return false;
  const { end } = number;
  if (/[、及和与與]/.test(text[end] ?? ' ')) return LISTED_AFTER.test(text.slice(end, end + LONGEST_LIST));
  return (
    CLOSES_LIST.test(text.slice(end, end + 2)) && LISTED_BEFORE.test(text.slice(Math.max(0, at - 5), at))
  );
}

function readListedYear(draft: Draft, { value, end }: CalendarNumber): Reading {
  draft.moment.origin = 'calendar';
  draft.moment.year = value;
  draft.place = end;
  return finished(draft, 'listed-year', 0.9);
}

/** 2020—2022年, 2024-2025学年; without 年 only two full years. */
function readYearRange(text: string, draft: Draft, first: CalendarNumber): Reading | null {
  if (!isFourDigitYear(first)) return null;
  const slashed = text[first.end] === '/';
  const joined = slashed ? first.end + 1 : endOfJoiner(text, first.end);
  const second = joined > first.end ? readCalendarNumber(text, joined) : null;
  if (second === null) return null;
  const last = isFourDigitYear(second) ? second.value : shortUpper(first, second);
  if (last <= first.value) return null;
  const marked = text[second.end] === '年';
  const accounted = endOfAccount(text, second.end) > second.end;
  if (slashed && !accounted) return null;
  if (!marked && !accounted && (!isFourDigitYear(second) || /[-\d—./]/.test(text[second.end] ?? '')))
    return null;
  draft.moment.origin = 'calendar';
  draft.moment.year = first.value;
  draft.to = { year: last };
  draft.place = second.end + (marked ? 1 : 0);
  const account = endOfAccount(text, draft.place);
  const named = account > draft.place;
  draft.place = account;
  return finished(draft, 'year-range', marked || named ? 0.95 : 0.6);
}

/** The end of 度, 赛季 and the like, by which clubs, schools and firms count years. */
function endOfAccount(text: string, at: number): number {
  const word = ['度', '赛季', '学年', '财年', '财政年度', '年度', '榨季'].find((name) =>
    text.startsWith(name, at),
  );
  return at + (word?.length ?? 0);
}

const shortUpper = (first: CalendarNumber, second: CalendarNumber): number =>
  second.arabic && second.width === 2 ? first.value - (first.value % 100) + second.value : 0;

/** 1998“质量巩固年”, 2012赛季, 2023上半年: a year glued to a name or to a part of it. */
function readBareYear(
  text: string,
  draft: Draft,
  number: CalendarNumber,
  knowledge: TimesKnowledge,
): Reading | null {
  const account = text[number.end] === '度' ? number.end : endOfAccount(text, number.end);
  const year = isFourDigitYear(number) ? number.value : schoolYearOfRepublic(text, number);
  if (!number.arabic || year === null || year < 1900) return null;
  draft.moment.origin = 'calendar';
  draft.moment.year = year;
  draft.place = account;
  const below = !OPENING_QUOTES.has(text[account] ?? '') && readBelowYear(text, draft, knowledge);
  if (!below && account === number.end && !OPENING_QUOTES.has(text[account] ?? '')) return null;
  return finished(draft, 'year-before-name', 0.7);
}

/** 公元前3世纪, 公元5世纪. */
function readEarlyCentury({ value, end }: CalendarNumber, before: boolean): Reading {
  const draft = newDraft(end + 2);
  draft.moment = { origin: 'calendar', year: before ? -value * 100 : (value - 1) * 100 + 1 };
  draft.to = { year: before ? -(value - 1) * 100 - 1 : value * 100 };
  return finished(draft, 'century', 0.9);
}

/** 公元前221年, 民国二十六年. */
export function readEraYear(
  text: string,
  at: number,
  head: string,
  knowledge: TimesKnowledge,
): Reading | null {
  let place = at + head.length;
  const before = text[place] === '前';
  if (before) place += 1;
  if (text.startsWith('元年', place)) {
    const first = knowledge.reigns.get(head);
    return first === undefined ? null : readFromYear(text, newDraft(at), place + 2, first + 1, knowledge);
  }
  const span =
    readReign(text, at, head, place, knowledge) ?? readCycleOfReign(text, at, head, place, knowledge);
  if (span !== null) return span;
  const number = readCalendarNumber(text, place);
  if (number === null) return null;
  if (text.startsWith('世纪', number.end)) return readEarlyCentury(number, before || head.endsWith('前'));
  if (text[number.end] !== '年') return null;
  const year = (knowledge.reigns.get(head) ?? 0) + number.value;
  if (before || head.endsWith('前')) {
    const draft = newDraft(number.end + 1);
    draft.moment = { origin: 'calendar', year: -number.value };
    return finished(draft, 'year-before-era', 0.95);
  }
  const reading = readFromYear(text, newDraft(at), number.end + 1, year, knowledge);
  return knowledge.lunarReigns.has(head) ? byTheMoon(text, reading) : reading;
}

/** 甲午年, 己亥年三月: a year by its stem and branch; its months are the moon's. */
export function readCycleYear(
  text: string,
  at: number,
  word: string,
  index: number,
  knowledge: TimesKnowledge,
): Reading {
  const draft = newDraft(at + word.length);
  draft.moment = { origin: 'calendar', cycle: index };
  readBelowYear(text, draft, knowledge);
  return byTheMoon(text, finished(draft, 'cycle-year', 0.5));
}

/** 光绪甲午年: the year of a reign by its stem and branch, null where the reign has none. */
function readCycleOfReign(
  text: string,
  at: number,
  head: string,
  place: number,
  knowledge: TimesKnowledge,
): Reading | null {
  const cycle = knowledge.heads.startingAt(text, place);
  const [first, last] = [knowledge.reigns.get(head), knowledge.reignEnds.get(head)];
  if (cycle?.value.type !== 'cycle' || first === undefined || last === undefined) return null;
  const year = yearOfCycle(cycle.value.index, first + 1);
  const end = place + cycle.word.length;
  return year > last ? null : byTheMoon(text, readFromYear(text, newDraft(at), end, year, knowledge));
}

/** Years of the beginning or the end of a reign, as of a century. */
const YEARS_OF_EDGE = 10;

/** 乾隆年间, 光绪朝, 康熙初年, 道光末年: the years of a reign or of its beginning or end. */
function readReign(
  text: string,
  at: number,
  head: string,
  place: number,
  { reigns, reignEnds }: TimesKnowledge,
): Reading | null {
  const word = /^(?:年间|年間|朝(?![廷鲜野阳霞代])|时期|初年|末年)/.exec(text.slice(place, place + 2))?.[0];
  const [first, last] = [reigns.get(head), reignEnds.get(head)];
  if (word === undefined || first === undefined || last === undefined) return null;
  const isFirst = word === '初年';
  const isLast = word === '末年';
  const draft = newDraft(at);
  draft.place = place + word.length;
  draft.moment = {
    origin: 'calendar',
    year: isLast ? Math.max(first + 1, last - YEARS_OF_EDGE + 1) : first + 1,
  };
  draft.to = { year: isFirst ? Math.min(last, first + YEARS_OF_EDGE) : last };
  return finished(draft, 'years-of-era', 0.9);
}

/** 光绪二十四年八月初六: months and days of a reign of China are the moon's. */
function byTheMoon(text: string, reading: Reading): Reading {
  const { from, end } = reading;
  if (from.month === undefined || from.lunar || /[0-9]/.test(text.slice(end - 3, end))) return reading;
  const day = from.day === undefined && text[end - 1] === '月' ? readLunarDay(text, end) : null;
  return {
    ...reading,
    end: day?.end ?? end,
    from: { ...from, lunar: true, ...(day === null ? {} : { day: day.day }) },
    level: day === null ? reading.level : 'day',
  };
}

/** 去年同期, 去年此时, 明年这个时候: the year is all that is sure. */
const SAME_TIME = /^的?(?:同期|此时|此刻|[这這][个個]?时候|同一时期)/;

/** 去年10月18日, 今年上半年, 次年. */
export function readShiftedYear(text: string, at: number, knowledge: TimesKnowledge): Reading | null {
  const word = knowledge.years.startingAt(text, at);
  if (word === null) return null;
  const draft = newDraft(at + word.word.length);
  const { origin, by } = word.value;
  draft.moment = { origin, shift: { unit: 'year', by } };
  if (word.value.within !== undefined) draft.moment.within = word.value.within;
  else if (SAME_TIME.test(text.slice(draft.place, draft.place + 5)))
    draft.place += SAME_TIME.exec(text.slice(draft.place, draft.place + 5))![0].length;
  else if (word.word === '同期') return finished(draft, 'same-period', 0.7);
  else readBelowYear(text, draft, knowledge);
  return finished(draft, 'shifted-year', 0.95);
}
