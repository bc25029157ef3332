import type { ReadingPhrase } from '../reading-phrase.ts';
import { phraseOf } from '../reading-phrase.ts';
import { type FeatureSink, FeatureSpace, SIZES, sizeOf, upTo } from './features.ts';
import { GROUPS } from './figure-group.ts';
import { RELATIONS, relationOf } from './relation.ts';
import { isInNouns, kindOf, type Sentence, WORD_KINDS, type Word } from './sentence.ts';

/** Whom or what a figure might be said of. */
export interface SubjectCandidate {
  readonly phrase: ReadingPhrase | null;
  readonly origin: 'none' | 'words' | 'previous' | 'earlier' | 'rules';
  readonly from: number;
  readonly to: number;
}

/** What is known of the figure when its subject is chosen. */
export interface SubjectAsked {
  readonly text: string;
  readonly sentence: Sentence;
  readonly at: number;
  readonly group: number;
  readonly measure: ReadingPhrase | null;
  /** The measures of the figures before it. */
  readonly measures: readonly ReadingPhrase[];
  readonly previousSubject: ReadingPhrase | null;
  /** What the rules say. */
  readonly ruled: ReadingPhrase | null;
  /** The sentence before, where no figure stands between. */
  readonly earlier: Sentence | null;
  /** Full stops since the figure before. */
  readonly stops: number;
}

const MOST_WORDS = 5;
const LONGEST = 16;
const MOST_EARLIER = 3;
const FARTHEST = 60;
const FARTHEST_BEHIND = 6;

const NEVER_WITHIN = new Set((['figure', 'comma', 'time', 'linking', 'saying'] as const).map(kindOf));
const NO_EDGE = new Set(
  (['of', 'join', 'aspect', 'mark', 'pause', 'agent-mark', 'place-mark', 'edge', 'direction'] as const).map(
    kindOf,
  ),
);
const NO_END = new Set([
  ...NO_EDGE,
  ...(['adjective', 'leads-in', 'sharing', 'numeral', 'causing', 'planned'] as const).map(kindOf),
]);

/** All of whom the figure might be said, nobody among them. */
export function subjectCandidates({
  text,
  sentence: { words },
  at,
  previousSubject,
  ruled,
  earlier,
}: SubjectAsked): SubjectCandidate[] {
  const found: SubjectCandidate[] = [{ phrase: null, origin: 'none', from: 0, to: 0 }];
  const takeFrom = (from: number, limit: number): void => {
    if (NO_EDGE.has(words[from]!.kind) || NEVER_WITHIN.has(words[from]!.kind)) return;
    for (let to = from + 1; to <= Math.min(limit, from + MOST_WORDS); to += 1) {
      const { kind, end } = words[to - 1]!;
      if (NEVER_WITHIN.has(kind)) break;
      const { start } = words[from]!;
      if (end - start > LONGEST) break;
      if (NO_END.has(kind)) continue;
      found.push({ phrase: phraseOf(text, start, end), origin: 'words', from, to });
    }
  };
  for (let from = at - 1; from >= Math.max(0, at - FARTHEST); from -= 1) takeFrom(from, at);
  for (let from = at + 1; from < Math.min(words.length, at + 1 + FARTHEST_BEHIND); from += 1) {
    if (words[from]!.kind === kindOf('comma')) break;
    takeFrom(from, Math.min(words.length, at + 1 + FARTHEST_BEHIND));
  }
  const isNew = (phrase: ReadingPhrase): boolean =>
    !found.some((one) => one.phrase?.start === phrase.start && one.phrase.end === phrase.end);
  if (previousSubject !== null && isNew(previousSubject))
    found.push({ phrase: previousSubject, origin: 'previous', from: 0, to: 0 });
  if (ruled !== null && isNew(ruled)) found.push({ phrase: ruled, origin: 'rules', from: 0, to: 0 });
  for (const [from, word] of earlier?.words.entries() ?? []) {
    if (opens(earlier!.words, from) === 0 || NO_EDGE.has(word.kind) || NEVER_WITHIN.has(word.kind)) continue;
    for (let to = from + 1; to <= Math.min(earlier!.words.length, from + MOST_EARLIER); to += 1) {
      const { kind, end } = earlier!.words[to - 1]!;
      if (NEVER_WITHIN.has(kind) || !isInNouns(kind)) break;
      if (NO_END.has(kind)) continue;
      found.push({ phrase: phraseOf(text, word.start, end), origin: 'earlier', from, to });
    }
  }
  return found;
}

