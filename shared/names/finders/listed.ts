import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** 华为、联想: a body whose name is a common word too, in a row with bodies. */
export function findListed({ text, words, names }: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { ambiguousBodies } = knowledge.words;
  const found: Candidate[] = [];
  const take = (start: number, end: number): number => {
    const is = words.wordStart[start] === start && ambiguousBodies.has(text.slice(start, end));
    if (is) found.push(propose('listed', 'org', start, end));
    return is ? end : -1;
  };
  for (const { start, end, type } of names) {
    if (type !== 'org' && !knowledge.words.bodies.has(text.slice(start, end))) continue;
    for (let at = end; at > 0 && /[、和与]/.test(text[at] ?? ''); )
      at = take(at + 1, words.wordEnd[at + 1] ?? 0);
    if (text[start - 1] === '、') take(words.wordStart[start - 2] ?? 0, start - 1);
  }
  return found;
}
