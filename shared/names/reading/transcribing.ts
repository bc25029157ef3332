import { classesOf } from '@shared/text/word-frequencies.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { type LexicalClasses, TRANSCRIBING_BIT } from '../tagger/lexical-classes.ts';
import type { Reading } from './reading.ts';

/** Characters of one part of a transcribed name. */
export const LONGEST_PART = 8;

/** Whether a UTF-16 unit, as `Segmentation.units` has it or as printed, transcribes names of other languages. */
export const isTranscribing = (unit: number, { ofUnit }: LexicalClasses): boolean =>
  (ofUnit[unit]! & TRANSCRIBING_BIT) !== 0;

/** Whether nothing but such characters stands in `name`. */
export const isTranscribed = (name: string, lexical: LexicalClasses): boolean =>
  [...name].every((unit) => isTranscribing(unit.charCodeAt(0), lexical));

const NO_PART_CLASSES = classesOf('verb', 'adverb', 'function');

/** Whether the unit may belong to a transcribed name: a common word of two characters or more (教练, 指导) does not. */
export const mayBePart = ({ words }: Reading, i: number, { lexical }: NamesKnowledge): boolean =>
  i < words.length &&
  isTranscribing(words.units[i]!, lexical) &&
  !(words.wordEnd[i]! - words.wordStart[i]! > 1 && NO_PART_CLASSES.has(words.wordClass[i]!));
