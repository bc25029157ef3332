import type { AgreementKnowledge, Course } from './knowledge.ts';
import { type Likeness, unitsMeet } from './likeness.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { type Meeting, meetingOf } from './value-range.ts';

/** What two figures of one thing say of each other. */
export type Verdict = 'agree' | 'within-bounds' | 'later-figure' | 'other-scope' | 'differ';

/** From here a figure that differs is told as one that does: a false alarm costs more than a missed one. */
const SURE = 0.7;

const ONE_DIGIT = 0.25;
/** Half of the words close by, or of those that name the measure. */
const SAID_ALIKE = 0.5;
const saidAlike = ({ measureSame, measureAlike, wordsAlike }: Likeness['parts']): number =>
  Math.max(measureSame, measureAlike, wordsAlike);

/**
 * Null where nothing is to be said: the figures meet by chance, or are apart and nothing says whether that is time, scope or
 * a difference.
 */
export function verdictOf(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
  { meeting, parts, score }: Likeness,
  knowledge: AgreementKnowledge,
): Verdict | null {
  // One digit meets by chance: something must be said in the same words.
  if (meeting !== 'apart' && parts.digits <= ONE_DIGIT && saidAlike(parts) < SAID_ALIKE) return null;
  if (meeting !== 'apart') return verdictOfMeeting(a, b, meeting);
  const course = courseOf(a, b, knowledge);
  if (parts.ownerForeign === 1) return null;
  // The harvest of another year is another harvest; a stock of another year is the same stock.
  if (!goesOn(course) && parts.periodApart === 1) return null;
  if (parts.scopeOther === 1 || parts.periodWithin === 1) return 'other-scope';
  const [dateOfA, dateOfB] = [first.article.publishedOn, second.article.publishedOn];
  // What does not change, told long after with another number, is of another one: the next fair, the next race.
  if (!goesOn(course) && monthsBetween(dateOfA, dateOfB) > LONG_AFTER) return null;
  if (!areOfOneMoment([first, a], [second, b]) && goesOn(course))
    return dateOfA === null || dateOfB === null ? null : 'later-figure';
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

/** Months. */
const LONG_AFTER = 6;

/** Whole months from one ISO date to the other, of a year alone from its January; 0 where one is not known. */
function monthsBetween(one: string | null, other: string | null): number {
  const [first, second] = [one, other].map((date) => date?.split('-').map(Number));
  if (!first || !second) return 0;
  return Math.abs((first[0]! - second[0]!) * 12 + (first[1] ?? 1) - (second[1] ?? 1));
}

/** Whether it is told of a moment, so that two numbers may both be right: of what grows or may change, not of a year or an event. */
const goesOn = (course: Course): boolean => course === 'toll' || course === 'state';

/** How the figures go on, by the measure they have in common; `state` where none is known. */
function courseOf(a: Statement, b: Statement, { courses }: AgreementKnowledge): Course {
  // Both told of the same one day: nothing goes on.
  if (a.qualifiers.get('time') === 'one-day' && b.qualifiers.get('time') === 'one-day') return 'fixed';
  const common = [...a.measures].filter((measure) => b.measures.has(measure));
  const known = common.flatMap((measure) => courses.get(measure) ?? []);
  return known.find((course) => course !== 'fixed') ?? known[0] ?? 'state';
}

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