const KINDS = WORD_KINDS.length;
/** Left in the figure's clause, right of the figure, in the clause before, further up. */
const PLACES = 4;

const SIZES_OF_FEATURES = [
  5 * GROUPS, // 0 origin, by group
  PLACES * GROUPS, // 1 place, by group
  KINDS * PLACES, // 2 the last word
  KINDS * PLACES, // 3 the first word
  KINDS * PLACES, // 4 the word before
  KINDS * PLACES, // 5 the word behind
  SIZES * PLACES, // 6 characters
  6 * PLACES, // 7 words
  4 * PLACES, // 8 whether nouns go on beyond its edges
  3 * 3 * PLACES, // 9 opens its clause, and its clause the sentence
  KINDS * 3, // 10 of the sentence before: the last word, by clause
  KINDS, // 11 of it: the word behind
  RELATIONS * 2, // 12 how it lies to the measure, which stands before the figure or not
  4 * PLACES, // 13 words between it and the measure or the figure
  RELATIONS * 4, // 14 how it lies to the subject before, by full stops
  3 * PLACES, // 15 figures between
  2 * 2 * PLACES, // 16 another figure's measure; only says who reports
  4 * PLACES, // 17 nouns of the clause before it
  16, // 18 what it holds
  KINDS * 2, // 19 the last word, alone or not
  KINDS * 2, // 20 the word behind the next, by side
  4 * 4, // 21 of none and of the one before: full stops, what the clause offers
  4 * PLACES, // 22 clauses between
  4 * 3 * 3 * PLACES, // 23 words between, what it opens, where the measure is
  KINDS * 3, // 24 the word behind, by what it opens
  KINDS * 3, // 25 the last word, by what it opens
  2 * KINDS, // 26 of none and of the one before: what the figure's clause opens with
  2 * 12, // 27 of them: whether the measure opens the clause, where it is, whether a clause stands before
  2 * KINDS, // 28 of them: the word before the measure or figure
  KINDS * 3 * 3, // 29 the word before the measure or figure, by place and words between
  RELATIONS * GROUPS, // 30 how it lies to what the rules say
  RELATIONS * 5, // 31 the same by origin
] as const;

export const SUBJECT_FEATURES = new FeatureSpace(SIZES_OF_FEATURES);

const EDGE = kindOf('edge');
const FIGURE = kindOf('figure');
const NAMES = new Set((['person', 'place', 'org', 'thing-named', 'pointer'] as const).map(kindOf));
const VERBAL = new Set((['verb', 'verb-short', 'light', 'direction', 'verbal-noun'] as const).map(kindOf));
const JOINTS = new Set((['join', 'pause', 'mark'] as const).map(kindOf));
const OF = new Set([kindOf('of')]);
/** What may stand before the words that a clause opens with. */
const LEADS = new Set((['time', 'adverb', 'leads-in', 'mark', 'adverbial', 'linking'] as const).map(kindOf));

const kindAt = (words: readonly Word[], at: number): number => words[at]?.kind ?? EDGE;

function opens(words: readonly Word[], from: number): number {
  let at = from - 1;
  const { clause } = words[from]!;
  while (at >= 0 && words[at]!.clause === clause && LEADS.has(words[at]!.kind)) at -= 1;
  if (at >= 0 && words[at]!.clause === clause) return 0;
  return at === from - 1 ? 2 : 1;
}

/** Where the words begin that a clause opens with, behind times and adverbs. */
function openingOf(words: readonly Word[], clause: number): number {
  let at = words.findIndex((word) => word.clause === clause);
  while (words[at + 1]?.clause === clause && LEADS.has(words[at]!.kind)) at += 1;
  return at;
}

