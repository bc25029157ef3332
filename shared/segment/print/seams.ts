import {
  classOf,
  extendWordHash,
  findWord,
  frequencyOf,
  hashWord,
  hasLonger,
  startWordHash,
  WORD_CLASSES,
  type WordTable,
} from '@shared/text/word-frequencies.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { endsSentence, openMarks, startsInside, startsWithCrumb } from './sentences.ts';

/** How often neighbouring Han characters stand together: what the page itself shows to be words. At most 255; a few may share a count. */
export interface PairCounts {
  pair(first: number, second: number): number;
  triple(first: number, second: number, third: number): number;
}

/** The counts for a seam inside a text that was counted, where it counts itself once. */
export const withoutSeam = (pairs: PairCounts): PairCounts => ({
  pair: (first, second) => Math.max(0, pairs.pair(first, second) - 1),
  triple: (first, second, third) => Math.max(0, pairs.triple(first, second, third) - 1),
});

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
const hashOf = (a: number, b: number, c = 0): number =>
  Math.imul(Math.imul(a, 0x85ebca6b) ^ Math.imul(b * 0x10001 + c, 0x9e3779b1), 0xc2b2ae35) >>> 9;

/** Pairs and triples of Han characters inside the given texts, counted when they are first asked for. */
export function countPairs(texts: readonly string[]): PairCounts {
  let slots = 0;
  let pairs: Uint8Array | null = null;
  let triples: Uint8Array | null = null;
  const build = (size: 2 | 3): Uint8Array => {
    slots = 1 << 14;
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    while (slots < units * 64 && slots < 1 << 23) slots *= 2;
    const counts = new Uint8Array(slots);
    for (const text of texts) {
      let first = 0;
      let second = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (isHan(unit) && isHan(second) && (size === 2 || isHan(first))) {
          const slot = (size === 2 ? hashOf(second, unit) : hashOf(first, second, unit)) & (slots - 1);
          if ((counts[slot] as number) < 255) counts[slot] = (counts[slot] as number) + 1;
        }
        first = second;
        second = unit;
      }
    }
    return counts;
  };
  return {
    pair(first, second) {
      if (!isHan(first) || !isHan(second)) return 0;
      pairs ??= build(2);
      return pairs[hashOf(first, second) & (slots - 1)] as number;
    },
    triple(first, second, third) {
      if (!isHan(first) || !isHan(second) || !isHan(third)) return 0;
      triples ??= build(3);
      return triples[hashOf(first, second, third) & (slots - 1)] as number;
    },
  };
}

/** Units on either side of a seam that its words are looked for in. */
const WINDOW = 8;
/** Logarithm of the dictionary's count of words; an unknown character counts as one that stood there once. */
const WORDS_COUNTED = 18;
const UNKNOWN = -WORDS_COUNTED - 1;

/** Classes of words that hardly end a headline: what they belong to follows. */
const OPEN_CLASSES: ReadonlySet<string> = new Set(['function', 'pronoun', 'number', 'adverb']);

/** Whether a text ends with a word that something must follow: 的, 在, 他, 三. */
export function endsOpen(text: string, words: WordTable): boolean {
  const tail = /(?<!\p{Script=Han})\p{Script=Han}*$/u.exec(text.slice(-WINDOW))?.[0] ?? '';
  if (!tail) return false;
  const last = tail.slice(likeliestWords(tail, words).lastStart);
  const entry = findWord(words, hashWord(last));
  return entry >= 0 && OPEN_CLASSES.has(WORD_CLASSES[classOf(entry)] as string);
}

/** Logarithm of how likely the likeliest cut of a text into words is, and where its last word begins. */
function likeliestWords(
  text: string,
  words: WordTable,
): { readonly likelihood: number; readonly lastStart: number } {
  const from = new Uint8Array(text.length + 1);
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  for (let start = 0; start < text.length; start++) {
    const before = best[start] as number;
    const reach = (end: number, likelihood: number): void => {
      if (likelihood <= (best[end] as number)) return;
      best[end] = likelihood;
      from[end] = start;
    };
    reach(start + 1, before + UNKNOWN);
    let hash = startWordHash();
    for (let end = start; end < text.length; end++) {
      hash = extendWordHash(hash, text.charCodeAt(end));
      const entry = findWord(words, hash);
      if (entry < 0) break;
      const frequency = frequencyOf(entry);
      if (frequency > 0) reach(end + 1, before + frequency / 2 - WORDS_COUNTED);
      if (!hasLonger(entry)) break;
    }
  }
  return { likelihood: best[text.length] as number, lastStart: from[text.length] as number };
}

