import type { FactKind, FoundFact } from '@shared/model/fact.ts';
import type { Moment } from '@shared/model/time.ts';
import { endOfJoiner } from './calendar-number.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { readClock } from './read-clock.ts';
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
  const { within, shift, weekday, week } = from;
  const isStretch = within !== undefined && (within.from !== within.to || within.from === '');
  const isPeriod = to !== null || isStretch || week !== undefined || shift?.unit === 'week';
  return isPeriod && weekday === undefined ? 'period' : 'date';
}

/** The end of 以来 or 至今 behind a date; after 自 a few words may stand between (自2025年运行以来). */
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
  const open = knowledge.openEnds.startingAt(text, reading.end);
  // 3月1日到今天 has two days for its ends; 1998年到今天 reaches to the present.
  const ownEnd = open !== null && /今[天日]$/.test(open.word) && reading.level === 'day';
  if (open !== null && !ownEnd)
    return factOf(text, {
      ...base,
      end: reading.end + open.word.length,
      time: { type: 'interval', from: reading.from, to: 'publication' },
    });
  const gap = text[reading.end] === ' ' ? reading.end + 1 : reading.end;
  const joiner = endOfJoiner(text, gap);
  if (joiner === gap) return null;
  const joined = text[joiner] === ' ' ? joiner + 1 : joiner;
  const other = readMoment(text, joined, knowledge) ?? readBareHour(text, joined, reading, knowledge);
  if (other === null || (other.to === null) !== (reading.to === null)) return null;
  return factOf(text, {
    ...base,
    end: other.end,
    time: { type: 'interval', from: reading.from, to: other.to ?? withUpperUnits(reading.from, other.from) },
    bound: other.bound,
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

/** The second end takes from the first what it does not print itself: 9月1日—5日, 下午2时至4时. */
function withUpperUnits(first: Moment, second: Moment): Moment {
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
