import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';
import { LONGEST_PART, mayBePart } from '../reading/transcribing.ts';

/** 总理切尔诺梅尔金: three transcribing characters or more right behind a post that introduces foreigners. */
export function findTranscribed(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words } = reading;
  const found: Candidate[] = [];
  const isPart = (i: number): boolean => mayBePart(reading, i, knowledge);
  for (let i = 2; i < text.length; i++) {
    if (
      words.wordStart[i] !== i ||
      !isPart(i) ||
      knowledge.contexts['introducing-post'].endingAt(text, i) === ''
    )
      continue;
    let end = i;
    while (end - i < LONGEST_PART && isPart(end)) end++;
    if (end - i >= 3 && text[end] !== '·') found.push(propose('transcribed', 'person', i, end));
  }
  return found;
}
