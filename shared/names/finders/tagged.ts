import { WORD_CLASS } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import { isFormerPost, looksLikePerson } from '../edges/person-plausibility.ts';
import { endOfPlace, isFigure, ownEnding } from '../edges/place-edges.ts';
import { retypePeople } from '../edges/retyping.ts';
import { endsLikeBody, holdsDeed, isKnownPlaces, onlyDescribes, trimSpan } from '../edges/trimming.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isBodyWord } from '../reading/body-words.ts';
import { isGeneric } from '../reading/generic.ts';
import type { Reading } from '../reading/reading.ts';
import { isTranscribed } from '../reading/transcribing.ts';
import type { TaggedSpan } from '../tagger/tag.ts';

const NO_NAME = /^的|[的了拟，。、；：？！]$|[，。；？！\n]/;

/** 马克思|主义: a doctrine is named after him, and tells of no person. */
const DOCTRINE = '主义';

/** Function words that begin no name, unless they begin a longer word: 和田, 在平. */
const FUNCTION_FIRST = /^[了在和与是]/;

/** 八千里路云, 有福之州: phrases that name no place unless their last word does. */
const NUMBER_PHRASE = /^[一二三四五六七八九十百千万两\d]{2}/;
const OF_PHRASE = /^\p{Script=Han}之\p{Script=Han}$/u;
/** 百里之遥, 千里之外: a distance, however sure. */
const DISTANCE = /^[一两几数十百千万]+里之/;

const hasPlaceTail = ({ words }: Reading, end: number, { lexical }: NamesKnowledge): boolean =>
  words.wordEnd[end - 1] === end && lexical.placeTails.has(words.wordHash[end - 1]!);

/** 五所学校: bodies that are counted. */
const COUNTED_BODIES = /(?<!第)[一二两三四五六七八九十几多\d][所家个座]/;

/**
 * 联合国|总部, 甘肃历史文化, 第三批医疗队, 东山街道|联合区侨联, 县里|五所学校, 丽江|少先队: more than a body's name, however
 * sure.
 */
const NO_SURE_BODY = new RegExp(
  `总部$|少先队$|(?:文化|历史|宗教|民族|经济|社会|精神|风光|特色)$|第[一二三四五六七八九十\\d]+批|.联合[省市县区州镇乡]|${COUNTED_BODIES.source}`,
);

/** 越南社会主义共和国: a state is a place, and so are known places in a row. */
const STATE = /(?:共和国|王国|公国)$/;
const UNIT = /[省市县区州旗镇乡村]$/;
/** 五马街道: the streets of a district are a unit, and its office has a last word of its own. */
const STREETS = /街道$/;

/** 办过汽车: a body does not carry an aspect. */
const hasAspect = ({ text, words }: Reading, start: number, end: number): boolean => {
  for (let at = start + 1; at < end - 1; at++)
    if (/[过了着]/.test(text[at]!) && words.wordStart[at] === at && words.wordEnd[at] === at + 1) return true;
  return false;
};

/** 市委组织部|和|省一建党委: two bodies in a row are two names. */
function partBodies(reading: Reading, span: TaggedSpan, { words }: NamesKnowledge): TaggedSpan[] {
  const { start, end, type } = span;
  const at = type === 'org' ? reading.text.slice(start, end).search(/[和与及、]/) : -1;
  if (at < 2 || start + at + 3 > end) return [span];
  const and = start + at;
  const ends = [words.offices, words.strongBodyTails].some(
    (tails) => tails.endingAt(reading.text, and, at) !== '',
  );
  return ends
    ? [
        { ...span, end: and },
        { ...span, start: and + 1 },
      ]
    : [span];
}

/** 诚信|守法|建设, 进一步|扩大公司: verbs and adverbs before a body's last word, but for those that bodies are named with. */
function holdsAct(
  { text, words }: Reading,
  start: number,
  end: number,
  { words: { bodyVerbs } }: NamesKnowledge,
): boolean {
  for (let at = start; words.wordEnd[at]! < end; at = words.wordEnd[at]!) {
    const kind = words.wordClass[at];
    if (words.wordStart[at] !== at || (kind !== WORD_CLASS.verb && kind !== WORD_CLASS.adverb)) continue;
    if (words.wordEnd[at]! - at > 1 && !bodyVerbs.has(text.slice(at, words.wordEnd[at]!))) return true;
  }
  return false;
}

