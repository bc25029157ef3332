import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const GOING = /[赴来抵离返入进]/g;

/** A province by its letter behind a verb of going: 赴|浙, 来|沪. */
export function findGoing({ text, words }: Reading, { contexts }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(GOING)) {
    const at = match.index + 1;
    if (!contexts['province-letter'].has(text[at] ?? '')) continue;
    if (words.wordEnd[at]! - words.wordStart[at]! === 1) found.push(propose('going', 'place', at, at + 1));
  }
  return found;
}
