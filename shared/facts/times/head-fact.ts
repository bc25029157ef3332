import type { FoundFact } from '@shared/model/fact.ts';
import type { Moment } from '@shared/model/time.ts';
import type { HeadWord, TimesKnowledge } from './knowledge.ts';
import { sinceEnd } from './length-fact.ts';
import { momentFact } from './moment-fact.ts';
import { readClock } from './read-clock.ts';
import { readBelowYear, readDay } from './read-date.ts';
import { readLength, stretchOf } from './read-length.ts';
import { isInShortQuote, readMoment } from './read-moment.ts';
import { newDraft } from './reading.ts';
import { factOf, isRate, type Parts, startWithSince } from './time-fact.ts';

/** Up to this many years 近五年 is the last five, above it 近20年 is nearly twenty. */
const LONGEST_RECENT = 10;

/** The time that begins with a word of its own kind: vague, recurring, a plan, an event, a stretch. */
export function headFact(
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
  if (!readClock(text, draft, knowledge, true) && !readBelowYear(text, draft, knowledge))
    readDay(text, draft, knowledge);
  return factOf(text, {
    start: at,
    end: draft.place,
    kind: 'period',
    time: { type: 'vague' },
    rule: 'recurring-time',
    confidence: 0.7,
  });
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
  const gap = text[end] === '的' || text[end] === ' ' ? 1 : 0;
  const length = readLength(text, end + gap, knowledge);
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
