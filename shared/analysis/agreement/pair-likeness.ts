import { courseOf, isBound, LONG_AFTER, monthsBetween } from './course.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import type { Parts, PartsAlone, StoryLikeness } from './parts.ts';
import { periodsOf, scopesDiffer, withinOf } from './scope.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { isKnown } from './story-likeness.ts';
import { type Meeting, meetingOf } from './value-range.ts';

const RARE_DIGITS = 3;
const NOTHING_WITHIN = { placeWithin: 0, narrower: 0, partOfMate: 0, sizeFits: 0, sizeAgainst: 0 } as const;

/**
 * Null where figures cannot be compared: other units, other classifiers; or cannot both be true, and are called nothing alike
 * or belong to an event or a time long before.
 */
export function likenessOf(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
  story: StoryLikeness,
  knowledge: AgreementKnowledge,
): { readonly meeting: Meeting; readonly parts: PartsAlone } | null {
  if (!unitsMeet(a, b)) return null;
  if (Math.sign(a.range.value) !== Math.sign(b.range.value)) return null;
  const counters = countersAlike(a.counter, b.counter, knowledge);
  if (counters === 0) return null;
  const meeting = meetingOf(a.range, b.range);
  let common = 0;
  for (const measure of a.measures) if (b.measures.has(measure)) common++;
  const isHeadSame = headSame(a.measure, b.measure);
  if (meeting === 'apart' && common === 0 && !isHeadSame) return null;
  const course = courseOf(a, b, knowledge);
  const isLongAfter = monthsBetween([first, a], [second, b]) > LONG_AFTER;
  if (meeting === 'apart' && isLongAfter && isBound(course)) return null;
  const either = a.measures.size + b.measures.size - common;
  const [periodApart, periodWithin] = periodsOf(a, b);
  const owners = ownersOf([first, a], [second, b]);
  const wordsAlike = alike(a.characters.words, b.characters.words);
  const growth =
    course === 'toll' && meeting === 'apart' && first.printed !== null && second.printed !== null
      ? Math.sign(second.printed[0] - first.printed[0]) * Math.sign(b.range.value - a.range.value)
      : 0;
  const later = first.printed && second.printed && first.printed[0] > second.printed[0] ? a : b;
  const isOfOneMeasure = common === either ? common > 0 : isHeadSame;
  const scopeOther = scopesDiffer(a, b);
  const levelOther = a.level !== null && b.level !== null && a.level !== b.level;
  const onlyOneChange = a.isChange !== b.isChange;
  const speaksAgainst =
    owners.ownerOther === 1 ||
    owners.ownerUnknown === 1 ||
    story.focusOther === 1 ||
    periodApart === 1 ||
    isLongAfter ||
    scopeOther ||
    onlyOneChange ||
    levelOther;
  const parts: PartsAlone = {
    laterReached: later.isReached ? 1 : 0,
    thingSame: isOfOneMeasure && !speaksAgainst ? 1 : 0,
    measureSame: either === 0 ? 0 : common / either,
    measureOther: a.measures.size > 0 && b.measures.size > 0 && common === 0 ? 1 : 0,
    measureAlike: alike(a.characters.measure, b.characters.measure),
    wordsAlike,
    wordsSame: wordsAlike >= 0.75 ? 1 : 0,
    levelOther: levelOther ? 1 : 0,
    subjectAlike: alike(a.characters.subject, b.characters.subject),
    ...owners,
    counterSame: counters,
    periodApart,
    periodWithin,
    scopeOther: scopeOther ? 1 : 0,
    ...(meeting === 'apart' ? withinOf([first, a], [second, b]) : NOTHING_WITHIN),
    onlyOneChange: onlyOneChange ? 1 : 0,
    ...story,
    headSame: isHeadSame ? 1 : 0,
    periodSame: a.period !== null && b.period !== null && a.claim.fact.when === b.claim.fact.when ? 1 : 0,
    boundApart: isLongAfter && isBound(course) ? 1 : 0,
    freeApart: isLongAfter && !isBound(course) ? 1 : 0,
    tollGrows: growth > 0 ? 1 : 0,
    tollShrinks: growth < 0 ? 1 : 0,
    digits: meeting === 'apart' ? 0 : Math.min(4, Math.max(a.digits.length, b.digits.length)) / 4,
    equal: meeting === 'equal' ? 1 : 0,
    rare: meeting === 'equal' && Math.min(a.digits.length, b.digits.length) >= RARE_DIGITS ? 1 : 0,
    company: companyMeets([first, a], [second, b]) ? 1 : 0,
    digitsMoved: meeting === 'apart' && a.sortedDigits === b.sortedDigits && a.digits.length > 1 ? 1 : 0,
    near: nearness(a.range.value, b.range.value),
  };
  return { meeting, parts };
}

/** Whether the units of two figures can be converted to one. */
export const unitsMeet = (
  a: Pick<Statement, 'dimension' | 'isBareYuan'>,
  b: Pick<Statement, 'dimension' | 'isBareYuan'>,
): boolean => a.dimension === b.dimension || (a.isBareYuan && b.isBareYuan);

/** 1 where two classifiers are one, 0 where they count other things. */
export function countersAlike(a: string | null, b: string | null, { counters }: AgreementKnowledge): number {
  if (a === b) return 1;
  if (a === null || b === null || a === GENERAL || b === GENERAL) return 0.5;
  return counters.get(a)?.has(b) || counters.get(b)?.has(a) ? 0.7 : 0;
}

/** The classifier that stands for any. */
const GENERAL = '个';

/** Share of characters in common, of the shorter and the longer text together (Dice); of texts that hold each once. */
function alike(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  let common = 0;
  for (const character of a) if (b.includes(character)) common++;
  return (2 * common) / (a.length + b.length);
}

function ownersOf(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
): Pick<Parts, 'ownerUnknown' | 'ownerOther' | 'ownerForeign'> {
  const unknown =
    (a.owner !== null && !isKnown(a.owner, second)) || (b.owner !== null && !isKnown(b.owner, first));
  const other =
    a.owner !== null && b.owner !== null && !a.owner.includes(b.owner) && !b.owner.includes(a.owner);
  return {
    ownerUnknown: unknown ? 1 : 0,
    ownerOther: other ? 1 : 0,
    ownerForeign: unknown && other ? 1 : 0,
  };
}

const HEAD = 2;
const headSame = (a: string, b: string): boolean =>
  a.length >= HEAD && b.length >= HEAD && a.slice(-HEAD) === b.slice(-HEAD);

const companyMeets = (
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
): boolean =>
  a.neighbours.some((i) =>
    b.neighbours.some((j) => {
      const [one, other] = [first.statements[i], second.statements[j]];
      return (
        one !== undefined &&
        other !== undefined &&
        unitsMeet(one, other) &&
        one.digits.length > 1 &&
        meetingOf(one.range, other.range) !== 'apart'
      );
    }),
  );

/** How near the smaller comes to the larger: 1 where they are equal, 0 where one is four times the other or more. */
export function nearness(a: number, b: number): number {
  if (a === 0 || b === 0) return a === b ? 1 : 0;
  return Math.max(0, 1 - Math.abs(Math.log(a / b)) / Math.log(4));
}
