import type { JumpNote } from '@shared/numerals/jump-note.ts';

/** A piece of a story: an article of one page of an issue. */
export interface StoryPiece {
  readonly article: string;
  /** The number of its page, as `pageNumberIn` writes it; null where nothing tells. */
  readonly page: string | null;
  /** Its headline without blanks and signs; empty where none is printed. */
  readonly title: string;
  /** Notes of the cut at its end or beginning, their words in the headline's form. */
  readonly notes: readonly Pick<JumpNote, 'direction' | 'page' | 'words'>[];
}

/** One article that goes on in another, on another page of the same issue. */
export interface Continuation {
  readonly first: string;
  readonly second: string;
}

/** Units in common by which two headlines are one. */
const SHORTEST_HEADLINE = 4;

/**
 * The pieces of an issue that are one story for certain. The number of the other's page must be printed at one of the
 * ends, and either the other end prints this one's, or a headline or rubric of both is the same; and nothing else may
 * fit as well at either end.
 */
export function findContinuations(pieces: readonly StoryPiece[]): Continuation[] {
  // One of two ends has a note: few of an issue's pieces have, and no others are laid beside each other.
  const noted = pieces.filter(({ notes }) => notes.length > 0);
  const pairs = pieces.flatMap((first) =>
    (first.notes.length > 0 ? pieces : noted).flatMap((second) => {
      const strength = strengthOf(first, second);
      return strength > 0 ? [{ first: first.article, second: second.article, strength }] : [];
    }),
  );
  const excludes = (a: Continuation, b: Continuation): boolean =>
    a.first === b.first || a.second === b.second || (a.first === b.second && a.second === b.first);
  const isBest = (pair: (typeof pairs)[number]): boolean =>
    pairs.every((other) => other === pair || !excludes(other, pair) || other.strength < pair.strength);
  return pairs.filter(isBest).map(({ first, second }) => ({ first, second }));
}

/** How many of two things show that the second goes on where the first ends: the numbers of both pages, one headline. */
function strengthOf(first: StoryPiece, second: StoryPiece): number {
  if (first.article === second.article || first.page === null || second.page === null) return 0;
  if (first.page === second.page) return 0;
  const onward = first.notes.filter(({ direction, page }) => direction === 'onward' && page === second.page);
  const back = second.notes.filter(
    ({ direction, page }) => direction === 'from-before' && page === first.page,
  );
  if (onward.length + back.length === 0) return 0;
  const isNamed =
    areOneHeadline(first.title, second.title) ||
    onward.some(({ words }) => areOneHeadline(words, second.title)) ||
    back.some(({ words }) => areOneHeadline(words, first.title)) ||
    onward.some(({ words }) => back.some((other) => areOneHeadline(words, other.words)));
  const isMutual = onward.length > 0 && back.length > 0;
  return (isMutual ? 1 : 0) + (isNamed ? 1 : 0);
}

/** Equal, or one a part of the other: a headline is shortened where it is printed again. */
function areOneHeadline(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_HEADLINE && long.includes(short);
}
