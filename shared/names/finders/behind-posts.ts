import { classesOf, WORD_CLASS } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import { holdsFunctionWord } from '../edges/person-plausibility.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

const NAMES = classesOf('person', 'transcribed');

/** 部长苗圩, 副院长贺松: a surname right behind a post, where the words after it allow a name. */
export function findBehindPosts({ text, words }: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { posts, surnames } = knowledge.words;
  const { wordStart, wordEnd, wordClass } = words;
  const isUnit = (i: number): boolean =>
    i < text.length && /\p{Script=Han}/u.test(text[i]!) && wordClass[i] !== WORD_CLASS.function;
  const found: Candidate[] = [];
  for (let i = 2; i + 1 < text.length; i++) {
    if (wordStart[i] !== i || !surnames.has(text[i]!)) continue;
    const post = posts.endingAt(text, i);
    if (post.length < 2 || knowledge.contexts['loose-post'].has(post)) continue;
    const first = wordEnd[i]! - i;
    let length = 0;
    if (first > 1) length = first <= 3 && NAMES.has(wordClass[i]!) ? first : 0;
    else if (isUnit(i + 1)) {
      const second = wordEnd[i + 1]! - (i + 1);
      const goesOn = isUnit(i + 2) && wordEnd[i + 2] === i + 3 && wordClass[i + 2] !== WORD_CLASS.verb;
      length = second === 2 ? 3 : second !== 1 ? 0 : goesOn ? 3 : 2;
    }
    const name = text.slice(i, i + length);
    if (length === 0 || holdsFunctionWord(name) || knowledge.words.commonPersons.has(name)) continue;
    found.push(propose('behind-post', 'person', i, i + length));
  }
  return found;
}
