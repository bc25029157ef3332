import type { FoundFact } from '@shared/model/fact.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';
import { readingSpan } from '@shared/model/offset.ts';
import type { PartialDate } from '@shared/model/source.ts';
import { printDate } from './calendar.ts';
import { reasonsOfPhrases } from './dated-phrases.ts';
import type { DatingKnowledge } from './knowledge.ts';
import { type Clue, LAST_YEAR, type PastDate, readPastDate } from './past-dates.ts';
import { type DatedText, firstOfEachYear, type Reason } from './reason.ts';

/** The publication date that inner evidence gives; `evidence` points into the texts by index. */
export interface InferredDate {
  readonly value: PartialDate;
  readonly evidence: readonly { readonly text: number; readonly span: ReadingSpan }[];
}

/** Words that make an event one that the page looks forward to. */
const COMING = /(?:迎接|喜迎|献礼)[^，。；！？\n]{0,6}$/;
const COMING_AFTER = /^(?:胜利)?(?:即将|将于|召开之际|开幕之际|召开在即|将要)/;

/** From this month on, a date told as past more likely belongs to the year before the page's. */
const LATE_MONTH = 10;

const ENOUGH = 1;

/** No more clues of one kind are weighed; a page that repeats itself proves no more by it. */
const MOST_CLUES = 24;

/** Infers when a page that prints no date was published, or null when nothing tells. */
export function inferPublication(
  texts: readonly DatedText[],
  knowledge: DatingKnowledge,
): InferredDate | null {
  const dates = texts.flatMap(({ text, facts }, index) =>
    facts.map((fact) => readPastDate(text, index, fact)).filter((date) => date !== null),
  );
  const events = mentionsOf(texts, knowledge);
  const known = [
    ...dates.map(({ year }) => year),
    ...events.filter(({ coming }) => !coming).map(({ year }) => year),
  ];
  const coming = events.filter((event) => event.coming).map(({ year }) => year - 1);
  const earliest = [...known, ...coming].reduce((a, b) => Math.max(a, b), 0);
  const reasons = [
    ...reasonsOfLatest(texts, dates, earliest),
    ...firstOfEachYear(reasonsOfCutOff(dates)),
    ...reasonsOfEvents(events),
    ...reasonsOfAnniversary(texts, dates),
    ...firstOfEachYear(reasonsOfSpan(texts, dates)),
    ...reasonsOfPhrases(texts, earliest, knowledge),
  ];
  const best = bestYear(reasons, Math.max(earliest, yearOfCoinages(texts, knowledge)));
  if (best === null) return yearOfFashion(texts, earliest, knowledge);
  const today = todayOf(texts, best.year);
  return {
    value: today?.value ?? String(best.year),
    evidence: distinct([...best.clues, ...(today === null ? [] : [today.clue])]),
  };
}

/** The year before which a page cannot be, by the terms that it uses; 0 where none tells. */
const yearOfCoinages = (texts: readonly DatedText[], { coinages }: DatingKnowledge): number =>
  coinages.reduce((latest, [term, date]) => {
    const year = Number(date.slice(0, 4));
    return year > latest && texts.some(({ text }) => text.includes(term)) ? year : latest;
  }, 0);

/**
 * Where a page says 今年 and no year on it tells which, the newest term of a season on it: it cannot be older than
 * that, and papers soon speak of something else. A term that stays in use tells no year.
 */
function yearOfFashion(
  texts: readonly DatedText[],
  earliest: number,
  { fashions }: DatingKnowledge,
): InferredDate | null {
  const thisYear = cluesWhere(texts, (fact) => isYear(fact, 0))[0];
  if (thisYear === undefined) return null;
  let newest: { readonly date: string; readonly clue: Clue } | null = null;
  for (const [term, date] of fashions) {
    if (Number(date.slice(0, 4)) < earliest || (newest !== null && newest.date >= date)) continue;
    for (const [index, { text }] of texts.entries()) {
      const at = text.indexOf(term);
      if (at < 0) continue;
      newest = { date, clue: { text: index, span: readingSpan(at, at + term.length) } };
      break;
    }
  }
  return newest === null
    ? null
    : { value: newest.date.slice(0, 4), evidence: distinct([newest.clue, thisYear[0]]) };
}

