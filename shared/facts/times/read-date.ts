import { ARABIC_DIGITS, valueAt } from '@shared/numerals/characters.ts';
import { readGroup } from '@shared/numerals/read-group.ts';
import { type CalendarNumber, endOfJoiner, readCalendarNumber } from './calendar-number.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { readClock } from './read-clock.ts';
import { readEarlyLunarDay, readLunar } from './read-lunar.ts';
import { readNthUnits } from './read-nth.ts';
import { readQuarter } from './read-quarter.ts';
import { readNthWeek, readWeekdayOfDay } from './read-week.ts';
import type { Draft } from './reading.ts';
import type { YearTail } from './time-word.ts';

/** One-character tails (2020年初, 9月底) begin other words before these: 初步, 底层, 春运, 中国. */
const TAIL_BLOCKS = new Map([
  ['初', '步中级始衷心次夏春秋冬一二三四五六七八九十'],
  ['底', '层线部特气色'],
  ['末', '端梢位'],
  ['春', '运耕晚风联游雨城节训播蚕分'],
  ['夏', '令粮收至播'],
  ['秋', '收粮播分色'],
  ['冬', '奥训令小泳至'],
]);

/** 中 closes a year or a month (2020年中) only where the phrase ends with it. */
const CLOSERS = new Set([...'，。；、）)」”,;:： \n', '']);

function isTailHere(text: string, word: string, end: number): boolean {
  if (word === '中') return CLOSERS.has(text[end] ?? '');
  return word.length > 1 || !TAIL_BLOCKS.get(word)?.includes(text[end] ?? '\n');
}

function takeTail(draft: Draft, tail: YearTail): void {
  if ('edge' in tail) draft.moment.edge = tail.edge;
  else draft.moment.within = tail.within;
}

/** What may follow a year: month, quarter, half, season, festival, lunar date, 年底. Returns whether any did. */
export function readBelowYear(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const start = draft.place;
  if (text[start] === '的' || text[start] === ' ') draft.place += 1;
  if (
    readFestival(text, draft, knowledge) ||
    readSameDay(text, draft, knowledge) ||
    readMonth(text, draft, knowledge) ||
    readQuarter(text, draft) ||
    readNthWeek(text, draft, knowledge) ||
    readNthUnits(text, draft) ||
    readYearTail(text, draft, knowledge) ||
    readLunar(text, draft, knowledge)
  )
    return true;
  draft.place = start;
  return false;
}

/** 去年的今天, 上个月的今天: the day on which the page was published, in that year or month. */
export function readSameDay(text: string, draft: Draft, { notBefore }: TimesKnowledge): boolean {
  const word = /^今[天日]/.exec(text.slice(draft.place, draft.place + 2))?.[0];
  if (word === undefined) return false;
  const end = draft.place + word.length;
  if (notBefore.get(word)?.includes(text[end] ?? '\n')) return false;
  draft.moment.sameDay = true;
  draft.level = 'day';
  draft.place = end;
  return true;
}

function readYearTail(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const tail = knowledge.yearTails.startingAt(text, draft.place);
  const season = knowledge.seasons.startingAt(text, draft.place);
  const word = (season?.word.length ?? 0) > (tail?.word.length ?? 0) ? season!.word : tail?.word;
  if (word === undefined || !isTailHere(text, word, draft.place + word.length)) return false;
  if (word === tail?.word) takeTail(draft, tail.value);
  else draft.moment.within = season!.value;
  if (word === season?.word && season.value.from === season.value.to) draft.bound = 'approx';
  draft.level = 'part';
  draft.place += word.length;
  return true;
}

/** 上半年, 年底, 隆冬 with no year before them. */
export const readStandingPart = readYearTail;

/** 前 and 后 begin other words before these: 国庆前往. */
const AFTER_SUFFIX = new Set([...'往来续面台']);

/** 春节, 国庆节前夕, 清明假期: what stands around the feast has no date but the feast's. */
export function readFestival(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const feast = knowledge.festivals.startingAt(text, draft.place);
  if (feast === null) return false;
  const end = draft.place + feast.word.length;
  if (knowledge.notBefore.get(feast.word)?.includes(text[end] ?? '\n')) return false;
  if (knowledge.notAfter.get(feast.word)?.includes(text[draft.place - 1] ?? '\n')) return false;
  const { origin: _, ...fields } = feast.value;
  Object.assign(draft.moment, fields);
  draft.place = end;
  draft.level = 'day';
  if (readDayBeside(text, draft)) return true;
  const suffix = knowledge.festivalSuffixes.startingAt(text, end);
  const closes = suffix !== null && !AFTER_SUFFIX.has(text[end + suffix.word.length] ?? '\n');
  if (closes) draft.place = end + suffix.word.length;
  else readBelowDay(text, draft, knowledge);
  return true;
}

