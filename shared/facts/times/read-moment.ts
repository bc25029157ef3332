import { type CalendarNumber, readCalendarNumber } from './calendar-number.ts';
import type { HeadWord, TimesKnowledge } from './knowledge.ts';
import { NOON, readClock, readClockAfterPart, takeNoon } from './read-clock.ts';
import {
  readBelowDay,
  readBelowMonth,
  readDay,
  readFestival,
  readMonth,
  readSameDay,
  readStandingPart,
} from './read-date.ts';
import { readCentury, readNumberedEra } from './read-era.ts';
import { readBareLunarDay, readLunar } from './read-lunar.ts';
import { readNthUnits } from './read-nth.ts';
import { readQuarter } from './read-quarter.ts';
import { weekdayAt } from './read-week.ts';
import { readCycleYear, readEraYear, readNumberedYear, readShiftedYear } from './read-year.ts';
import { type Draft, finished, newDraft, type Reading } from './reading.ts';
import type { ShiftWord } from './time-word.ts';

/** What before a number of 日 shows a length (连续5日, 为期三日), not a day of the month. */
const BEFORE_LENGTH = new Set([...'续期时每近达共约超满用持限延逾了足过']);

/** What may follow a bare N号 that is a day, not the number of a house or a line. */
const AFTER_DAY_NUMBER = new Set([...'，。；至到起前后晚早上下凌中在，开']);

/** What before 三日 shows three days, whatever stands behind it: 住了三日, 会后三日. */
const BEFORE_SHORT_LENGTH = new Set([...'住病走行历经整头前后这那隔']);

/** Words of a quoted name that are not said of a time: “周末课堂”. */
export const isInShortQuote = (text: string, start: number, end: number): boolean => {
  let from = start - 1;
  while (from >= 0 && start - from <= 8 && !/[“”，。！？、\n]/.test(text[from]!)) from -= 1;
  if (text[from] !== '“') return false;
  let to = end;
  while (to < text.length && to - end <= 8 && !/[“”，。！？、\n]/.test(text[to]!)) to += 1;
  return text[to] === '”';
};

/** A moment or a period with two ends that begins at `at` with a number. */
function readNumberedMoment(text: string, at: number, knowledge: TimesKnowledge): Reading | null {
  const before = text[at - 1] ?? '\n';
  if (before === '第' || /[A-Za-z]/.test(before)) return null;
  const year = readNumberedYear(text, at, knowledge) ?? readNumberedEra(text, at);
  if (year !== null) return year;
  const draft = newDraft(at);
  if (readQuarter(text, draft)) return finished(draft, 'quarter', 0.9);
  if (readMonth(text, draft, knowledge)) return finished(draft, 'month', 0.9);
  draft.place = at;
  const isLength = BEFORE_LENGTH.has(before) || knowledge.beforeLength.endingAt(text, at) !== null;
  if (!isLength && isDay(text, at, knowledge) && readDay(text, draft, knowledge))
    return finished(draft, 'day-of-month', 0.85);
  draft.place = at;
  return readClock(text, draft, knowledge, false) ? finished(draft, 'clock', 0.8) : null;
}

/** Whether the number at `at` with 日 or 号 behind it names a day of the month. */
function isDay(text: string, at: number, { afterShortDay }: TimesKnowledge): boolean {
  const number = readCalendarNumber(text, at);
  if (number === null) return false;
  const mark = text[number.end];
  const next = text[number.end + 1] ?? '';
  if (mark === '号') return number.value <= 31 && isSaidAsDay(text, at, next);
  if (mark !== '日') return number.value <= 31;
  if (text[at - 1] === '朝') return false;
  const follows = /[日号][或和及与、]$/.test(text.slice(Math.max(0, at - 2), at));
  const isSaid =
    !BEFORE_SHORT_LENGTH.has(text[at - 1] ?? '') && afterShortDay.startingAt(text, number.end + 1) !== null;
  return !isFollowedByLength(text, number) && (isLong(number) || follows || isSaid);
}

