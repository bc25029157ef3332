import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Regions of China by one character, besides the abbreviations of provinces. */
const REGION = new Set('华东西南北中');

/** A place by its first character and 大 with its kind, as universities call themselves: 北师大. */
export function findUniversities(
  { text, words, tagged }: Reading,
  { words: { abbreviations }, gazetteer, patterns }: NamesKnowledge,
): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(patterns.university)) {
    const start = match.index - 1;
    const first = text[start] ?? '';
    const isPlace = abbreviations.has(first) || REGION.has(first) || gazetteer.initials.has(first);
    const isHeld = tagged.some((span) => span.start < start && span.end > start);
    if (isPlace && !isHeld && words.wordStart[start] === start)
      found.push(propose('university', 'org', start, match.index + match[0].length));
  }
  return found;
}
