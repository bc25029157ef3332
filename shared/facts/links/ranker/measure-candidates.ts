import type { FoundFact } from '@shared/model/fact.ts';
import { phraseOf, type ReadingPhrase } from '../reading-phrase.ts';
import { type FeatureSink, FeatureSpace, SIZES, sizeOf, upTo } from './features.ts';
import { GROUPS } from './figure-group.ts';
import { RELATIONS, relationOf } from './relation.ts';
import { isInNouns, kindOf, type Sentence, WORD_KINDS, type Word } from './sentence.ts';

/** What a figure might count: words of its sentence, the measure of the figure before it, or nothing that is said. */
export interface MeasureCandidate {
  readonly phrase: ReadingPhrase | null;
  readonly origin: 'none' | 'words' | 'previous' | 'rules';
  /** First word and the one behind the last, of the sentence; 0 where the origin is another. */
  readonly from: number;
  readonly to: number;
}

/** What is known of the figure when its measure is chosen. */
export interface MeasureAsked {
  readonly text: string;
  readonly sentence: Sentence;
  /** Which word of the sentence the figure is. */
  readonly at: number;
  readonly group: number;
  readonly figure: FoundFact;
  readonly previous: FoundFact | null;
  readonly previousMeasure: ReadingPhrase | null;
  /** What the rules say. */
  readonly ruled: ReadingPhrase | null;
}

const FARTHEST = 9;
const MOST_WORDS = 6;
const LONGEST = 14;
/** Figures that may stand between one and the noun that it shares with them. */
const MOST_BETWEEN = 2;

const NEVER_WITHIN = new Set(['figure', 'comma', 'time'].map((name) => kindOf(name as 'figure')));
const NO_EDGE = new Set(
  (
    [
      'of',
      'join',
      'aspect',
      'mark',
      'pause',
      'agent-mark',
      'place-mark',
      'function',
      'linking',
      'edge',
      'saying',
      'pointer',
      'numeral',
    ] as const
  ).map(kindOf),
);
const NO_END = new Set([...NO_EDGE, ...(['adverb', 'planned', 'leads-in', 'sharing'] as const).map(kindOf)]);

/** All that the figure might count, nothing among them. */
export function measureCandidates(asked: MeasureAsked): MeasureCandidate[] {
  const { text, sentence, at, previousMeasure, ruled } = asked;
  const { words } = sentence;
  const found: MeasureCandidate[] = [{ phrase: null, origin: 'none', from: 0, to: 0 }];
  const take = (from: number, to: number): void => {
    const start = words[from]!.start;
    const end = words[to - 1]!.end;
    // 居第三位: a verb of ranking alone says nothing of what is ranked.
    if (to - from === 1 && words[from]!.kind === kindOf('ranking')) return;
    if (end - start > LONGEST || NO_EDGE.has(words[from]!.kind) || NO_END.has(words[to - 1]!.kind)) return;
    found.push({ phrase: phraseOf(text, start, end), origin: 'words', from, to });
  };
  for (let to = at; to > Math.max(0, at - FARTHEST); to -= 1) {
    if (NEVER_WITHIN.has(words[to - 1]!.kind)) {
      if (words[to - 1]!.kind === kindOf('time')) continue;
      break;
    }
    for (let from = to - 1; from >= Math.max(0, to - MOST_WORDS); from -= 1) {
      if (NEVER_WITHIN.has(words[from]!.kind)) break;
      take(from, to);
    }
  }
  let between = 0;
  for (let from = at + 1; from < Math.min(words.length, at + 1 + FARTHEST); from += 1) {
    const { kind } = words[from]!;
    if (kind === kindOf('comma')) break;
    if (kind === kindOf('figure')) between += 1;
    if (between > MOST_BETWEEN) break;
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to += 1) {
      if (NEVER_WITHIN.has(words[to - 1]!.kind)) break;
      take(from, to);
    }
  }
  const isNew = (phrase: ReadingPhrase): boolean =>
    !found.some((one) => one.phrase?.start === phrase.start && one.phrase.end === phrase.end);
  if (previousMeasure !== null && isNew(previousMeasure))
    found.push({ phrase: previousMeasure, origin: 'previous', from: 0, to: 0 });
  if (ruled !== null && isNew(ruled)) found.push({ phrase: ruled, origin: 'rules', from: 0, to: 0 });
  return found;
}

const KINDS = WORD_KINDS.length;
const SIDES = 2;
const GAPS = 6;

/** The features of a candidate, in the order of their numbers. */
const SIZES_OF_FEATURES = [
  4 * GROUPS, // 0 origin, by group
  SIDES * GROUPS, // 1 side, by group
  KINDS * SIDES, // 2 the last word
  KINDS * SIDES, // 3 the first word
  KINDS * SIDES, // 4 the word before
  KINDS * SIDES, // 5 the word behind
  GAPS * SIDES * GROUPS, // 6 words between it and the figure
  4 * SIDES, // 7 nominal words between
  3 * SIDES, // 8 verbs between
  3 * SIDES, // 9 figures between
  SIZES * SIDES, // 10 characters
  7 * SIDES, // 11 words
  KINDS * GROUPS, // 12 the last word, by group
  KINDS * 2, // 13 the first word, alone or not
  16, // 14 what it holds: a verb, 的, a name, a joint
  4 * SIDES, // 15 whether a noun phrase goes on beyond its edges
  32, // 16 of the measure before: joined, unit, kind, direction
  KINDS * 3, // 17 the word behind the figure, by side or none
  KINDS * 3, // 18 the word before the figure, by side or none
  3 * 4 * SIDES, // 19 shape: verb or noun first and last, how many
  2 * SIDES, // 20 a pause or a mark between
  RELATIONS * GROUPS, // 21 how it lies to what the rules say
  RELATIONS * 3, // 22 the same by side
] as const;

