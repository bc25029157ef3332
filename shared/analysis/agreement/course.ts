import type { AgreementKnowledge, Course } from './knowledge.ts';
import type { ArticleStatements, Statement } from './statement.ts';

/** How the figures go on, by the measure they have in common; `state` where none is known. */
export function courseOf(a: Statement, b: Statement, { courses }: AgreementKnowledge): Course {
  // Both told of the same one day: nothing goes on.
  if (a.qualifiers.get('time') === 'one-day' && b.qualifiers.get('time') === 'one-day') return 'event';
  const common = [...a.measures].filter((measure) => b.measures.has(measure));
  const known = common.flatMap((measure) => courses.get(measure) ?? []);
  return known.find((course) => course !== 'fixed') ?? known[0] ?? 'state';
}

/** Whether it is told of a moment, so that two numbers may both be right: of what grows or may change, not of a year or an event. */
export const goesOn = (course: Course): boolean => course === 'toll' || course === 'state';

/** Whether it is of an event or a time, so that long after it is told of another: a harvest, the runners of a race. */
export const isBound = (course: Course): boolean =>
  course === 'toll' || course === 'event' || course === 'flow';

/** Months from which what is told is of another time. */
export const LONG_AFTER = 3;

/**
 * Months between the times that two figures are true of or, where fewer, between the days they were printed on: what was is told
 * again, and words lend a figure the time of another. 0 where neither is known.
 */
export function monthsBetween(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
): number {
  const gaps = [gapOf(a.period ?? first.printed, b.period ?? second.printed), monthsApart(first, second)];
  return Math.min(...gaps.map((gap) => gap ?? 0));
}

/** Months between the days that two articles were printed on; null where one is not known. */
export const monthsApart = (first: ArticleStatements, second: ArticleStatements): number | null =>
  gapOf(first.printed, second.printed);

type Span = readonly [number, number] | null;

function gapOf(one: Span, other: Span): number | null {
  if (one === null || other === null) return null;
  return Math.max(0, monthOf(other[0]) - monthOf(one[1]), monthOf(one[0]) - monthOf(other[1]));
}

/** Of a day as `timeSpanOf` counts them, an unknown month being the first or the last. */
const monthOf = (day: number): number =>
  Math.floor(day / 10000) * 12 + Math.min(12, Math.max(1, Math.floor(day / 100) % 100));