/** Says what is true of a candidate. */
export function describeSubject(
  { phrase, origin, from, to }: SubjectCandidate,
  { sentence: { words }, at, group, measure, measures, previousSubject, ruled, earlier, stops }: SubjectAsked,
  sink: FeatureSink,
): void {
  const origins = { none: 0, words: 1, previous: 2, earlier: 3, rules: 4 } as const;
  const relation = relationOf(phrase, ruled);
  sink(30, relation * GROUPS + group);
  sink(31, relation * 5 + origins[origin]);
  sink(0, origins[origin] * GROUPS + group);
  sink(14, relationOf(phrase, previousSubject) * 4 + upTo(3, stops));
  const figureAt = words[at]!;
  const isLeftMeasure = measure !== null && measure.end <= figureAt.start ? 1 : 0;
  sink(12, relationOf(phrase, measure) * 2 + isLeftMeasure);
  const where = measure === null ? 0 : 1 + isLeftMeasure;
  const meets = isLeftMeasure && measure !== null ? measure.start : figureAt.start;
  let met = at;
  while (met > 0 && words[met]!.start > meets) met -= 1;
  const beforeMeasure = kindAt(words, met - 1);
  if (origin === 'earlier') {
    const last = earlier!.words[to - 1]!;
    sink(10, last.kind * 3 + upTo(2, last.clause));
    sink(11, kindAt(earlier!.words, to));
    return;
  }
  if (origin !== 'words') {
    const clauseHas = words.some(
      ({ clause, kind }, place) => clause === figureAt.clause && place < at && NAMES.has(kind),
    );
    sink(21, (origin === 'none' ? 0 : 8) + (clauseHas ? 4 : 0) + upTo(3, stops));
    const side = origin === 'none' ? 0 : 1;
    const opening = openingOf(words, figureAt.clause);
    const isOpening = measure !== null && words[opening]!.start === measure.start ? 1 : 0;
    sink(26, kindAt(words, opening) * 2 + side);
    sink(27, ((isOpening * 3 + where) * 2 + upTo(1, figureAt.clause)) * 2 + side);
    sink(28, beforeMeasure * 2 + side);
    return;
  }
  const clause = words[from]!.clause;
  const away = Math.abs(figureAt.clause - clause);
  const place = from > at ? 1 : away === 0 ? 0 : away === 1 ? 2 : 3;
  const last = words[to - 1]!.kind;
  const many = to - from;
  sink(1, place * GROUPS + group);
  sink(2, last * PLACES + place);
  sink(3, words[from]!.kind * PLACES + place);
  sink(4, kindAt(words, from - 1) * PLACES + place);
  sink(5, kindAt(words, to) * PLACES + place);
  sink(6, sizeOf(words[to - 1]!.end - words[from]!.start) * PLACES + place);
  sink(7, many * PLACES + place);
  const goesOnLeft = isInNouns(kindAt(words, from - 1)) ? 1 : 0;
  const goesOnRight = isInNouns(kindAt(words, to)) ? 2 : 0;
  sink(8, (goesOnLeft + goesOnRight) * PLACES + place);
  const opening = opens(words, from);
  sink(9, (opening * 3 + upTo(2, clause)) * PLACES + place);
  let gap = 0;
  let figures = 0;
  let nouns = 0;
  for (let index = to; index < words.length && words[index]!.start < meets; index += 1) gap += 1;
  for (let index = Math.min(to, at + 1); index < Math.max(from, at); index += 1)
    if (words[index]!.kind === FIGURE) figures += 1;
  for (let index = from - 1; index >= 0 && words[index]!.clause === clause; index -= 1)
    if (isInNouns(words[index]!.kind)) nouns += 1;
  sink(13, upTo(3, gap) * PLACES + place);
  sink(23, ((upTo(3, gap) * 3 + opening) * 3 + where) * PLACES + place);
  sink(24, kindAt(words, to) * 3 + opening);
  sink(25, last * 3 + opening);
  sink(29, (beforeMeasure * 3 + upTo(2, gap)) * 3 + upTo(2, place));
  sink(15, upTo(2, figures) * PLACES + place);
  const counted = measures.some((one) => one.start < phrase!.end && phrase!.start < one.end) ? 1 : 0;
  const reports = words[from]!.reports ? 2 : 0;
  sink(16, (counted + reports) * PLACES + place);
  sink(17, upTo(3, nouns) * PLACES + place);
  const holds = (kinds: ReadonlySet<number>, bit: number): number => {
    for (let index = from; index < to - 1; index += 1) if (kinds.has(words[index]!.kind)) return bit;
    return 0;
  };
  sink(18, holds(VERBAL, 1) + holds(OF, 2) + holds(NAMES, 4) + holds(JOINTS, 8));
  sink(19, last * 2 + (many === 1 ? 1 : 0));
  sink(20, kindAt(words, to + 1) * 2 + (place === 1 ? 1 : 0));
  sink(22, upTo(3, away) * PLACES + place);
}
