import type { ReadingPhrase } from '../reading-phrase.ts';

/** How many answers `relationOf` has. */
export const RELATIONS = 8;

/**
 * How a phrase lies to another: 0 neither is, 1 only it is, 2 only the other is, 3 the same, 4 they end together, 5 they
 * begin together, 6 they overlap otherwise, 7 apart.
 */
export function relationOf(one: ReadingPhrase | null, other: ReadingPhrase | null): number {
  if (one === null) return other === null ? 0 : 2;
  if (other === null) return 1;
  const starts = one.start === other.start;
  const ends = one.end === other.end;
  if (starts && ends) return 3;
  if (ends) return 4;
  if (starts) return 5;
  return one.start < other.end && other.start < one.end ? 6 : 7;
}
