import { classesOf, WORD_CLASS } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import { endOfPlace, isFigure, ownEnding } from '../edges/place-edges.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isUnder } from '../places/chain.ts';
import { isUnit, unitsNamed } from '../places/gazetteer.ts';
import { isBodyWord } from '../reading/body-words.ts';
import { COMMON_CLASSES, type Reading } from '../reading/reading.ts';

const NO_UNIT_CLASSES = classesOf('verb', 'adverb', 'function', 'number', 'pronoun', 'idiom');
/**
 * Whether a short name of the register that the dictionary does not call a place stands for one: prefectures, which
 * few other words are named like, and counties right behind a place that holds them (云南剑川).
 */
function isShortName(
  { text, words }: Reading,
  start: number,
  before: Candidate | undefined,
  { gazetteer, words: { commonPersons } }: NamesKnowledge,
): boolean {
  const word = text.slice(start, words.wordEnd[start]!);
  const divisions = gazetteer.byShortName.get(word);
  if (!divisions || NO_UNIT_CLASSES.has(words.wordClass[start]!) || commonPersons.has(word)) return false;
  if (!COMMON_CLASSES.has(words.wordClass[start]!) && divisions.some(({ level }) => level <= 2)) return true;
  if (before?.end !== start) return false;
  const holders = unitsNamed(text.slice(before.start, before.end), gazetteer);
  return divisions.some((division) => holders.some((above) => isUnder(division, above)));
}

/** 桐梓|乡村, 青海|地区: a word of the dictionary that holds a place and the beginning of another word. */
function endOfWord(text: string, start: number, end: number, knowledge: NamesKnowledge): number {
  const last = text[end - 1];
  if (last === '区') return text[end - 2] === '地' ? endOfPlace(text, start, end, knowledge) : end;
  if (last !== '乡' && last !== '镇' && last !== '村') return end;
  if (!knowledge.contexts['village-word'].has(text.slice(end - 1, end + 1))) return end;
  const own = text.slice(start, end - 1);
  return own.length > 1 && isUnit(own, knowledge.gazetteer) ? end - 1 : end;
}

/** 蒙古|族, 旁遮普|语, 印度|教: a people, its language or belief, and no country. */
const NAMES_A_PEOPLE = /^(?:族|语|裔|教(?![育师授练学会堂宗皇区科]))/;

/** 尼日利亚|西北|部: a direction behind a place, or with a part, is no region of its own. */
const DIRECTION = /^[东西][南北]$/;
const PART = /[部角侧端面边]/;

/** Places and bodies that a list has, and what their word in the dictionary gives away. */
export function findRegistered(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, words } = reading;
  const found: Candidate[] = [];
  const endsThere = new Set(reading.tagged.map(({ end }) => end));
  for (let start = 0; start < text.length; start = words.wordEnd[start]!) {
    const end = words.wordEnd[start]!;
    if (end - start < 2) continue;
    const word = text.slice(start, end);
    if (knowledge.words.commonPlaces.has(word)) continue;
    if (isFigure(text, start, end, knowledge)) continue;
    if (DIRECTION.test(word) && (PART.test(text[end] ?? '') || endsThere.has(start))) continue;
    const stop = endOfWord(text, start, end, knowledge);
    if (stop < end) {
      found.push(propose('register-cut', 'place', start, stop));
      continue;
    }
    const level = knowledge.gazetteer.byName.get(word)?.[0]?.level;
    if (level !== undefined && level <= 3) found.push(propose('register', 'place', start, end));
    else if (level === 4 && end - start > 2 && words.wordClass[start] === WORD_CLASS.place)
      found.push(propose('register-town', 'place', start, end));
    else if (
      (words.wordClass[start] === WORD_CLASS.place && knowledge.gazetteer.byShortName.has(word)) ||
      isShortName(reading, start, found.at(-1), knowledge)
    )
      found.push(
        propose('register-short', 'place', start, end + ownEnding(text, end, words.wordEnd, knowledge)),
      );
    else if (knowledge.words.worldPlaces.has(word) && !NAMES_A_PEOPLE.test(text.slice(end, end + 2)))
      found.push(propose('world', 'place', start, end));
    else if (isBodyWord(reading, start, knowledge)) found.push(propose('known-body', 'org', start, end));
    else if (/^\p{Script=Han}{2,}地区$/u.test(word) && knowledge.words.worldPlaces.has(word.slice(0, -2)))
      found.push(propose('world', 'place', start, end));
    else if (end - start > 2 && !/[话语文]$/.test(word)) {
      // 中国科学 as one word of the dictionary still names the country; 中东|部 is the middle and the east.
      const country = knowledge.words.worldPlaces.startingAt(text, start, end - start - 1);
      const isDirection = /[东西南北]$/.test(country) && PART.test(text[start + country.length]!);
      const isCommon = knowledge.words.commonPlaces.has(country) || DIRECTION.test(country) || isDirection;
      if (country.length > 1 && !isCommon)
        found.push(propose('world-part', 'place', start, start + country.length));
    }
  }
  return found;
}
