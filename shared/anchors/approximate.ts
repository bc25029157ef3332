import { countEdits } from './count-edits.ts';

/** A stretch of text that is nearly equal to a pattern; `score` is 1 − edits ÷ pattern length. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Units of a seed: a piece of the pattern that has to stand unharmed for a place to be looked at. */
const SEED = 3;

/** Regions looked at, those with the most seeds first: words that stand everywhere say nothing of a place. */
const MOST_REGIONS = 24;

interface Region {
  readonly from: number;
  readonly to: number;
}

/**
 * Stretches of `text` within `floor` of `pattern`: of those that overlap by half, the best. Edits are
 * insertions, deletions and substitutions of units (Levenshtein).
 */
export function findNearlyEqual(pattern: string, text: string, floor: number): NearMatch[] {
  const allowed = Math.floor(pattern.length * (1 - floor));
  return findRegions(pattern, text, allowed).flatMap((region) => matchIn(pattern, text, region, allowed));
}

/** Where enough of the pattern stands to be worth a look: seeds vote for the stretch they would start in. */
function findRegions(pattern: string, text: string, allowed: number): Region[] {
  // A seed that the pattern repeats says little of where it stands: its first place votes.
  const seeds = new Map<string, number>();
  for (let at = 0; at + SEED <= pattern.length; at += SEED) {
    const words = pattern.slice(at, at + SEED);
    if (!seeds.has(words)) seeds.set(words, at);
  }
  const width = Math.max(SEED, allowed);
  const votes = new Map<number, number>();
  for (let at = 0; at + SEED <= text.length; at++) {
    const place = seeds.get(text.slice(at, at + SEED));
    if (place === undefined) continue;
    const stretch = Math.floor(Math.max(0, at - place) / width);
    votes.set(stretch, (votes.get(stretch) ?? 0) + 1);
  }
  const regions = [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_REGIONS)
    .map(([stretch]) => ({
      from: Math.max(0, stretch * width - allowed),
      to: Math.min(text.length, (stretch + 1) * width + pattern.length + allowed),
    }));
  return joinOverlapping(regions.sort((a, b) => a.from - b.from));
}

function joinOverlapping(regions: readonly Region[]): Region[] {
  const joined: Region[] = [];
  for (const region of regions) {
    const last = joined.at(-1);
    if (last && region.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, region.to) };
    else joined.push(region);
  }
  return joined;
}

function matchIn(pattern: string, text: string, region: Region, allowed: number): NearMatch[] {
  const edits = countEdits(pattern, text.slice(region.from, region.to));
  const ends = Array.from(edits.keys())
    .filter((end) => (edits[end] as number) <= allowed)
    .sort((a, b) => (edits[a] as number) - (edits[b] as number) || a - b);
  const taken: number[] = [];
  const matches: NearMatch[] = [];
  for (const end of ends) {
    if (taken.some((other) => Math.abs(other - end) * 2 < pattern.length)) continue;
    taken.push(end);
    const needed = edits[end] as number;
    const start = findStart(pattern, text, region.from + end, needed);
    matches.push({ start, end: region.from + end, score: 1 - needed / pattern.length });
  }
  return matches;
}

/** Of the starts that need so few edits, the one that leaves the pattern's own length, or nearest to it. */
function findStart(pattern: string, text: string, end: number, needed: number): number {
  const from = Math.max(0, end - pattern.length - needed);
  const edits = countEdits(turnRound(pattern), turnRound(text.slice(from, end)));
  let best = -1;
  for (const [length, count] of edits.entries())
    if (count === needed && (best < 0 || Math.abs(length - pattern.length) < Math.abs(best - pattern.length)))
      best = length;
  return end - best;
}

/** By units: what a surrogate pair becomes is only compared, never shown. */
const turnRound = (text: string): string => text.split('').reverse().join('');
