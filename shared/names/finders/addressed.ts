import { classesOf } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const NO_SURNAME_CLASSES = classesOf('verb', 'adverb', 'function', 'number', 'pronoun');

/** A surname with a form of address: 郝经理; in 张杨|教授 it is the end of a name. */
export function findAddressed(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words, names } = reading;
  const ends = new Set(
    names.filter(({ start, end, type }) => type === 'person' && end - start > 1).map(({ end }) => end),
  );
  const found: Candidate[] = [];
  for (let i = 0; i + 2 < text.length; i++) {
    const surname = text[i]!;
    if (words.wordStart[i] !== i || !knowledge.words.surnames.has(surname)) continue;
    // 原|院长, 该院原|副院长: who was, not who is called so.
    if (surname === '原' || ends.has(i + 1)) continue;
    const alone = words.wordEnd[i] === i + 1;
    if (alone && surname !== '何' && NO_SURNAME_CLASSES.has(words.wordClass[i]!)) continue;
    const address = knowledge.contexts['surname-address'].startingAt(text, i + 1);
    if (address === '' || (!alone && words.wordEnd[i] !== i + 1 + address.length)) continue;
    found.push(propose('addressed', 'person', i, i + 1 + address.length));
  }
  return found;
}
