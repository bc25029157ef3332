import { type IndexStatistics, shareOf } from './bm25.ts';
import type { Needle } from './needle.ts';
import type { Scratch, TermPostings } from './term-postings.ts';
import {
  type SearchedSegment,
  type WeighedTerm,
  weighEdge,
  weighIdeographs,
  weighWord,
} from './weighed-term.ts';

/** Documents of one segment, rising, with what their terms are worth. */
export interface Candidates {
  readonly documents: Uint32Array;
  readonly scores: Float32Array;
}

const NONE: Candidates = { documents: new Uint32Array(), scores: new Float32Array() };

/** With more candidates than this share of the index, what stands at a needle's ends is asked for too. */
const MANY = 1 / 50;
/** A shorter part of a word is in so many words that it narrows nothing. */
const TELLING_PART = 3;

/**
 * The documents that hold all terms of all needles, segment by segment: all that hold the needles are among
 * them. A needle with no term at all (a mark of punctuation) leaves every document a candidate.
 */
export function findCandidates(
  searched: readonly SearchedSegment[],
  needles: readonly Needle[],
  statistics: IndexStatistics,
  scratch: Scratch,
): Candidates[] {
  const terms = termsOf(searched, needles, statistics, scratch);
  if (!terms) return searched.map(() => NONE);
  return searched.map((segment, i) => intersect(segment, needles, terms, i, scratch));
}

/** All terms of all needles; null when one of them is nowhere. */
function termsOf(
  searched: readonly SearchedSegment[],
  needles: readonly Needle[],
  statistics: IndexStatistics,
  scratch: Scratch,
): readonly WeighedTerm[] | null {
  const found: WeighedTerm[] = [];
  for (const key of new Set(needles.flatMap(({ ideographs }) => ideographs))) {
    const term = weighIdeographs(searched, key, statistics);
    if (term.holders === 0) return null;
    found.push(term);
  }
  for (const word of new Set(needles.flatMap(({ words }) => words))) {
    const term = weighWord(searched, word, statistics);
    if (term.holders === 0) return null;
    found.push(term);
  }
  const isNarrow = Math.min(...found.map(({ holders }) => holders)) <= statistics.documents * MANY;
  for (const { ideographs, words, edges } of needles) {
    const hasTerms = ideographs.length + words.length > 0;
    for (const edge of edges) {
      const isTelling = edge.kind === 'part' && edge.part.length >= TELLING_PART;
      if (hasTerms && (isNarrow || !isTelling)) continue;
      const term = weighEdge(searched, edge, statistics, scratch);
      if (term.holders === 0) return null;
      found.push(term);
    }
  }
  return found;
}

function intersect(
  { segment, lengthWeights, isRemoved }: SearchedSegment,
  needles: readonly Needle[],
  terms: readonly WeighedTerm[],
  number: number,
  scratch: Scratch,
): Candidates {
  const inSegment: { readonly postings: TermPostings; readonly worth: number }[] = [];
  for (const { postings, worth } of terms) {
    const list = postings[number];
    if (!list) return NONE;
    inSegment.push({ postings: list, worth });
  }
  for (const { units, triples } of needles)
    for (const at of triples) {
      const triple = segment.findTriple(
        units[at] as number,
        units[at + 1] as number,
        units[at + 2] as number,
      );
      // It narrows the search and says nothing of worth: scores are those of bigrams.
      if (triple?.isWhole) inSegment.push({ postings: triple.list, worth: 0 });
    }
  inSegment.sort((a, b) => a.postings.count - b.postings.count);
  scratch.reserve(segment.documents);
  const { frequencies } = scratch;
  const [rarest] = inSegment;
  let documents: Uint32Array;
  if (rarest) {
    rarest.postings.decode(scratch.documents, frequencies);
    documents = scratch.documents.slice(0, rarest.postings.count);
  } else {
    documents = Uint32Array.from({ length: segment.documents }, (_, document) => document);
    return keepPresent(documents, isRemoved);
  }
  const scores = new Float32Array(documents.length);
  let count = documents.length;
  for (const { postings, worth } of inSegment) {
    const isFirst = postings === rarest.postings;
    if (!isFirst) postings.frequenciesIn(documents, count, frequencies);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const frequency = frequencies[i] as number;
      const document = documents[i] as number;
      if (frequency === 0 || (isFirst && isRemoved(document))) continue;
      documents[kept] = document;
      scores[kept++] = (scores[i] as number) + worth * shareOf(frequency, lengthWeights[document] as number);
    }
    count = kept;
  }
  return { documents: documents.subarray(0, count), scores: scores.subarray(0, count) };
}

function keepPresent(documents: Uint32Array, isRemoved: (document: number) => boolean): Candidates {
  const present = documents.filter((document) => !isRemoved(document));
  return { documents: present, scores: new Float32Array(present.length) };
}
