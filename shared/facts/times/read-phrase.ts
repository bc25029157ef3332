import type { Bound, FactKind, FoundFact } from '@shared/model/fact.ts';
import { readingOffset } from '@shared/model/offset.ts';
import type { Moment, TimeExpression, TimeUnit } from '@shared/model/time.ts';
import { endOfJoiner } from './calendar-number.ts';
import type { HeadWord, TimesKnowledge } from './knowledge.ts';
import { readClock } from './read-clock.ts';
import { readBelowYear } from './read-date.ts';
import { type Length, readLength, stepsOf, stretchOf } from './read-length.ts';
import { isInShortQuote, readMoment, standsAsWord } from './read-moment.ts';
import { newDraft, type Reading } from './reading.ts';

/** Words between 自2025年 and 以来 that still hold the two together. */
const LONGEST_SINCE = 4;

/** Up to this many years 近五年 is the last five, above it 近20年 is nearly twenty. */
const LONGEST_RECENT = 10;

interface Parts {
  readonly start: number;
  readonly end: number;
  readonly kind: FactKind;
  readonly time: TimeExpression;
  readonly rule: string;
  readonly confidence: number;
  readonly bound?: Bound;
  readonly value?: number | null;
  readonly valueMax?: number | null;
  readonly unit?: string | null;
}

function factOf(text: string, parts: Parts): FoundFact {
  const { start, end, kind, time, rule, confidence } = parts;
  return {
    start: readingOffset(start),
    end: readingOffset(end),
    text: text.slice(start, end),
    kind,
    value: parts.value ?? null,
    ...(parts.valueMax === undefined || parts.valueMax === null ? {} : { valueMax: parts.valueMax }),
    unit: parts.unit ?? null,
    bound: parts.bound ?? 'exact',
    measure: null,
    subject: null,
    when: null,
    time,
    rule,
    confidence,
  };
}

/**
 * The time whose first word or number is at `at`; 自 and 从 before it join it.
 * @param free where the words begin that no earlier time has taken.
 */
export function readPhrase(
  text: string,
  at: number,
  free: number,
  knowledge: TimesKnowledge,
): FoundFact | null {
  const kind = knowledge.classes[text.charCodeAt(at)]!;
  const head = (kind & 4) > 0 ? knowledge.heads.startingAt(text, at) : null;
  if (head !== null && standsAsWord(text, at, head.word, knowledge)) {
    const phrase = readHeadPhrase(text, at, free, head.word, head.value, knowledge);
    if (phrase !== null) return phrase;
  }
  const reading = readMoment(text, at, knowledge);
  if (reading !== null) return momentFact(text, at, free, reading, knowledge);
  if ((kind & 3) === 0 || text[at - 1] === '第') return null;
  const length = readLength(text, at, knowledge);
  return length === null ? null : lengthFact(text, free, length, knowledge);
}

function readHeadPhrase(
  text: string,
  at: number,
  free: number,
  word: string,
  head: HeadWord,
  knowledge: TimesKnowledge,
): FoundFact | null {
  const end = at + word.length;
  switch (head.type) {
    case 'vague': {
      const stretch = head.stretches ? readStretch(text, at, end, word, 'before', knowledge) : null;
      if (stretch !== null) return stretch;
      if (isInShortQuote(text, at, end)) return null;
      return factOf(text, {
        start: at,
        end,
        kind: /[年来段期代]/.test(word) ? 'period' : 'date',
        time: { type: 'vague' },
        rule: 'vague-time',
        bound: 'approx',
        confidence: 0.8,
      });
    }
    case 'now':
      if (isInShortQuote(text, at, end)) return null;
      return factOf(text, {
        start: at,
        end,
        kind: 'date',
        time: { type: 'vague' },
        rule: 'present-time',
        confidence: 0.4,
      });
    case 'recurring':
      return readRecurring(text, at, end, knowledge);
    case 'plan':
      return readPlan(text, at, end, head.from, head.to);
    case 'age':
      return factOf(text, { start: at, end, ...yearsOf(head.from, head.to), rule: 'age', confidence: 0.6 });
    case 'event':
      return readSinceEvent(text, at, free, end, head.date, knowledge);
    case 'stretch':
      return readStretch(text, at, end, word, head.side, knowledge);
    default:
      return null;
  }
}

/** 每年, 每天清晨, 每年5月; 每月一次 and 半年一次 are rates and no times. */
function readRecurring(text: string, at: number, end: number, knowledge: TimesKnowledge): FoundFact | null {
  if (isInShortQuote(text, at, end) || isRate(text, end, knowledge)) return null;
  const draft = newDraft(end);
  if (!readClock(text, draft, knowledge, true)) readBelowYear(text, draft, knowledge);
  return factOf(text, {
    start: at,
    end: draft.place,
    kind: 'period',
    time: { type: 'vague' },
    rule: 'recurring-time',
    confidence: 0.7,
  });
}

