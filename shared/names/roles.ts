import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestAt, longestBefore, type Reading } from './reading.ts';

const LONGEST_POST = 6;

/**
 * Posts printed beside persons, keyed by article and name. A post goes with all mentions of the name in its
 * article; the first printed is kept.
 */
export function findRoles(
  texts: readonly { readonly article: number }[],
  readings: readonly Reading[],
  names: readonly (readonly Candidate[])[],
  knowledge: NamesKnowledge,
): Map<string, string> {
  const roles = new Map<string, string>();
  names.forEach((list, index) => {
    const { text } = readings[index]!;
    list.forEach((name, at) => {
      if (name.type !== 'person') return;
      const key = `${texts[index]!.article}:${text.slice(name.start, name.end)}`;
      if (roles.has(key)) return;
      const role =
        name.rule === 'addressed'
          ? text.slice(name.start + 1, name.end)
          : readPost(text, list, at, knowledge);
      if (role) roles.set(key, role);
    });
  });
  return roles;
}

/** The words before the name, back to the body or place they belong to; else a post right behind it. */
function readPost(text: string, list: readonly Candidate[], at: number, knowledge: NamesKnowledge): string {
  const name = list[at]!;
  let start = name.start;
  for (;;) {
    const post = longestBefore(text, start, knowledge.words.posts, LONGEST_POST);
    if (post === '') break;
    start -= post.length;
    if (text[start - 1] !== '、') break;
    // 主席、党组书记: only goes on where another post stands before the mark.
    if (!longestBefore(text, start - 1, knowledge.words.posts, LONGEST_POST)) break;
    start -= 1;
  }
  if (start < name.start) {
    const owner = list[at - 1];
    const between = owner ? text.slice(owner.end, start) : '';
    const owned =
      owner &&
      (owner.type === 'org' || owner.type === 'place') &&
      between.length <= 8 &&
      !/[，。、；：！？\s（）“”]/.test(between);
    return text.slice(owned ? owner.start : start, name.start);
  }
  return longestAt(text, name.end, knowledge.words.posts, LONGEST_POST);
}
