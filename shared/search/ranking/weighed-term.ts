import { utf8fromStringLoose } from '@exodus/bytes/utf8.js';
import type { Segment } from '../postings/segment.ts';
import { type IndexStatistics, rarity } from './bm25.ts';
import type { EdgeTerm } from './needle.ts';
import { type Scratch, type TermPostings, UnionPostings } from './term-postings.ts';

/** A segment as a search sees it. */
export interface SearchedSegment {
  readonly segment: Segment;
  readonly lengthWeights: Float32Array;
  isRemoved(document: number): boolean;
}

/** A term with its documents in each segment, null where none holds it. */
export interface WeighedTerm {
  readonly postings: readonly (TermPostings | null)[];
  /** Documents of the whole index that hold it. */
  readonly holders: number;
  /** Its rarity in the whole index. */
  readonly worth: number;
}

function weigh(postings: readonly (TermPostings | null)[], statistics: IndexStatistics): WeighedTerm {
  const holders = postings.reduce((sum, list) => sum + (list?.count ?? 0), 0);
  return { postings, holders, worth: rarity(statistics, holders) };
}

type Searched = readonly SearchedSegment[];

export const weighIdeographs = (searched: Searched, key: number, statistics: IndexStatistics): WeighedTerm =>
  weigh(
    searched.map(({ segment }) => segment.findIdeographs(key)),
    statistics,
  );

export const weighWord = (searched: Searched, word: string, statistics: IndexStatistics): WeighedTerm =>
  weigh(
    searched.map(({ segment }) => segment.findWord(word)),
    statistics,
  );

/** All terms that an edge may go on to, as one. */
export const weighEdge = (
  searched: Searched,
  edge: EdgeTerm,
  statistics: IndexStatistics,
  scratch: Scratch,
): WeighedTerm =>
  weigh(
    searched.map(({ segment }) => {
      const union = new UnionPostings(segment, listsOf(segment, edge), scratch);
      return union.count === 0 ? null : union;
    }),
    statistics,
  );

function* listsOf(segment: Segment, edge: EdgeTerm) {
  if (edge.kind === 'ideograph') yield* segment.lists(...segment.startingWith(edge.unit));
  else
    for (const number of segment.wordsContaining(utf8fromStringLoose(edge.part))) yield segment.list(number);
}
