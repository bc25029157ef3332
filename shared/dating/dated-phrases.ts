import { readingSpan } from '@shared/model/offset.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { FIRST_OF_CYCLE, YEARS_OF_CYCLE } from '@shared/numerals/year-cycle.ts';
import { dayNumber, lastDayOf, weekdayOf } from './calendar.ts';
import type { DatingKnowledge } from './knowledge.ts';
import { type Clue, LAST_YEAR } from './past-dates.ts';
import { type DatedText, firstOfEachYear, type Reason } from './reason.ts';

/** Weights: what names one year of itself, what is reckoned to one, what only a day or a year of twelve bears out, or is told with no word of now. */
const NAMES_THE_YEAR = 4;
const TELLS_OF_A_YEAR = 2.5;
const BEARS_OUT = 1.5;

/** Years after the latest told one that a weekday or an animal of the cycle may speak for. */
const WEEKDAY_REACH = 4;

/** Words by which a sentence speaks of the day or the year in which it is printed. */
const NOW = /今年|今天|今日|今晚|今晨|昨天|昨日|昨晚|昨夜|明天|明日|之际|来临|即将|前夕|日前|近日/;

const SENTENCE_MARKS = /[。！？\n]/;
const CLAUSE_MARKS = /[，；]/;
const LONGEST_SENTENCE = 80;

/** Whether the words are said of now, in a clause that names no year itself. */
function isOfNow({ text, facts }: DatedText, start: number, end: number): boolean {
  const before = text
    .slice(Math.max(0, start - LONGEST_SENTENCE), start)
    .split(SENTENCE_MARKS)
    .at(-1)!;
  const after = text.slice(end, end + LONGEST_SENTENCE).split(SENTENCE_MARKS)[0]!;
  const [from, to] = [start - before.length, end + after.length];
  if (!NOW.test(text.slice(from, to))) return false;
  const clauseFrom = start - before.split(CLAUSE_MARKS).at(-1)!.length;
  const clauseTo = end + after.split(CLAUSE_MARKS)[0]!.length;
  return !facts.some(
    (fact) =>
      fact.start >= clauseFrom &&
      fact.end <= clauseTo &&
      fact.time?.type === 'moment' &&
      fact.time.at.year !== undefined,
  );
}

const clue = (text: number, start: number, end: number): Clue => ({ text, span: readingSpan(start, end) });

/** Every place of `word` in the texts. */
function* placesOf(texts: readonly DatedText[], word: string): Generator<[index: number, at: number]> {
  for (const [index, { text }] of texts.entries())
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield [index, at];
}

const NTH_BEFORE = /第([〇零一二三四五六七八九十百\d]{1,5})[个届次][^，。；、\n]{0,4}$/;
const LOOK_BACK = 14;

/** 第40个教师节, 第七届进博会: a series that comes round every year, or twice a year. */
function reasonsOfSeries(texts: readonly DatedText[], { clues }: DatingKnowledge): Reason[] {
  const reasons: Reason[] = [];
  for (const [name, [first, perYear]] of clues.series) {
    for (const [index, at] of placesOf(texts, name)) {
      const before = texts[index]!.text.slice(Math.max(0, at - LOOK_BACK), at);
      const nth = NTH_BEFORE.exec(before);
      const number = nth && readNumeral(nth[1]!, 0);
      if (!nth || number === null || number.valueMax !== undefined) continue;
      const year = first + Math.floor((number.value - 1) / perYear);
      const start = at - (before.length - nth.index);
      const isNow = isOfNow(texts[index]!, start, at + name.length);
      const span = clue(index, start, at + name.length);
      reasons.push({ year, weight: isNow ? TELLS_OF_A_YEAR : BEARS_OUT, isTold: !isNow, clues: [span] });
    }
  }
  return reasons;
}

const FARTHEST_FOUNDING = 24;