/** The year that most speaks for, none before the latest that is told as past; the earlier of two equals. */
function bestYear(
  reasons: readonly Reason[],
  earliest: number,
): { readonly year: number; readonly clues: readonly Clue[] } | null {
  let best: { year: number; weight: number; clues: readonly Clue[] } | null = null;
  const years = new Set(
    reasons.map(({ year }) => year).filter((year) => year >= earliest && year <= LAST_YEAR),
  );
  for (const year of [...years].sort((a, b) => a - b)) {
    const speaking = reasons.filter((reason) => reason.year === year);
    const weight = speaking.reduce((sum, reason) => sum + reason.weight, 0);
    if (weight >= ENOUGH && (best === null || weight > best.weight))
      best = { year, weight, clues: speaking.flatMap(({ clues }) => clues) };
  }
  return best;
}

const isYear = (fact: FoundFact, by: number): boolean =>
  fact.time?.type === 'moment' &&
  fact.time.at.origin === 'publication' &&
  fact.time.at.shift?.unit === 'year' &&
  fact.time.at.shift.by === by;

const clueOf = (text: number, { start, end }: FoundFact): Clue => ({ text, span: { start, end } });

function cluesWhere(texts: readonly DatedText[], wanted: (fact: FoundFact) => boolean): [Clue, FoundFact][] {
  return texts.flatMap(({ facts }, index) =>
    facts.filter(wanted).map((fact): [Clue, FoundFact] => [clueOf(index, fact), fact]),
  );
}

/** The latest year that is told as past: a whole year or a late month points to the year after it. */
function reasonsOfLatest(
  texts: readonly DatedText[],
  dates: readonly PastDate[],
  earliest: number,
): Reason[] {
  const latest = dates.filter(({ year }) => year === earliest);
  const months = latest.filter(({ month }) => month !== null);
  const last = months.reduce<PastDate | null>((a, b) => (a === null || b.month! > a.month! ? b : a), null);
  const reasons: Reason[] = [];
  const whole = latest.find(({ month }) => month === null);
  if (whole !== undefined) reasons.push({ year: earliest + 1, weight: 1, clues: [whole] });
  if (last !== null) {
    const late = last.month! >= LATE_MONTH;
    reasons.push({ year: late ? earliest + 1 : earliest, weight: 1, clues: [last] });
  }
  if (latest.length === 0) return reasons;
  const lastYear = cluesWhere(texts, (fact) => isYear(fact, -1));
  const same = lastYear.find(([, { time }]) => months.some(({ month }) => monthOf(time) === month));
  if (same !== undefined) reasons.push({ year: earliest + 1, weight: 1, clues: [same[0]] });
  const thisYear = cluesWhere(texts, (fact) => isYear(fact, 0))[0] ?? lastYear[0];
  if (thisYear !== undefined) reasons.push({ year: earliest + 1, weight: 0.5, clues: [thisYear[0]] });
  return reasons;
}

const monthOf = (time: FoundFact['time']): number | null =>
  time?.type === 'moment' ? (time.at.month ?? null) : null;

/** 截至2021年6月底: a page is printed soon after the day up to which it counts. */
function reasonsOfCutOff(dates: readonly PastDate[]): Reason[] {
  return dates
    .filter(({ isCutOff, month }) => isCutOff && month !== null)
    .map((date) => ({ year: date.month === 12 ? date.year + 1 : date.year, weight: 3, clues: [date] }));
}

interface EventMention extends Clue {
  readonly year: number;
  readonly coming: boolean;
}