function isRate(text: string, at: number, knowledge: TimesKnowledge): boolean {
  let end = at;
  while (end - at < 4 && end < text.length && knowledge.rateStarts.includes(text[end]!)) end += 1;
  return end > at && '次场度回趟届遍期轮'.includes(text[end] ?? '\n');
}

const yearsOf = (from: number, to: number): Pick<Parts, 'kind' | 'time'> => ({
  kind: 'period',
  time: { type: 'interval', from: { origin: 'calendar', year: from }, to: { origin: 'calendar', year: to } },
});

function readPlan(text: string, at: number, end: number, from: number, to: number): FoundFact {
  const during = text.startsWith('期间', end) || text.startsWith('时期', end);
  const quoted = !during && text[at] !== '十';
  return factOf(text, {
    start: quoted ? at + 1 : at,
    end: during ? end + 2 : quoted ? end - 1 : end,
    ...yearsOf(from, to),
    rule: 'plan-period',
    confidence: during ? 0.9 : 0.5,
  });
}

const momentOf = (date: string): Moment => {
  const [year, month] = date.split('-').map(Number);
  return { origin: 'calendar', year: year!, ...(month === undefined ? {} : { month }) };
};

/** 党的十八大以来: only 以来 makes an event a time. */
function readSinceEvent(
  text: string,
  at: number,
  free: number,
  end: number,
  date: string,
  knowledge: TimesKnowledge,
): FoundFact | null {
  const tail = knowledge.sinceTails.startingAt(text, end);
  if (tail === null) return null;
  const { year } = momentOf(date);
  return factOf(text, {
    start: startWithSince(text, at, free, knowledge),
    end: end + tail.word.length,
    kind: 'period',
    time: { type: 'interval', from: { origin: 'calendar', year: year! }, to: 'publication' },
    rule: 'since-event',
    confidence: 0.6,
  });
}

/** 近五年, 过去半年多, 未来三天, 前8个月. */
function readStretch(
  text: string,
  at: number,
  end: number,
  word: string,
  side: 'before' | 'after',
  knowledge: TimesKnowledge,
): FoundFact | null {
  if (word === '前') {
    const months = readMoment(text, at, knowledge);
    if (months !== null) return momentFact(text, at, at, months, knowledge);
  }
  const length = readLength(text, text.startsWith('的', end) ? end + 1 : end, knowledge);
  if (length === null || length.single) return null;
  const since = sinceEnd(text, length.end);
  const many = length.value === null || length.value > LONGEST_RECENT;
  if (since === length.end && many && (word === '近' || word === '前')) return null;
  if (word === '前' && length.calendar?.unit !== 'year') return null;
  return factOf(text, {
    start: at,
    end: since,
    kind: 'period',
    time: stretchOf(length, side),
    bound: length.bound,
    rule: 'stretch',
    confidence: 0.8,
  });
}

/** The end of 来 or 以来 behind a length, `at` where neither stands. */
function sinceEnd(text: string, at: number): number {
  if (text.startsWith('以来', at)) return at + 2;
  return text[at] === '来' && !/[到自源访临回看]/.test(text[at + 1] ?? '') ? at + 1 : at;
}

const AGO = ['以前', '之前', '前'] as const;
const LATER = ['以后', '之后', '后'] as const;

/** 前 and 后 that begin another word do not turn a length into a moment: 三年前后, 5年后续. */
const stepEnd = (text: string, at: number, words: readonly string[]): number => {
  const word = words.find((candidate) => text.startsWith(candidate, at));
  if (word === undefined) return at;
  const next = text[at + word.length] ?? '';
  return word.length === 1 && /[后列期续沿端景往置来任]/.test(next) ? at : at + word.length;
};

function lengthFact(text: string, free: number, length: Length, knowledge: TimesKnowledge): FoundFact | null {
  if (isRate(text, length.end, knowledge)) return null;
  const since = sinceEnd(text, length.end);
  if (since > length.end && length.calendar !== null)
    return factOf(text, {
      start: startWithSince(text, length.start, free, knowledge),
      end: since,
      kind: 'period',
      time: stretchOf(length, 'since'),
      unit: length.unit,
      bound: length.bound,
      rule: 'length-since',
      confidence: 0.85,
    });
  const ago = stepEnd(text, length.end, AGO);
  const later = ago > length.end ? length.end : stepEnd(text, length.end, LATER);
  if (ago > length.end || later > length.end) return stepFact(text, length, ago, later);
  return durationFact(text, length, knowledge);
}

/** A week before is a day; every other unit is known to itself. */
const stepShift = ({ unit, by }: { unit: TimeUnit; by: number }, sign: 1 | -1): Moment['shift'] & object =>
  unit === 'week' ? { unit: 'day', by: 7 * by * sign } : { unit, by: by * sign };

