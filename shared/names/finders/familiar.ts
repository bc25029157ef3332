import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const SPEAKS_FOR_PERSON = /^(?:[、，。：说和与的在是也又给把对跟正]|告诉|介绍|表示|回忆|一家|夫妇|同志)/;

/** 小王, 老李: a surname as neighbours use it, before a word that follows persons. */
export function findFamiliar({ text, words }: Reading, { contexts }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text[i] !== '小' && text[i] !== '老') || !contexts['familiar-surname'].has(text[i + 1]!)) continue;
    if (words.wordStart[i] !== i || words.wordEnd[i + 1] !== i + 2) continue;
    if (!SPEAKS_FOR_PERSON.test(text.slice(i + 2, i + 4))) continue;
    found.push(propose('familiar', 'person', i, i + 2));
  }
  return found;
}
