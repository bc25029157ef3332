import type { NameType } from '../model/name.ts';

/** A stretch of one text that some rule takes for a name. `rule` says which; the greater `weight` wins. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  readonly rule: string;
  readonly weight: number;
}

/** The rule of spans that the tagger is sure of. */
export const SURE_RULE = 'tagger-sure';

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