/** 春节前一天, 国庆节次日: the day before or behind a feast. */
function readDayBeside(text: string, draft: Draft): boolean {
  const side = /^的?(?:(?<before>前)一|后一|[次翌]|第二)[天日]/.exec(
    text.slice(draft.place, draft.place + 4),
  );
  if (side === null) return false;
  draft.moment.daysBehind = side.groups?.before === undefined ? 1 : -1;
  draft.place += side[0].length;
  return true;
}

const isMonth = (number: CalendarNumber): boolean =>
  number.value >= 1 && number.value <= 12 && number.width <= 2;

/** 两月 and 俩月 are lengths. */
const isCounting = (text: string, at: number): boolean => '两俩仨兩'.includes(text[at] ?? ' ');

/** 七八月, 七八月份. */
function readMonthPair(text: string, draft: Draft): boolean {
  const pair = readGroup(text, draft.place);
  if (pair?.valueMax === undefined || pair.valueMax > 12 || text[pair.end] !== '月') return false;
  draft.moment.month = pair.value;
  draft.to = { month: pair.valueMax };
  draft.level = 'month';
  draft.place = pair.end + (text[pair.end + 1] === '份' ? 2 : 1);
  return true;
}

/** 9月, 9月份, 1至10月, 7、8月 and what stands below a month. */
export function readMonth(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const first = readCalendarNumber(text, draft.place);
  if (first === null) return readMonthPair(text, draft);
  if (!isMonth(first) || isCounting(text, first.end - 1)) return false;
  let last = first;
  const joined = text[last.end] === '、' && first.value < 12 ? last.end + 1 : endOfJoiner(text, last.end);
  if (joined > last.end) {
    const second = readCalendarNumber(text, joined);
    if (second === null || !isMonth(second) || second.value <= first.value) return false;
    last = second;
  }
  if (
    text[last.end] !== '月' ||
    text[last.end + 1] === '饼' ||
    text[last.end + 1] === '球' ||
    text[last.end + 1] === '革'
  )
    return false;
  draft.moment.month = first.value;
  draft.level = 'month';
  draft.place = last.end + 1;
  if (last !== first) {
    draft.to = { month: last.value };
    if (text[draft.place] === '份') draft.place += 1;
    return true;
  }
  if (readDay(text, draft, knowledge) || readBareDay(text, draft, knowledge)) return true;
  if (!first.arabic && readEarlyLunarDay(text, draft)) return true;
  if (text[draft.place] === '份') draft.place += 1;
  readBelowMonth(text, draft, knowledge);
  return true;
}

/** What may stand behind a day that is printed without 日 or 号: nothing that it could count. */
const AFTER_BARE_DAY = /^(?:$|[，。；！？）)\n]|[早晚]上|[上下中]午|凌晨|[至到-]\d{1,2}(?!\d))/;

/** 10 of 8月10, 十五 of 八月十五. */
function readBareDay(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const day = readCalendarNumber(text, draft.place);
  if (day === null || day.value < 1 || day.value > 31 || day.width > 3 || day.inRow) return false;
  if (!AFTER_BARE_DAY.test(text.slice(day.end, day.end + 4))) return false;
  draft.moment.day = day.value;
  draft.level = 'day';
  draft.place = day.end;
  readClock(text, draft, knowledge, true);
  return true;
}

/** 上旬, 月底, 初 after a month. */
export function readBelowMonth(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const tail = knowledge.monthTails.startingAt(text, draft.place);
  if (tail === null || !isTailHere(text, tail.word, draft.place + tail.word.length))
    return readNthWeek(text, draft, knowledge) || readNthUnits(text, draft);
  takeTail(draft, tail.value);
  draft.level = 'part';
  draft.place += tail.word.length;
  return true;
}