/** 我22号就走, 二十号我不在: who goes or comes then stands around a bare N号; elsewhere it numbers a house or a line. */
const isSaidAsDay = (text: string, at: number, next: string): boolean =>
  (AFTER_DAY_NUMBER.has(next) && !/[〕］】]/.test(text[at - 1] ?? ' ')) ||
  (/[就才便再我你他她咱]/.test(next) &&
    /^$|[\s，。；！？我你他她们在于从到等]/.test(text.slice(Math.max(0, at - 1), at)));

const isLong = (number: CalendarNumber): boolean => number.arabic || number.width > 1;

const isFollowedByLength = (text: string, number: CalendarNumber): boolean =>
  /^[内游元本语系照用均产报常益志]|^(?:之内|以内)/.test(text.slice(number.end + 1, number.end + 3));

/** A moment or a period with two ends that begins with the word at `at`; null for words of another kind. */
function readWordMoment(
  text: string,
  at: number,
  word: string,
  head: HeadWord,
  knowledge: TimesKnowledge,
): Reading | null {
  const draft = newDraft(at);
  const end = at + word.length;
  switch (head.type) {
    case 'shift':
      return readShift(text, at, word, head.shift, knowledge);
    case 'part-of-day':
      return readPartOfDay(text, at, end, head.standing, knowledge);
    case 'year-tail':
    case 'season':
      if (head.type === 'season' && isInShortQuote(text, at, end)) return null;
      if (readQuarter(text, draft)) return finished(draft, 'quarter', 0.9);
      if (!readStandingPart(text, draft, knowledge)) return null;
      return finished(draft, 'part-of-year', head.type === 'season' ? 0.5 : 0.85);
    case 'month-tail':
      draft.moment = { origin: 'context', shift: { unit: 'month', by: 0 }, orPublication: true };
      return readBelowMonth(text, draft, knowledge) ? finished(draft, 'part-of-month', 0.8) : null;
    case 'festival':
      return readFestival(text, draft, knowledge) && !isInShortQuote(text, at, end)
        ? finished(draft, 'festival', 0.8)
        : null;
    case 'lunar':
      return readLunar(text, draft, knowledge) ? finished(draft, 'lunar', 0.9) : null;
    case 'lunar-day':
      if (!readBareLunarDay(text, draft)) return null;
      readClock(text, draft, knowledge, true);
      return finished(draft, 'lunar-day', 0.6);
    case 'weekday':
      return readWeekday(text, at, end, knowledge);
    case 'era':
      return readEraYear(text, at, word, knowledge);
    case 'cycle':
      return readCycleYear(text, at, word, head.index, knowledge);
    case 'century':
      return readCentury(text, end, knowledge.centuries.startingAt(text, at)!.value);
    case 'quarter':
      return readQuarter(text, draft) ? finished(draft, 'quarter', 0.95) : null;
    case 'span':
      draft.place = end;
      draft.moment = head.from;
      draft.to = head.to;
      draft.level = 'day';
      return finished(draft, 'joined-days', 0.9);
    case 'stretch':
      return word === '前' && (readQuarter(text, draft) || readNthUnits(text, draft))
        ? finished(draft, 'first-months', 0.85)
        : null;
    case 'side':
      return readNthUnits(text, draft) ? finished(draft, 'first-months', 0.85) : null;
    default:
      return null;
  }
}

function readShift(
  text: string,
  at: number,
  word: string,
  shift: ShiftWord,
  knowledge: TimesKnowledge,
): Reading | null {
  const { origin, unit, by, part } = shift;
  if (unit === 'year') return readShiftedYear(text, at, knowledge);
  const draft = newDraft(at + word.length);
  draft.moment = { origin, shift: { unit, by } };
  if (unit === 'quarter') draft.level = 'part';
  else if (unit === 'month') {
    draft.level = 'month';
    if (!readDay(text, draft, knowledge) && !readToday(text, draft, knowledge))
      readBelowMonth(text, draft, knowledge);
  } else if (unit === 'week') {
    draft.level = 'part';
    const weekday = weekdayAt(text, draft.place);
    if (readToday(text, draft, knowledge)) {
      // A week from a day is the same weekday.
      draft.moment = { origin, shift: { unit: 'day', by: 7 * by } };
    } else if (weekday > 0) {
      draft.moment.weekday = weekday;
      draft.level = 'day';
      draft.place += 1;
      readBelowDay(text, draft, knowledge);
    } else if (text[draft.place] === '末') {
      draft.moment.within = { from: 'saturday', to: 'sunday' };
      draft.place += 1;
    }
  } else {
    draft.level = 'day';
    const dated = unit === 'day' ? readBracketedDay(text, draft) : false;
    if (word.length === 1 && word !== '昨' && !dated) return null;
    if (part !== undefined) readClockAfterPart(text, draft, knowledge, part);
    else readBelowDay(text, draft, knowledge);
  }
  return finished(draft, `shifted-${unit}`, 0.95);
}

