import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { type BoundWords, boundBefore } from '../figures/bounds.ts';
import { cutWords, type Token, type Whole } from './cut-words.ts';
import { frameLength } from './frames.ts';
import { marksOf } from './marks.ts';
import type { PhraseWords } from './phrase-words.ts';
import { phraseOf, type ReadingPhrase } from './reading-phrase.ts';
import { spansWithin } from './within.ts';

/** The words around one figure: its clause before it and behind it, up to the next figure either side. */
export interface Surroundings {
  readonly left: readonly Token[];
  /** Where its clause says only who reports (版面上写的是): the clause before it, whose noun is counted; else none. */
  readonly fronted: readonly Token[];
  readonly right: readonly Token[];
  /** Where a list follows (教育、医疗等领域人才): its words to the clause's end, else none. */
  readonly list: readonly Token[];
  /** Nothing but 、, 和 or nothing at all stands between this figure and the one before it. */
  readonly joinsPrevious: boolean;
  /** Nothing but the words of `left` stands between the figure before and this one. */
  readonly followsPrevious: boolean;
  /** The next figure follows at once, or behind words that describe what both count (父子养护的20艘). */
  readonly meetsNext: 'at-once' | 'described' | null;
}

const CLAUSE_END = marksOf('，。；！？：、…\n\r（）(),;!?');
const FARTHEST_LEFT = 40;
const FARTHEST_RIGHT = 24;
const JOINED = /^(?:[、和及与]|以及|\s)?$/;

/**
 * @param facts in order; a clause reaches across times, but not across another figure.
 * @param names in order.
 */
export function surroundingsOf(
  text: string,
  index: number,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  words: PhraseWords,
  bounds: BoundWords,
): Surroundings {
  const figure = facts[index]!;
  const previous = neighbour(facts, index, -1);
  const previousEnd = previous?.end ?? 0;
  const nextStart = neighbour(facts, index, 1)?.start ?? text.length;
  const leftEnd = Math.max(previousEnd, boundBefore(text, figure.start, bounds).start);

  const leftStart = clauseStart(text, leftEnd, Math.max(previousEnd, figure.start - FARTHEST_LEFT));
  const rightEnd = clauseEnd(text, figure.end, Math.min(nextStart, figure.end + FARTHEST_RIGHT));

  const wholes: Whole[] = [
    ...spansWithin(names, leftStart, rightEnd).map(wholeOfName),
    ...timesBetween(facts, index, leftStart, rightEnd),
  ];
  const clause = cutBefore(
    text,
    leftStart,
    leftEnd,
    figure.start,
    [...wholes, ...whole(leftStart, leftEnd)],
    words,
  );
  const frame = frameLength(clause, words);
  return {
    left: frame === 0 ? clause : clause.slice(frame),
    fronted: frame > 0 && frame === clause.length ? clauseBefore(leftStart) : [],
    right: cutWords(text, figure.end, rightEnd, wholes, words),
    list: rightEnd > figure.end && text[rightEnd] === '、' ? listBehind() : [],
    followsPrevious: previous !== null && leftStart === previousEnd && leftEnd > leftStart,
    joinsPrevious: previous !== null && JOINED.test(text.slice(previousEnd, figure.start)),
    meetsNext:
      nextStart === figure.end
        ? 'at-once'
        : nextStart === rightEnd && text[rightEnd - 1] === '的'
          ? 'described'
          : null,
  };

  /** 全市, 该公司: whom the figure is of, as names are. */
  function whole(from: number, to: number): Whole[] {
    return pointersBetween(text, from, to, words)
      .filter((pointer) => POINTS.has(text[pointer.start]!))
      .map(({ start, end }) => ({ start, end, wordClass: 'name' }));
  }

  function clauseBefore(end: number): Token[] {
    if (text[end - 1] !== '，') return [];
    const start = clauseStart(text, end - 1, Math.max(previousEnd, end - FARTHEST_LEFT));
    return cutWords(text, start, end - 1, spansWithin(names, start, end).map(wholeOfName), words);
  }

  function listBehind(): Token[] {
    const limit = Math.min(nextStart, figure.end + LONGEST_LIST);
    let end = rightEnd;
    while (end < limit && text[end] === '、') end = clauseEnd(text, end + 1, limit);
    const inList = spansWithin(names, figure.end, end).map(wholeOfName);
    return cutWords(text, figure.end, end, inList, words);
  }
}

