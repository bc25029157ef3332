import type { Parts } from './parts.ts';
import { placesOrder } from './scope-order.ts';
import type { ArticleStatements, Statement } from './statement.ts';
import { meetingOf } from './value-range.ts';

/** Whether two periods lie apart and end in different years; whether they meet, and one is longer by over two months. */
export function periodsOf({ period: a }: Statement, { period: b }: Statement): readonly [number, number] {
  if (a === null || b === null) return [0, 0];
  const [yearOfA, yearOfB] = [Math.floor(a[1] / 10000), Math.floor(b[1] / 10000)];
  const isApart = (a[1] < b[0] || b[1] < a[0]) && yearOfA !== yearOfB;
  const [lengthOfA, lengthOfB] = [a[1] - a[0], b[1] - b[0]];
  const isWithin = !isApart && Math.abs(lengthOfA - lengthOfB) > TWO_MONTHS;
  return [isApart ? 1 : 0, isWithin ? 1 : 0];
}

/** As `timeSpanOf` counts days. */
const TWO_MONTHS = 200;

export const scopesDiffer = (a: Statement, b: Statement): boolean =>
  a.isPlanned !== b.isPlanned ||
  ['people', 'time', 'share'].some((kind) => a.qualifiers.get(kind) !== b.qualifiers.get(kind));

/** What speaks for the smaller of two figures being a part of the larger; nothing does where they can both be true. */
export function withinOf(
  [first, a]: readonly [ArticleStatements, Statement],
  [second, b]: readonly [ArticleStatements, Statement],
): Pick<Parts, 'placeWithin' | 'narrower' | 'partOfMate' | 'sizeFits' | 'sizeAgainst'> {
  const [[small, ofSmall], large] =
    Math.abs(a.range.value) < Math.abs(b.range.value) ? [[a, first] as const, b] : [[b, second] as const, a];
  const whole = small.whole === null ? undefined : ofSmall.statements[small.whole];
  const [of, told] = small === a ? [first, second] : [second, first];
  const isWithin = placesOrder([of, small], [told, large]) === 'within';
  const isAround = placesOrder([told, large], [of, small]) === 'within';
  const width = widthOf(large, small) + (isWithin ? 1 : 0) - (isAround ? 1 : 0);
  return {
    sizeFits: width > 0 ? 1 : 0,
    sizeAgainst: width < 0 ? 1 : 0,
    placeWithin: isWithin ? 1 : 0,
    narrower: small.measure.length > large.measure.length && isEndOf(large.measure, small.measure) ? 1 : 0,
    partOfMate:
      whole !== undefined &&
      whole.dimension === large.dimension &&
      meetingOf(whole.range, large.range) !== 'apart'
        ? 1
        : 0,
  };
}

/** By how many signs the first is the wider: a longer time, all so far, no part of something; below 0 the second. */
function widthOf(first: Statement, second: Statement): number {
  const [length, other] = [first, second].map(({ period }) =>
    period === null ? null : period[1] - period[0],
  );
  const byTime =
    length == null || other == null || Math.abs(length - other) <= TWO_MONTHS ? 0 : Math.sign(length - other);
  return byTime + signsOf(first) - signsOf(second);
}

/** Of a wide scope, less those of a narrow one. */
const signsOf = ({ qualifiers, whole }: Statement): number =>
  (qualifiers.get('time') === 'all-along' ? 1 : 0) -
  (qualifiers.get('time') === 'one-day' ? 1 : 0) -
  (qualifiers.get('share') === 'part' || whole !== null ? 1 : 0);

const NOUN = 2;
const isEndOf = (short: string, long: string): boolean => short.length >= NOUN && long.endsWith(short);
