import type { Bound } from '@shared/model/fact.ts';
import type { TimeExpression, TimeUnit } from '@shared/model/time.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumber } from '@shared/numerals/read-number.ts';
import { endOfRangeSign, readNumeral } from '@shared/numerals/read-numeral.ts';
import type { TimesKnowledge } from './knowledge.ts';
import type { LengthUnit } from './time-word.ts';

/** An amount of time as printed: 20余年, 两个多小时, 3至5天, 一年半. */
export interface Length {
  readonly start: number;
  readonly end: number;
  /** Null where no number is named (多年, 几天). */
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly calendar: LengthUnit['calendar'];
  readonly bound: Bound;
  /** 一年, 一天: 一 may be no more than an article. */
  readonly single: boolean;
}

const VAGUE_COUNTS = new Set([...'几数多幾數']);

/** What after 多 shows that it is the first word of what follows: 三年多次. */
const AFTER_MORE = new Set([...'次种样个名家项方数']);

/** One 一 that points or shares instead of counting: 有一天, 这一年, 每一天, 同一天, 平均一天. */
const POINTERS = new Set([...'有这那某每哪同第均终另前后头任唯新如比朝']);

/** 今后一个月: 后 points at no one of them there. */
const FROM_NOW_ON = /[今此以之]后$/;

/** What after 一年 or 一天 shows that it is part of another phrase: 一年一度, 一天天. */
const AFTER_SINGLE = new Set([...'一四到天比年']);

interface Count {
  readonly end: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly bound: Bound;
  /** Printed as 一 or 1. */
  readonly one: boolean;
}

function countOf(numeral: Numeral): Count {
  const { value, valueMax, bound, end } = numeral;
  const open = numeral.bare || (valueMax !== undefined && numeral.bound === 'approx');
  return {
    end,
    value: open && numeral.bare && value < 100 ? null : value,
    valueMax: valueMax ?? null,
    bound,
    one: value === 1,
  };
}

/** 四分之三 of 四分之三小时, 一又四分之三; not the percents of 百分之三. */
function readFractionCount(text: string, at: number): Numeral | null {
  const numeral = readNumeral(text, at);
  if (numeral === null || numeral.form !== 'ratio') return numeral;
  const isShare = /[百千万亿]分之/.test(text.slice(at, numeral.end));
  return isShare ? null : { ...numeral, form: 'chinese', value: numeral.value / 100 };
}

/** 20, 20余, 半, 几, 多; a range is read by `readLength`. */
function readCount(text: string, at: number): Count | null {
  const unit = text[at] ?? '';
  if (unit === '半') return { end: at + 1, value: 0.5, valueMax: null, bound: 'exact', one: false };
  const number = readNumber(text, at);
  const isFraction = number !== null && /^(?:又|分之)/.test(text.slice(number.end, number.end + 2));
  const numeral = isFraction ? readFractionCount(text, at) : number;
  if (numeral !== null) return numeral.form === 'digits' && numeral.end - at > 2 ? null : countOf(numeral);
  // 多 of 一个多月 counts nothing by itself.
  if (!VAGUE_COUNTS.has(unit) || (unit === '多' && /[个個]/.test(text[at - 1] ?? ''))) return null;
  return {
    end: at + 1,
    value: null,
    valueMax: null,
    bound: unit === '多' ? 'more-than' : 'approx',
    one: false,
  };
}

/** 个 between count and unit, with 多 or 半 inside it: 两个多小时, 一个半月. */
function readMeasureWord(
  text: string,
  at: number,
): { readonly end: number; readonly more: boolean; readonly half: boolean } {
  if (text[at] !== '个' && text[at] !== '個') return { end: at, more: false, half: false };
  const mark = text[at + 1];
  if (mark === '多' || mark === '来') return { end: at + 2, more: true, half: false };
  if (mark === '半') return { end: at + 2, more: false, half: true };
  return { end: at, more: false, half: false };
}

function readUnit(
  text: string,
  at: number,
  inside: boolean,
  knowledge: TimesKnowledge,
): { readonly word: string; readonly end: number; readonly of: LengthUnit } | null {
  const from = text[at] === ' ' ? at + 1 : at;
  const found = knowledge.units.startingAt(text, from);
  if (found === null) return null;
  const end = from + found.word.length;
  if (found.value.blockedBy.includes(text[end] ?? '\n')) return null;
  const word = inside && found.word === '月' ? '个月' : found.word;
  return { word, end, of: found.value };
}

