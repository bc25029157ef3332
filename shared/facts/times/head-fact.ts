import type { FoundFact } from '@shared/model/fact.ts';
import type { Moment } from '@shared/model/time.ts';
import { endOfJoiner, readCalendarNumber } from './calendar-number.ts';
import type { HeadWord, TimesKnowledge } from './knowledge.ts';
import { sinceEnd } from './length-fact.ts';
import { momentFact } from './moment-fact.ts';
import { readClock } from './read-clock.ts';
import { readBelowYear, readDay } from './read-date.ts';
import { type Length, readLength, stretchOf } from './read-length.ts';
import { isInShortQuote, readMoment } from './read-moment.ts';
import { readNthWeek, weekdayAt } from './read-week.ts';
import { type Draft, newDraft } from './reading.ts';
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
    case 'quarter':
      return readNumberedPlan(text, at, knowledge);
    case 'age': {
      // 元朝至正八年: the dynasty before a year of one of its reigns.
      const year =
        knowledge.heads.startingAt(text, end)?.value.type === 'era' ? readMoment(text, end, knowledge) : null;
      if (year !== null) return momentFact(text, at, free, year, knowledge);
      return readAgeOfHistory(text, at, end, head.from, head.to);
    }
    case 'event':
      return readSinceEvent(text, at, free, end, head.date, knowledge);
    case 'stretch':
      return readStretch(text, at, end, word, head.side, knowledge);
    default:
      return null;
  }
}

/** 每周三班 are three services a week, not each Wednesday. */
const COUNTED_IN_WEEK = new Set([...'班次趟场回期课节遍顿封']);

/** 、三、五 of 每周一、三、五. */
const MORE_WEEKDAYS =
  /^(?:[、和及与](?:周|星期)?[一二三四五六日](?![一二三四五六七八九十百千万点时月年日]))+/;
const LONGEST_WEEK = 16;

/** 初一十五, 初一、十五 behind 每逢 or 每月, 农历三、六、九: days of every month of the moon. Before a unit they are its numbers (每逢三、九月). */
const LUNAR_DAYS =
  /^(?:(?:农历|阴历|旧历)?初[一二三四五六七八九十](?:[、和]?(?:初[一二三四五六七八九十]|(?:十|廿|二十)[一二三四五六七八九]?|三十))*|(?:农历|阴历|旧历)?[一二三四五六七八九十](?:、[一二三四五六七八九十]){1,2}(?:日|(?![、十百千年月周季天点号期代届岁个人次]))|(?:一四七|二五八|三六九)日?)/;
const LONGEST_LUNAR_DAYS = 14;

function endOfLunarDays(text: string, at: number): number | null {
  const found = LUNAR_DAYS.exec(text.slice(at, at + LONGEST_LUNAR_DAYS));
  return found === null ? null : at + found[0].length;
}

/** 周末, 双休日 behind 逢; a feast behind it is one day (时逢春节). */
function endOfWeekend(text: string, at: number): number | null {
  const found = /^(?:周末|双休日|节假日|(?:周|星期)[一二三四五六日天])/.exec(text.slice(at, at + 3));
  return found === null ? null : at + found[0].length;
}

/** The end of a weekday behind 每周, of a feast or weekday behind 每逢; `at` where none stands. */
function endOfOccasion(text: string, at: number, end: number, knowledge: TimesKnowledge): number {
  if (text.startsWith('每逢', at))
    return readMoment(text, end, knowledge)?.end ?? endOfLunarDays(text, end) ?? at;
  if (text[at] === '逢') return endOfWeekend(text, end) ?? endOfLunarDays(text, end) ?? at;
  const inWeek = /[周週期拜]/.test(text[end - 1] ?? '');
  const isCounted = COUNTED_IN_WEEK.has(text[end + 1] ?? ' ');
  if (inWeek && !isCounted && (weekdayAt(text, end) > 0 || text[end] === '末'))
    return end + 1 + (MORE_WEEKDAYS.exec(text.slice(end + 1, end + LONGEST_WEEK))?.[0].length ?? 0);
  return end;
}

/** 每年, 每天清晨, 每年5月, 每周一至周五; 每月一次 and 半年一次 are rates and no times. */
function readRecurring(text: string, at: number, end: number, knowledge: TimesKnowledge): FoundFact | null {
  const occasion = endOfOccasion(text, at, end, knowledge);
  if (occasion === at || isInShortQuote(text, at, end)) return null;
  if (occasion === end && isRate(text, end, knowledge)) return null;
  const draft = newDraft(occasion);
  if (/[天日晚早晨夜]/.test(text[end - 1]!)) draft.level = 'day';
  if (text.startsWith('早晚', draft.place)) draft.place += 2;
  if (
    !readClock(text, draft, knowledge, true) &&
    !readNthWeek(text, draft, knowledge, text[end - 1] === '月') &&
    !readLastDay(text, draft) &&
    !readLunarDays(text, draft) &&
    !readBelowYear(text, draft, knowledge)
  )
    readDay(text, draft, knowledge);
  return factOf(text, {
    start: at,
    end: endOfJoined(text, draft.place, knowledge),
    kind: 'period',
    time: { type: 'vague' },
    rule: 'recurring-time',
    confidence: 0.7,
  });
}

/** 初一、十五 behind 每月. */
function readLunarDays(text: string, draft: Draft): boolean {
  const end = /[月年]$/.test(text.slice(Math.max(0, draft.place - 1), draft.place))
    ? endOfLunarDays(text, draft.place)
    : null;
  if (end === null || text[draft.place] !== '初') return false;
  draft.place = end;
  return true;
}

/** 最后一天 behind 每月. */
function readLastDay(text: string, draft: Draft): boolean {
  const found = /^的?最[后後]一[天日]/.exec(text.slice(draft.place, draft.place + 5));
  draft.place += found?.[0].length ?? 0;
  return found !== null;
}

