import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';
import { isTranscribing, LONGEST_PART, mayBePart } from '../reading/transcribing.ts';

const DOT = 0xb7;

/** Names with a middle dot: 阿不都·热合曼, 让-皮埃尔·杜兰. Where a person that is found holds the dot, that one stands. */
export function findDotted(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, names } = reading;
  const { units } = reading.words;
  const transcribes = (i: number): boolean =>
    i >= 0 && i < units.length && isTranscribing(units[i]!, knowledge.lexical);
  const isPart = (i: number): boolean => i >= 0 && mayBePart(reading, i, knowledge);
  const found: Candidate[] = [];
  let last = 0;
  for (let i = 1; i < units.length - 1; i++) {
    if (units[i] !== DOT || i < last) continue;
    let start = i;
    while (start > last && i - start < LONGEST_PART && isPart(start - 1)) start--;
    let end = i;
    let part = 0;
    while (
      end < units.length &&
      (units[end] === DOT ? transcribes(end + 1) : isPart(end)) &&
      part <= LONGEST_PART
    ) {
      part = units[end] === DOT ? 0 : part + 1;
      end++;
    }
    if (start === i || end === i) continue;
    // 让-皮埃尔·杜兰
    if (/[-－]/.test(text[start - 1] ?? '') && transcribes(start - 2)) {
      start--;
      while (start > last && i - start < 2 * LONGEST_PART && transcribes(start - 1)) start--;
    }
    last = end;
    if (names.some((span) => span.type === 'person' && span.start < i && span.end > i)) continue;
    found.push(propose('dotted', 'person', start, end));
  }
  return found;
}