/** Latin names have capitals; words and file names in small letters are none. */
const SMALL_LATIN = /^[a-z0-9 .,'/_-]+$/;

/** A number with what is counted, or a grade, is no part of a place: 福州1500余个, 月牙泉|5A级景区. */
const COUNTED = /(?<!\d)\d+(?:A级|余|多|万|亿|个|家|座|名|头|只|条|峰|亩|公里|米|省|市|县|区|乡|镇|村|州|国)/;

/**
 * How sure the tagger has to be of a span, in nats, for the rules of form to leave it alone: of the spans above
 * it that they threw away or cut, more than three in four were right, on sentences held out of training.
 */
const SURE = { person: 6, place: 4, org: 5 } as const;
/**
 * The same of a body whose last word is a kind of body or no common word: 中纪委, 红四军. Of 1,250 sentences that the
 * tagger had not learnt from, this found two in a hundred more of the bodies, and as many of what it found were right.
 */
const SURE_OF_KIND = 2;

/**
 * Whether a span stands as it is. One character is settled by what stands beside it (施|老板), and no name holds a
 * deed, or a place words that lie by it: 天津援藏|加大, 剑川|全县镇街.
 */
function isSure(
  reading: Reading,
  { start, end, type, lead }: TaggedSpan,
  knowledge: NamesKnowledge,
): boolean {
  const isOfKind = type === 'org' && lead >= SURE_OF_KIND && endsLikeBody(reading, start, end, knowledge);
  if (end - start === 1 || (lead < SURE[type] && !isOfKind)) return false;
  const own = reading.text.slice(start, end);
  if (type === 'person') return !isFormerPost(own, knowledge.words.posts);
  if (type === 'place' && (COUNTED.test(own) || DISTANCE.test(own))) return false;
  if (holdsDeed(reading, start, end, knowledge)) return false;
  const { text } = reading;
  // 中国（丽水）数字学院
  if (/[（(]/.test(text[start - 1] ?? '') && /[)）]/.test(text[end] ?? '')) return false;
  // 中国（丽水）|数字学院: a bracket before it may belong to the name.
  if (type === 'org' && /[)）]/.test(text[start - 1] ?? '')) return false;
  if (type === 'org')
    return (
      !NO_SURE_BODY.test(text.slice(start, end)) && !knowledge.words.commonBodies.has(text.slice(start, end))
    );
  return (
    !isFigure(text, start, end, knowledge) &&
    endOfPlace(text, start, end, knowledge) === end &&
    !onlyDescribes(reading, start, end, knowledge)
  );
}

/** Marks and function words that no name begins or ends with, and words in small Latin letters. */
function isNoName({ text, words }: Reading, start: number, end: number): boolean {
  const span = text.slice(start, end);
  return (
    NO_NAME.test(span) ||
    SMALL_LATIN.test(span) ||
    (FUNCTION_FIRST.test(span) && words.wordEnd[start] === start + 1)
  );
}

/** A span that stands as it is. A state is a place, and so are known places in a row. */
function takeSure(reading: Reading, { start, end, type }: TaggedSpan, knowledge: NamesKnowledge): Candidate {
  const text = reading.text.slice(start, end);
  const isPlace =
    type === 'place' ||
    (type === 'org' &&
      (STATE.test(text) ||
        STREETS.test(text) ||
        (UNIT.test(text) && isKnownPlaces(reading, start, end, knowledge))));
  const stop = isPlace ? endOfDivision(reading, end, knowledge) : end;
  return propose('tagger-sure', isPlace ? 'place' : type, start, stop);
}

function takePerson(
  reading: Reading,
  { start, end, lead }: TaggedSpan,
  knowledge: NamesKnowledge,
): Candidate | null {
  const stop = endOfPerson(reading.text, start, end, knowledge);
  return looksLikePerson(reading, start, stop, lead, knowledge)
    ? propose('tagger', 'person', start, stop)
    : null;
}

/** Whether a place or body of the tagger's is counted, common, likened or acted: no one's name. */
function namesNothing(
  reading: Reading,
  { start, end, type }: TaggedSpan,
  knowledge: NamesKnowledge,
): boolean {
  const text = reading.text.slice(start, end);
  if (type === 'place' ? OF_PHRASE.test(text) || DISTANCE.test(text) : COUNTED_BODIES.test(text)) return true;
  if (isFigure(reading.text, start, end, knowledge)) return true;
  if (type === 'org' && holdsAct(reading, start, end, knowledge)) return true;
  if (hasAspect(reading, start, end) || knowledge.words.goods.has(text)) return true;
  const isRegistered = type === 'place' && knowledge.gazetteer.byShortName.has(text);
  if (isRegistered ? knowledge.words.commonPlaces.has(text) : isGeneric(reading, start, end, knowledge))
    return true;
  if (type === 'place' && NUMBER_PHRASE.test(text) && !hasPlaceTail(reading, end, knowledge)) return true;
  // 中国女排 is one word of the dictionary, and no place in it.
  return reading.words.wordEnd[start]! > end && isBodyWord(reading, start, knowledge);
}