/** Months named 三月 or 10月 are dates; only 个月 counts, or 月 after 几, 数, 两, 半 and 余. */
const countsMonths = (text: string, count: Count): boolean =>
  count.value === null || /[两俩仨余多半]/.test(text[count.end - 1] ?? '');

/** The second, smaller part of 1小时20分钟 or 三年零四个月, in units of the first; null where none stands. */
function readRest(
  text: string,
  at: number,
  above: LengthUnit['calendar'],
  knowledge: TimesKnowledge,
): { readonly value: number; readonly unit: string; readonly end: number; readonly of: LengthUnit } | null {
  const from = text[at] === '零' || text[at] === '又' ? at + 1 : at;
  const count = above === null ? null : readCount(text, from);
  if (count === null || count.value === null || count.valueMax !== null || text[from] === '半') return null;
  const unit = readUnit(text, count.end, false, knowledge);
  if (unit === null || above === null || unit.of.calendar === null) return null;
  if (unit.word === '月' || unit.word === '日' || unit.word === '年') return null;
  if (secondsOf(above) <= secondsOf(unit.of.calendar)) return null;
  return { value: count.value, unit: unit.word, end: unit.end, of: unit.of };
}

const SECONDS: Readonly<Record<TimeUnit, number>> = {
  year: 31_104_000,
  quarter: 7_776_000,
  month: 2_592_000,
  week: 604_800,
  day: 86_400,
  hour: 3600,
  minute: 60,
  second: 1,
};

const secondsOf = (calendar: NonNullable<LengthUnit['calendar']>): number =>
  SECONDS[calendar.unit] * calendar.times;

/** 3、4 of 3、4个月: a digit and the next one are the ends of a range; 3、4、5 and 第3、4 are a list, 1、 heads a line. */
function followsAtOnce(text: string, at: number, { end, value }: Count): boolean {
  if (text[end] !== '、' || end !== at + 1 || value === null || /[、第\n]/.test(text[at - 1] ?? '\n'))
    return false;
  const next = readCount(text, end + 1);
  return next !== null && next.end === end + 2 && next.value === value + 1;
}

