import type { FactKind, FoundFact } from '@shared/model/fact.ts';
import type { Moment } from '@shared/model/time.ts';
import { endOfJoiner } from './calendar-number.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { readClock } from './read-clock.ts';
import { readDay } from './read-date.ts';
import { readLunarDay } from './read-lunar.ts';
import { readMoment } from './read-moment.ts';
import { finished, newDraft, type Reading } from './reading.ts';
import { factOf, startWithSince } from './time-fact.ts';

/** Words between 自2025年 and 以来 that still hold the two together. */
const LONGEST_SINCE = 4;

/** The time that a moment is, alone or as an end of a period (自…以来, …至…, …至今). */
export function momentFact(
  text: string,
  at: number,
  free: number,
  reading: Reading,
  knowledge: TimesKnowledge,
): FoundFact {
  const { rule, confidence, bound } = reading;
  const joined = readJoined(text, at, free, reading, knowledge);
  if (joined !== null) return joined;
  const since = endOfSince(text, at, reading, knowledge);
  if (since > reading.end)
    return factOf(text, {
      start: startWithSince(text, at, free, knowledge),
      end: since,
      kind: 'period',
      time: { type: 'interval', from: reading.from, to: 'publication' },
      rule: 'since-date',
      confidence,
    });
  const opened = readOpenEnd(text, at, free, reading, knowledge);
  if (opened !== null) return opened;
  const { end } = reading;
  const around = knowledge.boundsAfter.startingAt(text, end);
  const about = around?.value === 'approx' && around.word !== '上下';
  return factOf(text, {
    start: at,
    end: about ? end + around.word.length : end,
    kind: kindOf(reading),
    time:
      reading.to === null
        ? { type: 'moment', at: reading.from }
        : { type: 'interval', from: reading.from, to: reading.to },
    bound: about ? 'approx' : bound,
    rule,
    confidence,
  });
}

/** 起 and 前 begin other words before these: 3月起诉, 年前后. */
const AFTER_START = new Set([...'草诉飞步源火降落航跑点居义伏名初价重拍码家程搏吊立床用来因征建']);
const AFTER_SIDE = new Set([
  ...'后後往来去期夕列者述所言面景途沿总首第任夫妻部勤续方台备代半人天门院卫几两三四五',
]);

/** Words behind a moment that leave one side of it open, and which; 自 or 从 must lead some. */
function openEndAt(
  text: string,
  at: number,
  led: boolean,
): { readonly side: 'before' | 'after'; readonly end: number } | null {
  const next = (length: number): string => text[at + length] ?? ' ';
  if (text[at] === '起' && !AFTER_START.has(next(1))) return { side: 'after', end: at + 1 };
  if (led && text.startsWith('开始', at)) return { side: 'after', end: at + 2 };
  if (text.startsWith('以前', at) || text.startsWith('之前', at)) return { side: 'before', end: at + 2 };
  if (/^[以之][后後]/.test(text.slice(at, at + 2))) return { side: 'after', end: at + 2 };
  if (text[at] === '前' && !AFTER_SIDE.has(next(1))) return { side: 'before', end: at + 1 };
  if ((text[at] === '后' || text[at] === '後') && !AFTER_SIDE.has(next(1)))
    return { side: 'after', end: at + 1 };
  return null;
}

/** A feast or a day with no month has its own 前 and 后: 节前, 3日前. */
const takesSides = (text: string, { to, rule, end }: Reading): boolean =>
  to === null &&
  rule !== 'day-of-month' &&
  (rule !== 'festival' || /^[以之][前后後]/.test(text.slice(end, end + 2)));

/** 自2019年起, 从5月1日开始, 2019年以前, 2030年前. */
function readOpenEnd(
  text: string,
  at: number,
  free: number,
  reading: Reading,
  knowledge: TimesKnowledge,
): FoundFact | null {
  const start = startWithSince(text, at, free, knowledge);
  const open = takesSides(text, reading) ? openEndAt(text, reading.end, start < at) : null;
  if (open === null) return null;
  const isAfter = open.side === 'after';
  return factOf(text, {
    start: isAfter ? start : at,
    end: open.end,
    kind: 'period',
    time: isAfter
      ? { type: 'interval', from: reading.from, to: 'open' }
      : { type: 'interval', from: 'open', to: reading.from },
    rule: 'open-interval',
    confidence: reading.confidence,
  });
}

