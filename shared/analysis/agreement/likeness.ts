import { monthsApart } from './course.ts';
import type { AgreementKnowledge, Weighing } from './knowledge.ts';
import { likenessOf, unitsMeet } from './pair-likeness.ts';
import type { Likeness, PairKind, Parts, PartsAlone } from './parts.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { storyLikeness } from './story-likeness.ts';
import type { Meeting } from './value-range.ts';

/**
 * How alike the figures of two articles are, each with each that it can be compared with; none where the articles carry no
 * name in common and do not read alike, since they tell of different things.
 */
export function likenessesOf(
  first: ArticleStatements,
  second: ArticleStatements,
  knowledge: AgreementKnowledge,
): { readonly a: Statement; readonly b: Statement; readonly likeness: Likeness }[] {
  const story = storyLikeness(first, second);
  if (story.story === 0 && story.textAlike < OF_ONE_EVENT) return [];
  const pairs: { a: Statement; b: Statement; meeting: Meeting; parts: PartsAlone }[] = [];
  for (const a of first.statements)
    for (const b of second.statements) {
      const likeness = likenessOf([first, a], [second, b], story, knowledge);
      if (likeness !== null) pairs.push({ a, b, ...likeness });
    }
  const best = new Map<Statement, number>();
  const meetings = new Map<Statement, number>();
  const taken = new Set<Statement>();
  const shared = sharedFigures(pairs);
  const areClose = (monthsApart(first, second) ?? 0) <= WHILE_IN_THE_NEWS;
  for (const { a, b, meeting, parts } of pairs)
    for (const statement of [a, b]) {
      best.set(statement, Math.max(best.get(statement) ?? 0, wordingOf(parts)));
      if (meeting !== 'apart') meetings.set(statement, (meetings.get(statement) ?? 0) + 1);
      if (meeting !== 'apart' && parts.measureSame + parts.wordsAlike > SAME_WORDING) taken.add(statement);
    }
  return pairs.map(({ a, b, meeting, parts: alone }) => {
    const isMutual = wordingOf(alone) > 0 && [a, b].every((it) => wordingOf(alone) >= best.get(it)!);
    const othersShared = shared.size - (shared.has(a) || shared.has(b) ? 1 : 0);
    const isOfEvent = areClose && (othersShared > 0 || alone.textAlike >= OF_ONE_EVENT);
    const parts: Parts = {
      ...alone,
      eventSame: alone.thingSame === 1 && isOfEvent ? 1 : 0,
      eventScope: isOfEvent && isOfOneScope(alone) ? 1 : 0,
      mutual: isMutual ? 1 : 0,
      sole: isSole(first, a, b) && isSole(second, b, a) ? 1 : 0,
      figuresShared: Math.min(SHARED, othersShared) / SHARED,
      alone: meeting !== 'apart' && meetings.get(a) === 1 && meetings.get(b) === 1 ? 1 : 0,
      taken: meeting === 'apart' && (taken.has(a) || taken.has(b)) ? 1 : 0,
    };
    const kind = kindOf(meeting, parts);
    return { a, b, likeness: { kind, meeting, parts, score: scoreOf(parts, knowledge.weighings[kind]) } };
  });
}

const isOfOneScope = (parts: PartsAlone): boolean =>
  (parts.measureSame === 1 || parts.headSame + parts.narrower > 0) &&
  (parts.ownerUnknown === 0 || parts.placeWithin === 1) &&
  parts.periodApart + parts.boundApart + parts.focusOther + parts.onlyOneChange + parts.sizeAgainst === 0;

function kindOf(meeting: Meeting, parts: Parts): PairKind {
  if (meeting !== 'apart') return 'meeting';
  const { scopeOther, periodWithin, placeWithin, narrower, partOfMate } = parts;
  return scopeOther + periodWithin + placeWithin + narrower + partOfMate > 0 ? 'scope' : 'parted';
}

/** Months. Later, what reads alike is the next event of the kind. */
const WHILE_IN_THE_NEWS = 1;
/** Of `textAlike`: reports of one event seldom share less. */
const OF_ONE_EVENT = 0.2;

/** How far two figures are said in the same words. */
const wordingOf = ({ measureSame, measureAlike, wordsAlike, subjectAlike, ownerOther }: PartsAlone): number =>
  measureSame + measureAlike + wordsAlike + subjectAlike / 2 - ownerOther / 2;
const SAME_WORDING = 0.8;

export function scoreOf(parts: Parts, { bias, weights }: Weighing): number {
  let sum = bias;
  for (const part in weights) sum += weights[part as keyof Parts] * parts[part as keyof Parts];
  return 1 / (1 + Math.exp(-sum));
}

/** Figures that meet in both articles to the last of two digits or more, once for each value. */
function sharedFigures(
  pairs: readonly { readonly a: Statement; readonly b: Statement; readonly meeting: Meeting }[],
): { readonly size: number; readonly has: (statement: Statement) => boolean } {
  const own = new Set<Statement>();
  const values = new Set<string>();
  for (const { a, b, meeting } of pairs)
    if (meeting === 'equal' && a.digits.length > 1 && b.digits.length > 1) {
      own.add(a).add(b);
      values.add(`${a.dimension} ${a.range.value}`);
    }
  return { size: values.size, has: (statement) => own.has(statement) };
}

const SHARED = 3;

/** Whether an article has no other figure that one of another article could be of as well: of its unit, measure and classifier. */
const isSole = ({ statements }: ArticleStatements, own: Statement, other: Statement): boolean => {
  const common = [...own.measures].filter((measure) => other.measures.has(measure));
  return (
    common.length > 0 &&
    statements.every(
      (it) => it === own || !unitsMeet(it, own) || !common.some((measure) => it.measures.has(measure)),
    )
  );
};