/** Reads an amount of time that begins at `at`; 第, 这 and the like before it are the caller's to see. */
export function readLength(text: string, at: number, knowledge: TimesKnowledge): Length | null {
  const first = readCount(text, at);
  if (first === null || /[0-9][×*]$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  let count = first;
  let valueMax = first.valueMax;
  const joined = followsAtOnce(text, at, first) ? first.end + 1 : endOfRangeSign(text, first.end);
  if (joined > first.end && first.value !== null && valueMax === null) {
    const upper = readCount(text, joined);
    if (upper === null || upper.value === null || upper.value <= first.value || upper.valueMax !== null)
      return null;
    valueMax = upper.value;
    count = { ...upper, value: first.value, one: false };
  }
  const measure = readMeasureWord(text, count.end);
  const inside = measure.end > count.end;
  const unit = readUnit(text, measure.end, inside, knowledge);
  if (unit === null) return null;
  if (unit.word === '月' && !countsMonths(text, count)) return null;
  if (text[at] === '多' && !/^[年天日月载]$/.test(unit.word)) return null;
  const length = finishLength(text, at, count, valueMax, measure, unit, knowledge);
  return length === null ? null : (readUpperLength(text, length, knowledge) ?? length);
}

/** 24个月 of 18个月至24个月: the other end of a range, with the unit printed again. */
function readUpperLength(text: string, lower: Length, knowledge: TimesKnowledge): Length | null {
  const joined = endOfRangeSign(text, lower.end);
  if (joined === lower.end || lower.value === null || lower.valueMax !== null) return null;
  const upper = readLength(text, joined, knowledge);
  if (upper === null || upper.unit !== lower.unit || upper.value === null || upper.value <= lower.value)
    return null;
  return { ...lower, end: upper.end, valueMax: upper.valueMax ?? upper.value, single: false };
}

/** 半 behind a unit, where it begins no other word: 三年半 but 十天半个月, 一年半载. */
const isHalfMore = (text: string, at: number): boolean =>
  text[at] === '半' && !'程个個载月'.includes(text[at + 1] ?? ' ');

/** 三夜 of 三天三夜, 两晚 of 三天两晚: the nights of those days. */
function endOfNights(text: string, at: number): number {
  const nights = readCount(text, at);
  const after = nights === null ? '' : (text[nights.end] ?? '');
  return nights !== null && nights.value !== null && '夜晚宿'.includes(after || ' ') ? nights.end + 1 : at;
}

/** 36 of 11秒36, 8 of 9秒8: tenths and hundredths as sport prints them. */
function readMark(text: string, at: number): { readonly value: number; readonly end: number } | null {
  const digits = /^[0-9]{1,2}(?![0-9.:：%]|[名人个次分秒米元年月日时点项万亿千号级吨公])/.exec(
    text.slice(at, at + 3),
  )?.[0];
  return digits === undefined ? null : { value: Number(`0.${digits}`), end: at + digits.length };
}

function finishLength(
  text: string,
  start: number,
  count: Count,
  valueMax: number | null,
  measure: { readonly more: boolean; readonly half: boolean },
  unit: { readonly word: string; readonly end: number; readonly of: LengthUnit },
  knowledge: TimesKnowledge,
): Length | null {
  let { value, bound } = count;
  let { end } = unit;
  let { word } = unit;
  let { calendar } = unit.of;
  if (measure.more) bound = 'more-than';
  if (measure.half && value !== null) value += 0.5;
  const whole = end;
  while (value !== null && valueMax === null && calendar !== null) {
    const rest = readRest(text, end, calendar, knowledge);
    if (rest === null || rest.of.calendar === null) break;
    value = (value * secondsOf(calendar)) / secondsOf(rest.of.calendar) + rest.value;
    // Months have no fixed number of days.
    if (secondsOf(calendar) >= SECONDS.month && secondsOf(rest.of.calendar) < SECONDS.month) bound = 'approx';
    ({ unit: word, end } = rest);
    calendar = rest.of.calendar;
  }
  if (end === whole && isHalfMore(text, end) && value !== null) {
    value += 0.5;
    end += 1;
    if (text[end] === '钟' && /[分秒]/.test(text[end - 2]!)) end += 1;
  } else if (
    end === whole &&
    (text[end] === '多' || text[end] === '余') &&
    !AFTER_MORE.has(text[end + 1] ?? '')
  ) {
    bound = 'more-than';
    end += 1;
  }
  if (unit.word === '分' && end === whole && !measure.half) return null;
  const mark = value !== null && valueMax === null && word === '秒' ? readMark(text, end) : null;
  if (mark !== null && value !== null) {
    value = Number((value + mark.value).toPrecision(12));
    end = mark.end;
  }
  if (calendar?.unit === 'day') end = endOfNights(text, end);
  const single = count.one && end === unit.end && !measure.more;
  const isPointed =
    POINTERS.has(text[start - 1] ?? '') && !FROM_NOW_ON.test(text.slice(Math.max(0, start - 2), start));
  if (single && (isPointed || AFTER_SINGLE.has(text[end] ?? ''))) return null;
  return { start, end, value, valueMax, unit: word, calendar, bound, single };
}

/** The whole calendar units that a length steps over, for 三年前 or 半年后; null where it has no such number. */
export function stepsOf(length: Length): { readonly unit: TimeUnit; readonly by: number } | null {
  if (length.value === null || length.valueMax !== null || length.calendar === null) return null;
  const by = length.value * length.calendar.times;
  const { unit } = length.calendar;
  if (Number.isInteger(by)) return { unit, by };
  if (unit === 'month' && Number.isInteger(2 * by)) return { unit, by };
  if (unit === 'year' && Number.isInteger(by * 12)) return { unit: 'month', by: by * 12 };
  if (unit === 'hour' && Number.isInteger(by * 60)) return { unit: 'minute', by: by * 60 };
  return unit === 'day' && Number.isInteger(by * 24) ? { unit: 'hour', by: by * 24 } : null;
}

/** What 三年来, 近五年 and 未来三天 mean: the stretch from or to their origin; vague where no number is said. */
export function stretchOf(length: Length, side: 'before' | 'after' | 'since'): TimeExpression {
  const steps = stepsOf(length);
  return steps === null
    ? { type: 'vague' }
    : { type: 'stretch', amount: steps.by, more: length.bound === 'more-than', unit: steps.unit, side };
}