/** 5日, 5号, 1—5日 and the time of day behind it. */
export function readDay(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const first = readCalendarNumber(text, text[draft.place] === ' ' ? draft.place + 1 : draft.place);
  if (first === null || first.value < 1 || first.value > 31 || (first.arabic && first.width > 2))
    return false;
  let last = first;
  const joined = text[last.end] === '、' ? last.end + 1 : endOfJoiner(text, last.end);
  if (joined > last.end) {
    const second = readCalendarNumber(text, joined);
    if (second === null || second.value > 31 || second.value <= first.value) return false;
    last = second;
  }
  if (text[last.end] !== '日' && text[last.end] !== '号') return false;
  draft.moment.day = first.value;
  draft.level = 'day';
  draft.place = last.end + 1;
  if (last !== first) {
    draft.to = { day: last.value };
    return true;
  }
  readBelowDay(text, draft, knowledge);
  return true;
}

/** The weekday and the time of day behind a day: （周日）, 上午9时. */
export function readBelowDay(text: string, draft: Draft, knowledge: TimesKnowledge): void {
  if (draft.moment.weekday === undefined) readWeekdayOfDay(text, draft, knowledge);
  readClock(text, draft, knowledge, true);
}

const COMPACT = /^(?:19|20)\d{6}(?!\d)/;

/** 20250102: eight digits that are a day of the last or this century, where no letter or mark makes a code of them. */
export function readCompactDate(text: string, draft: Draft): boolean {
  const { place } = draft;
  const follows = text[place - 1] === '-' && COMPACT.test(text.slice(Math.max(0, place - 9), place - 1));
  if (!follows && /[A-Za-z0-9_.:：=/-]/.test(text[place - 1] ?? ' ')) return false;
  const digits = COMPACT.exec(text.slice(place, place + 9))?.[0];
  const isRange = text[place + 8] === '-' && COMPACT.test(text.slice(place + 9, place + 18));
  if (digits === undefined || (!isRange && /[A-Za-z_-]/.test(text[place + 8] ?? ' '))) return false;
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  draft.moment = { origin: 'calendar', year: Number(digits.slice(0, 4)), month, day };
  draft.level = 'day';
  draft.place = place + 8;
  return true;
}

const DAY_FIRST_OR_MONTH = /^(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/.-])/;
const LONGEST_YEAR_LAST = 11;

/**
 * 1/29/2010, 29.1.2010: the year last, as foreign papers print it. Where either number could be the month only
 * the year is sure.
 */
export function readYearLast(text: string, draft: Draft): boolean {
  const { place } = draft;
  if (/[\dA-Za-z/.:-]/.test(text[place - 1] ?? ' ')) return false;
  const found = DAY_FIRST_OR_MONTH.exec(text.slice(place, place + LONGEST_YEAR_LAST));
  if (found === null) return false;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  if (low < 1 || low > 12 || high > 31) return false;
  const isSure = high > 12 || low === high;
  draft.moment = {
    origin: 'calendar',
    year: Number(found[4]),
    ...(isSure ? { month: low, day: high } : {}),
  };
  draft.level = isSure ? 'day' : 'year';
  draft.place = place + found[0].length;
  return true;
}

const SEPARATORS = new Set([...'-/.．／－—–·']);

/** 1998-08-24, 2007/9/7, 2024.10.06 and 2022-03, with a time of day behind a full date. */
export function readSeparatedDate(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const year = readCalendarNumber(text, draft.place);
  if (year === null || !year.arabic || year.width !== 4 || year.value < 1000 || year.value > 2200)
    return false;
  const mark = text[year.end] ?? '';
  if (!SEPARATORS.has(mark)) return false;
  const month = readCalendarNumber(text, year.end + 1);
  if (month === null || !month.arabic || !isMonth(month)) return false;
  const { value, end } = month;
  const day = text[end] === mark ? readCalendarNumber(text, end + 1) : null;
  draft.moment.origin = 'calendar';
  draft.moment.year = year.value;
  draft.moment.month = value;
  if (day?.arabic && day.width <= 2 && day.value >= 1 && day.value <= 31) {
    draft.moment.day = day.value;
    draft.level = 'day';
    draft.place = day.end + (text[day.end] === '日' ? 1 : 0);
    if (text[draft.place] === 'T') draft.place += 1;
    const beforeClock = draft.place;
    if (!readClock(text, draft, knowledge, true) && text[beforeClock - 1] === 'T') draft.place -= 1;
    return true;
  }
  // 2018/05 is a month, 2011/12 may be two years.
  const isMarked = mark === '-' || (mark === '/' && text[year.end + 1] === '0');
  const alone =
    isMarked && end - year.end === 3 && valueAt(ARABIC_DIGITS, text, end) < 0 && text[end] !== mark;
  if (!alone) return false;
  draft.level = 'month';
  draft.place = end;
  return true;
}