export const MEASURE_FEATURES = new FeatureSpace(SIZES_OF_FEATURES);

const VERBAL = new Set(
  (
    [
      'verb',
      'verb-short',
      'light',
      'direction',
      'causing',
      'sending',
      'ranking',
      'linking',
      'saying',
      'verbal-noun',
    ] as const
  ).map(kindOf),
);
const PLAIN_VERBS = new Set([...VERBAL].filter((kind) => kind !== kindOf('verbal-noun')));
const NAMES = new Set((['person', 'place', 'org', 'thing-named', 'pointer'] as const).map(kindOf));
const JOINTS = new Set((['join', 'pause', 'mark'] as const).map(kindOf));
const EDGE = kindOf('edge');

const kindAt = (words: readonly Word[], at: number): number => words[at]?.kind ?? EDGE;
const count = (words: readonly Word[], from: number, to: number, kinds: ReadonlySet<number>): number => {
  let many = 0;
  for (let at = from; at < to; at += 1) if (kinds.has(words[at]!.kind)) many += 1;
  return many;
};

/** Says what is true of a candidate. */
export function describeMeasure(
  candidate: MeasureCandidate,
  { text, sentence: { words }, at, group, figure, previous, ruled }: MeasureAsked,
  sink: FeatureSink,
): void {
  const { phrase, origin, from, to } = candidate;
  const origins = { none: 0, words: 1, previous: 2, rules: 3 } as const;
  sink(0, origins[origin] * GROUPS + group);
  const behindFigure = kindAt(words, at + 1);
  const beforeFigure = kindAt(words, at - 1);
  const isRight = origin === 'words' && from > at;
  const place = origin !== 'words' ? 2 : isRight ? 1 : 0;
  sink(17, behindFigure * 3 + place);
  sink(18, beforeFigure * 3 + place);
  const relation = relationOf(phrase, ruled);
  sink(21, relation * GROUPS + group);
  sink(22, relation * 3 + place);
  if (origin === 'previous' || (previous !== null && phrase !== null && phrase.start < previous.start)) {
    const between = text.slice(previous!.end, figure.start);
    const joined = /^[、和与及至到]?$/.test(between) ? 1 : 0;
    const same = previous!.unit === figure.unit ? 1 : 0;
    const alike = previous!.kind === figure.kind ? 1 : 0;
    const changes = /[增降升跌涨减高低]/.test(between) ? 1 : 0;
    const near = /[。；，]/.test(between) ? 0 : 1;
    sink(16, joined + 2 * same + 4 * alike + 8 * changes + 16 * near);
  }
  if (origin !== 'words') return;
  const side = isRight ? 1 : 0;
  const last = words[to - 1]!.kind;
  const first = words[from]!.kind;
  const many = to - from;
  const [gapFrom, gapTo] = isRight ? [at + 1, from] : [to, at];
  sink(1, side * GROUPS + group);
  sink(2, last * SIDES + side);
  sink(3, first * SIDES + side);
  sink(4, kindAt(words, from - 1) * SIDES + side);
  sink(5, kindAt(words, to) * SIDES + side);
  sink(6, (upTo(GAPS - 1, gapTo - gapFrom) * SIDES + side) * GROUPS + group);
  let nominal = 0;
  let figures = 0;
  for (let place = gapFrom; place < gapTo; place += 1) {
    if (isInNouns(words[place]!.kind)) nominal += 1;
    if (words[place]!.kind === kindOf('figure')) figures += 1;
  }
  sink(7, upTo(3, nominal) * SIDES + side);
  sink(8, upTo(2, count(words, gapFrom, gapTo, PLAIN_VERBS)) * SIDES + side);
  sink(9, upTo(2, figures) * SIDES + side);
  sink(20, upTo(1, count(words, gapFrom, gapTo, JOINTS)) * SIDES + side);
  sink(10, sizeOf(words[to - 1]!.end - words[from]!.start) * SIDES + side);
  sink(11, many * SIDES + side);
  sink(12, last * GROUPS + group);
  sink(13, first * 2 + (many === 1 ? 1 : 0));
  const holds = (kinds: ReadonlySet<number>, bit: number): number =>
    count(words, from, to - 1, kinds) > 0 ? bit : 0;
  sink(14, holds(VERBAL, 1) + holds(OF, 2) + holds(NAMES, 4) + holds(JOINTS, 8));
  const goesOnLeft = isInNouns(kindAt(words, from - 1)) ? 1 : 0;
  const goesOnRight = isInNouns(kindAt(words, to)) ? 2 : 0;
  sink(15, (goesOnLeft + goesOnRight) * SIDES + side);
  const shape = (VERBAL.has(first) ? 1 : 0) + (VERBAL.has(last) ? 2 : 0);
  sink(19, (shape * 3 + upTo(2, many - 1)) * SIDES + side);
}

const OF = new Set([kindOf('of')]);