/** How much likelier the words of two stretches are when one goes on in the other; 0 where no word spans the seam. */
function wordGain(before: string, after: string, words: WordTable): number {
  const tail = /(?<!\p{Script=Han})\p{Script=Han}*$/u.exec(before.slice(-WINDOW))?.[0] ?? '';
  const head = /^\p{Script=Han}*/u.exec(after.slice(0, WINDOW))?.[0] ?? '';
  if (!tail || !head) return 0;
  const likelihood = (text: string): number => likeliestWords(text, words).likelihood;
  return likelihood(tail + head) - likelihood(tail) - likelihood(head);
}

/** Gain in likelihood that a chance meeting of two texts reaches once in a hundred times. */
const WORD = 2;
const SPANNING = 3;
const BOTH = 0.5;

/** Longer texts that end a sentence are paragraphs of their own. */
const LONGEST_REST = 10;

/** Whether a text has the shape of an end rather than of a beginning: a few words, or the next item of a list. */
function isRest(before: string, after: string): boolean {
  if (after.length <= LONGEST_REST && endsSentence(after)) return true;
  if (/^\p{Script=Han}{1,2}、/u.test(after)) return true;
  return /、[^，。；！？]{0,12}$/u.test(before) && /^[^，。；！？“”]{1,8}?(?:、|等)/u.test(after);
}

/** Whether a text opens the mark that is open already before it closes it. */
function opensBeforeClosing(text: string, opener: number): boolean {
  const again = text.indexOf(String.fromCharCode(opener));
  return again >= 0 && !openMarks(text.slice(0, again)).closed.includes(opener);
}

/** What the first words of `after` say, whatever stands before them. */
function shapeScore(tail: string, head: string): number {
  if (startsInside(head)) return 3;
  if (/^(?:的|了|们|們|等(?![待到候])|吗|呢|吧)/.test(head)) return 2.5;
  return isRest(tail, head) ? 2 : startsWithCrumb(head) ? 1 : 0;
}

/** What the characters say that the seam brings together. */
function spanScore(before: string, after: string, pairs: PairCounts, knowledge: SegmentKnowledge): number {
  const [a, b] = [before.charCodeAt(before.length - 2), before.charCodeAt(before.length - 1)];
  const [c, d] = [after.charCodeAt(0), after.charCodeAt(1)];
  const seen = pairs.pair(b, c);
  const known = wordGain(before, after, knowledge.words) >= WORD;
  if (known || (seen > 0 && pairs.triple(a, b, c) + pairs.triple(b, c, d) > 0))
    return SPANNING + (seen > 0 ? BOTH : 0);
  return seen >= 3 ? 2 : seen > 0 ? 1.5 : 0;
}

/**
 * How well `after` goes on where `before` breaks off; 0 is no evidence, above it speaks for, below against,
 * about in logarithms of the odds. Evidence: a known word spans the seam, its pair stands elsewhere on the page,
 * quotes left open are closed, a mark that begins no sentence; against it, words that open a sentence, a
 * quotation that opens inside an open one.
 */
export function seamScore(
  before: string,
  after: string,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): number {
  const tail = before.slice(-400);
  const head = after.slice(0, 400);
  const shape = shapeScore(tail, head);
  const words = spanScore(before, after, pairs, knowledge);
  // Both speak of the same characters: the weaker adds little.
  let score = Math.max(shape, words) + (shape > 0 && words > 0 ? BOTH : 0);
  const { open } = openMarks(tail);
  const { closed } = openMarks(head);
  if (open.length && closed.includes(open.at(-1) as number)) score += 3;
  else if (closed.length && !open.length) score -= 1.5;
  else if (open.length && opensBeforeClosing(head, open.at(-1) as number)) score -= 1.5;
  if (/[0-9]$/.test(tail) && /^[0-9多余万亿个家人次名元年月日%％.]/.test(after)) score += 2;
  if (/[A-Za-z]$/.test(tail) && /^[a-z]/.test(after)) score += 1.5;
  const inList = /[，、；：“‘（《]$/.test(tail);
  if (inList && !startsInside(head)) score += 0.5;
  if (knowledge.press.sentenceStarts.some((word) => head.startsWith(word))) score -= inList ? 0.5 : 2;
  if (/^[“‘]/.test(head) && open.length === 0 && !inList) score -= 0.5;
  return score;
}
