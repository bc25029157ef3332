import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Programmes that need no marks: 西部大开发. */
export function findPlainSchemes({ text }: Reading, { words }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const scheme of words.plainSchemes)
    for (let start = text.indexOf(scheme); start >= 0; start = text.indexOf(scheme, start + scheme.length))
      found.push(propose('plain', 'programme', start, start + scheme.length));
  return found;
}
