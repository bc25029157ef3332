import type { Candidate } from './candidate.ts';
import type { NamesKnowledge } from './knowledge.ts';
import { longestBefore, type Reading } from './reading.ts';

/** Words that end a body's name wherever they stand behind a place or a proper name. */
const MOST_WORDS = 6;
const LONGEST = 22;
const STOPPING_CLASSES = new Set([8, 9, 10, 11, 12, 13]);
const VERB_CLASS = 7;

/** Place, then a few words, then a last word of bodies: 温宿县 + 林草局, 汉硕 + 文化发展有限公司. */
export function findBodies(
  reading: Reading,
  names: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  const { text, words } = reading;
  const { strongBodyTails, bodyVerbs } = knowledge.words;
  const found: Candidate[] = [];
  for (const { start, end, type } of names) {
    if (type !== 'place' || end - start < 2) continue;
    let best = 0;
    let count = 0;
    for (let at = end; at < text.length && count < MOST_WORDS && at - start < LONGEST; count++) {
      const next = words.wordEnd[at]!;
      const kind = words.wordClass[at]!;
      const word = text.slice(at, next);
      if (words.wordStart[at] !== at) break;
      if (!/^\p{Script=Han}+$/u.test(word)) break;
      if (longestBefore(text, next, strongBodyTails, Math.min(9, next - end))) best = next;
      else if (STOPPING_CLASSES.has(kind) || (kind === VERB_CLASS && !bodyVerbs.has(word))) break;
      at = next;
    }
    if (best > 0) found.push({ start, end: best, type: 'org', rule: 'place-body', weight: 10.5 });
  }
  return found;
}

/** A tagged place that ends like a body is one: 浙江省博物馆. */
export function retypeBodies(
  text: string,
  names: readonly Candidate[],
  knowledge: NamesKnowledge,
): Candidate[] {
  return names.map((name) =>
    name.type === 'place' &&
    name.end - name.start >= 4 &&
    longestBefore(text, name.end, knowledge.words.strongBodyTails, Math.min(9, name.end - name.start - 1))
      ? { ...name, type: 'org' }
      : name,
  );
}
