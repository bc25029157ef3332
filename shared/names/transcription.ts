import { classesOf } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import type { Reading } from './reading.ts';
import { type LexicalClasses, TRANSCRIBING_BIT } from './tagger/lexical-classes.ts';

const DOT = 0xb7;
/** Characters of one part of a name. */
const LONGEST_PART = 8;

/** Whether a UTF-16 unit, as `Segmentation.units` has it or as printed, transcribes names of other languages. */
const isTranscribing = (unit: number, { ofUnit }: LexicalClasses): boolean =>
  (ofUnit[unit]! & TRANSCRIBING_BIT) !== 0;

/** Whether nothing but such characters stands in `name`. */
export const isTranscribed = (name: string, lexical: LexicalClasses): boolean =>
  [...name].every((unit) => isTranscribing(unit.charCodeAt(0), lexical));

const NO_PART_CLASSES = classesOf('verb', 'adverb', 'function');

/** Whether the unit may belong to a transcribed name: a common word of two characters or more (教练, 指导) does not. */
const mayBePart = ({ words }: Reading, i: number, { lexical }: NamesKnowledge): boolean =>
  i < words.length &&
  isTranscribing(words.units[i]!, lexical) &&
  !(words.wordEnd[i]! - words.wordStart[i]! > 1 && NO_PART_CLASSES.has(words.wordClass[i]!));

/**
 * Names with a middle dot: 阿不都·热合曼, 让-皮埃尔·杜兰.
 * @param tagged names of the tagger's: where one of a person holds the dot, it stands.
 */
export function findDotted(
  reading: Reading,
  tagged: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const { text } = reading;
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
    if (tagged.some((span) => span.type === 'person' && span.start < i && span.end > i)) continue;
    found.push(propose('dotted', 'person', start, end));
  }
  return found;
}

/** 总理切尔诺梅尔金: three transcribing characters or more right behind a post that introduces foreigners. */
export function findTranscribed(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words } = reading;
  const found: Candidate[] = [];
  const isPart = (i: number): boolean => mayBePart(reading, i, knowledge);
  for (let i = 2; i < text.length; i++) {
    if (
      words.wordStart[i] !== i ||
      !isPart(i) ||
      knowledge.contexts['introducing-post'].endingAt(text, i) === ''
    )
      continue;
    let end = i;
    while (end - i < LONGEST_PART && isPart(end)) end++;
    if (end - i >= 3 && text[end] !== '·') found.push(propose('transcribed', 'person', i, end));
  }
  return found;
}
