import { classesOf, classOf, findWord, frequencyOf, hashWord } from '@shared/text/word-frequencies.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { readContext } from './tagger/features.ts';
import { type Segmentation, segmentWords } from './tagger/segmentation.ts';
import { type TaggedSpan, tagUnits } from './tagger/tag.ts';

/** A text with its words and with what the tagger says of it. */
export interface Reading {
  /** As `CommonScript` writes it, unit for unit the text that was given. */
  readonly text: string;
  readonly words: Segmentation;
  readonly tagged: readonly TaggedSpan[];
  readonly personStarts: ReadonlySet<number>;
  readonly personEnds: ReadonlySet<number>;
}

/** Cuts a printed text into words and tags it; all offsets of the result are reading offsets. */
export function readText(printed: string, knowledge: NamesKnowledge): Reading {
  const text = knowledge.script.write(printed);
  const words = segmentWords(text, knowledge.table);
  const tagged = tagUnits(knowledge.model, readContext(words, knowledge.lexical));
  const people = tagged.filter(({ type }) => type === 'person');
  return {
    text,
    words,
    tagged,
    personStarts: new Set(people.map(({ start }) => start)),
    personEnds: new Set(people.map(({ end }) => end)),
  };
}

/** Classes of words that are no names: numbers as in `Segmentation.wordClass`. */
export const COMMON_CLASSES = classesOf(
  'noun',
  'verb',
  'adjective',
  'adverb',
  'function',
  'number',
  'time',
  'pronoun',
  'idiom',
);

/** Whether the stretch is one word of the dictionary, and that no name. */
export const isCommonWord = ({ words }: Reading, start: number, end: number): boolean =>
  words.wordStart[start] === start &&
  words.wordEnd[start] === end &&
  COMMON_CLASSES.has(words.wordClass[start]!);

/** Twice the logarithm of a word's count in the dictionary, which knows it as no name; 0 where it does not. */
export function frequencyAsCommonWord(word: string, { table }: NamesKnowledge): number {
  const entry = findWord(table, hashWord(word));
  return entry >= 0 && COMMON_CLASSES.has(classOf(entry)) ? frequencyOf(entry) : 0;
}

/** “小兵团”, “小上海”: what is only likened to a body or place. */
export const isLikened = (text: string, start: number, end: number): boolean =>
  /[“「][小大老新土洋]$/.test(text.slice(Math.max(0, start - 2), start)) && /[”」]/.test(text[end] ?? '');
