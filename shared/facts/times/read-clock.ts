import { ARABIC_DIGITS, CHINESE_DIGITS, valueAt } from '@shared/numerals/characters.ts';
import { readGroup } from '@shared/numerals/read-group.ts';
import { type CalendarNumber, endOfJoiner, readCalendarNumber } from './calendar-number.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { readBelowHour, readShortage, takeAway } from './read-below-hour.ts';
import type { Draft } from './reading.ts';

type DayPart = 'night-end' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** 3点 before these is a count of points (3点建议), not a time of day. */
const POINTS = new Set([...'建意要思看说启体共原理措名经考认希心注感想特优缺']);

/** Before and after are said of a time of day, not of a count of points. */
const STEPS = /^(?:以前|之前|以后|之后)/;

const isSpace = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\u3000';

const isHourMark = (character: string | undefined): boolean =>
  character === '点' || character === '时' || character === '點' || character === '時';

const isColon = (text: string, at: number): boolean => text[at] === ':' || text[at] === '：';

/** The hour of the day that a printed hour means after 下午, 晚上 and the like. */
function hourOfDay(hour: number, part: DayPart | null): number {
  if (part === 'afternoon') return hour < 12 ? hour + 12 : hour;
  if (part === 'noon') return hour < 11 ? hour + 12 : hour;
  if (part === 'evening') return hour >= 5 && hour <= 12 ? hour + 12 : hour;
  if (part === 'night-end') return hour === 12 ? 0 : hour;
  return hour;
}

/** 12:30, 06:33:02; minutes and seconds have two digits. */
function readColonTime(text: string, hour: CalendarNumber, part: DayPart | null, draft: Draft): boolean {
  if (!hour.arabic || hour.width > 2 || hour.value > 24 || !isColon(text, hour.end)) return false;
  const minute = readCalendarNumber(text, hour.end + 1);
  if (!minute?.arabic || minute.width !== 2 || minute.value > 59) return false;
  let end = minute.end;
  const second = isColon(text, end) ? readCalendarNumber(text, end + 1) : null;
  if (second?.arabic && second.width === 2 && second.value < 60) {
    const parts = /^\.\d{1,6}(?![\d.])/.exec(text.slice(second.end, second.end + 8))?.[0] ?? '';
    draft.moment.second = String(second.value).padStart(2, '0') + parts;
    end = second.end + parts.length;
  } else if (isColon(text, end) && valueAt(ARABIC_DIGITS, text, end + 1) >= 0) return false;
  const half = readHalfOfDay(text, end);
  draft.moment.hour = hourOfDay(hour.value, half?.part ?? part);
  draft.moment.minute = minute.value;
  draft.place = half?.end ?? end;
  return true;
}

/** The end of ` PM`, `a.m.` and the like behind an hour, with the part of the day they say. */
function readHalfOfDay(text: string, at: number): { readonly part: DayPart; readonly end: number } | null {
  const mark = /^ ?(a|p)\.?m(?:\.|(?![A-Za-z]))/i.exec(text.slice(at, at + 5));
  if (mark === null) return null;
  return { part: mark[1]!.toLowerCase() === 'p' ? 'afternoon' : 'morning', end: at + mark[0].length };
}

/** Words around a time of day that say it is not exact: 许, 多, 来, 左右; 钟 may stand before or behind them. */
function readClockBound(text: string, draft: Draft, knowledge: TimesKnowledge): void {
  for (let rounds = 0; rounds < 2; rounds += 1) {
    if (text[draft.place] === '钟') draft.place += 1;
    const mark = text[draft.place];
    // 六点来钟
    if (mark === '来' && text[draft.place + 1] === '钟') {
      draft.bound = 'approx';
      draft.place += 1;
    }
    if (mark === '许' || (mark === '多' && text[draft.place + 1] !== '云')) {
      draft.bound = mark === '许' ? 'approx' : 'more-than';
      draft.place += 1;
    }
  }
  const after = knowledge.boundsAfter.startingAt(text, draft.place);
  if (after?.value === 'approx') {
    draft.bound = 'approx';
    draft.place += after.word.length;
  } else if (text.startsWith('不到', draft.place)) draft.bound = 'nearly';
}

