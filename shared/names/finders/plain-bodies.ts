import { classesOf } from '@shared/text/word-frequencies.ts';
import { type Candidate, propose } from '../candidate.ts';
import type { NamesKnowledge } from '../knowledge.ts';
import type { Reading } from '../reading/reading.ts';

/** Words that a plain name may be made of; others part it from the sentence. */
const OWN_CLASSES = classesOf(
  'none',
  'noun',
  'person',
  'transcribed',
  'place',
  'body',
  'proper',
  'abbreviation',
);
const LONGEST_OWN = 8;
/** 建厂, 进厂, 该厂 and 厂长, 厂房 name none. */
const FACTORY = /(?![建办开进出回到全本该各])\p{Script=Han}厂(?![长家房区里内外方商])/gu;
const NUMBER = /第[一二三四五六七八九十百\d]{1,4}$/;
/** 各生产队, 该厂: pointed at or counted, not named. */
const POINTED = /[各该本全每几数两多][\p{Script=Han}]?$/u;

/** Bodies of plain kinds that go by a number or a name of their own, with no place in front: 第一针织厂, 红星生产队. */
export function findPlainBodies(reading: Reading, knowledge: NamesKnowledge): Candidate[] {
  const { text, names } = reading;
  const found: Candidate[] = [];
  const add = (kindStart: number, end: number): void => {
    const start = startOfOwn(reading, kindStart, knowledge);
    // A longer body that is found stands: 平顶山市|第二针织厂.
    const isHeld = names.some((name) => name.type === 'org' && name.start <= start && name.end >= end);
    if (start < kindStart && !isHeld) found.push(propose('plain-body', 'org', start, end));
  };
  for (let at = 1; at < text.length; at++) {
    const kind = knowledge.words.plainKinds.startingAt(text, at);
    if (kind === '') continue;
    add(at, at + kind.length);
    at += kind.length - 1;
  }
  for (const match of text.matchAll(FACTORY)) {
    const end = match.index + match[0].length;
    add(reading.words.wordStart[end - 1]!, end);
  }
  return found;
}

/** Where the name in front of a kind of body begins; the kind's own start where none stands there. */
function startOfOwn(
  { text, words, tagged }: Reading,
  kindStart: number,
  { words: lists }: NamesKnowledge,
): number {
  const { plainNames, plainModifiers } = lists;
  let start = kindStart;
  let isNamed = false;
  while (start > 0 && kindStart - start < LONGEST_OWN) {
    const number = NUMBER.exec(text.slice(Math.max(0, start - 5), start))?.[0] ?? '';
    if (number !== '') return start - number.length;
    const inside = tagged.find((span) => span.type !== 'org' && span.end === start);
    const name = inside ? text.slice(inside.start, start) : plainNames.endingAt(text, start);
    const from = name === '' ? words.wordStart[start - 1]! : start - name.length;
    const word = text.slice(from, start);
    if (!/^\p{Script=Han}+$/u.test(word)) break;
    if (name === '' && (words.wordEnd[from] !== start || !OWN_CLASSES.has(words.wordClass[from]!))) break;
    isNamed ||= name !== '' || (word.length > 1 && !plainModifiers.has(word));
    start = from;
    if (name !== '') break;
  }
  const isWhole = isNamed && kindStart - start >= 2 && isBoundary(text, start);
  return isWhole && !POINTED.test(text.slice(Math.max(0, start - 2), start)) ? start : kindStart;
}

/** A name is taken only where a mark, the text's beginning or a joining word stands before it. */
const isBoundary = (text: string, start: number): boolean =>
  start === 0 || /[^\p{Script=Han}]|[和与及同在由为向对从把到让请]/u.test(text[start - 1]!);
