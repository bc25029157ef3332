import type { Bound } from '@shared/model/fact.ts';
import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import type { Moment, TimeUnit, Within } from '@shared/model/time.ts';
import { ARABIC_DIGITS, isChineseNumeral } from '@shared/numerals/characters.ts';
import { YEARS_OF_CYCLE } from '@shared/numerals/year-cycle.ts';
import { WordTable } from '@shared/text/word-table.ts';
import type { DayPartName, LengthUnit, ShiftWord, YearTail } from './time-word.ts';
import {
  type CycleFile,
  type ErasFile,
  type FestivalsFile,
  festivalRows,
  shiftRows,
  tailRows,
  unitRows,
  type WordsFile,
} from './word-rows.ts';

/** What a word that begins an expression is. */
export type HeadWord =
  | { readonly type: 'shift'; readonly shift: ShiftWord }
  /** `standing`: it counts with no time of day behind it. */
  | { readonly type: 'part-of-day'; readonly standing: boolean }
  | { readonly type: 'year-tail' | 'month-tail' | 'season' }
  | { readonly type: 'festival' }
  | { readonly type: 'lunar' | 'lunar-day' | 'weekday' | 'era' | 'century' | 'quarter' }
  | { readonly type: 'plan' | 'age'; readonly from: number; readonly to: number }
  | { readonly type: 'cycle'; readonly index: number }
  | { readonly type: 'event'; readonly date: string }
  | { readonly type: 'span'; readonly from: Moment; readonly to: Moment }
  /** `stretches`: with a length behind it the word names a stretch (最近三年). */
  | { readonly type: 'vague'; readonly stretches: boolean }
  | { readonly type: 'now' | 'recurring' }
  /** 头, 最后: with a number of months behind it a part of the year. */
  | { readonly type: 'side' }
  | { readonly type: 'stretch'; readonly side: 'before' | 'after' };

/** Time words, festivals and calendars, compiled once. */
export interface TimesKnowledge {
  /** A short year is one of the republic's: 113年3月 is March of 2024, as the press of Taiwan writes. */
  readonly countsFromRepublic?: boolean;
  /** By UTF-16 unit: 1 an Arabic digit, 2 a Chinese numeral or 半, 4 begins a word of `heads`. */
  readonly classes: Uint8Array;
  readonly heads: WordTable<HeadWord>;
  readonly years: WordTable<ShiftWord>;
  readonly dayParts: WordTable<DayPartName>;
  readonly yearTails: WordTable<YearTail>;
  readonly seasons: WordTable<Within>;
  readonly monthTails: WordTable<YearTail>;
  readonly festivals: WordTable<Moment>;
  readonly festivalSuffixes: WordTable<true>;
  readonly weekdayHeads: WordTable<true>;
  readonly lunarHeads: WordTable<true>;
  /** Century that 上世纪 and its like name. */
  readonly centuries: WordTable<number>;
  readonly openEnds: WordTable<true>;
  readonly sinceHeads: WordTable<true>;
  readonly sinceTails: WordTable<true>;
  readonly lunarMonths: WordTable<number>;
  readonly units: WordTable<LengthUnit>;
  readonly boundsBefore: WordTable<Bound>;
  readonly boundsAfter: WordTable<Bound>;
  /** Set expressions that begin with a number and tell no time: 三天两头. */
  readonly idioms: WordTable<true>;
  /** Words before a number of days that is a length: 拘留十五日. */
  readonly afterShortDay: WordTable<true>;
  readonly beforeLength: WordTable<true>;
  /** First and last year of the five-year plans, in order. */
  readonly plans: readonly (readonly [first: number, last: number])[];
  readonly rateStarts: string;
  /** Units of text that before or after a head word make it another one. */
  readonly notAfter: ReadonlyMap<string, string>;
  readonly notBefore: ReadonlyMap<string, string>;
  /** The year before the first of 民国 and of each reign (康熙). */
  readonly reigns: ReadonlyMap<string, number>;
  /** The last year of each reign that another one follows. */
  readonly reignEnds: ReadonlyMap<string, number>;
  /** Reigns whose months are the moon's: those of China. */
  readonly lunarReigns: ReadonlySet<string>;
}

const FILES = {
  words: 'lexicons/times/words.json',
  festivals: 'lexicons/times/festivals.json',
  eras: 'lexicons/times/eras.json',
  clues: 'lexicons/times/clues.json',
} as const;

/** Files under `resources/` that `readTimesKnowledge` asks for. */
export const TIMES_KNOWLEDGE_FILES: readonly string[] = Object.values(FILES);

