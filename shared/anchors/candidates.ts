import { sourceSpan } from '@shared/model/offset.ts';
import { findMostLike } from './approximate.ts';
import { type AnchoredText, describeSpans } from './describe.ts';
import { SHORTEST_FUZZY } from './resolve.ts';
import type { Selector } from './selector.ts';

/** A passage that may be the one that a selector without a place means. */
export interface Candidate {
  readonly target: Selector;
  /** Share of the quotation's units that it keeps, 0 to 1. */
  readonly score: number;
}

/** Where half of the words are others, a person can still see whether a passage was meant; a program does not say so. */
const SCORE_FLOOR = 0.5;

/**
 * The passages of a text that are most like a selector's words, however far from sure; alike ones are all told. Of words
 * that are too few to be matched fuzzily, only those that stand there.
 */
export const findCandidates = ({ quote }: Selector, anchored: AnchoredText): Candidate[] =>
  findMostLike(quote.exact, anchored.text, quote.exact.length < SHORTEST_FUZZY ? 1 : SCORE_FLOOR).map(
    ({ start, end, score }) => ({
      target: describeSpans([sourceSpan(start, end)], anchored),
      score,
    }),
  );
