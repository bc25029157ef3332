import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const AGED = /(?<=^|[。；！？“\n])\p{Script=Han}{2,3}(?=今年(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁)/gmu;

/** A surname and one or two characters that open a clause and have an age: 顾小满今年五十岁. */
export function findAged({ text }: Reading, { words }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(AGED)) {
    if (!words.surnames.has(match[0][0]!) || words.commonPersons.has(match[0])) continue;
    const end = match.index + match[0].length;
    found.push(propose('aged', 'person', match.index, end));
  }
  return found;
}
