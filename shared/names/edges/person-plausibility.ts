import { classesOf, WORD_CLASS } from '@shared/text/word-frequencies.ts';
import type { WordList } from '@shared/text/word-list.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { COMMON_CLASSES, type Reading } from '../reading/reading.ts';
import { isTranscribed } from '../reading/transcribing.ts';
import { GIVEN_SHIFT, SURNAME_BITS } from '../tagger/lexical-classes.ts';

const DOT = /[·・•‧．]/;
const LATIN = /^[A-Za-z .'-]+$/;
const NO_PERSON_CLASSES = classesOf('verb', 'adverb', 'function', 'number', 'time', 'pronoun', 'idiom');
/**
 * 钱也花, 向该版, 都记得: function words that stand in no given name of two characters, and the adverb 都 before a verb.
 * 常说, 曾讲: a surname that is an adverb too, before a verb of saying.
 */
const FUNCTION_INSIDE = /^(?:都|.[也都还又该这那很])\p{Script=Han}+$|^[常曾][说說讲講]$/u;

/** Whether a function word of the sentence stands in what would be a person's name. */
export const holdsFunctionWord = (name: string): boolean => FUNCTION_INSIDE.test(name);
/** 林果业, 农牧业: a trade. */
const TRADE = /(?:[农林牧渔果粮棉茶菜花药养种植殖制加工服务商物旅文产企]业)$/;
/** 春观樱、夏垂钓、秋品蟹: one of three members of like length. */
const LIKE_MEMBERS = /^\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){2,}$/u;
/** 道光年间, 永历初年: years are counted by a reign. */
const BEHIND_REIGN = /^(?:年[间間]|[初末元]年)/;
const LONGEST_MOTTO = 32;
const COMMON_SURNAME = 2;
const LIKELY_GIVEN = 2;
/** Of persons that the tagger is this sure of, and no rule speaks for, seven in ten are right. */
const SURE_LEAD = 2.5;

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
  if (BEHIND_REIGN.test(text.slice(end, end + 2))) return false;
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

/** 原|校长, 前|主席: a post that someone had or has, and no person. */
export const isFormerPost = (name: string, posts: WordList): boolean =>
  /^[原前现]/.test(name) && posts.startingAt(name, 1).length === name.length - 1;

/** 林果业, 沙瓤甜瓜: trades and goods. */
function isThing(text: string, start: number, end: number, { words }: NamesKnowledge): boolean {
  const name = text.slice(start, end);
  if (isFormerPost(name, words.posts)) return true;
  return TRADE.test(name) || words.goods.endingAt(name, name.length).length > 1;
}

/** “春观樱、夏垂钓、秋品蟹”: members of like length in one quotation are a motto. */
function isInMotto(text: string, start: number, end: number): boolean {
  const opening = text.lastIndexOf('“', start);
  const closing = text.indexOf('”', end);
  if (opening < 0 || closing < 0 || closing - opening > LONGEST_MOTTO || !/[“、]/.test(text[start - 1] ?? ''))
    return false;
  const inside = text.slice(opening + 1, closing);
  return LIKE_MEMBERS.test(inside) && inside.split('、').every((member) => member.length === end - start);
}

/** 常州正帮旬阳: a place does something to another. */
const beginsWithPlace = (name: string, { gazetteer }: NamesKnowledge): boolean =>
  name.length > 3 && gazetteer.byShortName.has(name.slice(0, 2));

/** Beside another of the tagger's persons, with 、 between. */
const isListed = ({ text, personStarts, personEnds }: Reading, start: number, end: number): boolean =>
  (text[end] === '、' && personStarts.has(end + 1)) ||
  (text[start - 1] === '、' && personEnds.has(start - 1));

function hasPersonsForm(name: string, { lexical, words }: NamesKnowledge): boolean {
  if (name.length > 2 && isTranscribed(name, lexical)) return true;
  const classes = [...name].map((unit) => lexical.ofUnit[unit.charCodeAt(0)]!);
  if (words.compoundSurnames.has(name.slice(0, 2))) return name.length <= 4;
  if ([2, 3].some((n) => words.japaneseSurnames.has(name.slice(0, n))) && name.length <= 5)
    return name.length >= 4;
  if (name.length > 3) return name.length > 4;
  const likely = classes.slice(1).some((bits) => ((bits >> GIVEN_SHIFT) & 3) >= LIKELY_GIVEN);
  return (classes[0]! & SURNAME_BITS) === COMMON_SURNAME && likely;
}
