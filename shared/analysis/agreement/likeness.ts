import type { AgreementKnowledge, Weighing } from './knowledge.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { type Meeting, meetingOf, significantDigits } from './value-range.ts';

/**
 * What speaks for and against two figures being of one thing, each from 0 to 1; the score is their weighed sum, through the
 * logistic function.
 */
export interface Parts {
  /** Known measures in common, of those that either has. */
  readonly measureSame: number;
  /** Both have known measures, and none in common. */
  readonly measureOther: number;
  /** Characters in common of what the pages call the measure, and of all words close by. */
  readonly measureAlike: number;
  readonly wordsAlike: number;
  readonly subjectAlike: number;
  /** One is said of a name that the other article does not know. */
  readonly ownerUnknown: number;
  /** Both are said of names that differ. */
  readonly ownerOther: number;
  /** Both at once: the figure of a place that the other article does not speak of. */
  readonly ownerForeign: number;
  readonly counterSame: number;
  readonly periodApart: number;
  readonly periodWithin: number;
  readonly scopeOther: number;
  readonly onlyOneChange: number;
  /** Names in common of the two articles. */
  readonly story: number;
  /** Digits that meet: four and more are seldom chance. */
  readonly digits: number;
  readonly equal: number;
  /** Equal to the last of three digits or more, which two stories seldom have in common by chance. */
  readonly rare: number;
  /** No other figure of either article can be true together with one of them: neither could be paired otherwise. */
  readonly alone: number;
  /** Each is, by its words, the other's best of all in that article that it can be compared with. */
  readonly mutual: number;
  /** One of them can be true together with another figure of the other article, of the same measure. */
  readonly taken: number;
  /** Nearly the same words. */
  readonly wordsSame: number;
  readonly levelOther: number;
  /** The figures beside them meet. */
  readonly company: number;
  /** The same digits in another order, as misprints have them. */
  readonly digitsMoved: number;
  /** How near the smaller comes to the larger. */
  readonly near: number;
}

export interface Likeness {
  readonly meeting: Meeting;
  readonly parts: Parts;
  /** 0 to 1. */
  readonly score: number;
}

/**
 * How alike the figures of two articles are, each with each that it can be compared with; none where the articles carry no
 * name in common, since they tell of different things.
 */
export function likenessesOf(
  first: ArticleStatements,
  second: ArticleStatements,
  knowledge: AgreementKnowledge,
): { readonly a: Statement; readonly b: Statement; readonly likeness: Likeness }[] {
  const story = storyOf(first, second);
  if (story === 0) return [];
  const pairs = first.statements.flatMap((a) =>
    second.statements.flatMap((b) => {
      const likeness = likenessOf([first, a], [second, b], story, knowledge);
      return likeness === null ? [] : [{ a, b, ...likeness }];
    }),
  );
  const best = new Map<Statement, number>();
  const meetings = new Map<Statement, number>();
  const taken = new Set<Statement>();
  for (const { a, b, meeting, parts } of pairs)
    for (const statement of [a, b]) {
      best.set(statement, Math.max(best.get(statement) ?? 0, wordingOf(parts)));
      if (meeting !== 'apart') meetings.set(statement, (meetings.get(statement) ?? 0) + 1);
      if (meeting !== 'apart' && parts.measureSame + parts.wordsAlike > SAME_WORDING) taken.add(statement);
    }
  const { meeting: meetingWeights, parted } = knowledge.weighings;
  return pairs.map(({ a, b, meeting, parts: alone }) => {
    const isMutual = wordingOf(alone) > 0 && [a, b].every((it) => wordingOf(alone) >= best.get(it)!);
    const parts: Parts = {
      ...alone,
      mutual: isMutual ? 1 : 0,
      alone: meeting !== 'apart' && meetings.get(a) === 1 && meetings.get(b) === 1 ? 1 : 0,
      taken: meeting === 'apart' && (taken.has(a) || taken.has(b)) ? 1 : 0,
    };
    return {
      a,
      b,
      likeness: { meeting, parts, score: scoreOf(parts, meeting === 'apart' ? parted : meetingWeights) },
    };
  });
}

const RARE_DIGITS = 3;

/** How far two figures are said in the same words. */
const wordingOf = ({ measureSame, measureAlike, wordsAlike, subjectAlike, ownerOther }: PartsAlone): number =>
  measureSame + measureAlike + wordsAlike + subjectAlike / 2 - ownerOther / 2;
const SAME_WORDING = 0.8;

/** What two figures have in common, whatever else stands in their articles. */
type PartsAlone = Omit<Parts, 'mutual' | 'taken' | 'alone'>;