export function readTimesKnowledge(files: KnowledgeFiles): TimesKnowledge {
  const words = JSON.parse(files.text(FILES.words)) as WordsFile;
  const feasts = JSON.parse(files.text(FILES.festivals)) as FestivalsFile;
  const eras = JSON.parse(files.text(FILES.eras)) as ErasFile;
  const cycle = cycleRows(JSON.parse(files.text(FILES.clues)) as CycleFile);
  const reigns = [...Object.entries(eras.reigns.lunar), ...Object.entries(eras.reigns.solar)];
  const shifts = shiftRows(words);
  const festivals = festivalRows(feasts);
  const heads = new WordTable<HeadWord>([...headRows(words, eras, shifts, festivals), ...cycle]);
  return {
    classes: classesOf(heads),
    heads,
    years: new WordTable(shifts.filter(([, shift]) => shift.unit === 'year')),
    dayParts: new WordTable(Object.entries(words.dayParts)),
    yearTails: new WordTable([...tailRows(words.yearParts), ...tailRows(words.yearEdges)]),
    seasons: new WordTable(
      Object.entries(words.seasons).map(([word, tail]) => [word, { from: tail[0]!, to: tail[1]! }]),
    ),
    monthTails: new WordTable(tailRows(words.monthParts)),
    festivals: new WordTable(festivals),
    festivalSuffixes: marked(feasts.suffixes),
    weekdayHeads: marked(words.weekdayHeads),
    lunarHeads: marked(words.lunarHeads),
    centuries: new WordTable(Object.entries(words.centuryHeads)),
    openEnds: marked(words.openEnds),
    sinceHeads: marked(words.sinceHeads),
    sinceTails: marked(words.sinceTails),
    lunarMonths: new WordTable(Object.entries(words.lunarMonths)),
    units: new WordTable(unitRows(words)),
    boundsBefore: new WordTable(Object.entries(words.bounds)),
    boundsAfter: new WordTable(Object.entries(words.boundsAfter)),
    idioms: marked(words.idioms),
    afterShortDay: marked(words.afterShortDay),
    beforeLength: marked(words.beforeLength),
    plans: Object.values(eras.plans),
    rateStarts: words.ratesAfterRecurring,
    notAfter: new Map([...Object.entries(words.notAfter), ...Object.entries(feasts.notAfter)]),
    notBefore: new Map([...Object.entries(words.notBefore), ...Object.entries(feasts.notBefore)]),
    reigns: new Map([
      ...REPUBLIC.map((name) => [name, eras.republic] as const),
      ...reigns.map(([name, [first]]) => [name, first - 1] as const),
    ]),
    reignEnds: new Map([
      ...REPUBLIC.map((name) => [name, eras.republicEnd] as const),
      ...reigns.flatMap(([name, [, last]]) => (last === undefined ? [] : [[name, last] as const])),
    ]),
    lunarReigns: new Set(Object.keys(eras.reigns.lunar)),
  };
}

/** 甲子年 to 癸亥年. */
const cycleRows = ({ stems, branches }: CycleFile): [string, HeadWord][] =>
  Array.from({ length: YEARS_OF_CYCLE }, (_, index) => [
    `${stems[index % stems.length]}${branches[index % branches.length]}年`,
    { type: 'cycle', index },
  ]);

/** What the years of the republic are counted by. */
const REPUBLIC = ['民国', '中华民国', '民國', '中華民國'] as const;

const marked = (words: readonly string[]): WordTable<true> =>
  new WordTable(words.map((word) => [word, true]));

function* headRows(
  words: WordsFile,
  eras: ErasFile,
  shifts: readonly [string, ShiftWord][],
  festivals: readonly [string, Moment][],
): Generator<[string, HeadWord]> {
  const each = (list: readonly string[], head: HeadWord): [string, HeadWord][] =>
    list.map((word) => [word, head]);
  yield* each(words.stretches.before, { type: 'stretch', side: 'before' });
  yield* each(words.stretches.after, { type: 'stretch', side: 'after' });
  for (const word of Object.keys(words.dayParts))
    yield [word, { type: 'part-of-day', standing: words.standingDayParts.includes(word) }];
  yield* each(
    Object.keys(words.yearParts).filter((word) => word !== '年度'),
    { type: 'year-tail' },
  );
  yield* each(words.standingYearEdges, { type: 'year-tail' });
  yield* each(words.standingMonthParts, { type: 'month-tail' });
  yield* each(words.standingSeasons, { type: 'season' });
  yield* each(words.weekdayHeads, { type: 'weekday' });
  yield* each([...words.lunarHeads, ...Object.keys(words.lunarMonths)], { type: 'lunar' });
  yield* each(['初'], { type: 'lunar-day' });
  yield* each(words.quarterHeads, { type: 'quarter' });
  yield* each(Object.keys(words.centuryHeads), { type: 'century' });
  yield* each([...words.eraHeads, ...Object.keys(eras.reigns.lunar), ...Object.keys(eras.reigns.solar)], {
    type: 'era',
  });
  yield* each(words.shortOf, { type: 'part-of-day', standing: false });
  for (const [word, [unit, from, to]] of Object.entries(words.spans)) {
    const moment = (by: number): Moment => ({ origin: 'publication', shift: { unit: unit as TimeUnit, by } });
    yield [word, { type: 'span', from: moment(from), to: moment(to) }];
  }
  yield* each(
    festivals.map(([word]) => word),
    { type: 'festival' },
  );
  for (const [word, [from, to]] of Object.entries(eras.plans)) {
    for (const quoted of [`“${word}”`, `"${word}"`, `「${word}」`, `‘${word}’`])
      yield [quoted, { type: 'plan', from, to }];
    if (eras.plansBare.includes(word)) yield [word, { type: 'plan', from, to }];
  }
  for (const [word, [from, to]] of Object.entries(eras.ages)) yield [word, { type: 'age', from, to }];
  for (const [word, date] of Object.entries(eras.events)) yield [word, { type: 'event', date }];
  for (const [word, shift] of shifts) yield [word, { type: 'shift', shift }];
  for (const word of words.vague)
    yield [word, { type: 'vague', stretches: words.stretches.before.includes(word) }];
  yield* each(words.now, { type: 'now' });
  yield* each(words.sides, { type: 'side' });
  yield* each(words.recurring, { type: 'recurring' });
}

function classesOf(heads: WordTable<HeadWord>): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let unit = 0; unit < classes.length; unit += 1) {
    const character = String.fromCharCode(unit);
    if (ARABIC_DIGITS[unit]! >= 0) classes[unit] = 1;
    else if (isChineseNumeral(character, 0) || character === '半' || character === '数' || character === '几')
      classes[unit] = 2;
  }
  for (const character of '多几') classes[character.charCodeAt(0)] = 2;
  for (const unit of heads.firstUnits()) classes[unit]! |= 4;
  return classes;
}
