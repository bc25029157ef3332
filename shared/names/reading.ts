import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { readContext } from './tagger/features.ts';
import { type Segmentation, segmentWords } from './tagger/segmentation.ts';
import { type TaggedSpan, tagUnits } from './tagger/tag.ts';

/** A text with its words and with what the tagger says of it. */
export interface Reading {
  readonly text: string;
  readonly words: Segmentation;
  readonly tagged: readonly TaggedSpan[];
}

export function readText(text: string, knowledge: NamesKnowledge): Reading {
  const words = segmentWords(text, knowledge.table);
  return { text, words, tagged: tagUnits(knowledge.model, readContext(words, knowledge.lexical)) };
}

const NO_NAME = /^[的了在和与是]|[的了，。、；：？！]$|[，。；？！\n]/;

/** noun, verb, adjective, adverb, function, number, time, pronoun, idiom */
const COMMON_CLASSES = new Set([1, 7, 8, 9, 10, 11, 12, 13, 14]);

/** Whether the stretch is one word of the dictionary, and that no name. */
const isCommonWord = ({ words }: Reading, start: number, end: number): boolean =>
  words.wordStart[start] === start &&
  words.wordEnd[start] === end &&
  COMMON_CLASSES.has(words.wordClass[start]!);

/** The tagger's spans as candidates; what cannot be a name is left out. */
export function findTagged(reading: Reading): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { start, end, type } of reading.tagged) {
    const text = reading.text.slice(start, end);
    if (NO_NAME.test(text) || (type !== 'person' && isCommonWord(reading, start, end))) continue;
    candidates.push({ start, end, type, rule: 'tagger', weight: 10 });
  }
  return candidates;
}

/** The word that ends at `end`, or that starts at `start`, read from the segmentation. */
export const wordBefore = ({ text, words }: Reading, end: number): string =>
  end > 0 ? text.slice(words.wordStart[end - 1]!, end) : '';

export const wordAfter = ({ text, words }: Reading, start: number): string =>
  start < text.length ? text.slice(start, words.wordEnd[start]!) : '';

/** The longest string of `set` that starts at `start`, or the empty string. */
export function longestAt(text: string, start: number, set: ReadonlySet<string>, most: number): string {
  for (let length = Math.min(most, text.length - start); length > 0; length--) {
    const piece = text.slice(start, start + length);
    if (set.has(piece)) return piece;
  }
  return '';
}

/** The longest string of `set` that ends at `end`, or the empty string. */
export function longestBefore(text: string, end: number, set: ReadonlySet<string>, most: number): string {
  for (let length = Math.min(most, end); length > 0; length--) {
    const piece = text.slice(end - length, end);
    if (set.has(piece)) return piece;
  }
  return '';
}
