import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { readContext } from './tagger/features.ts';
import { type Segmentation, segmentWords } from './tagger/segmentation.ts';
import { type TaggedSpan, tagUnits } from './tagger/tag.ts';

/** A text with its words and with what the tagger says of it. */
export interface Reading {
  readonly text: string;
  readonly words: Segmentation;
  readonly tagged: readonly TaggedSpan[];
}

export function readText(text: string, knowledge: NamesKnowledge): Reading {
  const words = segmentWords(text, knowledge.table);
  return { text, words, tagged: tagUnits(knowledge.model, readContext(words, knowledge.lexical)) };
}

const NO_NAME = /^[的了在和与是]|[的了，。、；：？！]$|[，。；？！\n]/;

/** A number with what is counted is no part of a place: 福州1500余个. */
const COUNTED = /\d+(?:余|多|万|亿|个|家|座|名|头|只|条|峰|亩|公里)/;

/** noun, verb, adjective, adverb, function, number, time, pronoun, idiom */
export const COMMON_CLASSES = new Set([1, 7, 8, 9, 10, 11, 12, 13, 14]);

/** Whether the stretch is one word of the dictionary, and that no name. */
const isCommonWord = ({ words }: Reading, start: number, end: number): boolean =>
  words.wordStart[start] === start &&
  words.wordEnd[start] === end &&
  COMMON_CLASSES.has(words.wordClass[start]!);

/**
 * The tagger's spans as candidates. What cannot be a name is left out; a place with common words behind it that
 * end neither a place nor a body (福州街头) is the place alone.
 */
export function findTagged(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { start, end, type } of reading.tagged) {
    const text = reading.text.slice(start, end);
    if (NO_NAME.test(text)) continue;
    if (
      type === 'person'
        ? !looksLikePerson(reading, start, end, knowledge)
        : isGeneric(reading, start, end, knowledge)
    )
      continue;
    const counted = type === 'place' ? text.search(COUNTED) : -1;
    if (counted === 0 || counted === 1) continue;
    const stop =
      counted > 1 ? start + counted : type === 'person' ? end : endOfPlace(reading, start, end, knowledge);
    candidates.push({ start, end: stop, type: stop < end ? 'place' : type, rule: 'tagger', weight: 10 });
  }
  return candidates;
}

const DOT = /[·・•‧．]/;
/** verb, adverb, function, number, time, pronoun, idiom */
const NO_PERSON_CLASSES = new Set([7, 9, 10, 11, 12, 13, 14]);
const SAYS = /^(?:说|告诉|表示|介绍|认为|指出|回忆|强调|称|等|、|（|和|与|同志|先生|女士|老人)/;

/**
 * A person's name is no verb or set phrase of the dictionary, and it does not cut a common word in two unless what
 * stands beside it speaks for a person.
 */
function looksLikePerson(reading: Reading, start: number, end: number, knowledge: NamesKnowledge): boolean {
  const { text, words } = reading;
  const name = text.slice(start, end);
  if (DOT.test(name) || /[A-Za-z]/.test(name)) return true;
  const { posts } = knowledge.words;
  const oneWord = words.wordStart[start] === start && words.wordEnd[start] === end;
  if (oneWord && NO_PERSON_CLASSES.has(words.wordClass[start]!)) return false;
  const cuts =
    (words.wordStart[start] !== start && COMMON_CLASSES.has(words.wordClass[start]!)) ||
    (words.wordEnd[end - 1] !== end && COMMON_CLASSES.has(words.wordClass[end - 1]!));
  if (!cuts) return true;
  return (
    SAYS.test(text.slice(end, end + 2)) ||
    longestBefore(text, start, posts, 6) !== '' ||
    /[、（：]$/.test(text.slice(0, start).slice(-1))
  );
}

/** Bodies and places that are no one's name: a common word, a bare 联络站, common words that end weakly. */
function isGeneric(reading: Reading, start: number, end: number, knowledge: NamesKnowledge): boolean {
  const { text, words } = reading;
  const name = text.slice(start, end);
  const { bodyTails, offices, strongBodyTails, commonPlaces } = knowledge.words;
  if (isCommonWord(reading, start, end) || commonPlaces.has(name)) return true;
  if (bodyTails.has(name) || offices.has(name) || strongBodyTails.has(name)) return true;
  if (/^(?:城乡|乡村|农村)|(?:城乡|乡村|乡镇)$/.test(name)) return true;
  for (let at = start; at < end; at = words.wordEnd[at]!) {
    const whole = words.wordStart[at] === at && words.wordEnd[at]! <= end;
    if (!whole || !COMMON_CLASSES.has(words.wordClass[at]!) || words.wordEnd[at]! - at < 2) return false;
  }
  return longestBefore(text, end, strongBodyTails, 9) === '';
}

const PLACE_CLASS = 4;

const isPlaceWord = ({ text, words }: Reading, start: number, { gazetteer }: NamesKnowledge): boolean => {
  if (words.wordClass[start] === PLACE_CLASS) return true;
  const word = text.slice(start, words.wordEnd[start]!);
  return word.length > 1 && (gazetteer.byShortName.has(word) || gazetteer.byName.has(word));
};

function endOfPlace(reading: Reading, start: number, end: number, knowledge: NamesKnowledge): number {
  const { text, words } = reading;
  const { bodyTails, placeTails } = knowledge.lexical;
  let stop = start;
  while (
    stop < end &&
    words.wordStart[stop] === stop &&
    isPlaceWord(reading, stop, knowledge) &&
    words.wordEnd[stop]! <= end
  )
    stop = words.wordEnd[stop]!;
  if (stop - start < 2 || stop >= end) return end;
  for (let at = stop; at < end; at = words.wordEnd[at]!) {
    if (words.wordEnd[at]! > end || !COMMON_CLASSES.has(words.wordClass[at]!)) return end;
  }
  const last = words.wordHash[end - 1]!;
  if (bodyTails.has(last) || placeTails.has(last)) return end;
  if (longestBefore(text, end, knowledge.words.offices, Math.min(9, end - stop))) return end;
  return stop;
}

/** The word that ends at `end`, or that starts at `start`, read from the segmentation. */
export const wordBefore = ({ text, words }: Reading, end: number): string =>
  end > 0 ? text.slice(words.wordStart[end - 1]!, end) : '';

export const wordAfter = ({ text, words }: Reading, start: number): string =>
  start < text.length ? text.slice(start, words.wordEnd[start]!) : '';

/** The longest string of `set` that starts at `start`, or the empty string. */
export function longestAt(text: string, start: number, set: ReadonlySet<string>, most: number): string {
  for (let length = Math.min(most, text.length - start); length > 0; length--) {
    const piece = text.slice(start, start + length);
    if (set.has(piece)) return piece;
  }
  return '';
}

/** The longest string of `set` that ends at `end`, or the empty string. */
export function longestBefore(text: string, end: number, set: ReadonlySet<string>, most: number): string {
  for (let length = Math.min(most, end); length > 0; length--) {
    const piece = text.slice(end - length, end);
    if (set.has(piece)) return piece;
  }
  return '';
}