function mentionsOf(texts: readonly DatedText[], { events }: DatingKnowledge): EventMention[] {
  const mentions: EventMention[] = [];
  for (const [index, { text }] of texts.entries()) {
    for (const [name, date] of events) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const end = at + name.length;
        const coming =
          COMING.test(text.slice(Math.max(0, at - 10), at)) || COMING_AFTER.test(text.slice(end, end + 6));
        mentions.push({ text: index, span: readingSpan(at, end), year: Number(date.slice(0, 4)), coming });
      }
    }
  }
  return mentions;
}

/** An event that is still to come dates the page to its year. */
function reasonsOfEvents(events: readonly EventMention[]): Reason[] {
  const coming = events.find((event) => event.coming);
  return coming === undefined ? [] : [{ year: coming.year, weight: 4, clues: [coming] }];
}

/** 今年是…成立70周年 beside the year of the founding. */
function reasonsOfAnniversary(texts: readonly DatedText[], dates: readonly PastDate[]): Reason[] {
  const reasons: Reason[] = [];
  for (const [clue, { value }] of cluesWhere(texts, ({ unit }) => unit === '周年').slice(0, MOST_CLUES)) {
    if (typeof value !== 'number') continue;
    const { text, facts } = texts[clue.text]!;
    const thisYear = facts.find(
      (fact) =>
        isYear(fact, 0) &&
        fact.end <= clue.span.start &&
        !/[。！？\n]/.test(text.slice(fact.end, clue.span.start)),
    );
    if (thisYear === undefined) continue;
    const clues = [clueOf(clue.text, thisYear), clue];
    for (const date of dates.filter(({ isStart }) => !isStart)) {
      const year = date.year + value;
      if (reasons.every((reason) => reason.year !== year))
        reasons.push({ year, weight: 4, clues: [...clues, date] });
    }
  }
  return reasons;
}

/** 自2019年底以来 with 两年 in the same sentence. */
function reasonsOfSpan(texts: readonly DatedText[], dates: readonly PastDate[]): Reason[] {
  return dates
    .filter(({ isStart }) => isStart)
    .slice(0, MOST_CLUES)
    .flatMap((date) => {
      const { text, facts } = texts[date.text]!;
      const length = facts.find(
        (fact) =>
          fact.unit === '年' &&
          typeof fact.value === 'number' &&
          fact.start >= date.span.end &&
          !/[。！？\n]/.test(text.slice(date.span.end, fact.start)),
      );
      if (length === undefined) return [];
      const late = date.month !== null && date.month >= LATE_MONTH ? 1 : 0;
      const year = date.year + Math.floor(Number(length.value)) + late;
      return [{ year, weight: 1.5, clues: [date, clueOf(date.text, length)] }];
    });
}

/** 今天（1月18日）: the day itself, once the year is known. */
function todayOf(
  texts: readonly DatedText[],
  year: number,
): { readonly value: PartialDate; readonly clue: Clue } | null {
  for (const [index, { text, facts }] of texts.entries()) {
    for (const [place, fact] of facts.entries()) {
      const next = facts[place + 1];
      const isToday =
        fact.time?.type === 'moment' && fact.time.at.shift?.unit === 'day' && fact.time.at.shift.by === 0;
      if (!isToday || fact.time.at.origin !== 'publication' || next?.time?.type !== 'moment') continue;
      const { month, day } = next.time.at;
      if (!/^[（(]$/.test(text.slice(fact.end, next.start)) || month === undefined || day === undefined)
        continue;
      const closed = /[）)]/.test(text[next.end] ?? '');
      const span = readingSpan(fact.start, next.end + (closed ? 1 : 0));
      return { value: printDate({ year, month, day }), clue: { text: index, span } };
    }
  }
  return null;
}

function distinct(clues: readonly Clue[]): Clue[] {
  const seen = new Map(clues.map((clue) => [`${clue.text}:${clue.span.start}`, clue]));
  return [...seen.values()]
    .map(({ text, span }) => ({ text, span }))
    .sort((a, b) => a.text - b.text || a.span.start - b.span.start);
}
