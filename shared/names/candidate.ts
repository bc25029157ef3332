import type { NameType } from '../model/name.ts';
import { type Rule, WEIGHTS } from './weights.ts';

/** A stretch of one reading text that a rule takes for a name; of two that overlap the greater `weight` wins. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  readonly rule: Rule;
  readonly weight: number;
}

/** What `rule` takes for a name, with the rule's weight; offsets into the reading text, `end` exclusive. */
export const propose = (rule: Rule, type: NameType, start: number, end: number): Candidate => ({
  start,
  end,
  type,
  rule,
  weight: WEIGHTS[rule],
});

/**
 * Keeps candidates that do not overlap: the heavier before the lighter, the longer before the shorter,
 * the earlier before the later.
 * @returns what is kept, in order.
 */
export function keepBest(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const ranked = [...candidates].sort(
    (a, b) =>
      b.weight - a.weight ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      (a.type < b.type ? -1 : a.type > b.type ? 1 : 0),
  );
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    let free = candidate.end > candidate.start;
    for (let i = candidate.start; free && i < candidate.end; i++) free = taken[i] === 0;
    if (!free) continue;
    taken.fill(1, candidate.start, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
