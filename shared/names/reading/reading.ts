import { classesOf, classOf, findWord, frequencyOf, hashWord } from '@shared/text/word-frequencies.ts';
import type { Candidate } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { readContext } from '../tagger/features.ts';
import { type Segmentation, segmentWords } from '../tagger/segmentation.ts';
import { type TaggedSpan, tagText } from '../tagger/tag.ts';

/** A text with its words, with what the tagger says of it, and with what is found in it so far. */
export interface Reading {
  /** As `CommonScript` writes it, unit for unit the text that was given. */
  readonly text: string;
  readonly words: Segmentation;
  readonly tagged: readonly TaggedSpan[];
  /** How likely each unit is part of a name to the tagger, in nats; below nought where it saw none. */
  readonly leads: Float32Array;
  readonly personStarts: ReadonlySet<number>;
  readonly personEnds: ReadonlySet<number>;
  /** What the passes before have found; see `passes.ts`. */
  readonly names: readonly Candidate[];
}

/** Cuts a printed text into words and tags it; all offsets of the result are reading offsets. */
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
    names: [],
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

/** Mean lead below which the tagger is as good as sure that a stretch is no name, in nats. */
const NO_NAME_LEAD = 0.1;

/** Whether the tagger is sure that a stretch is no name, so that a list that has it there says little. */
export function isDenied({ leads }: Reading, start: number, end: number): boolean {
  let sum = 0;
  for (let i = start; i < end; i++) sum += leads[i]!;
  return sum < NO_NAME_LEAD * (end - start);
}