/** The end of the other end of what recurs: 每天9点到11点, 每周一至周五. */
function endOfJoined(text: string, at: number, knowledge: TimesKnowledge): number {
  const joiner = endOfJoiner(text, at);
  if (joiner === at) return at;
  const hour = newDraft(joiner);
  hour.level = 'day';
  return (
    readMoment(text, joiner, knowledge)?.end ?? (readClock(text, hour, knowledge, false) ? hour.place : at)
  );
}

const yearsOf = (from: number, to: number): Pick<Parts, 'kind' | 'time'> => ({
  kind: 'period',
  time: { type: 'interval', from: { origin: 'calendar', year: from }, to: { origin: 'calendar', year: to } },
});

/** 清朝末年 (the last years of the Qing), 唐代中期 (the middle of the Tang): so many years, or a quarter of what lasted less, are the beginning or the end of a dynasty. */
const YEARS_OF_EDGE = 50;
const PART_OF_AGE = /^(?:(?<last>末[年期叶]|后期)|(?<middle>中[期叶])|(?<first>初[年期]|前期))/;
/** 清末 (the end of the Qing), 晚唐 (the late Tang): names of such parts that the table has with their years. */
const NAMES_PART = /末|^晚/;

function readAgeOfHistory(text: string, at: number, end: number, from: number, to: number): FoundFact {
  const part = PART_OF_AGE.exec(text.slice(end, end + 2));
  const edge = Math.min(YEARS_OF_EDGE, Math.round((to - from) / 4));
  const { first, middle } = part?.groups ?? {};
  let years = [from, to] as const;
  if (first !== undefined) years = [from, from + edge - 1];
  else if (middle !== undefined) years = [from + edge, to - edge];
  else if (part !== null) years = [to - edge + 1, to];
  return factOf(text, {
    start: at,
    end: end + (part?.[0].length ?? 0),
    ...yearsOf(...years),
    ...(part === null && !NAMES_PART.test(text.slice(at, end)) ? {} : { bound: 'approx' }),
    rule: 'age',
    confidence: 0.6,
  });
}

/** “十四五”末, “十二五”初期: the last and the first year of a plan. */
const PLAN_EDGE = /^(?:(?<last>末期|期?末)|(?<first>初期|期?初)(?![一二三四五六七八九十步]))/;

function readPlan(text: string, at: number, end: number, from: number, to: number): FoundFact {
  const edge = PLAN_EDGE.exec(text.slice(end, end + 3));
  if (edge !== null) {
    const year = edge.groups!.last === undefined ? from : to;
    const time = { type: 'moment', at: { origin: 'calendar', year } } as const;
    return factOf(text, {
      start: at,
      end: end + edge[0].length,
      kind: 'date',
      time,
      rule: 'plan-edge',
      confidence: 0.8,
    });
  }
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

/** 第二个五年计划期间: the plans have numbers and years. */
function readNumberedPlan(text: string, at: number, { plans }: TimesKnowledge): FoundFact | null {
  const number = readCalendarNumber(text, at + 1);
  const plan = number === null ? undefined : plans[number.value - 1];
  const word =
    number &&
    /^[个個]?五年[计計规規][划劃](?:期间|期間|时期|時期)?/.exec(text.slice(number.end, number.end + 8));
  if (!word || plan === undefined) return null;
  return factOf(text, {
    start: at,
    end: number.end + word[0].length,
    ...yearsOf(plan[0], plan[1]),
    rule: 'plan-period',
    confidence: 0.9,
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

/** 过去的2024年 names a year. */
const LEAST_YEAR = 1000;

/** 近两个小时 is nearly two hours, no stretch of the calendar. */
const isBelowDay = ({ calendar }: Length): boolean =>
  calendar !== null && /^(?:hour|minute|second)$/.test(calendar.unit);

/** 近30天 that begins a clause is a stretch; behind a verb (历时近30天) it is nearly thirty days. */
const opensClause = (text: string, at: number): boolean =>
  /^$|[，。；、：！？“（\s在最]/.test(text.slice(Math.max(0, at - 1), at));

/** 近20年新低, 近百年最大: what is the newest or most in a stretch of the calendar. */
const RANKED_IN = /[新最首罕]/;

/** 上两周, 下三个月, 后三天: inside a sentence the words may count from anything. */
const STEP_WORDS = new Set(['上', '下', '后', '之前', '之后']);

const opensSentence = (text: string, at: number): boolean =>
  /^$|[。！？\n“在]/.test(text.slice(Math.max(0, at - 1), at));

/** 近五年, 过去一个多月, 未来三天, 前8个月. */
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
  const isOne = length?.single && (word === '前' || (word === '近' && !opensClause(text, at)));
  if (length === null || isOne) return null;
  if (length.value !== null && length.value >= LEAST_YEAR) return null;
  if (word === '近' && isBelowDay(length)) return null;
  if ((word === '这' || word === '這') && (length.single || length.calendar?.unit !== 'year')) return null;
  const since = sinceEnd(text, length.end);
  const many = length.value === null || length.value > LONGEST_RECENT;
  const ranks = RANKED_IN.test(text.slice(length.end, length.end + 1));
  const counts = many && !(word === '近' && (ranks || opensClause(text, at)));
  if (since === length.end && counts && (word === '近' || word === '前')) return null;
  if (word === '前' && length.calendar?.unit !== 'year' && !opensSentence(text, at)) return null;
  const isStep = STEP_WORDS.has(word);
  if (isStep && (length.single || length.value === null || /[百千万]/.test(text[end] ?? ' '))) return null;
  if (isStep && !opensSentence(text, at)) return null;
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
