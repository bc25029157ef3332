import type { NamesKnowledge } from './knowledge.ts';
import { readContext } from './tagger/features.ts';
import { type Segmentation, segmentWords } from './tagger/segmentation.ts';
import { type TaggedSpan, tagText } from './tagger/tag.ts';

/** A text with its words and with what the tagger says of it. */
export interface Reading {
  /** As `CommonScript` writes it, unit for unit the text that was given. */
  readonly text: string;
  readonly words: Segmentation;
  readonly tagged: readonly TaggedSpan[];
  /** How likely each unit is part of a name to the tagger, in nats; below nought where it saw none. */
  readonly leads: Float32Array;
  readonly personStarts: ReadonlySet<number>;
  readonly personEnds: ReadonlySet<number>;
}

export function readText(printed: string, knowledge: NamesKnowledge): Reading {
  const text = knowledge.script.write(printed);
  const words = segmentWords(text, knowledge.table);
  const { spans: tagged, leads } = tagText(knowledge.model, readContext(words, knowledge.lexical));
  const people = tagged.filter(({ type }) => type === 'person');
  return {
    text,
    words,
    tagged,
    leads,
    personStarts: new Set(people.map(({ start }) => start)),
    personEnds: new Set(people.map(({ end }) => end)),
  };
}

/** noun, verb, adjective, adverb, function, number, time, pronoun, idiom */
export const COMMON_CLASSES = new Set([1, 7, 8, 9, 10, 11, 12, 13, 14]);

/** Whether the stretch is one word of the dictionary, and that no name. */
export const isCommonWord = ({ words }: Reading, start: number, end: number): boolean =>
  words.wordStart[start] === start &&
  words.wordEnd[start] === end &&
  COMMON_CLASSES.has(words.wordClass[start]!);

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

/** “小兵团”, “小上海”: what is only likened to a body or place. */
export const isLikened = (text: string, start: number, end: number): boolean =>
  /[“「][小大老新土洋]$/.test(text.slice(Math.max(0, start - 2), start)) && /[”」]/.test(text[end] ?? '');

/** Mean lead below which the tagger is as good as sure that a stretch is no name, in nats. */
const NO_NAME_LEAD = 0.1;

/** Whether the tagger is sure that a stretch is no name, so that a list that has it there says little. */
export function isDenied({ leads }: Reading, start: number, end: number): boolean {
  let sum = 0;
  for (let i = start; i < end; i++) sum += leads[i]!;
  return sum < NO_NAME_LEAD * (end - start);
}
