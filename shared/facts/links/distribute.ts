import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { cutWords } from './cut-words.ts';
import type { PhraseWords } from './phrase-words.ts';
import { phraseOf, type ReadingPhrase } from './reading-phrase.ts';
import type { Surroundings } from './surroundings.ts';
import { namesQuantity } from './token-kinds.ts';
import { spansWithin } from './within.ts';

/** What a list said once gives to each of the figures that follow it. */
export interface Share {
  readonly subject?: ReadingPhrase;
  readonly measure?: ReadingPhrase;
}

const RESPECTIVELY = '分别';
const ITEM_END = /[、和与及]/;
/** A list begins behind one of these. */
const LIST_START = new Set([...'，。；：！？,;:\n（(”']);
const LONGEST_LIST = 60;
/** 甲、乙、丙[[三县]]: what sums a list up. */
const SUMS_UP = /[两二三四五六七八九十]\p{Script=Han}$/u;

/**
 * 甲、乙、丙三县分别增长3%、4%、5%: the figures take the list's items in order, as their subjects where the
 * items share a noun or are names, else as their measures.
 */
export function distribute(
  text: string,
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  names: readonly FoundName[],
  words: PhraseWords,
): (Share | null)[] {
  const shares: (Share | null)[] = facts.map(() => null);
  let last: Share[] = [];
  let lastEnd = 0;
  for (let index = 0; index < facts.length; index += 1) {
    const here = around[index];
    if (!here || here.joinsPrevious) continue;
    const run = runLength(around, index);
    const end = facts[index + run - 1]!.end;
    const at = here.left.findLast((token) => token.text.startsWith(RESPECTIVELY))?.start;
    const own = run < 2 || at === undefined ? [] : shareOut(text, listBefore(text, at), run, names, words);
    // …分别为甲、乙、丙，同比增加丁、戊、己: the same list once more.
    const again =
      own.length === 0 && run === last.length && !/[。！？\n]/.test(text.slice(lastEnd, facts[index]!.start));
    const taken = again ? last.map(({ subject }) => (subject ? { subject } : {})) : own;
    for (const [offset, share] of taken.entries()) shares[index + offset] = share;
    if (run > 1 || own.length > 0) {
      last = own.length > 0 || again ? taken : [];
      lastEnd = end;
    }
  }
  return shares;
}

function runLength(around: readonly (Surroundings | null)[], index: number): number {
  let length = 1;
  while (around[index + length]?.joinsPrevious) length += 1;
  return length;
}

/** The items of the list that ends before 分别, in order. */
function listBefore(text: string, end: number): ReadingPhrase[] {
  const limit = Math.max(0, end - LONGEST_LIST);
  const items: ReadingPhrase[] = [];
  let to = end;
  let at = end;
  for (; at > limit && !LIST_START.has(text[at - 1]!); at -= 1) {
    if (!ITEM_END.test(text[at - 1]!)) continue;
    if (to > at) items.push(phraseOf(text, at, to));
    to = at - 1;
  }
  if (to > at) items.push(phraseOf(text, at, to));
  return items.length === 1 ? singlesOf(text, items[0]!) : items.reverse();
}

/** 长宽高, 男女, 东西: things of one character each that are named without marks. */
const SINGLES = /(?:[长宽高深厚]{2,4}|男女|[东南西北]{2,4}|老中青)$/;

function singlesOf(text: string, item: ReadingPhrase): ReadingPhrase[] {
  const singles = SINGLES.exec(item.text);
  if (singles === null) return [item];
  const start = item.start + singles.index;
  return Array.from(singles[0], (_, at) => phraseOf(text, start + at, start + at + 1));
}

function shareOut(
  text: string,
  items: readonly ReadingPhrase[],
  count: number,
  names: readonly FoundName[],
  words: PhraseWords,
): Share[] {
  const tail = items.at(-1);
  if (tail === undefined || items.length !== count) return [];
  const summed = SUMS_UP.exec(tail.text);
  if (summed !== null && summed.index > 0) {
    const last = phraseOf(text, tail.start, tail.end - summed[0].length);
    return [...items.slice(0, -1), last].map((subject) => ({ subject }));
  }
  if (items.every(({ start, end }) => spansWithin(names, start, end).some((name) => name.end === end)))
    return items.map((subject) => ({ subject }));
  const measure = sharedNoun(text, items, words);
  if (measure === null) return items.map((item) => ({ measure: item }));
  const last = phraseOf(text, tail.start, measure.start);
  return [...items.slice(0, -1), last].map((subject) => ({ subject, measure }));
}

/** 养老、失业、工伤保险[[参保人数]]: the noun that the last item says for all, where no other item names a quantity. */
function sharedNoun(text: string, items: readonly ReadingPhrase[], words: PhraseWords): ReadingPhrase | null {
  const lastWord = ({ start, end }: ReadingPhrase) => cutWords(text, start, end, [], words).at(-1);
  const naming = items.map((item) => {
    const word = lastWord(item);
    return word !== undefined && namesQuantity(word.text, words) ? word : null;
  });
  const noun = naming.at(-1) ?? null;
  const isShared =
    noun !== null && noun.start > items.at(-1)!.start && naming.slice(0, -1).every((word) => !word);
  return isShared ? phraseOf(text, noun.start, noun.end) : null;
}
