import {
  classOf,
  extendWordHash,
  findWord,
  frequencyOf,
  hasLonger,
  startWordHash,
} from '@shared/text/word-frequencies.ts';
import { beginning, CLASSES_OF_RARE, costOfRare, type PhraseWords, type WordClass } from './phrase-words.ts';

/** A word of the text; positions are reading offsets. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly wordClass: WordClass;
}

/** A stretch that stands whole: a name, a time or a quoted phrase. */
export interface Whole {
  readonly start: number;
  readonly end: number;
  readonly wordClass: WordClass;
}

const COST_OF_UNKNOWN = 24;
/** Longer rare words are names and idioms. */
const LONGEST_RARE = 5;

/**
 * Cuts `text` from `start` to `end` into the commonest words; names, times and quoted phrases stay whole.
 * Linear in the length.
 * @param wholes those that do not lie within the stretch are passed over.
 */
export function cutWords(
  text: string,
  start: number,
  end: number,
  wholes: readonly Whole[],
  phraseWords: PhraseWords,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const { start: from, end: to, wordClass } of wholesWithin(text, start, end, wholes)) {
    if (from < at) continue;
    cutPlain(text, at, from, phraseWords, tokens);
    tokens.push({ start: from, end: to, text: text.slice(from, to), wordClass });
    at = to;
  }
  cutPlain(text, at, end, phraseWords, tokens);
  return tokens;
}

const QUOTATION_MARKS = [
  ['“', '”'],
  ['《', '》'],
  ['「', '」'],
] as const;

function wholesWithin(text: string, start: number, end: number, wholes: readonly Whole[]): Whole[] {
  const within = wholes.filter((whole) => whole.start >= start && whole.end <= end);
  // Marks are sought in the stretch alone: a search through the text would cost its whole length each time.
  const stretch = text.slice(start, end);
  for (const [open, close] of QUOTATION_MARKS) {
    for (let at = stretch.indexOf(open); at >= 0; ) {
      const closing = stretch.indexOf(close, at);
      if (closing < 0) break;
      within.push({ start: start + at, end: start + closing + 1, wordClass: 'quoted' });
      at = stretch.indexOf(open, closing);
    }
  }
  return within.sort((a, b) => a.start - b.start || b.end - a.end);
}

function cutPlain(
  text: string,
  start: number,
  end: number,
  { words, singles, lengths, rare }: PhraseWords,
  into: Token[],
): void {
  const length = end - start;
  if (length <= 0) return;
  // Plain arrays: typed ones cost more to make than so short a stretch to cut.
  const cost: number[] = [0];
  const from: number[] = [0];
  const classes: (WordClass | undefined)[] = [undefined];
  const reach = (at: number, size: number, total: number, wordClass: WordClass | undefined): void => {
    if (total >= (cost[at + size] ?? Number.POSITIVE_INFINITY)) return;
    cost[at + size] = total;
    from[at + size] = at;
    classes[at + size] = wordClass;
  };
  for (let at = 0; at < length; at += 1) {
    const here = cost[at]!;
    const single = singles.get(text.charCodeAt(start + at));
    reach(at, 1, here + (single?.cost ?? COST_OF_UNKNOWN), single?.wordClass);
    const sizes = lengths.get(beginning(text, start + at)) ?? 0;
    let common = 0;
    for (let size = 2; sizes >> size > 0 && size <= length - at; size += 1) {
      if (((sizes >> size) & 1) === 0) continue;
      const word = words.get(text.slice(start + at, start + at + size));
      if (word === undefined) continue;
      common |= 1 << size;
      reach(at, size, here + word.cost, word.wordClass);
    }
    let hash = extendWordHash(startWordHash(), text.charCodeAt(start + at));
    for (let size = 2; size <= length - at && size <= LONGEST_RARE; size += 1) {
      hash = extendWordHash(hash, text.charCodeAt(start + at + size - 1));
      const entry = findWord(rare, hash);
      if (entry < 0) break;
      const frequency = frequencyOf(entry);
      if (frequency > 0 && ((common >> size) & 1) === 0)
        reach(at, size, here + costOfRare(frequency), CLASSES_OF_RARE[classOf(entry)]);
      if (!hasLonger(entry)) break;
    }
  }
  const first = into.length;
  for (let at = length; at > 0; at = from[at]!) {
    const wordStart = start + from[at]!;
    const word = text.slice(wordStart, start + at);
    into.push({ start: wordStart, end: start + at, text: word, wordClass: classes[at] ?? 'unknown' });
  }
  reverseFrom(into, first);
}

/** Turns round what stands from `first` on. */
function reverseFrom(tokens: Token[], first: number): void {
  for (let low = first, high = tokens.length - 1; low < high; low += 1, high -= 1) {
    const token = tokens[low]!;
    tokens[low] = tokens[high]!;
    tokens[high] = token;
  }
}