/** Null where figures cannot be compared: other units, other classifiers. */
function likenessOf(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
  story: number,
  knowledge: AgreementKnowledge,
): { readonly meeting: Meeting; readonly parts: PartsAlone } | null {
  if (!unitsMeet(a, b)) return null;
  if (Math.sign(a.range.value) !== Math.sign(b.range.value)) return null;
  const counters = countersAlike(a.counter, b.counter, knowledge);
  if (counters === 0) return null;
  const meeting = meetingOf(a.range, b.range);
  const common = [...a.measures].filter((measure) => b.measures.has(measure)).length;
  const either = new Set([...a.measures, ...b.measures]).size;
  const [periodApart, periodWithin] = periodsOf(a, b);
  const owners = ownersOf([first, a], [second, b]);
  const wordsAlike = alike(a.words, b.words);
  const parts: PartsAlone = {
    measureSame: either === 0 ? 0 : common / either,
    measureOther: a.measures.size > 0 && b.measures.size > 0 && common === 0 ? 1 : 0,
    measureAlike: alike(a.measure, b.measure),
    wordsAlike,
    wordsSame: wordsAlike >= 0.75 ? 1 : 0,
    levelOther: a.level !== null && b.level !== null && a.level !== b.level ? 1 : 0,
    subjectAlike: alike(a.subject, b.subject),
    ...owners,
    counterSame: counters,
    periodApart,
    periodWithin,
    scopeOther: scopesDiffer(a, b) ? 1 : 0,
    onlyOneChange: a.isChange === b.isChange ? 0 : 1,
    story,
    digits: meeting === 'apart' ? 0 : Math.min(4, Math.max(digits(a), digits(b))) / 4,
    equal: meeting === 'equal' ? 1 : 0,
    rare: meeting === 'equal' && Math.min(digits(a), digits(b)) >= RARE_DIGITS ? 1 : 0,
    company: companyMeets([first, a], [second, b]) ? 1 : 0,
    digitsMoved: meeting === 'apart' && sortedDigits(a) === sortedDigits(b) && digits(a) > 1 ? 1 : 0,
    near: nearness(a.range.value, b.range.value),
  };
  return { meeting, parts };
}

export function scoreOf(parts: Parts, { bias, weights }: Weighing): number {
  let sum = bias;
  for (const [part, value] of Object.entries(parts)) sum += (weights[part] ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

/** Whether the units of two figures can be converted to one. */
export const unitsMeet = (
  a: Pick<Statement, 'dimension' | 'isBareYuan'>,
  b: Pick<Statement, 'dimension' | 'isBareYuan'>,
): boolean => a.dimension === b.dimension || (a.isBareYuan && b.isBareYuan);

function countersAlike(a: string | null, b: string | null, { counters }: AgreementKnowledge): number {
  if (a === b) return 1;
  if (a === null || b === null || a === GENERAL || b === GENERAL) return 0.5;
  return counters.get(a)?.has(b) || counters.get(b)?.has(a) ? 0.7 : 0;
}

/** The classifier that stands for any. */
const GENERAL = '个';

/** Share of characters in common, of the shorter and the longer text together (Dice). */
function alike(a: string, b: string): number {
  const first = new Set(a.replace('|', ''));
  const second = new Set(b.replace('|', ''));
  if (first.size === 0 || second.size === 0) return 0;
  let common = 0;
  for (const character of first) if (second.has(character)) common++;
  return (2 * common) / (first.size + second.size);
}

/** Whether two periods lie apart and end in different years; whether they meet, and one is longer by over two months. */
function periodsOf({ period: a }: Statement, { period: b }: Statement): readonly [number, number] {
  if (a === null || b === null) return [0, 0];
  const [yearOfA, yearOfB] = [Math.floor(a[1] / 10000), Math.floor(b[1] / 10000)];
  const isApart = (a[1] < b[0] || b[1] < a[0]) && yearOfA !== yearOfB;
  const [lengthOfA, lengthOfB] = [a[1] - a[0], b[1] - b[0]];
  const isWithin = !isApart && Math.abs(lengthOfA - lengthOfB) > TWO_MONTHS;
  return [isApart ? 1 : 0, isWithin ? 1 : 0];
}

/** As `timeSpanOf` counts days. */
const TWO_MONTHS = 200;

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

const DIVISION = /[省市县区乡镇村州旗]$/;
/** A long name is known by its beginning, a division without the word that says which it is. */
const isKnown = (name: string, { text }: ArticleStatements): boolean =>
  text.includes(name) ||
  (name.length > 2 && text.includes(name.replace(DIVISION, ''))) ||
  (name.length > LONG && text.includes(name.slice(0, LONG)));
const LONG = 3;

const scopesDiffer = (a: Statement, b: Statement): boolean =>
  a.isPlanned !== b.isPlanned ||
  ['people', 'time', 'share'].some((kind) => a.qualifiers.get(kind) !== b.qualifiers.get(kind));

function storyOf(first: ArticleStatements, second: ArticleStatements): number {
  const named = [first, second]
    .filter(({ names }) => names.size > 0)
    .sort((a, b) => a.names.size - b.names.size);
  const fewer = named[0];
  if (fewer === undefined) return 0;
  const more = fewer === first ? second : first;
  return [...fewer.names].filter((name) => isKnown(name, more)).length / fewer.names.size;
}

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
        digits(one) > 1 &&
        meetingOf(one.range, other.range) !== 'apart'
      );
    }),
  );

/** Digits of the figure as it was printed; a conversion has others. */
const printed = ({ claim }: Statement): string => significantDigits(Number(claim.fact.value));
const digits = (statement: Statement): number => printed(statement).length;
const sortedDigits = (statement: Statement): string => [...printed(statement)].sort().join('');

/** How near the smaller comes to the larger: 1 where they are equal, 0 where one is four times the other or more. */
export function nearness(a: number, b: number): number {
  if (a === 0 || b === 0) return a === b ? 1 : 0;
  return Math.max(0, 1 - Math.abs(Math.log(a / b)) / Math.log(4));
}
