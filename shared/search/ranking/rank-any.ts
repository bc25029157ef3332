import { HIGHEST_SHARE, type IndexStatistics, shareOf } from './bm25.ts';
import type { RankedTerms } from './needle.ts';
import type { Scratch } from './term-postings.ts';
import { type Ranked, TopRanked } from './top-ranked.ts';
import { type SearchedSegment, weighIdeographs, weighWord } from './weighed-term.ts';

/** A shorter list is read whole: to ask whether it may be left out would cost more. */
const WORTH_ASKING = 64;
/** Documents, of those met first, among which the score that others must beat is sought. */
const PACE_SETTERS = 512;
/** Scores are kept in 32 bits: a bound must be passed by more than their rounding. */
const ROUNDING = 1 - 1e-5;

type Accept = (segment: number, document: number) => boolean;

/**
 * The best documents that hold any of the terms, best first. Rare terms are counted first; as soon as the terms
 * that are left cannot lift a new document among the best, they are looked up only in the documents that are
 * still in the race, so that common terms cost little. The answer is that of counting all.
 */
export function rankAny(
  searched: readonly SearchedSegment[],
  terms: RankedTerms,
  statistics: IndexStatistics,
  scratch: Scratch,
  limit: number,
  accept: Accept,
): Ranked[] {
  const weighed = [
    ...[...terms.ideographs].map(([key, times]) => ({
      times,
      ...weighIdeographs(searched, key, statistics),
    })),
    ...[...terms.words].map(([word, times]) => ({ times, ...weighWord(searched, word, statistics) })),
  ]
    .filter(({ holders }) => holders > 0)
    .map(({ postings, worth, times }) => ({ postings, worth: worth * times }))
    .sort((a, b) => b.worth - a.worth);
  const best = new TopRanked(limit);
  searched.forEach((segment, number) => {
    const inSegment = weighed.flatMap(({ postings, worth }) => {
      const list = postings[number];
      return list ? [{ list, worth }] : [];
    });
    const isTaken = (document: number) => !segment.isRemoved(document) && accept(number, document);
    rankSegment(segment, number, inSegment, scratch, best, isTaken);
  });
  return best.sorted();
}

type TermsOfSegment = readonly {
  readonly list: NonNullable<ReturnType<typeof weighWord>['postings'][number]>;
  readonly worth: number;
}[];

function rankSegment(
  { segment, lengthWeights }: SearchedSegment,
  number: number,
  terms: TermsOfSegment,
  scratch: Scratch,
  best: TopRanked,
  isTaken: (document: number) => boolean,
): void {
  // What the terms from each one on can add together, at the most.
  const rest = new Float64Array(terms.length + 1);
  for (let t = terms.length - 1; t >= 0; t--)
    rest[t] = (rest[t + 1] as number) + (terms[t]?.worth as number) * HIGHEST_SHARE;
  scratch.reserve(segment.documents);
  const { documents, frequencies } = scratch;
  const scores = scratch.scores.fill(0, 0, segment.documents);
  const pace: number[] = [];
  let floor = 0;
  let t = 0;
  for (; t < terms.length; t++) {
    const { list, worth } = terms[t] as TermsOfSegment[number];
    const left = rest[t] as number;
    if (list.count > WORTH_ASKING && left < (rest[0] as number) - left) {
      const threshold = thresholdOf(scores, pace, best, isTaken);
      if (left < threshold * ROUNDING) {
        floor = threshold * ROUNDING - left;
        break;
      }
    }
    list.decode(documents, frequencies);
    for (let i = 0; i < list.count; i++) {
      const document = documents[i] as number;
      const before = scores[document] as number;
      if (before === 0 && pace.length < PACE_SETTERS) pace.push(document);
      scores[document] =
        before + worth * shareOf(frequencies[i] as number, lengthWeights[document] as number);
    }
  }
  const racing = racingFrom(scores, segment.documents, floor);
  for (; t < terms.length; t++) {
    const { list, worth } = terms[t] as TermsOfSegment[number];
    list.frequenciesIn(racing, racing.length, frequencies);
    for (let i = 0; i < racing.length; i++) {
      const frequency = frequencies[i] as number;
      if (frequency === 0) continue;
      const document = racing[i] as number;
      scores[document]! += worth * shareOf(frequency, lengthWeights[document] as number);
    }
  }
  for (const document of racing) {
    const score = scores[document] as number;
    if (best.wouldTake(score) && isTaken(document)) best.offer({ segment: number, document, score });
  }
}

/** A score that a document must beat, were the search to end here: some of the documents in the lead tell. */
function thresholdOf(
  scores: Float32Array,
  pace: readonly number[],
  best: TopRanked,
  isTaken: (document: number) => boolean,
): number {
  const soFar = best.copy();
  for (const document of pace) {
    const score = scores[document] as number;
    if (soFar.wouldTake(score) && isTaken(document)) soFar.offer({ segment: 0, document, score });
  }
  return soFar.threshold;
}

/** Documents with a score of at least `floor`, rising. */
function racingFrom(scores: Float32Array, documents: number, floor: number): Uint32Array {
  let count = 0;
  const racing = new Uint32Array(documents);
  for (let document = 0; document < documents; document++) {
    const score = scores[document] as number;
    if (score > 0 && score >= floor) racing[count++] = document;
  }
  return racing.subarray(0, count);
}