/**
 * Reads a time of day into the draft, from its place on: 下午2时许, 8点半, 07时12分08.4秒, 12:30, 上午.
 * @param afterDay a day stands before it, so that a part of the day alone (21日晚) counts.
 * @returns whether anything was read.
 */
export function readClock(text: string, draft: Draft, knowledge: TimesKnowledge, afterDay: boolean): boolean {
  const start = draft.place;
  const lead = afterDay && isSpace(text, start) ? start + 1 : start;
  const word = knowledge.dayParts.startingAt(text, lead);
  const part = word?.value ?? null;
  const partEnd = lead + (word?.word.length ?? 0);
  return (
    readHour(text, draft, knowledge, part, partEnd, start) ||
    readHourRange(text, draft, knowledge) ||
    (afterDay && keepDayPart(text, draft, word, lead))
  );
}

/** As `readClock`, where the word before (昨晚) has already said the part of the day. */
export function readClockAfterPart(
  text: string,
  draft: Draft,
  knowledge: TimesKnowledge,
  part: DayPart,
): boolean {
  return readHour(text, draft, knowledge, part, draft.place, draft.place);
}

/** 晚 and 早 behind a day begin other words here: 晚会, 早餐; 晚会见 is 晚 and 会见. */
const OTHER_WORDS = /^(?:[早晚夜](?:[报餐饭宴些市班高场自期已早就出归睡]|会(?![见晤谈])))/;

function keepDayPart(
  text: string,
  draft: Draft,
  word: { readonly word: string } | null,
  lead: number,
): boolean {
  if (word === null || OTHER_WORDS.test(text.slice(lead, lead + 3))) return false;
  draft.place = lead + word.word.length;
  if (word.word === NOON) takeNoon(draft);
  return true;
}

/** The one word for a part of the day that is an hour. */
export const NOON = '正午';

export function takeNoon(draft: Draft): void {
  draft.moment.hour = 12;
  draft.level = 'clock';
}

function readHour(
  text: string,
  draft: Draft,
  knowledge: TimesKnowledge,
  part: DayPart | null,
  at: number,
  start: number,
): boolean {
  const shortage = readShortage(text, at);
  if (shortage !== null) return readShortHour(text, draft, shortage, part);
  const hour = readCalendarNumber(text, part !== null && isSpace(text, at) ? at + 1 : at);
  if (hour === null || isNineOrTen(text, hour)) return readHourPair(text, draft, part, at, start);
  if (hour.value > 24 || hour.inRow) return false;
  const half = hour.arabic && hour.width <= 2 ? readHalfOfDay(text, hour.end) : null;
  if (half !== null && hour.value <= 12) {
    draft.moment.hour = hourOfDay(hour.value, half.part);
    draft.level = 'clock';
    draft.place = half.end;
    return true;
  }
  if (readColonTime(text, hour, part, draft)) {
    draft.level = 'clock';
    readClockBound(text, draft, knowledge);
    return true;
  }
  if (!isHourMark(text[hour.end])) return false;
  if (hour.arabic && hour.width > 2) return false;
  draft.place = hour.end + 1;
  draft.moment.hour = hourOfDay(hour.value, part);
  readBelowHour(text, draft);
  const exact = draft.place;
  readClockBound(text, draft, knowledge);
  const bare = draft.place === hour.end + 1 && exact === draft.place && part === null;
  if (bare && start === at && !standsAsHour(text, hour, draft)) {
    draft.place = start;
    delete draft.moment.hour;
    draft.bound = 'exact';
    return false;
  }
  draft.level = 'clock';
  return true;
}

/** 差十分三点. */
function readShortHour(
  text: string,
  draft: Draft,
  { minutes, end }: { readonly minutes: number; readonly end: number },
  part: DayPart | null,
): boolean {
  const hour = readCalendarNumber(text, text[end] === '到' ? end + 1 : end);
  if (hour === null || hour.value > 24 || !isHourMark(text[hour.end])) return false;
  draft.moment.hour = hourOfDay(hour.value, part);
  takeAway(draft, minutes);
  draft.level = 'clock';
  draft.place = hour.end + (text[hour.end + 1] === '钟' ? 2 : 1);
  return true;
}