/** 三年前, 两天后: counted from the publication day or from the date before. */
function stepFact(text: string, length: Length, ago: number, later: number): FoundFact {
  const back = ago > length.end;
  const steps = stepsOf(length);
  const at: Moment | null =
    steps === null
      ? null
      : back
        ? { origin: 'publication', shift: stepShift(steps, -1) }
        : { origin: 'context', shift: stepShift(steps, 1), orPublication: true };
  return factOf(text, {
    start: length.start,
    end: back ? ago : later,
    kind: 'date',
    time: at === null ? { type: 'vague' } : { type: 'moment', at },
    bound: length.bound,
    rule: back ? 'length-ago' : 'length-later',
    confidence: 0.7,
  });
}

function durationFact(text: string, length: Length, knowledge: TimesKnowledge): FoundFact {
  const after = knowledge.boundsAfter.startingAt(text, length.end);
  const before = knowledge.boundsBefore.endingAt(text, length.start);
  const bound = length.bound === 'exact' ? (after?.value ?? before?.value ?? 'exact') : length.bound;
  return factOf(text, {
    start: length.start,
    end: length.end + (after?.word.length ?? 0),
    kind: 'duration',
    time: { type: 'length' },
    value: length.value,
    valueMax: length.valueMax,
    unit: length.unit,
    bound,
    rule: 'duration',
    confidence: length.value === null || length.single ? 0.5 : 0.9,
  });
}

/** Where the fact begins when 自 or 从 stands before it. */
function startWithSince(text: string, start: number, free: number, knowledge: TimesKnowledge): number {
  const head = knowledge.sinceHeads.endingAt(text, start);
  if (head === null || start - head.word.length < free) return start;
  return start - head.word.length;
}

function momentFact(
  text: string,
  at: number,
  free: number,
  reading: Reading,
  knowledge: TimesKnowledge,
): FoundFact {
  const { rule, confidence, bound } = reading;
  if (reading.to === null) {
    const joined = readJoined(text, at, free, reading, knowledge);
    if (joined !== null) return joined;
  }
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

function kindOf({ from, to }: Reading): FactKind {
  const { within, shift, weekday } = from;
  const isStretch = within !== undefined && (within.from !== within.to || within.from === '');
  const isPeriod = to !== null || isStretch || shift?.unit === 'week';
  return isPeriod && weekday === undefined ? 'period' : 'date';
}

/** The end of 以来 or 至今 behind a date; after 自 a few words may stand between (自2025年运行以来). */
function endOfSince(text: string, at: number, reading: Reading, knowledge: TimesKnowledge): number {
  const tail = knowledge.sinceTails.startingAt(text, reading.end);
  if (tail !== null) return reading.end + tail.word.length;
  if (knowledge.sinceHeads.endingAt(text, at) === null) return reading.end;
  for (let place = reading.end + 1; place <= reading.end + LONGEST_SINCE; place += 1) {
    if (/[，。；、\n]/.test(text[place - 1] ?? '\n')) break;
    if (text.startsWith('以来', place)) return place + 2;
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
  const open = knowledge.openEnds.startingAt(text, reading.end);
  if (open !== null)
    return factOf(text, {
      ...base,
      end: reading.end + open.word.length,
      time: { type: 'interval', from: reading.from, to: 'publication' },
    });
  const joined = endOfJoiner(text, reading.end);
  const other = joined > reading.end ? readMoment(text, joined, knowledge) : null;
  if (other === null || other.to !== null) return null;
  return factOf(text, {
    ...base,
    end: other.end,
    time: { type: 'interval', from: reading.from, to: withUpperUnits(reading.from, other.from) },
    bound: other.bound,
  });
}

/** The second end takes from the first what it does not print itself: 9月1日—5日, 下午2时至4时. */
function withUpperUnits(first: Moment, second: Moment): Moment {
  if (second.origin !== 'context' || second.shift !== undefined || second.year !== undefined) return second;
  const { origin, shift, year, month, day } = first;
  const upper: Moment = {
    origin,
    ...(shift === undefined ? {} : { shift }),
    ...(year === undefined ? {} : { year }),
  };
  if (second.month !== undefined || second.within !== undefined) return { ...upper, ...second, origin };
  const withMonth = month === undefined ? upper : { ...upper, month };
  if (second.day !== undefined) return { ...withMonth, ...second, origin };
  const withDay = day === undefined ? withMonth : { ...withMonth, day };
  const late =
    first.hour !== undefined && second.hour !== undefined && first.hour >= 12 && second.hour < first.hour;
  return {
    ...withDay,
    ...second,
    origin,
    ...(late && second.hour! + 12 <= 24 && second.hour! + 12 > first.hour!
      ? { hour: second.hour! + 12 }
      : {}),
  };
}
