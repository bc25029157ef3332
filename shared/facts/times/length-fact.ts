import type { Bound, FoundFact } from '@shared/model/fact.ts';
import type { Moment, TimeUnit } from '@shared/model/time.ts';
import { partedBound } from '../figures/bounds.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { readClock } from './read-clock.ts';
import { readBelowYear } from './read-date.ts';
import { type Length, stepsOf, stretchOf } from './read-length.ts';
import { newDraft } from './reading.ts';
import { factOf, isRate, startWithSince } from './time-fact.ts';

/** The end of 来 or 以来 behind a length, `at` where neither stands. */
export function sinceEnd(text: string, at: number): number {
  if (text.startsWith('以来', at) || text.startsWith('以來', at)) return at + 2;
  return (text[at] === '来' || text[at] === '來') && !/[到自源访临回看]/.test(text[at + 1] ?? '')
    ? at + 1
    : at;
}

const AGO = ['以前', '之前', '前'] as const;
const LATER = ['以后', '之后', '后', '以後', '之後', '後'] as const;

/** 前 and 后 that begin another word do not turn a length into a moment: 三年前后, 5年后续. */
const stepEnd = (text: string, at: number, words: readonly string[]): number => {
  const word = words.find((candidate) => text.startsWith(candidate, at));
  if (word === undefined) return at;
  const next = text[at + word.length] ?? '';
  return word.length === 1 && /[后列期续沿端景往置来任]/.test(next) ? at : at + word.length;
};

/** 再过两天; 过三天 only where a clause begins with it. */
const PASSED = /(?:(?<again>再过)|(?:^|[，。；：！？“\s])(?<once>过))$/;

/** The time that a length is: a duration, a period up to now (三年来), or a step from a date (三年前). */
export function lengthFact(
  text: string,
  free: number,
  length: Length,
  knowledge: TimesKnowledge,
): FoundFact | null {
  if (isRate(text, length.end, knowledge)) return null;
  const every = everyStart(text, length.start);
  if (every >= free && every < length.start)
    return factOf(text, {
      start: every,
      end: length.end,
      kind: 'period',
      time: { type: 'vague' },
      rule: 'recurring-time',
      confidence: 0.6,
    });
  const since = sinceEnd(text, length.end);
  if (since > length.end && length.calendar !== null)
    return factOf(text, {
      start: startWithSince(text, length.start, free, knowledge),
      end: since,
      kind: 'period',
      time: stretchOf(length, 'since'),
      bound: length.bound,
      rule: 'length-since',
      confidence: 0.85,
    });
  const passed = PASSED.exec(text.slice(Math.max(free, length.start - 3), length.start))?.groups;
  const again = passed?.again ?? (/[年月天日]$/.test(length.unit) ? passed?.once : undefined);
  if (again !== undefined) return stepFact(text, length, length.start - again.length, length.end, knowledge);
  const within = withinFact(text, length);
  if (within !== null) return within;
  const ago = stepEnd(text, length.end, AGO);
  const later = ago > length.end ? length.end : stepEnd(text, length.end, LATER);
  if (ago > length.end) return stepFact(text, length, length.start, ago, knowledge, true);
  if (later > length.end) return stepFact(text, length, length.start, later, knowledge);
  // 2017年的一天, 难忘的一晚: which day, not how long.
  const isArticle = length.single && text[length.start - 1] === '的' && /^[天日晚夜]/.test(length.unit);
  return isArticle ? null : durationFact(text, length, knowledge);
}

const WITHIN = ['以内', '之内', '内', '以內', '之內', '內'] as const;

/** What before a length shows that it runs from something else than the publication: 收到之日起60日内. */
const FROM_ELSEWHERE = /(?:日起|时起|后的?|起|[前在于於每限过過])$/;

/** 将在三天内 is said from now on. */
const PROMISED = /[会将能會將]在$/;

/** 60日内, 三年内: a stretch from the publication on. */
function withinFact(text: string, length: Length): FoundFact | null {
  const word = WITHIN.find((candidate) => text.startsWith(candidate, length.end));
  if (word === undefined || length.calendar === null || /[0-9A-Za-z]/.test(text[length.start - 1] ?? ' '))
    return null;
  if (
    !/^(?:year|month|week|day)$/.test(length.calendar.unit) ||
    (length.unit.includes('日') && length.unit !== '日')
  )
    return null;
  if (/[地部外容阁閣蒙科]/.test(text[length.end + word.length] ?? ' ')) return null;
  const before = text.slice(Math.max(0, length.start - 2), length.start);
  if (FROM_ELSEWHERE.test(before) && !PROMISED.test(before)) return null;
  const time = stretchOf(length, 'after');
  if (time.type === 'vague') return null;
  return factOf(text, {
    start: length.start,
    end: length.end + word.length,
    kind: 'period',
    time,
    bound: 'at-most',
    rule: 'length-within',
    confidence: 0.7,
  });
}

/** Where 每 or 每隔 before a length begins; `start` where neither stands. */
function everyStart(text: string, start: number): number {
  if (text[start - 1] === '每') return start - 1;
  return text.startsWith('每隔', start - 2) ? start - 2 : start;
}

/** A week before is a day; every other unit is known to itself. */
const stepShift = ({ unit, by }: { unit: TimeUnit; by: number }, sign: 1 | -1): Moment['shift'] & object =>
  unit === 'week' ? { unit: 'day', by: 7 * by * sign } : { unit, by: by * sign };

/** 三年前, 两天后, 再过两天: counted from the publication day or from the date before; 三天后下午三点, 两年前的春天. */
function stepFact(
  text: string,
  length: Length,
  start: number,
  end: number,
  knowledge: TimesKnowledge,
  back = false,
): FoundFact {
  const steps = stepsOf(length);
  const at: Moment | null =
    steps === null
      ? null
      : back
        ? { origin: 'publication', shift: stepShift(steps, -1) }
        : { origin: 'context', shift: stepShift(steps, 1), orPublication: true };
  const draft = newDraft(text[end] === '的' ? end + 1 : end);
  if (at !== null) draft.moment = at;
  const unit = at?.shift?.unit;
  const timed =
    (unit === 'day' && readClock(text, draft, knowledge, true)) ||
    (unit === 'year' && readBelowYear(text, draft, knowledge));
  return factOf(text, {
    start,
    end: timed ? draft.place : end,
    kind: timed && draft.moment.within !== undefined ? 'period' : 'date',
    time: at === null ? { type: 'vague' } : { type: 'moment', at: timed ? draft.moment : at },
    bound: length.bound,
    rule: back ? 'length-ago' : 'length-later',
    confidence: 0.7,
  });
}

function durationFact(text: string, length: Length, knowledge: TimesKnowledge): FoundFact {
  const after = knowledge.boundsAfter.startingAt(text, length.end);
  const before = knowledge.boundsBefore.endingAt(text, length.start);
  const reaches = text[length.start - 1] === '上' && /[百千万]/.test(text[length.start]!);
  const parted = (): Bound => partedBound(text, length.start, knowledge.boundsBefore);
  const outside = after?.value ?? before?.value ?? (reaches ? 'at-least' : parted());
  const bound = length.bound === 'exact' ? outside : length.bound;
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