function kindOf({ from, to }: Reading): FactKind {
  const { within, shift, weekday, week, nth } = from;
  // 月初 is a part of a month with no day to it; 全年 is all of its year.
  const isWholeYear = within?.from === '' && from.month === undefined && shift?.unit !== 'month';
  const isStretch = within !== undefined && (within.from !== within.to || isWholeYear);
  const isPeriod =
    to !== null || isStretch || week !== undefined || shift?.unit === 'week' || shift?.unit === 'quarter';
  if (nth !== undefined) return /day|month/.test(nth.unit) && nth.from === nth.to ? 'date' : 'period';
  return isPeriod && (weekday === undefined || within !== undefined) ? 'period' : 'date';
}

/** The end of 以来 or 至今 behind a date; after 自 a few words may stand between (自1992年通航以来). */
function endOfSince(text: string, at: number, reading: Reading, knowledge: TimesKnowledge): number {
  const tail = knowledge.sinceTails.startingAt(text, reading.end);
  if (tail !== null) return reading.end + tail.word.length;
  if (knowledge.sinceHeads.endingAt(text, at) === null) return reading.end;
  for (let place = reading.end + 1; place <= reading.end + LONGEST_SINCE; place += 1) {
    if (/[，。；、\n]/.test(text[place - 1] ?? '\n')) break;
    if (text.startsWith('以来', place) || text.startsWith('以來', place)) return place + 2;
  }
  return reading.end;
}

/** 9月1日—5日, 从去年10月到今年5月, 1998年至今. */
function readJoined(
  text: string,
  at: number,
  free: number,
  reading: Reading,
  knowledge: TimesKnowledge,
): FoundFact | null {
  const start = startWithSince(text, at, free, knowledge);
  const base = { start, kind: 'period' as const, rule: 'joined-period', confidence: reading.confidence };
  const began = /^(?:起|开始)/.exec(text.slice(reading.end, reading.end + 2))?.[0].length ?? 0;
  const present = reading.end + began;
  const openWord = knowledge.openEnds.startingAt(text, present);
  const open = openWord !== null && beginsDate(text, present, openWord.word) ? null : openWord;
  // 3月1日到今天 has two days for its ends; 1998年到今天 reaches to the present.
  const ownEnd = open !== null && /今[天日]$/.test(open.word) && /day|clock/.test(reading.level);
  if (open !== null && !ownEnd)
    return factOf(text, {
      ...base,
      end: present + open.word.length,
      time: { type: 'interval', from: reading.from, to: 'publication' },
    });
  const gap = text[reading.end] === ' ' ? reading.end + 1 : reading.end;
  const joiner = endOfJoiner(text, gap);
  if (joiner === gap)
    return readBetween(text, base, reading, knowledge) ?? readLed(text, at, base, reading, knowledge);
  const joined = text[joiner] === ' ' ? joiner + 1 : joiner;
  const other =
    readMoment(text, joined, knowledge) ??
    readBareHour(text, joined, reading, knowledge) ??
    readLaterDay(text, joined, reading, knowledge) ??
    readLaterSeparated(text, joined, reading) ??
    readLaterLunarDay(text, joined, reading);
  if (other === null || (other.to === null) !== (reading.to === null)) return null;
  return factOf(text, {
    ...base,
    end: other.end,
    time: {
      type: 'interval',
      from: isOfThisWeek(reading.from, other.from)
        ? { ...reading.from, shift: { unit: 'week', by: 0 } }
        : reading.from,
      to: other.to ?? withUpperUnits(reading.from, other.from),
    },
    bound: other.bound,
  });
}

/** A verb between the two ends: 从周二开到周四, 从早上六点一直干到晚上十点. */
const LED_ON = /^(?![的就开]?[始起])[\p{Script=Han}]{1,5}?[到至](?![了达处底位])/u;
const LONGEST_LED = 6;
const NO_VERB = /[的时有是在比与和约达至一-十百千万亿两]/;

/** 从周二开到周四: behind 从, a verb before the second end; both ends are of one kind. */
function readLed(
  text: string,
  at: number,
  base: Pick<FoundFact, 'kind' | 'rule' | 'confidence'> & { readonly start: number },
  reading: Reading,
  knowledge: TimesKnowledge,
): FoundFact | null {
  if (reading.to !== null || knowledge.sinceHeads.endingAt(text, at) === null) return null;
  const led = LED_ON.exec(text.slice(reading.end, reading.end + LONGEST_LED))?.[0];
  if (led === undefined || NO_VERB.test(led.slice(0, -1).replace(/^一直/, ''))) return null;
  const other = readMoment(text, reading.end + led.length, knowledge);
  if (other === null || other.to !== null || other.level !== reading.level) return null;
  return factOf(text, {
    ...base,
    end: other.end,
    time: { type: 'interval', from: reading.from, to: withUpperUnits(reading.from, other.from) },
  });
}

