/** A stretch of text that is nearly equal to a pattern; `score` is 1 − edits ÷ pattern length. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Units of a seed: a piece of the pattern that has to stand unharmed for a place to be looked at. */
const SEED = 3;

/** Places looked at; a seed that stands everywhere says nothing. */
const MOST_CANDIDATES = 200;

/**
 * Stretches of `text` within `floor` of `pattern`, one for each place where a seed of the pattern stands.
 * Edits are insertions, deletions and substitutions of units (Levenshtein).
 */
export function findNearlyEqual(pattern: string, text: string, floor: number): NearMatch[] {
  const allowed = Math.floor(pattern.length * (1 - floor));
  const starts = new Set<number>();
  for (let seed = 0; seed + SEED <= pattern.length && starts.size < MOST_CANDIDATES; seed += SEED) {
    const words = pattern.slice(seed, seed + SEED);
    for (
      let at = text.indexOf(words);
      at >= 0 && starts.size < MOST_CANDIDATES;
      at = text.indexOf(words, at + 1)
    )
      starts.add(Math.max(0, at - seed));
  }
  const matches = new Map<number, NearMatch>();
  for (const start of starts) {
    const match = align(pattern, text, Math.max(0, start - allowed), start + pattern.length + allowed);
    if (match.score >= floor) matches.set(match.start, match);
  }
  return [...matches.values()];
}

/** The stretch between `from` and `to` that needs the fewest edits to become the pattern. */
function align(pattern: string, text: string, from: number, to: number): NearMatch {
  const window = text.slice(from, to);
  let costs = Array.from({ length: window.length + 1 }, () => 0);
  let origins = Array.from({ length: window.length + 1 }, (_, i) => i);
  for (let row = 1; row <= pattern.length; row++) {
    const nextCosts = [row];
    const nextOrigins = [0];
    for (let column = 1; column <= window.length; column++) {
      const swap = (costs[column - 1] as number) + (pattern[row - 1] === window[column - 1] ? 0 : 1);
      const skip = (costs[column] as number) + 1;
      const extra = (nextCosts[column - 1] as number) + 1;
      const best = Math.min(swap, skip, extra);
      nextCosts.push(best);
      nextOrigins.push(
        (best === swap
          ? origins[column - 1]
          : best === skip
            ? origins[column]
            : nextOrigins[column - 1]) as number,
      );
    }
    costs = nextCosts;
    origins = nextOrigins;
  }
  let end = 0;
  for (let column = 1; column < costs.length; column++)
    if ((costs[column] as number) < (costs[end] as number)) end = column;
  return {
    start: from + (origins[end] as number),
    end: from + end,
    score: 1 - (costs[end] as number) / pattern.length,
  };
}
