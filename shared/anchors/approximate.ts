import { type Budget, countEdits } from './count-edits.ts';

/** A stretch of text that is nearly equal to a pattern; `score` is 1 − edits ÷ pattern length. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Units of a seed: a piece of the pattern that has to stand unharmed for a place to be looked at. */
const SEED = 3;

/** Edits that are tried first; as long as nothing is found, twice as many. */
const FIRST_TRY = 32;

/**
 * Steps that are taken for one pattern, about half a second. Words of a page take a hundredth of them; what needs
 * more is a pattern of tens of thousands of units in a text of the same few characters.
 */
const MOST_STEPS = 60_000_000;

/** Places of the text at which the pattern may start; below nought where its first units are gone. */
interface Starts {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of `text` that are most like `pattern`, by place: one, or several that need equally few edits and do
 * not overlap by half; none where all are below `floor`, or where the budget is spent first. Edits are insertions,
 * deletions and substitutions of units (Levenshtein).
 */
export function findMostLike(
  pattern: string,
  text: string,
  floor: number,
  budget: Budget = { left: MOST_STEPS },
): NearMatch[] {
  const most = Math.floor(pattern.length * (1 - floor));
  const seeds = findSeeds(pattern);
  const told = startsToldBy(seeds, text);
  for (let allowed = Math.min(FIRST_TRY, most); ; allowed = Math.min(allowed * 2, most)) {
    const needed = seeds.size - allowed;
    const starts = needed > 0 ? voteOn(told, needed, allowed, text.length) : [{ from: 0, to: text.length }];
    const found = matchWithin(pattern, text, starts, allowed, budget);
    if (found.length > 0 || allowed === most) return found;
  }
}

function matchWithin(
  pattern: string,
  text: string,
  starts: readonly Starts[],
  allowed: number,
  budget: Budget,
): NearMatch[] {
  let fewest = allowed;
  const ends: { readonly end: number; readonly edits: number }[] = [];
  for (const { from, to } of starts) {
    const begin = Math.max(0, from);
    const near = text.slice(begin, to + pattern.length + allowed);
    const edits = countEdits(pattern, near, { most: fewest, lastStart: to - begin, budget });
    if (!edits) return [];
    for (const [place, count] of edits.entries()) {
      if (count > fewest) continue;
      fewest = count;
      ends.push({ end: begin + place, edits: count });
    }
  }
  const matches: NearMatch[] = [];
  for (const { end, edits } of ends.sort((a, b) => a.end - b.end)) {
    const before = matches.at(-1);
    if (edits > fewest || (before && (end - before.end) * 2 < pattern.length)) continue;
    const start = findStart(pattern, text, end, edits, budget);
    if (start === null) return [];
    matches.push({ start, end, score: 1 - edits / pattern.length });
  }
  return matches;
}

/** Where the pattern would start for each place in the text where one of its seeds stands. */
function startsToldBy(seeds: ReadonlyMap<string, number>, text: string): number[] {
  const told: number[] = [];
  for (let at = 0; at + SEED <= text.length; at++) {
    const place = seeds.get(text.slice(at, at + SEED));
    if (place !== undefined) told.push(at - place);
  }
  return told;
}

/**
 * Where the pattern may start with so many edits. Each edit harms one seed at most, and what those unharmed tell of
 * the start lies within `allowed` of it: so two neighbouring stretches hold as many as are needed, or the pattern is
 * not there (the q-gram lemma: Jokinen and Ukkonen, 1991).
 */
function voteOn(told: readonly number[], needed: number, allowed: number, length: number): Starts[] {
  const width = Math.max(SEED, allowed);
  const votes = new Map<number, number>();
  for (const start of told) {
    const stretch = Math.floor(start / width);
    votes.set(stretch, (votes.get(stretch) ?? 0) + 1);
  }
  const found: Starts[] = [];
  for (const stretch of [...votes.keys()].sort((a, b) => a - b)) {
    // Pairs are named by their lower stretch; the one below has been looked at if it holds a seed.
    for (const lower of votes.has(stretch - 1) ? [stretch] : [stretch - 1, stretch]) {
      if ((votes.get(lower) ?? 0) + (votes.get(lower + 1) ?? 0) < needed) continue;
      const from = lower * width - allowed;
      const to = Math.min(length, (lower + 2) * width + allowed);
      const last = found.at(-1);
      if (last && from <= last.to) found[found.length - 1] = { from: last.from, to };
      else if (to >= 0) found.push({ from, to });
    }
  }
  return found;
}

/** Pieces of the pattern that it holds once, and where: one that is repeated does not say which of them stands. */
function findSeeds(pattern: string): Map<string, number> {
  const seeds = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = 0; at + SEED <= pattern.length; at += SEED) {
    const words = pattern.slice(at, at + SEED);
    if (seeds.has(words)) repeated.add(words);
    else seeds.set(words, at);
  }
  for (const words of repeated) seeds.delete(words);
  return seeds;
}

/** Of the starts that need so few edits, the one that leaves the pattern's own length, or nearest to it. */
function findStart(
  pattern: string,
  text: string,
  end: number,
  needed: number,
  budget: Budget,
): number | null {
  const from = Math.max(0, end - pattern.length - needed);
  const back = turnRound(text.slice(from, end));
  const edits = countEdits(turnRound(pattern), back, { most: needed, lastStart: 0, budget });
  if (!edits) return null;
  let best: number | null = null;
  for (const [length, count] of edits.entries())
    if (
      count === needed &&
      (best === null || Math.abs(length - pattern.length) < Math.abs(best - pattern.length))
    )
      best = length;
  return best === null ? null : end - best;
}

/** By units: what a surrogate pair becomes is only compared, never shown. */
const turnRound = (text: string): string => text.split('').reverse().join('');
