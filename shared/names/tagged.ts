import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { isGeneric, looksLikePerson } from './plausibility.ts';
import { COMMON_CLASSES, longestBefore, type Reading } from './reading.ts';

const NO_NAME = /^[的了在和与是]|[的了，。、；：？！]$|[，。；？！\n]/;

/** Latin names have capitals; words and file names in small letters are none. */
const SMALL_LATIN = /^[a-z0-9 .,'/_-]+$/;

/** A number with what is counted is no part of a place: 福州1500余个. */
const COUNTED = /\d+(?:余|多|万|亿|个|家|座|名|头|只|条|峰|亩|公里)/;

/**
 * The tagger's spans as candidates. What cannot be a name is left out; a place with common words behind it that
 * end neither a place nor a body (福州街头) is the place alone.
 */
export function findTagged(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { start, end, type } of reading.tagged) {
    const text = reading.text.slice(start, end);
    if (NO_NAME.test(text) || SMALL_LATIN.test(text)) continue;
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
