import type { Candidate } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const LONGEST_GROUP = 5;
/** What may stand between a body and a person's post: 党组成员、综合三科|科长. */
const LONGEST_BETWEEN = 18;
const BETWEEN = /^[^，。；：！？,.;:!?()\s（）“”的了在是和与及]*$/;
/** 该厂|副厂长: a body named by what it is. */
const POINTED = /[该本][院校局厅处所村镇乡县市区厂店馆团队会社台站公司]{1,2}$/;
/** 某某是某县的牧民。 */
const IS = /^(?:今年\d+岁，)?是(?:一[名位个]|[名位])?([^，。；：！？\s“”]{1,20}?)(?=[，。；])/;

/**
 * Posts printed beside persons, keyed by article and name, and by the mention where its own stands beside it
 * (text, start). A post goes with all mentions of the name in its article that have none of their own.
 */
export function findRoles(
  texts: readonly { readonly article: number }[],
  readings: readonly Reading[],
  names: readonly (readonly Candidate[])[],
  knowledge: NamesKnowledge,
): { readonly ofName: ReadonlyMap<string, string>; readonly ofMention: ReadonlyMap<string, string> } {
  const ofName = new Map<string, string>();
  const ofMention = new Map<string, string>();
  names.forEach((list, index) => {
    const { text } = readings[index]!;
    list.forEach((name, at) => {
      if (name.type !== 'person') return;
      const key = `${texts[index]!.article}:${text.slice(name.start, name.end)}`;
      const role =
        name.rule === 'addressed'
          ? text.slice(name.start + 1, name.end)
          : readPost(readings[index]!, list, at, knowledge) || readPredicate(text, name.end, knowledge);
      if (!role || knowledge.words.addresses.has(role)) return;
      ofMention.set(`${index}:${name.start}`, role);
      if (!ofName.has(key)) ofName.set(key, role);
    });
  });
  return { ofName, ofMention };
}

/** 艾山·吐尔逊是井陉县的牧民: the words behind 是, when they end in a post. */
function readPredicate(text: string, end: number, { words }: NamesKnowledge): string {
  const phrase = IS.exec(text.slice(end, end + 32))?.[1] ?? '';
  return words.posts.endingAt(phrase, phrase.length) === '' ? '' : phrase;
}

/** 宣传科|科长, 采风组|组长: the group that a post leads belongs to it, where the same word ends it. */
function startOfGroup(text: string, words: Reading['words'], start: number, end: number): number {
  if (start >= end || !/[组科部室处队所站班]/.test(text[start] ?? '') || text[start - 1] !== text[start])
    return start;
  let from = start - 1;
  while (from > 0 && start - from < LONGEST_GROUP && words.wordStart[from] !== from) from--;
  // 采风|组|组长: the group's last word stands alone.
  return start - from > 1 ? from : words.wordStart[from - 1] === from - 2 ? from - 2 : start;
}

/** Where the body begins that a post belongs to: 英国《卫报》|记者 with the marks and the land of a newspaper. */
function startOfOwner(text: string, list: readonly Candidate[], at: number): number {
  const start = list[at]!.start - (text[list[at]!.start - 1] === '《' ? 1 : 0);
  const land = list[at - 1];
  return text[start] === '《' && land?.type === 'place' && land.end === start ? land.start : start;
}

/** The words before the name, back to the body or place they belong to; else a post right behind it. */
function readPost(
  { text, words }: Reading,
  list: readonly Candidate[],
  at: number,
  knowledge: NamesKnowledge,
): string {
  const tellsDeed = (from: number, to: number): boolean => {
    for (let i = from; i < to; i = words.wordEnd[i]!)
      if (knowledge.words.deedVerbs.has(text.slice(i, words.wordEnd[i]!))) return true;
    return false;
  };
  const name = list[at]!;
  const { posts } = knowledge.words;
  let start = name.start;
  for (;;) {
    const post = posts.endingAt(text, start);
    if (post === '') break;
    if (knowledge.words.addresses.has(post) && start === name.start) break;
    start -= post.length;
    if (text[start - 1] !== '、') break;
    // 主席、党组书记: only goes on where another post stands before the mark.
    if (!posts.endingAt(text, start - 1)) break;
    start -= 1;
  }
  start = startOfGroup(text, words, start, name.start);
  if (start < name.start) {
    const owner = list[at - 1];
    const between = owner ? text.slice(owner.end, start) : '';
    const isPaper = owner?.type === 'title' && owner.end === start;
    const isOwner = owner && (owner.type === 'org' || owner.type === 'place' || isPaper);
    // “青苗社”社员: a quoted name that the post stands right behind.
    if (owner?.end === start && owner.type === 'programme') return text.slice(owner.start, name.start);
    if (isOwner && between.length <= LONGEST_BETWEEN && BETWEEN.test(between) && !tellsDeed(owner.end, start))
      // 《卫报》记者: the marks of a newspaper belong to it.
      return text.slice(startOfOwner(text, list, at - 1), name.start);
    const pointed = POINTED.exec(text.slice(0, start))?.[0].length ?? 0;
    return text.slice(start - pointed, name.start);
  }
  const behind = posts.startingAt(text, name.end);
  return knowledge.words.addresses.has(behind) ? '' : behind;
}
