import type { ShelfRow } from '../../state/shelf.ts';
import { groupBy } from '../../state/sorted.ts';
import { absentDays, learnRhythm, type Rhythm } from './rhythm.ts';

/** A day on which there is an issue, or on which one would be expected. */
export interface IssueDay {
  /** `2019-04-03`. */
  readonly day: string;
  /** Ids of its articles; empty where no issue of that day is there. */
  readonly articles: readonly string[];
}

export interface IssueMonth {
  /** `2019-04`. */
  readonly month: string;
  /** By their number in the month. */
  readonly days: ReadonlyMap<number, IssueDay>;
}

/** The issues of one newspaper in the library, month by month. */
export interface Issues {
  readonly paper: string;
  /** Months in which something stands. */
  readonly months: readonly IssueMonth[];
  readonly there: number;
  /** Null where too little is there to show one; then nothing is absent. */
  readonly rhythm: Rhythm | null;
  readonly absent: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether it is a day of the calendar, at the precision of one. */
const isDay = (date: string): boolean => DAY.test(date) && !Number.isNaN(Date.parse(date));

/** The issues of each newspaper by their days; one that was only inferred is no day of an issue. */
export function listIssues(rows: readonly ShelfRow[]): Issues[] {
  const dated = rows.filter(
    ({ description, published }) =>
      description.newspaper && published.basis !== 'inferred' && isDay(published.value ?? ''),
  );
  return [...groupBy(dated, ({ description }) => description.newspaper as string)]
    .map(([paper, articles]) => issuesOf(paper, articles))
    .sort((a, b) => b.there - a.there || a.paper.localeCompare(b.paper, 'zh'));
}

function issuesOf(paper: string, articles: readonly ShelfRow[]): Issues {
  const byDay = groupBy(articles, ({ published }) => published.value as string);
  const known = [...byDay.keys()].sort();
  const rhythm = learnRhythm(known);
  const absent = rhythm ? absentDays(known, rhythm) : [];
  const days = [...known, ...absent]
    .sort()
    .map((day): IssueDay => ({ day, articles: (byDay.get(day) ?? []).map(({ id }) => id) }));
  return {
    paper,
    months: [...groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, members]) => ({
      month,
      days: new Map(members.map((one) => [Number(one.day.slice(8)), one])),
    })),
    there: known.length,
    rhythm,
    absent: absent.length,
  };
}

/**
 * The weeks of a month as a calendar has them: seven numbers of days each, null outside the month.
 * @param firstWeekday 0 Sunday to 6 Saturday.
 */
export function weeksOf(month: string, firstWeekday: number): (number | null)[][] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() - firstWeekday + 7) % 7;
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = week * 7 + at - before + 1;
      return day >= 1 && day <= days ? day : null;
    }),
  );
}
