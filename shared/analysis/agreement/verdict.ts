import { courseOf, goesOn, LONG_AFTER, monthsBetween } from './course.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import { unitsMeet } from './pair-likeness.ts';
import type { Likeness } from './parts.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { type Meeting, meetingOf } from './value-range.ts';

/** What two figures of one thing say of each other. */
export type Verdict = 'agree' | 'within-bounds' | 'later-figure' | 'other-scope' | 'differ';

/** From here a figure that differs is told as one that does: a false alarm costs more than a missed one. */
const SURE = 0.7;

/**
 * Null where nothing is to be said: the figures are apart and nothing says whether that is time, scope or a difference.
 */
export function verdictOf(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
  { kind, meeting, parts, score }: Likeness,
  knowledge: AgreementKnowledge,
): Verdict | null {
  if (meeting !== 'apart') return verdictOfMeeting(a, b, meeting);
  const course = courseOf(a, b, knowledge);
  if (parts.ownerForeign === 1 && parts.placeWithin + parts.partOfMate === 0) return null;
  // The harvest of another year is another harvest; a stock of another year is the same stock.
  if (!goesOn(course) && (parts.periodApart === 1 || areOfTwoTimes(a, b))) return null;
  if (kind === 'scope') return 'other-scope';
  // What does not change, told long after with another number, is of another one: the next fair, the next race.
  if (course !== 'state' && monthsBetween([first, a], [second, b]) > LONG_AFTER) return null;
  if (!areOfOneMoment([first, a], [second, b]) && goesOn(course))
    return first.printed === null || second.printed === null ? null : 'later-figure';
  return score >= SURE ? 'differ' : null;
}

/** Of two figures that can both be true. */
const verdictOfMeeting = (a: Statement, b: Statement, meeting: Exclude<Meeting, 'apart'>): Verdict =>
  meeting === 'equal' && a.claim.fact.bound === b.claim.fact.bound ? 'agree' : 'within-bounds';

/** Whether both were printed on one day and name no hours that are not the same. */
const areOfOneMoment = (
  [{ article: first }, a]: readonly [ArticleStatements, Statement],
  [{ article: second }, b]: readonly [ArticleStatements, Statement],
): boolean => first.publishedOn !== null && first.publishedOn === second.publishedOn && !momentsDiffer(a, b);

/** Whether both are of stretches of time, which do not meet: two quarters. */
const areOfTwoTimes = ({ period: a }: Statement, { period: b }: Statement): boolean =>
  a !== null && b !== null && a[0] < a[1] && b[0] < b[1] && (a[1] < b[0] || b[1] < a[0]);

/** Whether both name an hour, and not the same. */
function momentsDiffer({ claim: { fact: a } }: Statement, { claim: { fact: b } }: Statement): boolean {
  return a.when !== b.when && [a.when, b.when].some((when) => when?.includes('T'));
}

/**
 * What two figures say of each other that a person declared to be of one thing: whatever their words, scope is no reason
 * for another number any more. Null where their units cannot be converted to one.
 */
export function verdictOfJoined(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
  knowledge: AgreementKnowledge,
): Verdict | null {
  if (!unitsMeet(a, b)) return null;
  const meeting = meetingOf(a.range, b.range);
  if (meeting !== 'apart') return verdictOfMeeting(a, b, meeting);
  const areDated = first.article.publishedOn !== null && second.article.publishedOn !== null;
  return goesOn(courseOf(a, b, knowledge)) && areDated && !areOfOneMoment([first, a], [second, b])
    ? 'later-figure'
    : 'differ';
}