/** How sure the tagger has to be of a land by its letter, in nats. */
const SURE_LETTER = 1;

/** 沪|上名医: a land by its letter where the tagger is fairly sure of it; 京津冀 is one land. */
function takeLetter(
  { text, words }: Reading,
  { start, end, type, lead }: TaggedSpan,
  knowledge: NamesKnowledge,
): Candidate | null {
  if (type !== 'place' || lead < SURE_LETTER) return null;
  const word = text.slice(words.wordStart[start], words.wordEnd[start]);
  const isLetter = knowledge.contexts['land-letter'].has(text[start]!);
  return isLetter && !knowledge.words.worldPlaces.has(word) ? propose('tagger', 'place', start, end) : null;
}

/** A place or body without what belongs to the sentence around it: 福州|街头. */
function takeTrimmed(reading: Reading, span: TaggedSpan, knowledge: NamesKnowledge): Candidate | null {
  const { start, end, type } = span;
  if (end - start === 1) return takeLetter(reading, span, knowledge);
  if (type === 'person' || namesNothing(reading, span, knowledge)) return null;
  const counted = type === 'place' ? reading.text.slice(start, end).search(COUNTED) : -1;
  if (counted >= 0 && counted <= 2) return null;
  const trimmed = trimSpan(reading, start, counted > 2 ? start + counted : end, type, knowledge);
  if (!trimmed) return null;
  const isShorter = trimmed.end < end || trimmed.start > start;
  const isCut = isShorter && !isShortUnit(reading.text, trimmed, knowledge);
  if (isCut && isGeneric(reading, trimmed.start, trimmed.end, knowledge)) return null;
  const stop = endOfDivision(reading, trimmed.end, knowledge);
  return propose('tagger', trimmed.isPlace ? 'place' : type, trimmed.start, stop);
}

/**
 * The tagger's spans as candidates. What it is sure of stands. Of the rest, what cannot be a name is left out, and
 * what belongs to the sentence around a name is cut off.
 */
export function readTags(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  return reading.tagged
    .flatMap((span) => partBodies(reading, span, knowledge))
    .flatMap((span) => {
      const isBracketed = span.type === 'person' && /[)）(（]/.test(reading.text[span.end - 1]!);
      const end = isBracketed ? span.end - 1 : span.end;
      if (isNoName(reading, span.start, end)) return [];
      if (span.type === 'person' && reading.text.startsWith(DOCTRINE, end)) return [];
      if (isSure(reading, span, knowledge)) return [takeSure(reading, { ...span, end }, knowledge)];
      const taken =
        span.type === 'person'
          ? takePerson(reading, { ...span, end }, knowledge)
          : takeTrimmed(reading, span, knowledge);
      return taken ? [taken] : [];
    });
}

/** The same, with the types that what stands beside them shows. */
export const findTagged = (reading: Reading, knowledge: NamesKnowledge): Candidate[] =>
  retypePeople(reading, readTags(reading, knowledge), knowledge);

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
  // 松桃|乡村: the ending belongs to the next word.
  const isOther = knowledge.contexts['village-word'].has(text.slice(full - 1, full + 1));
  if (full > end && !isOther && byName.has(text.slice(start, full))) return full;
  const isShort = full === end && byShortName.has(text.slice(start, end));
  return isShort ? end + ownEnding(text, end, words.wordEnd, knowledge) : end;
}

const LONGEST_CHINESE = 3;

/** 郭明|说, 罗桂香|高兴, 郭明|还: a Chinese name ends where a word that follows speakers' names begins. */
function endOfPerson(text: string, start: number, end: number, { lexical, words }: NamesKnowledge): number {
  const name = text.slice(start, end);
  if (name.length < 3 || name.length > 6 || !words.surnames.has(name[0]!) || !/^\p{Script=Han}+$/u.test(name))
    return end;
  if (words.compoundSurnames.has(name.slice(0, 2)) || words.japaneseSurnames.has(name.slice(0, 2)))
    return end;
  if (isTranscribed(name, lexical)) return end;
  for (const at of [start + 2, start + LONGEST_CHINESE])
    if (at < end && words.speakers.startingAt(text, at) !== '') return at;
  return name.length === LONGEST_CHINESE && /[还也都又已再]$/.test(name) ? end - 1 : end;
}
