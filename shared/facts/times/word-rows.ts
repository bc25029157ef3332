import type { Bound } from '@shared/model/fact.ts';
import type { Moment, TimeUnit } from '@shared/model/time.ts';
import type { DayPartName, LengthUnit, ShiftWord, YearTail } from './time-word.ts';

type Tail = readonly [string, string] | 'last-day';

export interface WordsFile {
  readonly version: number;
  readonly shifts: Record<ShiftWord['origin'], Record<string, Record<string, number>>>;
  readonly joinedDays: Record<'publication' | 'context', Record<string, number>> & {
    readonly parts: Record<string, string>;
    readonly except: readonly string[];
  };
  readonly dayParts: Record<string, DayPartName>;
  readonly standingDayParts: readonly string[];
  readonly yearParts: Record<string, Tail>;
  readonly yearEdges: Record<string, Tail>;
  readonly standingYearEdges: readonly string[];
  readonly monthParts: Record<string, Tail>;
  readonly standingMonthParts: readonly string[];
  readonly seasons: Record<string, Tail>;
  readonly standingSeasons: readonly string[];
  readonly joinedSeasons: {
    readonly years: Record<string, number>;
    readonly seasons: readonly string[];
  };
  readonly weekdayHeads: readonly string[];
  /** Days and years named together: 今明两天. */
  readonly spans: Record<string, readonly [unit: string, from: number, to: number]>;
  readonly shortOf: readonly string[];
  readonly vague: readonly string[];
  readonly now: readonly string[];
  readonly recurring: readonly string[];
  readonly sides: readonly string[];
  readonly stretches: Record<'before' | 'after', readonly string[]>;
  readonly centuryHeads: Record<string, number>;
  readonly quarterHeads: readonly string[];
  readonly eraHeads: readonly string[];
  readonly openEnds: readonly string[];
  readonly sinceHeads: readonly string[];
  readonly sinceTails: readonly string[];
  readonly ratesAfterRecurring: string;
  readonly lunarMonths: Record<string, number>;
  readonly lunarHeads: readonly string[];
  readonly units: Record<string, string>;
  readonly unitBlocks: Record<string, string>;
  readonly bounds: Record<string, Bound>;
  readonly boundsAfter: Record<string, Bound>;
  /** Set expressions that begin with a number and tell no time. */
  readonly idioms: readonly string[];
  /** Words behind 三日 that show a day of the month and no three days: 三日离京. */
  readonly afterShortDay: readonly string[];
  /** Words before a number of days that is a length: 拘留十五日. */
  readonly beforeLength: readonly string[];
  readonly notAfter: Record<string, string>;
  readonly notBefore: Record<string, string>;
}

export interface FestivalsFile {
  readonly solar: Record<string, readonly [number, number]>;
  readonly lunar: Record<string, readonly [number, number]>;
  readonly weekday: Record<string, readonly [number, number, number]>;
  /** Longitude of the sun in degrees on the day of each solar term. */
  readonly solarTerms: Record<string, number>;
  readonly suffixes: readonly string[];
  readonly notAfter: Record<string, string>;
  readonly notBefore: Record<string, string>;
}

export interface ErasFile {
  readonly plans: Record<string, readonly [number, number]>;
  readonly ages: Record<string, readonly [number, number]>;
  readonly plansBare: readonly string[];
  readonly events: Record<string, string>;
  readonly republic: number;
  /** The last year of which the mainland says 民国时期. */
  readonly republicEnd: number;
  /** First and last year of each reign, by the calendar that its months are counted in; no last where it goes on. */
  readonly reigns: Record<'lunar' | 'solar', Record<string, readonly [first: number, last?: number]>>;
}

/** The ten stems and the twelve branches in order, by which years are named. */
export interface CycleFile {
  readonly stems: string;
  readonly branches: string;
}

export function shiftRows(words: WordsFile): [string, ShiftWord][] {
  const rows: [string, ShiftWord][] = [];
  for (const origin of ['publication', 'context', 'spoken'] as const) {
    for (const [unit, entries] of Object.entries(words.shifts[origin])) {
      for (const [word, by] of Object.entries(entries))
        rows.push([word, { origin, unit: unit as TimeUnit, by }]);
    }
  }
  for (const origin of ['publication', 'context'] as const) {
    for (const [day, by] of Object.entries(words.joinedDays[origin])) {
      for (const [mark, name] of Object.entries(words.joinedDays.parts)) {
        const part = words.dayParts[name];
        const known = part !== undefined && !words.joinedDays.except.includes(day + mark);
        if (known) rows.push([day + mark, { origin, unit: 'day', by, part }]);
      }
    }
  }
  for (const [year, by] of Object.entries(words.joinedSeasons.years)) {
    for (const season of words.joinedSeasons.seasons) {
      const [from, to] = words.seasons[season] as readonly [string, string];
      rows.push([year + season, { origin: 'publication', unit: 'year', by, within: { from, to } }]);
    }
  }
  return rows;
}

export const tailRows = (tails: Record<string, Tail>): [string, YearTail][] =>
  Object.entries(tails).map(([word, tail]) => [
    word,
    tail === 'last-day' ? { edge: tail } : { within: { from: tail[0], to: tail[1] } },
  ]);

export function festivalRows(feasts: FestivalsFile): [string, Moment][] {
  const rows: [string, Moment][] = [];
  for (const [word, [month, day]] of Object.entries(feasts.solar))
    rows.push([word, { origin: 'context', month, day }]);
  for (const [word, [month, day]] of Object.entries(feasts.lunar))
    rows.push([word, { origin: 'context', month, day, lunar: true }]);
  for (const [word, [month, nth, weekday]] of Object.entries(feasts.weekday))
    rows.push([word, { origin: 'context', month, weekday, rule: { nth } }]);
  for (const [word, sun] of Object.entries(feasts.solarTerms))
    rows.push([word, { origin: 'context', rule: { sun } }]);
  return rows;
}

const CALENDAR_MULTIPLES: Readonly<Record<string, { unit: TimeUnit; times: number }>> = {
  quarter: { unit: 'month', times: 3 },
  century: { unit: 'year', times: 100 },
  'quarter-hour': { unit: 'minute', times: 15 },
};

export function unitRows(words: WordsFile): [string, LengthUnit][] {
  return Object.entries(words.units).map(([word, unit]) => [
    word,
    {
      calendar: unit === '' ? null : (CALENDAR_MULTIPLES[unit] ?? { unit: unit as TimeUnit, times: 1 }),
      blockedBy: words.unitBlocks[word.replace(/^个/, '')] ?? '',
    },
  ]);
}