/** 今 of 至今年1月 begins a date. */
const beginsDate = (text: string, at: number, word: string): boolean =>
  word.endsWith('今') && /[年天日春夏秋冬晚晨早岁]/.test(text[at + word.length] ?? ' ');

/** 1月和2月之间: the two are the ends of one period. */
function readBetween(
  text: string,
  base: Pick<FoundFact, 'kind' | 'rule' | 'confidence'> & { readonly start: number },
  reading: Reading,
  knowledge: TimesKnowledge,
): FoundFact | null {
  if (!/[和与跟與]/.test(text[reading.end] ?? ' ') || reading.to !== null) return null;
  const other = readMoment(text, reading.end + 1, knowledge);
  if (other === null || other.to !== null) return null;
  const between = /^之?[间間]/.exec(text.slice(other.end, other.end + 2));
  if (between === null) return null;
  return factOf(text, {
    ...base,
    end: other.end + between[0].length,
    time: { type: 'interval', from: reading.from, to: withUpperUnits(reading.from, other.from) },
  });
}

/** 下午五点到六点: behind a time of day, a bare hour is one too. */
function readBareHour(
  text: string,
  at: number,
  { level }: Reading,
  knowledge: TimesKnowledge,
): Reading | null {
  if (level !== 'clock') return null;
  const draft = newDraft(at);
  draft.level = 'day';
  return readClock(text, draft, knowledge, false) ? finished(draft, 'clock', 0.8) : null;
}

/** 3号到5号: behind a day, another number of days is one too. */
function readLaterDay(
  text: string,
  at: number,
  { level, from }: Reading,
  knowledge: TimesKnowledge,
): Reading | null {
  const draft = newDraft(at);
  if (level !== 'day' || from.day === undefined || !readDay(text, draft, knowledge)) return null;
  return finished(draft, 'day-of-month', 0.8);
}

const MONTH_AND_DAY = /^(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d./])/;
const LONGEST_MONTH_AND_DAY = 6;

/** 2021.9.8-10.7: behind a date with marks, a month and a day with the same marks. */
function readLaterSeparated(text: string, at: number, { rule, from }: Reading): Reading | null {
  if (rule !== 'date-separated' || from.day === undefined) return null;
  const found = MONTH_AND_DAY.exec(text.slice(at, at + LONGEST_MONTH_AND_DAY));
  if (found === null) return null;
  const draft = newDraft(at + found[0].length);
  draft.moment = { origin: 'context', month: Number(found[1]), day: Number(found[2]) };
  draft.level = 'day';
  return finished(draft, rule, 0.8);
}

/** 正月初十至十五: behind a lunar day, a bare number is one too. */
function readLaterLunarDay(text: string, at: number, { from }: Reading): Reading | null {
  if (!from.lunar || from.day === undefined) return null;
  const day = readLunarDay(text, at);
  if (day === null) return null;
  const draft = newDraft(day.end);
  draft.moment = { origin: 'context', lunar: true, day: day.day };
  draft.level = 'day';
  return finished(draft, 'lunar', 0.8);
}

/** 周五 of 周五至下周一. */
const isOfThisWeek = (first: Moment, { shift }: Moment): boolean =>
  first.weekday !== undefined && first.shift === undefined && shift?.unit === 'week' && shift.by > 0;

/** The second end takes from the first what it does not print itself: 9月1日—5日, 下午2时至4时. */
function withUpperUnits(first: Moment, second: Moment): Moment {
  // 下周一到周三: both days are of one week; 周五至下周一: the first is of this one.
  if (second.weekday !== undefined && second.shift === undefined && first.shift?.unit === 'week')
    return { ...second, shift: first.shift };
  if (second.origin !== 'context' || second.shift !== undefined || second.year !== undefined) return second;
  const { origin, shift, year, month } = first;
  const upper: Moment = {
    origin,
    ...(shift === undefined ? {} : { shift }),
    ...(year === undefined ? {} : { year }),
  };
  if (second.month !== undefined || second.within !== undefined) return { ...upper, ...second, origin };
  if (second.day !== undefined)
    return { ...upper, ...(month === undefined ? {} : { month }), ...second, origin };
  if (second.hour === undefined) return second;
  const late = first.hour !== undefined && first.hour >= 12 && second.hour < first.hour;
  const { hour: _hour, minute: _minute, second: _second, ...day } = first;
  const hour =
    late && second.hour + 12 <= 24 && second.hour + 12 > first.hour ? second.hour + 12 : second.hour;
  return { ...day, ...second, hour, origin };
}
