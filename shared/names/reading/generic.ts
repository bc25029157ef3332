import type { NamesKnowledge } from '../knowledge.ts';
import { COMMON_CLASSES, isCommonWord, type Reading } from './reading.ts';

/** Bodies and places that are no one's name: a common word, a bare 联络站, common words that end weakly. */
export function isGeneric(reading: Reading, start: number, end: number, knowledge: NamesKnowledge): boolean {
  const { text, words } = reading;
  const { lexical } = knowledge;
  const name = text.slice(start, end);
  const { bodyTails, offices, strongBodyTails, commonPlaces, commonBodies } = knowledge.words;
  if (ANAPHOR.test(name) && commonBodies.has(name.replace(ANAPHOR, ''))) return true;
  if (isCommonWord(reading, start, end) || commonPlaces.has(name) || commonBodies.has(name)) return true;
  if (bodyTails.has(name) || offices.has(name) || strongBodyTails.has(name)) return true;
  if (/^第[一二三四五六七八九十百\d]/.test(name)) return false;
  if (isDescribedKind(reading, start, end, knowledge)) return true;
  if (COMMITTEE.test(name)) return false;
  if (
    commonPlaces.has(text.slice(start, words.wordEnd[start]!)) &&
    !lexical.placeTails.has(words.wordHash[end - 1]!)
  )
    return strongBodyTails.endingAt(text, end) === '';
  if (/^(?:城乡|乡村|农村)|(?:城乡|乡村|乡镇)$/.test(name)) return true;
  for (let at = start; at < end; at = words.wordEnd[at]!) {
    const whole = words.wordStart[at] === at && words.wordEnd[at]! <= end;
    if (!whole || !COMMON_CLASSES.has(words.wordClass[at]!) || words.wordEnd[at]! - at < 2) return false;
    if (knowledge.words.worldPlaces.has(text.slice(at, words.wordEnd[at]!))) return false;
  }
  return strongBodyTails.endingAt(text, end) === '';
}

/** 宁陵县委: both words are in the dictionary as common ones. */
const COMMITTEE = /^(?!各|全|该|本|我)\p{Script=Han}{2,}[省市县区州地旗]委$/u;
/** 两县|中小学, 全县|中小学: bodies of a unit that is only pointed at. */
const ANAPHOR = /^(?:师市|两[地省市县]|各地|各级|当地|本地|全[国省市县区州师团镇乡校]|我[省市县区])/;
/** Kinds of units as they stand by themselves, and the last characters of what stands behind a known place. */
const KIND_OF_UNIT = /(?:地区|社区|街道|小区|[村镇乡区县市])$/;
const UNIT_BEHIND_PLACE = /(?:[省市县区州镇乡村城]|社区)$/;

/** Where the last word begins of which all before it describe villages, towns and the like; −1 where one does not. */
function startBehindModifiers(
  { text, words }: Reading,
  start: number,
  end: number,
  { words: { unitModifiers } }: NamesKnowledge,
): number {
  let at = start;
  for (; words.wordEnd[at]! < end; at = words.wordEnd[at]!)
    if (!unitModifiers.has(text.slice(at, words.wordEnd[at]!))) return -1;
  return at;
}

/** 重点村, 高档小区: words that describe, and a kind of unit. */
export function isDescribedKind(
  reading: Reading,
  start: number,
  end: number,
  knowledge: NamesKnowledge,
): boolean {
  const { text, words } = reading;
  const kind = KIND_OF_UNIT.exec(text.slice(start, end))?.[0].length ?? 0;
  if (kind > 0 && knowledge.words.unitModifiers.has(text.slice(start, end - kind))) return true;
  const isUnit = knowledge.lexical.placeTails.has(words.wordHash[words.wordStart[end - 1]!]!);
  return isUnit && startBehindModifiers(reading, start, end, knowledge) > start;
}

/** 滨湖区|城乡社区, 山区四乡, 穿城: behind a known place a describing word and any last character of units are enough. */
export function describesUnitBehindPlace(
  reading: Reading,
  start: number,
  end: number,
  knowledge: NamesKnowledge,
): boolean {
  const { text } = reading;
  if (!UNIT_BEHIND_PLACE.test(text.slice(start, end))) return false;
  const last = startBehindModifiers(reading, start, end, knowledge);
  return last > start || (last === start && knowledge.words.unitModifiers.has(text.slice(start, end - 1)));
}
