import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** A country with its form of state: 越南|社会主义共和国. */
export function findStates({ text }: Reading, { patterns, words }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(patterns.state)) {
    const country = words.worldPlaces.endingAt(text, match.index);
    if (country.length > 1)
      found.push(propose('state', 'place', match.index - country.length, match.index + match[0].length));
  }
  return found;
}
