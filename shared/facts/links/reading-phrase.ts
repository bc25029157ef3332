import type { Phrase } from '@shared/model/fact.ts';
import { type ReadingOffset, readingOffset } from '@shared/model/offset.ts';
import type { Token } from './cut-words.ts';

/** Words of a reading text with where they stand in it. */
export type ReadingPhrase = Phrase<ReadingOffset>;

/** The words from `start` to `end`, exclusive: offsets in the reading text. */
export const phraseOf = (text: string, start: number, end: number): ReadingPhrase => ({
  text: text.slice(start, end),
  start: readingOffset(start),
  end: readingOffset(end),
});

/** From the first of `tokens` to the last; null where there are none. */
export const phraseOfTokens = (text: string, tokens: readonly Token[]): ReadingPhrase | null =>
  tokens.length === 0 ? null : phraseOf(text, tokens[0]!.start, tokens.at(-1)!.end);
