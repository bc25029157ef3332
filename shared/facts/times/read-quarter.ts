import type { Within } from '@shared/model/time.ts';
import { type CalendarNumber, endOfJoiner, readCalendarNumber } from './calendar-number.ts';
import type { Draft } from './reading.ts';

const QUARTERS: readonly Within[] = [
  { from: '-01', to: '-03' },
  { from: '-04', to: '-06' },
  { from: '-07', to: '-09' },
  { from: '-10', to: '-12' },
];

const QUARTER_DIGITS = '一二三四';
const QUARTER_PAIR = /^(?:一二|二三|三四)季度/;

const isQuarter = (number: CalendarNumber | null): number is CalendarNumber =>
  number !== null && number.value >= 1 && number.value <= 4;

const isOrdinal = (character: string | undefined): boolean => character === '第';

/**
 * 第一季度, 3季度, 一至三季度, 前3季度, 第四季; the quarter itself, or from the first to the last. Of 第二、第三季度
 * the first alone.
 */
export function readQuarter(text: string, draft: Draft): boolean {
  const start = draft.place;
  const ahead = text[start] === '前';
  const ordinal = isOrdinal(text[start]);
  const from = start + (ahead || ordinal ? 1 : 0);
  const pair = QUARTER_PAIR.exec(text.slice(from, from + 4))?.[0];
  // 一二季度
  if (pair !== undefined && !ahead)
    return takeQuarters(
      text,
      draft,
      QUARTER_DIGITS.indexOf(pair[0]!) + 1,
      QUARTER_DIGITS.indexOf(pair[1]!) + 1,
      from + pair.length,
    );
  const first = readCalendarNumber(text, from);
  if (!isQuarter(first)) return false;
  const last = ahead ? first : lastOfRange(text, first);
  const end = endOfWord(text, last.end, { start, ordinal, ahead, isRange: last !== first });
  if (end > last.end) return takeQuarters(text, draft, ahead ? 1 : first.value, last.value, end);
  if (!ordinal || !sharesWord(text, first.end)) return false;
  return takeQuarters(text, draft, first.value, first.value, first.end);
}

/** 一季度末, 第三季度初: the last or the first month of a quarter. */
const EDGE_OF_QUARTER = /^(?:[末底](?![端线层])|初(?![步期级]))/;

function takeQuarters(text: string, draft: Draft, first: number, last: number, end: number): boolean {
  const { from } = QUARTERS[first - 1]!;
  const { to } = QUARTERS[last - 1]!;
  const edge = EDGE_OF_QUARTER.exec(text.slice(end, end + 2))?.[0];
  if (edge !== undefined) {
    const month = edge === '初' ? from : to;
    draft.moment.within = { from: month, to: month };
    draft.level = 'part';
    draft.place = end + 1;
    return true;
  }
  draft.moment.within = { from, to };
  draft.level = 'part';
  draft.place = end;
  return true;
}

/** 三 of 一至三季度 and of 二、三季度; the first itself where no other follows. */
function lastOfRange(text: string, first: CalendarNumber): CalendarNumber {
  const joined = text[first.end] === '、' ? first.end + 1 : endOfJoiner(text, first.end);
  const second = joined > first.end ? readCalendarNumber(text, joined) : null;
  return isQuarter(second) && second.value > first.value ? second : first;
}

/** The end of 季度 at `at`, or of 季 where nothing makes a season or a run of broadcasts of it; else `at`. */
function endOfWord(
  text: string,
  at: number,
  said: {
    readonly start: number;
    readonly ordinal: boolean;
    readonly ahead: boolean;
    readonly isRange: boolean;
  },
): number {
  const counted = text[at] === '个' || text[at] === '個';
  const from = counted ? at + 1 : at;
  if (text.startsWith('季度', from)) return counted && !said.ahead && !said.ordinal ? at : from + 2;
  if (counted || text[at] !== '季' || !(said.ordinal || said.ahead)) return at;
  return CALENDAR_BEFORE.test(text.slice(Math.max(0, said.start - 1), said.start)) &&
    !CROPS.has(text[at + 1] ?? ' ')
    ? at + 1
    : at;
}

/** What before 第四季 shows that the calendar is meant, and not the fourth season of a programme. */
const CALENDAR_BEFORE = /^$|[年去今明前在于於至到及和与與由自较比、，。；：（\s]/;
const CROPS = new Set([...'稻作水麦蚕茶节']);

/** Whether 、第三季度 follows: the word is said once for both. */
function sharesWord(text: string, at: number): boolean {
  if (!/[、和与及]/.test(text[at] ?? ' ') || !isOrdinal(text[at + 1])) return false;
  const next = readCalendarNumber(text, at + 2);
  return isQuarter(next) && /^个?季度?/.test(text.slice(next.end, next.end + 3));
}