/** 九十点钟 is nine or ten: no day has ninety hours. */
const isNineOrTen = (text: string, { value, width, end }: CalendarNumber): boolean =>
  value === 90 && width === 2 && text[end - 2] === '九';

/** The hours of 七八点 and 九十点; null where no two are said. */
function readTwoHours(text: string, at: number): { first: number; last: number; end: number } | null {
  if (text.startsWith('九十', at)) return { first: 9, last: 10, end: at + 2 };
  const pair = readGroup(text, at);
  return pair?.valueMax === undefined ? null : { first: pair.value, last: pair.valueMax, end: pair.end };
}

/** 六七点钟, 早上七八点: from one hour to the next. With nothing else that says clock, 钟 must follow. */
function readHourPair(text: string, draft: Draft, part: DayPart | null, at: number, start: number): boolean {
  const pair = readTwoHours(text, at);
  if (pair === null || pair.last > 24 || !isHourMark(text[pair.end])) return false;
  const bell = text[pair.end + 1] === '钟';
  if (!bell && part === null && start === at && draft.level !== 'day') return false;
  draft.moment.hour = hourOfDay(pair.first, part);
  draft.to = { hour: hourOfDay(pair.last, part) };
  draft.bound = 'approx';
  draft.level = 'clock';
  draft.place = pair.end + (bell ? 2 : 1);
  return true;
}

/** 8-10时, 9至11点: two hours that share their mark. */
function readHourRange(text: string, draft: Draft, knowledge: TimesKnowledge): boolean {
  const word = knowledge.dayParts.startingAt(text, draft.place);
  const part = word?.value ?? null;
  const first = readCalendarNumber(text, draft.place + (word?.word.length ?? 0));
  if (first === null || first.value > 24 || first.width > 2) return false;
  const joined = endOfJoiner(text, first.end);
  const last = joined > first.end ? readCalendarNumber(text, joined) : null;
  if (last === null || last.value > 24 || last.value <= first.value || !isHourMark(text[last.end]))
    return false;
  const next = text[last.end + 1] ?? '';
  const isWord = '点點'.includes(text[last.end]!) ? POINTS.has(next) : '代候空速'.includes(next || ' ');
  if (isWord || /[0-9]/.test(next)) return false;
  draft.moment.hour = hourOfDay(first.value, part);
  draft.to = { hour: hourOfDay(last.value, part) };
  draft.level = 'clock';
  draft.place = last.end + 1;
  if (text[draft.place] === '半') {
    draft.to.minute = 30;
    draft.place += 1;
  }
  return true;
}

/** Whether the other end of a range of hours follows: 九点到十点. */
function leadsToHour(text: string, at: number): boolean {
  const joined = endOfJoiner(text, at);
  const other = joined > at ? readCalendarNumber(text, joined) : null;
  return other !== null && other.value <= 24 && isHourMark(text[other.end]);
}

/** 大约五点, 将近三点. */
const ABOUT_HOUR = /(?:大约|大概|将近|[快约才])$/;

/** Whether a bare 10时 or 3点, with nothing else that says clock, is one. */
function standsAsHour(text: string, hour: CalendarNumber, draft: Draft): boolean {
  if (draft.level === 'day' || leadsToHour(text, draft.place)) return true;
  const next = text[draft.place] ?? '';
  const start = hour.end - hour.width;
  if (!POINTS.has(next) && ABOUT_HOUR.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (!hour.arabic) {
    if (STEPS.test(text.slice(draft.place, draft.place + 2))) return true;
    if (hour.value === 0) return valueAt(CHINESE_DIGITS, text, draft.place) < 0;
    return hour.value > 3 && text[hour.end] === '时' && next !== '代' && next !== '候';
  }
  if (text[hour.end] === '时') return next !== '代' && next !== '候' && next !== '空' && next !== '速';
  return !POINTS.has(next) && !/[0-9％%]/.test(next);
}
