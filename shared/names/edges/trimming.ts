import { WORD_CLASS } from '@shared/text/word-frequencies.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import { isUnit } from '../places/gazetteer.ts';
import { describesUnitBehindPlace } from '../reading/generic.ts';
import { COMMON_CLASSES, type Reading } from '../reading/reading.ts';
import { endOfPlace } from './place-edges.ts';

/** A span of the tagger's, cut to what may be a name. */
interface Trimmed {
  readonly start: number;
  readonly end: number;
  /** Whether only a place that the register or the dictionary knows is left. */
  readonly isPlace: boolean;
}

const ADVERB = /[先再又也都还就才已将正遂便]/;
/** 天津|援藏: a region's aid to another is no body. */
const SUPPORT = /^(?:对口)?援[疆藏青建]$/;

/** 东山街道|联合区侨联: the place and another body, done something together. */
const JOINED_BODY = /^联合[省市县区州镇乡]/;

const isPlaceWord = (
  { text, words }: Reading,
  start: number,
  { gazetteer, words: { commonPlaces } }: NamesKnowledge,
): boolean => {
  const word = text.slice(start, words.wordEnd[start]!);
  if (commonPlaces.has(word)) return false;
  if (words.wordClass[start] === WORD_CLASS.place) return true;
  return word.length > 1 && isUnit(word, gazetteer);
};

/** Where the known places that a span begins with end. */
function endOfKnownPlaces(reading: Reading, start: number, end: number, knowledge: NamesKnowledge): number {
  const { wordStart, wordEnd } = reading.words;
  let stop = start;
  while (
    stop < end &&
    wordStart[stop] === stop &&
    wordEnd[stop]! <= end &&
    wordEnd[stop]! - stop > 1 &&
    isPlaceWord(reading, stop, knowledge)
  )
    stop = wordEnd[stop]!;
  return stop;
}

/** 新建|柯城, 扩建|寿宁: a verb of building, and no name of its own (新建村) where a known place follows. */
const BUILDS = /^[新改扩兴修援续重迁]建$/;

/** Verbs of sentences before a name are left out, and from one inside it on: 整合|川师大, 青海|贡献江苏. */
function withoutDeeds(reading: Reading, from: number, to: number, knowledge: NamesKnowledge) {
  const { text, words } = reading;
  const deeds = knowledge.words.deedVerbs;
  let start = from;
  const built = from + 2;
  if (built < to && BUILDS.test(text.slice(from, built)) && words.wordStart[built] === built)
    if (isPlaceWord(reading, built, knowledge)) start = built;
  // 先|挑|红旗村: an adverb, and the verb it goes with.
  if (ADVERB.test(text[start]!) && words.wordEnd[start] === start + 1) {
    start++;
    while (start < to && words.wordEnd[start] === start + 1 && words.wordClass[start] === WORD_CLASS.verb)
      start++;
  }
  while (start < to && words.wordEnd[start]! < to && deeds.has(text.slice(start, words.wordEnd[start]!)))
    start = words.wordEnd[start]!;
  for (let at = words.wordEnd[start]!; at < to; at = words.wordEnd[at]!)
    if (words.wordEnd[at]! - at > 1 && deeds.has(text.slice(at, words.wordEnd[at]!)))
      return { start, end: at };
  return { start, end: to };
}

/** Whether a verb of sentences stands in the stretch, which no name holds. */
export function holdsDeed(reading: Reading, from: number, to: number, knowledge: NamesKnowledge): boolean {
  const { start, end } = withoutDeeds(reading, from, to, knowledge);
  return start !== from || end !== to;
}

/** Whether a span is known places in a row and nothing else: 温岭市|城南镇. */
export const isKnownPlaces = (
  reading: Reading,
  from: number,
  to: number,
  knowledge: NamesKnowledge,
): boolean => endOfKnownPlaces(reading, from, to, knowledge) === to;

/** Whether what stands behind the known places that a span begins with only describes a kind of unit: 滨湖区|城乡社区. */
export function onlyDescribes(
  reading: Reading,
  from: number,
  to: number,
  knowledge: NamesKnowledge,
): boolean {
  const stop = endOfKnownPlaces(reading, from, to, knowledge);
  return stop > from && stop < to && describesUnitBehindPlace(reading, stop, to, knowledge);
}

const isWellKnown = (name: string, { gazetteer, words }: NamesKnowledge): boolean =>
  gazetteer.byShortName.has(name) ||
  words.worldPlaces.has(name) ||
  (gazetteer.byName.get(name)?.[0]?.level ?? 4) < 4;

/** 清波润|甘南: a headline's verb before a known place is no part of it. */
function withoutBeginning(
  reading: Reading,
  type: 'place' | 'org',
  span: { readonly start: number; readonly end: number },
  knowledge: NamesKnowledge,
): { readonly start: number; readonly end: number } {
  const { words } = reading;
  if (type !== 'place' || isPlaceWord(reading, span.start, knowledge)) return span;
  for (let at = words.wordEnd[span.start]!; at < span.end; at = words.wordEnd[at]!) {
    const before = words.wordStart[at - 1]!;
    if (words.wordClass[before] !== WORD_CLASS.verb || at - before > 1 || at - span.start < 3) continue;
    if (isWellKnown(reading.text.slice(at, span.end), knowledge)) return { start: at, end: span.end };
  }
  return span;
}

/**
 * Cuts from a span of the tagger's what belongs to the sentence around it.
 * @returns null where nothing is left that could be a name.
 */
