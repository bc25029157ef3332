import type { Segment } from '../postings/segment.ts';

/** How soon a word said again stops to count, and how much length weighs: the usual values, as SQLite's FTS5 has. */
const K1 = 1.2;
const B = 0.75;

/** Numbers of the whole index that scores depend on. */
export interface IndexStatistics {
  readonly documents: number;
  /** Mean of the documents' lengths in terms, at least 1. */
  readonly meanLength: number;
}

/** What one occurrence of a term is worth that `holders` of the documents hold. Never negative. */
export const rarity = ({ documents }: IndexStatistics, holders: number): number =>
  Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));

/** The most that a term can add to a score, as a share of its rarity. */
export const HIGHEST_SHARE = K1 + 1;

/** How a document's length weighs on its terms, one number a document of the segment. */
export function lengthWeights(segment: Segment, { meanLength }: IndexStatistics): Float32Array {
  return Float32Array.from(segment.lengths, (length) => K1 * (1 - B + (B * length) / meanLength));
}

/** What a term adds to a document's score, as a share of its rarity. */
export const shareOf = (frequency: number, lengthWeight: number): number =>
  (frequency * HIGHEST_SHARE) / (frequency + lengthWeight);