/** 的今天 behind a week or a month; without 的 the words are two times. */
const readToday = (text: string, draft: Draft, knowledge: TimesKnowledge): boolean => {
  if (text[draft.place] !== '的') return false;
  draft.place += 1;
  const found = readSameDay(text, draft, knowledge);
  if (!found) draft.place -= 1;
  return found;
};

/** （4）日 and （4日） behind 昨: the day itself, as papers of Taiwan print it. */
function readBracketedDay(text: string, draft: Draft): boolean {
  const found = /^[（(](\d{1,2})(?:[）)]日|日[）)])/.exec(text.slice(draft.place, draft.place + 5));
  if (found === null) return false;
  draft.place += found[0].length;
  return true;
}

function readPartOfDay(
  text: string,
  at: number,
  end: number,
  standing: boolean,
  knowledge: TimesKnowledge,
): Reading | null {
  const draft = newDraft(at);
  if (readClock(text, draft, knowledge, false)) return finished(draft, 'clock', 0.9);
  if (!standing || isInShortQuote(text, at, end)) return null;
  draft.place = end;
  draft.level = 'day';
  if (text.slice(at, end) === NOON) takeNoon(draft);
  else draft.moment = { origin: 'context', shift: { unit: 'day', by: 0 } };
  return finished(draft, 'part-of-day', 0.5);
}

/** 周三, 星期日 on its own: the nearest one. 每周三次 and 周六一早 show that the word must be seen in its place. */
function readWeekday(text: string, at: number, end: number, knowledge: TimesKnowledge): Reading | null {
  const weekday = weekdayAt(text, end);
  const before = text[at - 1] ?? '\n';
  const weekdayBefore = /[周期拜][一二三四五六]$/.test(text.slice(Math.max(0, at - 2), at));
  const alone = text[at] === '周' && !weekdayBefore && /[一两二三四五六七八九十\d每]/.test(before);
  if (alone || isInShortQuote(text, at, end + 1)) return null;
  const draft = newDraft(end + 1);
  if (text[end] === '末') {
    draft.moment = { origin: 'publication', within: { from: 'saturday', to: 'sunday' } };
    draft.level = 'part';
    return finished(draft, 'weekend', 0.5);
  }
  if (weekday === 0) return null;
  draft.moment = { origin: 'publication', weekday };
  draft.level = 'day';
  readBelowDay(text, draft, knowledge);
  return finished(draft, 'weekday', 0.8);
}

/** A word of another word is none: 节目前 holds no 目前, 体现在 no 现在. */
export const standsAsWord = (text: string, at: number, word: string, knowledge: TimesKnowledge): boolean =>
  !knowledge.notAfter.get(word)?.includes(text[at - 1] ?? '\n') &&
  !knowledge.notBefore.get(word)?.includes(text[at + word.length] ?? '\n');

/** Any moment that begins at `at`. */
export function readMoment(text: string, at: number, knowledge: TimesKnowledge): Reading | null {
  const kind = knowledge.classes[text.charCodeAt(at)] ?? 0;
  if (kind === 0) return null;
  const head = (kind & 4) > 0 ? knowledge.heads.startingAt(text, at) : null;
  if (head !== null && standsAsWord(text, at, head.word, knowledge)) {
    const reading = readWordMoment(text, at, head.word, head.value, knowledge);
    if (reading !== null) return reading;
  }
  return (kind & 3) > 0 ? readNumberedMoment(text, at, knowledge) : null;
}
