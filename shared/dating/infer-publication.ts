import type { FoundFact } from '@shared/model/fact.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';
import { readingSpan } from '@shared/model/offset.ts';
import type { PartialDate } from '@shared/model/source.ts';
import { printDate } from './calendar.ts';
import { reasonsOfPhrases } from './dated-phrases.ts';
import type { DatingKnowledge } from './knowledge.ts';
import { type Clue, LAST_YEAR, type PastDate, readComingDate, readPastDate } from './past-dates.ts';
import { type DatedText, firstOfEachYear, type Reason } from './reason.ts';

/**
 * What inner evidence says of the publication date; `value` only where what bounds it leaves one year or month.
 * `evidence` points into the texts by index.
 */
export interface InferredDate {
  readonly value: PartialDate | null;
  readonly notBefore?: PartialDate;
  readonly notAfter?: PartialDate;
  readonly evidence: readonly { readonly text: number; readonly span: ReadingSpan }[];
}

/** Words that make an event one that the page looks forward to. */
const COMING = /(?:迎接|喜迎|献礼)[^，。；！？\n]{0,6}$/;
const COMING_AFTER = /^(?:胜利)?(?:即将|将于|召开之际|开幕之际|召开在即|将要)/;

/** From this month on, a date told as past more likely belongs to the year before the page's. */
const LATE_MONTH = 10;

/** What a year needs: one reason that names it, or two that bear it out. */
const ENOUGH = 2;

/** No more clues of one kind are weighed; a page that repeats itself proves no more by it. */
const MOST_CLUES = 24;

/** Infers when a page that prints no date was published, or what bounds it; null when nothing tells. */
export function inferPublication(
  texts: readonly DatedText[],
  knowledge: DatingKnowledge,
): InferredDate | null {
  const dates = texts.flatMap(({ text, facts }, index) =>
    facts.map((fact) => readPastDate(text, index, fact)).filter((date) => date !== null),
  );
  const dateline = readDateline(texts, dates);
  if (dateline !== null) return dateline;
  const events = mentionsOf(texts, knowledge);
  const past = latestOf([...dates, ...events.filter(({ coming }) => !coming)]);
  const coming = events.filter((event) => event.coming).map(({ year }) => year - 1);
  const told = Math.max(past?.year ?? 0, ...coming);
  const phrases = reasonsOfPhrases(texts, told, knowledge);
  const earliest = phrases.reduce(
    (year, reason) => (reason.isTold ? Math.max(year, reason.year) : year),
    told,
  );
  const reasons = [
    ...reasonsOfLatest(texts, dates, earliest),
    ...firstOfEachYear(reasonsOfCutOff(dates)),
    ...reasonsOfEvents(events),
    ...reasonsOfAnniversary(texts, dates),
    ...reasonsOfEventToday(texts),
    ...firstOfEachYear(reasonsOfSpan(texts, dates)),
    ...phrases,
  ];
  const best = bestYear(reasons, earliest);
  if (best === null) return boundsOf(texts, past, events);
  const today = todayOf(texts, best.year);
  return {
    value: today?.value ?? String(best.year),
    evidence: distinct([...best.clues, ...(today === null ? [] : [today.clue])]),
  };
}

/** The latest of some dates; one that is known to the month is later than its whole year. */
function latestOf<Told extends { year: number; month?: number | null; day?: number | null }>(
  dates: readonly Told[],
): Told | null {
  const order = ({ year, month, day }: Told): number => year * 10_000 + (month ?? 0) * 100 + (day ?? 0);
  return dates.reduce<Told | null>(
    (latest, date) => (latest === null || order(date) > order(latest) ? date : latest),
    null,
  );
}

/** What the latest date told as past and the first one still to come leave: one year, or an interval. */
function boundsOf(
  texts: readonly DatedText[],
  past: PastDate | EventMention | null,
  events: readonly EventMention[],
): InferredDate | null {
  const ahead = texts.flatMap(({ text, facts }, index) =>
    facts.map((fact) => readComingDate(text, index, fact)).filter((date) => date !== null),
  );
  const first = [...ahead, ...events.filter(({ coming }) => coming)].reduce<PastDate | EventMention | null>(
    (least, date) => (least === null || date.year < least.year ? date : least),
    null,
  );
  const next = first !== null && first.year >= (past?.year ?? 0) ? first : null;
  if (past === null && next === null) return null;
  const clues = [past, next].filter((date) => date !== null);
  if (past !== null && past.year === next?.year)
    return { value: String(past.year), evidence: distinct(clues) };
  return {
    value: null,
    ...(past === null ? {} : { notBefore: printTold(past) }),
    ...(next === null ? {} : { notAfter: String(next.year) }),
    evidence: distinct(clues),
  };
}

