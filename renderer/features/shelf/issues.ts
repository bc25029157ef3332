import type { ShelfRow } from '../../state/shelf.ts';
import { groupBy } from '../../state/sorted.ts';

/** A day on which a newspaper came out, or should have. */
export interface IssueDay {
  /** `2019-04-03`. */
  readonly day: string;
  /** Ids of its articles; empty where the day is missing. */
  readonly articles: readonly string[];
}

/** The issues of one newspaper, day by day from the first to the last, month by month. */
export interface Issues {
  readonly paper: string;
  readonly months: readonly { readonly month: string; readonly days: readonly IssueDay[] }[];
  readonly there: number;
  /** Null where the issues lie so far apart that the days between them are not looked at. */
  readonly missing: number | null;
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Days between the first and the last issue up to which those that are missing are told: forty years. */
const LONGEST = 14_610;

/** Whether it is a day of the calendar, at the precision of one. */
const isDay = (date: string): boolean => DAY.test(date) && !Number.isNaN(Date.parse(date));
const weekdayOf = (day: string): number => new Date(day).getUTCDay();
const after = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/**
 * The issues of each newspaper by their days; one that was only inferred is no day of an issue. A day between the first
 * and the last is missing where the paper came out on that day of the week before or later: a weekly lacks no Tuesday.
 * Papers of one issue lack nothing.
 */
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
  const [first = '', last = ''] = [known[0], known.at(-1)];
  const weekdays = new Set(known.map(weekdayOf));
  const isWhole = Date.parse(last) - Date.parse(first) <= LONGEST * DAY_MS;
  const days: IssueDay[] = [];
  if (isWhole)
    for (let day = first; day <= last; day = after(day)) {
      const there = byDay.get(day);
      if (there || weekdays.has(weekdayOf(day)))
        days.push({ day, articles: (there ?? []).map(({ id }) => id) });
    }
  else for (const day of known) days.push({ day, articles: (byDay.get(day) ?? []).map(({ id }) => id) });
  return {
    paper,
    months: [...groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, members]) => ({
      month,
      days: members,
    })),
    there: known.length,
    missing: isWhole ? days.length - known.length : null,
  };
}
