import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const MASKED = /\p{Script=Han}某(?:某|[甲乙丙丁])?/gu;

/** A name with a part left out: 赵某某, 周某甲. */
export function findMasked({ text }: Reading, { words }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(MASKED)) {
    if (!words.surnames.has(match[0][0]!)) continue;
    const end = match.index + match[0].length;
    // 周某日 and 何某种 go on; a masked name ends here.
    if (/[日月年种地人个些]/.test(text[end] ?? '')) continue;
    found.push(propose('masked', 'person', match.index, end));
  }
  return found;
}
