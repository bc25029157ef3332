import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const BY_WATER = /(?:畔|脚下|之畔|之巅|之滨|沿岸|两岸|[南北东西][岸麓缘])/g;

/** Mountains and waters before what lies by them, wherever the words of the dictionary part: 天山|脚下. */
export function findNatural({ text }: Reading, { words }: NamesKnowledge): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(BY_WATER)) {
    if (!/[江河湖山海岭]/.test(text[match.index - 1] ?? '')) continue;
    const own = words.worldPlaces.endingAt(text, match.index);
    if (own.length > 1) found.push(propose('natural', 'place', match.index - own.length, match.index));
  }
  return found;
}
