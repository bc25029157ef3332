import { readCalendarNumber } from './calendar-number.ts';
import type { TimesKnowledge } from './knowledge.ts';
import type { Draft } from './reading.ts';

const WEEKDAYS = '一二三四五六日';

/** The weekday that stands at `at` after 周 or 星期, 1 for Monday; 0 where none does. */
export const weekdayAt = (text: string, at: number): number => {
  const character = text[at];
  if (character === undefined) return 0;
  return character === '天' ? 7 : WEEKDAYS.indexOf(character) + 1;
};

/** Takes （周日） or a bare 周日 behind a day. */
export function readWeekdayOfDay(text: string, draft: Draft, knowledge: TimesKnowledge): void {
  const start = draft.place;
  const bracket = text[start] === '（' || text[start] === '(';
  const head = knowledge.weekdayHeads.startingAt(text, bracket ? start + 1 : start);
  if (head === null) return;
  const at = start + (bracket ? 1 : 0) + head.word.length;
  const closed = !bracket || text[at + 1] === '）' || text[at + 1] === ')';
  if (weekdayAt(text, at) > 0 && closed) draft.place = at + (bracket ? 2 : 1);
}

/** Most weeks of a year. */
const MOST_WEEKS = 53;
const MOST_WEEKS_OF_MONTH = 5;

/** 第十周 of a year, 第二周 or 第二个星期日 of a month; `inMonth` where the draft names no month itself (每月). */
export function readNthWeek(
  text: string,
  draft: Draft,
  knowledge: TimesKnowledge,
  inMonth = draft.moment.month !== undefined || draft.moment.shift?.unit === 'month',
): boolean {
  const start = text[draft.place] === '的' ? draft.place + 1 : draft.place;
  if (text.startsWith('最后一个', start)) return readLastWeekday(text, draft, start + 4, inMonth, knowledge);
  if (text[start] !== '第') return false;
  const nth = readCalendarNumber(text, start + 1);
  if (nth === null || nth.value < 1 || nth.value > (inMonth ? MOST_WEEKS_OF_MONTH : MOST_WEEKS)) return false;
  const counted = text[nth.end] === '个' || text[nth.end] === '個';
  const head = knowledge.weekdayHeads.startingAt(text, nth.end + (counted ? 1 : 0));
  if (head === null) return false;
  const end = nth.end + (counted ? 1 : 0) + head.word.length;
  if (counted && inMonth && text[end] === '末') {
    // The weekend that begins with the nth Saturday.
    draft.moment.weekday = 6;
    draft.moment.rule = { nth: nth.value };
    draft.moment.within = { from: 'saturday', to: 'sunday' };
    draft.level = 'part';
    draft.place = end + 1;
    return true;
  }
  const weekday = counted ? weekdayAt(text, end) : 0;
  if (weekday > 0) {
    if (!inMonth) return false;
    draft.moment.weekday = weekday;
    draft.moment.rule = { nth: nth.value };
    draft.level = 'day';
    draft.place = end + 1;
    return true;
  }
  draft.moment.week = nth.value;
  draft.level = 'part';
  draft.place = end;
  return true;
}

/** 最后一个星期五 of a month. */
function readLastWeekday(
  text: string,
  draft: Draft,
  at: number,
  inMonth: boolean,
  knowledge: TimesKnowledge,
): boolean {
  const head = knowledge.weekdayHeads.startingAt(text, at);
  const weekday = head === null ? 0 : weekdayAt(text, at + head.word.length);
  if (!inMonth || head === null || weekday === 0) return false;
  draft.moment.weekday = weekday;
  draft.moment.rule = { nth: -1 };
  draft.level = 'day';
  draft.place = at + head.word.length + 1;
  return true;
}