function printTold(told: PastDate | EventMention): PartialDate {
  if (!('month' in told) || told.month === null) return String(told.year);
  const { year, month, day } = told;
  return printDate({ year, month, ...(day === null ? {} : { day }) });
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
  const whole = latest.find(({ month, isAccount }) => month === null && !isAccount);
  const late = last !== null && last.month! >= LATE_MONTH ? last : null;
  const passed = late ?? whole;
  const isKnown = whole?.isLastOfSeries === true && todayOf(texts, earliest + 1) !== null;
  if (passed !== undefined)
    reasons.push({ year: earliest + 1, weight: isKnown ? ENOUGH : 1, clues: [isKnown ? whole! : passed] });
  else if (last !== null) reasons.push({ year: earliest, weight: 1, clues: [last] });
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

/** What says that a date is that of a founding. */
const FOUNDS =
  /成立|创办|创立|创建|建立|建校|建院|建厂|建场|建市|建县|建所|诞生|始建|设立|组建|开办|来到|开馆|开业|通车|投产|逝世|出生|解放/;

/** 今年是 and the like: the anniversary is this year's. */
const IS_THIS_YEAR = /^(?:正?[是值为逢]|适逢|恰逢|正逢|迎来|也是|又是)/;

const isFounding = (texts: readonly DatedText[], { text: index, span }: PastDate): boolean => {
  const { text } = texts[index]!;
  const before = text.slice(Math.max(0, span.start - 6), span.start);
  return FOUNDS.test(before) || FOUNDS.test(text.slice(span.end, span.end + 40).split(/[。！？\n]/)[0]!);
};

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
        IS_THIS_YEAR.test(text.slice(fact.end, fact.end + 2)) &&
        !/[，。！？\n]/.test(text.slice(fact.end, clue.span.start)),
    );
    if (thisYear === undefined) continue;
    const clues = [clueOf(clue.text, thisYear), clue];
    for (const date of dates.filter((date) => !date.isStart && isFounding(texts, date))) {
      const year = date.year + value;
      if (reasons.every((reason) => reason.year !== year))
        reasons.push({ year, weight: 4, clues: [...clues, date] });
    }
  }
  return reasons;
}

/** A numbered event right behind its year, and what is said of it in its sentence. */
const EVENT_OF_YEAR =
  /^[^，。！？、\n]{0,16}?(?:赛|大会|博览会|论坛|运动会|峰会|年会|洽谈会|艺术节|电影节|音乐节|文化节|花展|车展|书展|奥运会|世界杯|邀请赛)[^。！？\n]{0,30}?(?:开幕|闭幕|落幕|举行|举办|召开|启动|开赛|收官|结束|揭幕|打响|鸣枪|启幕)/;
const LONGEST_EVENT = 60;
const DAYS_NEAR = 2;

const isNearDay = ({ time }: FoundFact): boolean =>
  time?.type === 'moment' &&
  time.at.origin === 'publication' &&
  time.at.shift?.unit === 'day' &&
  Math.abs(time.at.shift.by) <= DAYS_NEAR;

/** 昨夜，2022年亚洲公开赛落幕: the year of an event that is of these days is that of the page. */
function reasonsOfEventToday(texts: readonly DatedText[]): Reason[] {
  return texts.flatMap(({ text, facts }, index) =>
    facts.flatMap((fact, place) => {
      const day = facts[place - 1];
      if (fact.time?.type !== 'moment' || day === undefined || !isNearDay(day)) return [];
      const { year, month } = fact.time.at;
      if (year === undefined || month !== undefined || /[。！？\n]/.test(text.slice(day.end, fact.start)))
        return [];
      if (!EVENT_OF_YEAR.test(text.slice(fact.end, fact.end + LONGEST_EVENT))) return [];
      return [{ year, weight: 4, clues: [clueOf(index, day), clueOf(index, fact)] }];
    }),
  );
}

/** What leads and closes a dateline: 据新华社…电, 本报…讯. */
const BEFORE_DATELINE = /(?:社|报|台|网|讯)[^。！？\n]{0,10}$/;
const AFTER_DATELINE = /^(?:专?电|讯|消息)/;
const FARTHEST_DATELINE = 30;

/** The last day of a month on which what is wired is surely printed in the same month. */
const SAFE_DAY = 27;

/** 据新华社1976年11月9日讯: the page is of that day or of one soon after; null where it tells of later days. */
function readDateline(texts: readonly DatedText[], dates: readonly PastDate[]): InferredDate | null {
  for (const date of dates) {
    const { text } = texts[date.text]!;
    const { year, month, day, span } = date;
    if (month === null || day === null || !AFTER_DATELINE.test(text.slice(span.end, span.end + 2))) continue;
    const line = text
      .slice(Math.max(0, span.start - FARTHEST_DATELINE), span.start)
      .split('\n')
      .at(-1)!;
    if (!BEFORE_DATELINE.test(line) || latestOf([...dates])!.year > year) continue;
    const notBefore = printDate({ year, month, day });
    const evidence = distinct([date]);
    if (day <= SAFE_DAY) return { value: printDate({ year, month }), notBefore, evidence };
    return month < 12 ? { value: String(year), notBefore, evidence } : { value: null, notBefore, evidence };
  }
  return null;
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
