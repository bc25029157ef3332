import { isBodyWord } from './bodies.ts';
import { type Candidate, SURE_RULE } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { isFigure, ownEnding } from './places/place-edges.ts';
import { isGeneric, looksLikePerson } from './plausibility.ts';
import { longestAt, type Reading } from './reading.ts';
import { TRANSCRIBING_BIT } from './tagger/lexical-classes.ts';
import type { TaggedSpan } from './tagger/tag.ts';
import { trimSpan } from './trimming.ts';

const NO_NAME = /^的|[的了拟，。、；：？！]$|[，。；？！\n]/;

/** Function words that begin no name, unless they begin a longer word: 和田, 在平. */
const FUNCTION_FIRST = /^[了在和与是]/;

/** 一万里路云, 有福之州: phrases that name no place unless their last word does. */
const NUMBER_PHRASE = /^[一二三四五六七八九十百千万两\d]{2}/;
const OF_PHRASE = /^\p{Script=Han}之\p{Script=Han}$/u;

const hasPlaceTail = ({ words }: Reading, end: number, { lexical }: NamesKnowledge): boolean =>
  words.wordEnd[end - 1] === end && lexical.placeTails.has(words.wordHash[end - 1]!);

/** 五所学校: bodies that are counted. */
const COUNTED_BODIES = /^[一二两三四五六七八九十几多\d]+[所家个座]/;

/** 办过汽车: a body does not carry an aspect. */
const hasAspect = ({ text, words }: Reading, start: number, end: number): boolean => {
  for (let at = start + 1; at < end - 1; at++)
    if (/[过了着]/.test(text[at]!) && words.wordStart[at] === at && words.wordEnd[at] === at + 1) return true;
  return false;
};

/** Latin names have capitals; words and file names in small letters are none. */
const SMALL_LATIN = /^[a-z0-9 .,'/_-]+$/;

/** A number with what is counted is no part of a place: 福州1500余个. */
const COUNTED = /\d+(?:余|多|万|亿|个|家|座|名|头|只|条|峰|亩|公里|米)/;

/**
 * How sure the tagger has to be of a span, in nats, for the rules of form to leave it alone: of the spans above
 * it that they threw away or cut, more than three in four were right, on sentences held out of training.
 */
const SURE = { person: 3.5, place: 3.5, org: 4 } as const;
/** Heavier than what rules of form find, lighter than quoted names, events and works. */
const SURE_WEIGHT = 12.3;

/** 施|老板, 沪, 京: one character is settled by what stands beside it. */
const isSure = ({ start, end, type, lead }: TaggedSpan): boolean => end - start > 1 && lead >= SURE[type];

/**
 * The tagger's spans as candidates. What it is sure of stands. Of the rest, what cannot be a name is left out, and
 * what belongs to the sentence around a name is cut off: 福州街头 is the place alone.
 */
export function findTagged(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const candidates: Candidate[] = [];
  for (const span of reading.tagged) {
    const { start, end: tagged, type, lead } = span;
    const end = /[)）(（]/.test(reading.text[tagged - 1]!) && type === 'person' ? tagged - 1 : tagged;
    const text = reading.text.slice(start, end);
    if (NO_NAME.test(text) || SMALL_LATIN.test(text)) continue;
    if (FUNCTION_FIRST.test(text) && reading.words.wordEnd[start] === start + 1) continue;
    if (isSure(span)) {
      candidates.push({ start, end, type, rule: SURE_RULE, weight: SURE_WEIGHT });
      continue;
    }
    if (type === 'person') {
      const stop = endOfPerson(reading.text, start, end, knowledge);
      if (looksLikePerson(reading, start, stop, lead, knowledge))
        candidates.push({ start, end: stop, type, rule: 'tagger', weight: 10 });
      continue;
    }
    if (type === 'place' ? OF_PHRASE.test(text) : COUNTED_BODIES.test(text)) continue;
    if (isFigure(reading.text, start, end, knowledge)) continue;
    if (hasAspect(reading, start, end) || knowledge.words.goods.has(text)) continue;
    const isRegistered = type === 'place' && knowledge.gazetteer.byShortName.has(text);
    if (isRegistered ? knowledge.words.commonPlaces.has(text) : isGeneric(reading, start, end, knowledge))
      continue;
    if (type === 'place' && NUMBER_PHRASE.test(text) && !hasPlaceTail(reading, end, knowledge)) continue;
    // 中国女排 is one word of the dictionary, and no place in it.
    if (reading.words.wordEnd[start]! > end && isBodyWord(reading, start, knowledge)) continue;
    const counted = type === 'place' ? text.search(COUNTED) : -1;
    if (counted === 0 || counted === 1) continue;
    const trimmed = trimSpan(reading, start, counted > 1 ? start + counted : end, type, knowledge);
    if (!trimmed) continue;
    const isCut = trimmed.end < end && !isShortUnit(reading.text, trimmed, knowledge);
    if (isCut && isGeneric(reading, trimmed.start, trimmed.end, knowledge)) continue;
    candidates.push({
      start: trimmed.start,
      end: endOfDivision(reading, trimmed.end, knowledge),
      type: trimmed.isPlace ? 'place' : type,
      rule: 'tagger',
      weight: 10,
    });
  }
  return candidates;
}

const isShortUnit = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { gazetteer, words }: NamesKnowledge,
): boolean =>
  gazetteer.byShortName.has(text.slice(start, end)) && !words.commonPlaces.has(text.slice(start, end));

/** 杭州|市: a division's name that the span has cut in two is taken whole, and so is 清河|市, which no register has. */
function endOfDivision({ text, words }: Reading, end: number, knowledge: NamesKnowledge): number {
  const { byName, byShortName } = knowledge.gazetteer;
  const start = words.wordStart[end - 1]!;
  const full = words.wordEnd[end - 1]!;
  if (full > end && byName.has(text.slice(start, full))) return full;
  const isShort = full === end && byShortName.has(text.slice(start, end));
  return isShort ? end + ownEnding(text, end, words.wordEnd, knowledge) : end;
}

const LONGEST_SPEAKING = 4;
const LONGEST_CHINESE = 3;

/** 郭明|说, 罗桂香|高兴, 郭明|还: a Chinese name ends where a word that follows speakers' names begins. */
function endOfPerson(text: string, start: number, end: number, { lexical, words }: NamesKnowledge): number {
  const name = text.slice(start, end);
  if (name.length < 3 || name.length > 6 || !words.surnames.has(name[0]!) || !/^\p{Script=Han}+$/u.test(name))
    return end;
  if (words.compoundSurnames.has(name.slice(0, 2)) || words.japaneseSurnames.has(name.slice(0, 2)))
    return end;
  if ([...name].every((unit) => (lexical.ofUnit[unit.charCodeAt(0)]! & TRANSCRIBING_BIT) !== 0)) return end;
  for (const at of [start + 2, start + LONGEST_CHINESE])
    if (at < end && longestAt(text, at, words.speakers, LONGEST_SPEAKING) !== '') return at;
  return name.length === LONGEST_CHINESE && /[还也都又已再]$/.test(name) ? end - 1 : end;
}
