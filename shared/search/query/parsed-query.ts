import type { QueryProblem } from './problem.ts';
import type { QueryWord } from './query-word.ts';

/** A query taken apart. */
export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  readonly problems: readonly QueryProblem[];
}
