import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Offices of Taiwan and Hong Kong that stand by themselves: 经济部|将…, where the dictionary knows 部将 as a word. */
export function findStandingOffices(
  { text, words: { wordStart } }: Reading,
  { words }: NamesKnowledge,
): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < text.length; at++) {
    if (wordStart[at] !== at) continue;
    const office = words.standingOffices.startingAt(text, at);
    // 经济|部门, 经济|部长
    if (office !== '' && !/[门长属署下]/.test(text[at + office.length] ?? ''))
      found.push(propose('standing-office', 'org', at, at + office.length));
  }
  return found;
}
