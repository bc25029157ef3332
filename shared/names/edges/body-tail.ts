import { classesOf, WORD_CLASS } from '@shared/text/word-frequencies.ts';
import type { Candidate } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Words that end a body's name wherever they stand behind a place or a proper name. */
const MOST_WORDS = 6;
const LONGEST = 26;
const STOPPING_CLASSES = classesOf('adjective', 'adverb', 'function', 'number', 'time', 'pronoun');
/** 附属第一医院: what numbers one of several. */
const isNumberedPart = (word: string, kind: number): boolean =>
  word === '附属' || (kind === WORD_CLASS.number && word.startsWith('第'));
/** Characters that a company's own name may be made of. */
const OWN_UNIT = /(?![的了在和与是对为从向被把将及或有等也都就又])\p{Script=Han}/u;
/** 中国（丽水）数字学院, 明珠（集团）有限公司 */
const BRACKETED = /[（(]\p{Script=Han}{2,6}[）)]/uy;
/** 联合 joins what stands before it to a second body, unless the name goes on: 区侨联. */
const JOINS = /^联合[省市县区州镇乡]/;

/** What a name that goes on behind its first part ends as, and where. */
interface Tail {
  readonly end: number;
  readonly type: 'place' | 'org';
}

/** The type that words behind a name make of it, by their last word; null where they end no name. */
function typeOfTail(
  text: string,
  from: number,
  end: number,
  first: Candidate['type'],
  { words }: NamesKnowledge,
): 'place' | 'org' | null {
  const most = end - from;
  const strong = words.strongBodyTails.endingAt(text, end, most);
  const group = words.groupTails.endingAt(text, end, most);
  const site = words.siteTails.endingAt(text, end, most);
  if (site.length > strong.length && site.length > group.length)
    return first === 'org' && /基地$/.test(site) ? 'org' : 'place';
  if (strong !== '') return 'org';
  // 测试中心 alone behind a place names no body; 安徽|生态|服务中心 does.
  return group !== '' && (end - from > group.length || first === 'org') ? 'org' : null;
}

const WITHIN = /.[里内外旁前]$/;
const AID = /^(?:对口)?援[疆藏青建]/;
const DIGITS = /^[一二三四五六七八九〇零]{2,4}/;

/**
 * The length of a name of its own right behind a place that no dictionary knows: 浙江|顺达|速运, 江西|三五八|公司,
 * 唐山|援藏|展示馆. 0 where known words follow.
 */
function ownNameLength(
  text: string,
  words: Reading['words'],
  from: number,
  first: Candidate['type'],
): number {
  if (first !== 'place') return 0;
  const stretch = text.slice(from, from + 4);
  const fixed = (AID.exec(stretch) ?? DIGITS.exec(stretch))?.[0].length ?? 0;
  if (fixed > 0) return fixed;
  let at = from;
  while (at < text.length && words.wordEnd[at] === at + 1 && OWN_UNIT.test(text[at]!)) at++;
  return at - from >= 2 && at - from <= 4 ? at - from : 0;
}

/** Reads on behind a name through the words that may stand in names, to the last that ends one. */
export function readTail(
  { text, words }: Reading,
  from: number,
  first: Candidate['type'],
  placesByStart: ReadonlyMap<number, number>,
  knowledge: NamesKnowledge,
): Tail | null {
  const { bodyVerbs, deedVerbs } = knowledge.words;
  let best: Tail | null = null;
  BRACKETED.lastIndex = from;
  const bracket = BRACKETED.exec(text)?.[0].length ?? 0;
  let count = 0;
  const begin = from + (bracket || ownNameLength(text, words, from, first));
  for (let at = begin; at < text.length && count < MOST_WORDS && at - from < LONGEST; count++) {
    const place = placesByStart.get(at);
    if (place !== undefined && (first === 'org' || bracket > 0)) {
      at = place;
      continue;
    }
    const next = words.wordEnd[at]!;
    const kind = words.wordClass[at]!;
    const word = text.slice(at, next);
    if (words.wordStart[at] !== at || !/^\p{Script=Han}+$/u.test(word) || deedVerbs.has(word)) break;
    if (at === from && JOINS.test(text.slice(at, at + 3))) break;
    // 门市|店里: the word goes on where the name has ended.
    const end = WITHIN.test(word) ? next - 1 : next;
    const type = typeOfTail(text, from, end, first, knowledge);
    if (type) best = { end, type };
    else if (bracket > 0 ? kind !== WORD_CLASS.function : isNumberedPart(word, kind)) count--;
    else if (!bodyVerbs.has(word) && (kind === WORD_CLASS.verb || STOPPING_CLASSES.has(kind))) break;
    at = next;
  }
  return best;
}

/** 民政部|救灾司: a bureau or office under a ministry or the like. */
export const HAS_BUREAUS = /(?:部|委|总局|署|局|院|办|联合会|委员会)$/;
const BUREAU = /[司局处署厅室]/;
const LONGEST_BUREAU = 12;

export function readBureau(
  { text, words }: Reading,
  from: number,
  { lexical, words: { deedVerbs } }: NamesKnowledge,
): number {
  let best = 0;
  for (let at = from; at < text.length && at - from < LONGEST_BUREAU; at = words.wordEnd[at]!) {
    const next = words.wordEnd[at]!;
    const word = text.slice(at, next);
    if (words.wordStart[at] !== at || !/^\p{Script=Han}+$/u.test(word) || deedVerbs.has(word)) break;
    const ends =
      BUREAU.test(text[next - 1]!) &&
      (next - at === 1 ||
        words.wordClass[at] === WORD_CLASS.body ||
        lexical.bodyTails.has(words.wordHash[at]!));
    if (ends && next - from >= 3 && !/[长级员]/.test(text[next] ?? '')) best = next;
    else if (STOPPING_CLASSES.has(words.wordClass[at]!) && words.wordClass[at] !== WORD_CLASS.adjective)
      break;
  }
  return best;
}

/** 陕西|捷通|速运: a name of the company's own that no dictionary knows, and a trade. */
export function readCompany(
  { text, words }: Reading,
  from: number,
  { words: { companyTails } }: NamesKnowledge,
): number {
  let at = from;
  while (at < text.length && at - from < 4 && words.wordEnd[at] === at + 1 && OWN_UNIT.test(text[at]!)) at++;
  for (let end = at; end > from + 1; end--) {
    const tail = companyTails.startingAt(text, end);
    if (tail !== '' && words.wordEnd[end + tail.length - 1] === end + tail.length) return end + tail.length;
  }
  return 0;
}
