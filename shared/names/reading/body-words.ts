import { WORD_CLASS } from '@shared/text/word-frequencies.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from './reading.ts';

/** Whether the word that starts at `start` is a body that its name gives away, or one of the dictionary's. */
export function isBodyWord({ text, words }: Reading, start: number, knowledge: NamesKnowledge): boolean {
  const word = text.slice(start, words.wordEnd[start]!);
  if (knowledge.words.bodies.has(word)) return true;
  const own = word.length - knowledge.contexts['dictionary-body'].endingAt(word, word.length).length;
  const isListed = words.wordClass[start] === WORD_CLASS.body && own >= 2 && own < word.length;
  return isListed && !knowledge.words.commonBodies.has(word) && !/^(?:国家|商业|中央)/.test(word);
}