/** The words from `start` to `end`, where a bound begins that reaches to `figure`: 资金[[累计超过]] leaves no half of 累计. */
function cutBefore(
  text: string,
  start: number,
  end: number,
  figure: number,
  wholes: readonly Whole[],
  words: PhraseWords,
): Token[] {
  if (end === figure) return cutWords(text, start, end, wholes, words);
  const tokens = cutWords(text, start, figure, wholes, words);
  const cut = tokens.find((token) => token.start < end && token.end > end);
  if (cut !== undefined && cut.wordClass !== 'adverb' && cut.wordClass !== 'time')
    return cutWords(text, start, end, wholes, words);
  return tokens.filter((token) => token.end <= end);
}

/** How words begin that point to one body or to all of a place; 居民 and 农户 are nouns as well. */
const POINTS = new Set([...'全该我本']);

/** Words between `start` and `end` that point back or stand for all. */
export function pointersBetween(
  text: string,
  start: number,
  end: number,
  words: PhraseWords,
): ReadingPhrase[] {
  const found: ReadingPhrase[] = [];
  for (let at = start; at < end; at += 1) {
    const word = words.pointing.startingAt(text, at);
    if (word === null || at + word.word.length > end) continue;
    if (cutsWord(text, at + word.word.length, words)) continue;
    found.push(phraseOf(text, at, at + word.word.length));
    at += word.word.length - 1;
  }
  return found;
}

/** 该团|伙, 该村|官: the pointing word ends inside a word, unless another one begins there (该县|城乡). */
const cutsWord = (text: string, end: number, { words }: PhraseWords): boolean =>
  words.has(text.slice(end - 1, end + 1)) && !words.has(text.slice(end, end + 2));

/** A list behind a figure is read this far. */
const LONGEST_LIST = 48;

/** Who or where: not what is counted. Products, programmes and the like are nouns as others are. */
export const wholeOfName = ({ start, end, type }: FoundName): Whole => ({
  start,
  end,
  wordClass: type === 'person' || type === 'place' || type === 'org' ? 'name' : 'noun',
});

/** A clause ends at its mark, or at a quotation mark whose other one lies beyond. */
function clauseStart(text: string, end: number, limit: number): number {
  let start = end;
  let quoted = 0;
  for (; start > limit && !endsClause(text, start - 1); start -= 1) {
    if (text[start - 1] === '”') quoted += 1;
    else if (text[start - 1] === '“') {
      if (quoted === 0) break;
      quoted -= 1;
    }
  }
  return start;
}

function clauseEnd(text: string, start: number, limit: number): number {
  let end = start;
  let quoted = 0;
  for (; end < limit && !endsClause(text, end); end += 1) {
    if (text[end] === '“') quoted += 1;
    else if (text[end] === '”') {
      if (quoted === 0) break;
      quoted -= 1;
    }
  }
  return end;
}

const endsClause = (text: string, at: number): boolean => CLAUSE_END[text.charCodeAt(at)] === 1;

/** The nearest figure before (−1) or behind (1) that is no time. */
function neighbour(facts: readonly FoundFact[], index: number, step: -1 | 1): FoundFact | null {
  let at = index + step;
  while (facts[at] !== undefined && isTimeKind(facts[at]!.kind)) at += step;
  return facts[at] ?? null;
}

function timesBetween(facts: readonly FoundFact[], index: number, start: number, end: number): Whole[] {
  const times: Whole[] = [];
  const take = (fact: FoundFact): void => {
    if (isTimeKind(fact.kind)) times.push({ start: fact.start, end: fact.end, wordClass: 'time' });
  };
  for (let at = index - 1; at >= 0 && facts[at]!.end > start; at -= 1) take(facts[at]!);
  for (let at = index + 1; at < facts.length && facts[at]!.start < end; at += 1) take(facts[at]!);
  return times;
}
