import type { FoundFact } from '@shared/model/fact.ts';
import { headFact } from './head-fact.ts';
import type { TimesKnowledge } from './knowledge.ts';
import { lengthFact } from './length-fact.ts';
import { momentFact } from './moment-fact.ts';
import { readLength } from './read-length.ts';
import { readMoment, standsAsWord } from './read-moment.ts';

/**
 * The time whose first word or number is at `at`; 自 and 从 before it join it.
 * @param free where the words begin that no earlier time has taken.
 */
export function readPhrase(
  text: string,
  at: number,
  free: number,
  knowledge: TimesKnowledge,
): FoundFact | null {
  const kind = knowledge.classes[text.charCodeAt(at)]!;
  const head = (kind & 4) > 0 ? knowledge.heads.startingAt(text, at) : null;
  if (head !== null && standsAsWord(text, at, head.word, knowledge)) {
    const phrase = headFact(text, at, free, head.word, head.value, knowledge);
    if (phrase !== null) return phrase;
  }
  const reading = readMoment(text, at, knowledge);
  if (reading !== null) return momentFact(text, at, free, reading, knowledge);
  if ((kind & 3) === 0 || text[at - 1] === '第') return null;
  const length = readLength(text, at, knowledge);
  return length === null ? null : lengthFact(text, free, length, knowledge);
}