/** 新中国成立75周年, 建党100周年: years since a founding that all know. */
function reasonsOfFoundings(texts: readonly DatedText[], { clues }: DatingKnowledge): Reason[] {
  const reasons: Reason[] = [];
  for (const [index, { text, facts }] of texts.entries()) {
    for (const { start, end, unit, value } of facts) {
      if (unit !== '周年' || typeof value !== 'number') continue;
      const from = Math.max(0, start - FARTHEST_FOUNDING);
      const before = text
        .slice(from, start)
        .split(/[，。；！？\n]/)
        .at(-1)!;
      const founding = clues.foundings
        .map(([name, year]) => ({ name, year, at: before.lastIndexOf(name) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => b.at + b.name.length - (a.at + a.name.length) || b.name.length - a.name.length)[0];
      if (founding === undefined) continue;
      const at = start - before.length + founding.at;
      const isNow = isOfNow(texts[index]!, at, end);
      const weight = isNow ? TELLS_OF_A_YEAR : BEARS_OUT;
      reasons.push({ year: founding.year + value, weight, isTold: !isNow, clues: [clue(index, at, end)] });
    }
  }
  return reasons;
}

/** “十四五”开局之年, 脱贫攻坚收官之年: phrases that name one year. */
function reasonsOfPhases(texts: readonly DatedText[], { clues }: DatingKnowledge): Reason[] {
  const reasons: Reason[] = [];
  for (const [phrase, year] of clues.phrases) {
    for (const [index, at] of placesOf(texts, phrase)) {
      const isNow = isOfNow(texts[index]!, at, at + phrase.length);
      const span = clue(index, at, at + phrase.length);
      reasons.push({ year, weight: isNow ? NAMES_THE_YEAR : BEARS_OUT, isTold: !isNow, clues: [span] });
    }
  }
  for (const [phase, side] of clues.phases) {
    for (const [index, at] of placesOf(texts, phase)) {
      const { text } = texts[index]!;
      const from = Math.max(0, at - LOOK_BACK);
      const plan = /[“"「]?([一二三四五六七八九十]{1,3}五)[”"」]?(?:规划|时期|计划)?的?$/.exec(
        text.slice(from, at),
      );
      const years = plan && clues.plans.get(plan[1]!);
      if (!plan || years === undefined || years === null) continue;
      const year = side === 'first' ? years[0] : years[1];
      const span = clue(index, from + plan.index, at + phase.length);
      const isNow = isOfNow(texts[index]!, span.span.start, span.span.end);
      reasons.push({ year, weight: isNow ? NAMES_THE_YEAR : BEARS_OUT, isTold: !isNow, clues: [span] });
    }
  }
  return reasons;
}

const WEEKDAY = /(?:星期|周|礼拜)([一二三四五六日天])/;

/** 11月24日（星期一）: of the years that the page may be of, those in which the day fell so. */
function reasonsOfWeekdays(texts: readonly DatedText[], earliest: number): Reason[] {
  if (earliest === 0) return [];
  const reasons: Reason[] = [];
  for (const [index, { facts }] of texts.entries()) {
    for (const { start, end, text, time } of facts) {
      const said = WEEKDAY.exec(text);
      if (time?.type !== 'moment' || said === null) continue;
      const { year, month, day, shift, lunar } = time.at;
      if (year !== undefined || month === undefined || day === undefined || shift !== undefined || lunar)
        continue;
      const weekday = said[1] === '天' ? 7 : '一二三四五六日'.indexOf(said[1]!) + 1;
      for (let candidate = earliest; candidate <= earliest + WEEKDAY_REACH; candidate += 1) {
        if (day > lastDayOf(candidate, month)) continue;
        if (weekdayOf(dayNumber(candidate, month, day)) !== weekday) continue;
        reasons.push({ year: candidate, weight: BEARS_OUT, clues: [clue(index, start, end)] });
      }
    }
  }
  return reasons;
}

/** 甲辰龙年, 龙年春节: the year of a cycle of sixty or twelve, the next one from the latest that is told as past. */
function reasonsOfCycles(
  texts: readonly DatedText[],
  earliest: number,
  { clues }: DatingKnowledge,
): Reason[] {
  if (earliest === 0) return [];
  const { zodiac, stems, branches } = clues;
  const animal = new RegExp(
    `(?:([${stems}])([${branches}]))?([${zodiac}])年(?=春节|新春|大吉|到来|正月|伊始|元宵|的?春晚|$)`,
    'g',
  );
  const reasons: Reason[] = [];
  for (const [index, { text }] of texts.entries()) {
    for (const found of text.matchAll(animal)) {
      const [words, stem, , beast] = found;
      let year = earliest;
      const fits = (): boolean =>
        zodiac[(year - FIRST_OF_CYCLE) % zodiac.length] === beast &&
        (stem === undefined || stems[(year - FIRST_OF_CYCLE) % stems.length] === stem);
      while (!fits() && year < earliest + YEARS_OF_CYCLE) year += 1;
      if (!fits()) continue;
      const span = clue(index, found.index, found.index + words.length);
      reasons.push({ year, weight: stem === undefined ? BEARS_OUT : TELLS_OF_A_YEAR, clues: [span] });
    }
  }
  return reasons;
}

const BORN =
  /((?:19|20)\d{2})年[^。！？\n]{0,16}?(?:出生|生于|生人)[^。！？\n]{0,24}?今年(?:已经?|刚满?)?(\d{1,3})岁|生于((?:19|20)\d{2})年[^。！？\n]{0,24}?今年(?:已经?|刚满?)?(\d{1,3})岁/g;
const AGO = /([〇零一二两三四五六七八九十百\d]{1,4})年前的((?:19|20)\d{2})年/g;

/** 1958年出生…今年66岁; 十年前的2014年: a year and how long ago it was. */
function reasonsOfDistance(texts: readonly DatedText[]): Reason[] {
  const reasons: Reason[] = [];
  for (const [index, { text }] of texts.entries()) {
    for (const found of text.matchAll(BORN)) {
      const year = Number(found[1] ?? found[3]) + Number(found[2] ?? found[4]);
      const span = clue(index, found.index, found.index + found[0].length);
      reasons.push({ year, weight: TELLS_OF_A_YEAR, clues: [span] });
    }
    for (const found of text.matchAll(AGO)) {
      const number = readNumeral(found[1]!, 0);
      if (number === null || number.valueMax !== undefined || number.bound !== 'exact') continue;
      const span = clue(index, found.index, found.index + found[0].length);
      reasons.push({ year: Number(found[2]) + number.value, weight: TELLS_OF_A_YEAR, clues: [span] });
    }
  }
  return reasons;
}

/**
 * What set phrases of a page say of its year.
 * @param earliest the latest year that the page tells as past, 0 where it tells none.
 */
export function reasonsOfPhrases(
  texts: readonly DatedText[],
  earliest: number,
  knowledge: DatingKnowledge,
): Reason[] {
  const naming = [
    reasonsOfSeries(texts, knowledge),
    reasonsOfFoundings(texts, knowledge),
    reasonsOfPhases(texts, knowledge),
    reasonsOfDistance(texts),
  ]
    .flatMap(firstOfEachYear)
    .filter(({ year }) => Number.isInteger(year) && year <= LAST_YEAR);
  const from = naming.reduce((latest, { year }) => Math.max(latest, year), earliest);
  return [
    ...naming,
    ...firstOfEachYear(reasonsOfWeekdays(texts, from)),
    ...firstOfEachYear(reasonsOfCycles(texts, from, knowledge)),
  ];
}
