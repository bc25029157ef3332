import { classesOf, WORD_CLASS } from '@shared/text/word-frequencies.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { COMMON_CLASSES, isCommonWord, type Reading } from './reading.ts';
import { GIVEN_SHIFT, SURNAME_BITS, TRANSCRIBING_BIT } from './tagger/lexical-classes.ts';

const DOT = /[·・•‧．]/;
const LATIN = /^[A-Za-z .'-]+$/;
const NO_PERSON_CLASSES = classesOf('verb', 'adverb', 'function', 'number', 'time', 'pronoun', 'idiom');
/** 钱也花, 向该版, 都记得: function words that stand in no given name of two characters, and the adverb 都 before a verb. */
const FUNCTION_INSIDE = /^(?:都|.[也都还又该这那很])\p{Script=Han}+$/u;

/** Whether a function word of the sentence stands in what would be a person's name. */
export const holdsFunctionWord = (name: string): boolean => FUNCTION_INSIDE.test(name);
/** 林果业, 农牧业: a trade. */
const TRADE = /(?:[农林牧渔果粮棉茶菜花药养种植殖制加工服务商物旅文产企]业)$/;
/** 春赏花、夏纳凉、秋采摘: one of three members of like length. */
const LIKE_MEMBERS = /^\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){2,}$/u;
const LONGEST_MOTTO = 32;
const COMMON_SURNAME = 2;
const LIKELY_GIVEN = 2;
/** Nine of ten persons that the tagger is this sure of are right, though no rule speaks for them. */
const SURE_LEAD = 3.5;

/**
 * Whether the tagger's person may stand. Verbs and set phrases of the dictionary are none. A common surname with
 * characters of given names behind it, or a long transcribed name, speaks for itself, and so does whatever the
 * tagger is sure of; anything else, and whatever cuts a common word in two, needs company that speaks for a person.
 */
export function looksLikePerson(
  reading: Reading,
  start: number,
  end: number,
  lead: number,
  knowledge: NamesKnowledge,
): boolean {
  const { text, words } = reading;
  const name = text.slice(start, end);
  if (DOT.test(name) || LATIN.test(name)) return true;
  if (isThing(text, start, end, knowledge) || isInMotto(text, start, end)) return false;
  const oneWord = words.wordStart[start] === start && words.wordEnd[start] === end;
  const kind = words.wordClass[start]!;
  if (oneWord && NO_PERSON_CLASSES.has(kind)) return false;
  // 张口|能: a common word and one more are no name.
  if (!oneWord && words.wordStart[start] === start && words.wordEnd[start]! - start > 1)
    if (knowledge.words.commonPersons.has(text.slice(start, words.wordEnd[start]!))) return false;
  const isCommon = knowledge.words.commonPersons.has(name);
  if (oneWord && (kind === WORD_CLASS.person || kind === WORD_CLASS.transcribed) && !isCommon) return true;
  if (holdsFunctionWord(name)) return false;
  if (lead >= SURE_LEAD && !isCommon && !beginsWithPlace(name, knowledge)) return true;
  const cuts =
    (words.wordStart[start] !== start && COMMON_CLASSES.has(kind)) ||
    (words.wordEnd[end - 1] !== end && COMMON_CLASSES.has(words.wordClass[end - 1]!));
  const isWord = isCommon || (oneWord && (kind === WORD_CLASS.adjective || kind === WORD_CLASS.noun));
  if (!cuts && !isWord && hasPersonsForm(name, knowledge)) return true;
  const { posts } = knowledge.words;
  return (
    knowledge.contexts['behind-person'].startingAt(text, end) !== '' ||
    posts.endingAt(text, start).length > 1 ||
    posts.startingAt(text, end).length > 1 ||
    isListed(reading, start, end)
  );
}

/** 林果业, 沙瓤甜瓜: trades and goods. */
function isThing(text: string, start: number, end: number, { words }: NamesKnowledge): boolean {
  const name = text.slice(start, end);
  return TRADE.test(name) || words.goods.endingAt(name, name.length).length > 1;
}

/** “春赏花、夏纳凉、秋采摘”: members of like length in one quotation are a motto. */
function isInMotto(text: string, start: number, end: number): boolean {
  const opening = text.lastIndexOf('“', start);
  const closing = text.indexOf('”', end);
  if (opening < 0 || closing < 0 || closing - opening > LONGEST_MOTTO || !/[“、]/.test(text[start - 1] ?? ''))
    return false;
  const inside = text.slice(opening + 1, closing);
  return LIKE_MEMBERS.test(inside) && inside.split('、').every((member) => member.length === end - start);
}

/** 嘉兴正帮沙雅: a place does something to another. */
const beginsWithPlace = (name: string, { gazetteer }: NamesKnowledge): boolean =>
  name.length > 3 && gazetteer.byShortName.has(name.slice(0, 2));

/** Beside another of the tagger's persons, with 、 between. */
const isListed = ({ text, personStarts, personEnds }: Reading, start: number, end: number): boolean =>
  (text[end] === '、' && personStarts.has(end + 1)) ||
  (text[start - 1] === '、' && personEnds.has(start - 1));

function hasPersonsForm(name: string, { lexical, words }: NamesKnowledge): boolean {
  const classes = [...name].map((unit) => lexical.ofUnit[unit.charCodeAt(0)]!);
  if (name.length > 2 && classes.every((bits) => (bits & TRANSCRIBING_BIT) !== 0)) return true;
  if (words.compoundSurnames.has(name.slice(0, 2))) return name.length <= 4;
  if ([2, 3].some((n) => words.japaneseSurnames.has(name.slice(0, n))) && name.length <= 5)
    return name.length >= 4;
  if (name.length > 3) return name.length > 4;
  const likely = classes.slice(1).some((bits) => ((bits >> GIVEN_SHIFT) & 3) >= LIKELY_GIVEN);
  return (classes[0]! & SURNAME_BITS) === COMMON_SURNAME && likely;
}

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

/** 莎车县委: both words are in the dictionary as common ones. */
const COMMITTEE = /^(?!各|全|该|本|我)\p{Script=Han}{2,}[省市县区州地旗]委$/u;
/** 师市|中小学, 全县|中小学: bodies of a unit that is only pointed at. */
const ANAPHOR = /^(?:师市|两[地省市县]|各地|各级|当地|本地|全[国省市县区州师团镇乡校]|我[省市县区])/;
const KIND_OF_UNIT = /(?:地区|社区|街道|小区|[村镇乡区县市])$/;

/** 重点村, 老旧小区: words that describe, and a kind of unit. */
export function isDescribedKind(
  { text, words }: Reading,
  start: number,
  end: number,
  knowledge: NamesKnowledge,
): boolean {
  const { unitModifiers } = knowledge.words;
  const last = words.wordStart[end - 1]!;
  const kind = KIND_OF_UNIT.exec(text.slice(start, end))?.[0].length ?? 0;
  if (kind > 0 && unitModifiers.has(text.slice(start, end - kind))) return true;
  if (last <= start || !knowledge.lexical.placeTails.has(words.wordHash[last]!)) return false;
  for (let at = start; at < last; at = words.wordEnd[at]!)
    if (!unitModifiers.has(text.slice(at, words.wordEnd[at]!))) return false;
  return true;
}