export function trimSpan(
  reading: Reading,
  from: number,
  to: number,
  type: 'place' | 'org',
  knowledge: NamesKnowledge,
): Trimmed | null {
  const { text, words } = reading;
  const edge = type === 'place' ? endOfPlace(text, from, to, knowledge) : to;
  // 法国《|世界报: a mark that is not closed within the span ends what stands before it.
  const marked = text.slice(from, edge);
  const open = marked.lastIndexOf('《');
  const within = open > 0 && !marked.includes('》', open) ? from + open + 1 : from;
  const { start, end } = withoutBeginning(
    reading,
    type,
    withoutDeeds(reading, within, edge, knowledge),
    knowledge,
  );
  if (end - start < 2) return null;
  const stop = endOfKnownPlaces(reading, start, end, knowledge);
  // 大荔|西瓜: what a place grows is no place.
  if (type === 'place' && isGood(text, start, end, knowledge))
    return stop - start >= 2 ? { start, end: stop, isPlace: true } : null;
  const whole = { start, end, isPlace: false };
  // 联合国|总部: the seat of a body is not the body.
  if (/总部$/.test(text.slice(start, end)) && knowledge.words.bodies.has(text.slice(start, end - 2)))
    return { ...whole, end: end - 2 };
  // 区委宣传部|部务会议: one character more than the office has is the next word's.
  const office = knowledge.words.offices.endingAt(text, end - 1);
  if (type === 'org' && office.length > 2 && !/[处科室组队局站办院所社]/.test(text[end - 1]!))
    return { ...whole, end: end - 1 };
  if (type === 'org' && !endsLikeBody(reading, start, end, knowledge))
    return stop - start >= 2 ? { start, end: stop, isPlace: true } : null;
  if (stop - start < 2 || stop >= end) return stop === end ? { ...whole, isPlace: end < to } : whole;
  const place = { start, end: stop, isPlace: true };
  if (type === 'place' && isDeed(reading, stop, end, knowledge)) return place;
  if (JOINED_BODY.test(text.slice(stop, end)) || SUPPORT.test(text.slice(stop, end))) return place;
  if (type === 'place' && knowledge.words.unitModifiers.has(text.slice(stop, end))) return place;
  if (type === 'place' && describesUnitBehindPlace(reading, stop, end, knowledge)) return place;
  // 第三批援藏队|伍: the span's end cuts a word in two that ends no body.
  const full = words.wordEnd[end - 1]!;
  const last = text.slice(words.wordStart[end - 1], full);
  const cuts =
    full !== end && words.wordClass[end - 1] !== WORD_CLASS.place && full - words.wordStart[end - 1]! > 1;
  if (cuts && type === 'org' && !knowledge.words.posts.has(last)) {
    return knowledge.words.strongBodyTails.endingAt(text, full) === '' ? place : { ...whole, end: full };
  }
  return endsWeakly(reading, stop, end, knowledge) ? place : whole;
}

const isGood = (text: string, start: number, end: number, { gazetteer, words }: NamesKnowledge): boolean =>
  words.goods.endingAt(text, end, end - start - 1) !== '' &&
  !gazetteer.byShortName.has(text.slice(start, end));

/** 甘南|举办: a verb behind a known place tells what it does, unless a word for places or bodies ends the span. */
const isDeed = (
  { text, words }: Reading,
  start: number,
  end: number,
  { lexical, words: { siteTails, strongBodyTails } }: NamesKnowledge,
): boolean =>
  words.wordStart[start] === start &&
  words.wordEnd[start]! - start > 1 &&
  words.wordClass[start] === WORD_CLASS.verb &&
  !lexical.placeTails.has(words.wordHash[end - 1]!) &&
  [siteTails, strongBodyTails].every((tails) => tails.endingAt(text, end, end - start) === '');

/** A body's last word is a kind of body or a word of its own, never just any word: 协同新格局 is none. */
export function endsLikeBody(
  { text, words }: Reading,
  start: number,
  end: number,
  knowledge: NamesKnowledge,
): boolean {
  const { bodies, ambiguousBodies, ...tails } = knowledge.words;
  const last = words.wordStart[end - 1]!;
  if (last <= start || words.wordEnd[last] !== end || end - last < 2) return true;
  if (!COMMON_CLASSES.has(words.wordClass[last]!) || knowledge.lexical.bodyTails.has(words.wordHash[last]!))
    return true;
  const name = text.slice(start, end);
  if (bodies.has(name) || ambiguousBodies.has(name)) return true;
  const most = end - start;
  return [
    tails.strongBodyTails,
    tails.groupTails,
    tails.siteTails,
    tails.companyTails,
    tails.weakBodyTails,
    tails.offices,
  ].some((list) => list.endingAt(text, end, most) !== '');
}

/** Common words behind a known place that end neither a place nor a body: 福州|街头. */
function endsWeakly({ text, words }: Reading, start: number, end: number, knowledge: NamesKnowledge) {
  const { bodyTails, placeTails } = knowledge.lexical;
  const { commonPlaces } = knowledge.words;
  for (let at = start; at < end; at = words.wordEnd[at]!)
    if (
      words.wordEnd[at]! > end ||
      words.wordEnd[at]! - at < 2 ||
      !(COMMON_CLASSES.has(words.wordClass[at]!) || commonPlaces.has(text.slice(at, words.wordEnd[at]!)))
    )
      return false;
  const last = words.wordHash[end - 1]!;
  if (bodyTails.has(last) || placeTails.has(last)) return false;
  if (knowledge.words.siteTails.endingAt(text, end, end - start)) return false;
  return knowledge.words.offices.endingAt(text, end, end - start) === '';
}
