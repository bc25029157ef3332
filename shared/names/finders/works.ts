import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** 《…》 as the title of a work or document; names in a work win over it, for it may be a newspaper of theirs. */
export function findWorks({ text, names }: Reading, { patterns }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  for (const match of text.matchAll(/《[^《》\n]{1,40}》/g)) {
    const end = match.index + match[0].length;
    // Matches and names both run from left to right.
    while (at < names.length && names[at]!.end <= match.index) at++;
    const isDocument = patterns.document.test(match[0]);
    if (!isDocument && at < names.length && names[at]!.start < end) continue;
    found.push(propose(isDocument ? 'document' : 'work', 'title', match.index, end));
  }
  return found;
}
