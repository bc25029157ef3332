import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';

/** A frame that says who reports is no longer than this. */
const LONGEST = 30;

/**
 * 该版称, 版面上写的是, 某某告诉记者: how many of `tokens`, the words of one clause, only say who reports what
 * the others say; 0 where none do.
 */
export function frameLength(tokens: readonly Token[], words: PhraseWords): number {
  let verb = tokens.findLastIndex(
    (token, at) => saysWhat(tokens, at, words) && token.end - tokens[0]!.start <= LONGEST,
  );
  if (verb < 0) verb = pressVerb(tokens, words);
  if (verb < 0) return 0;
  let end = verb + 1;
  while (tokens[end] !== undefined && plays(words, 'behind-saying', tokens[end]!.text) && end - verb < 4)
    end += 1;
  return end;
}

/** 说, 表示, but not 数据显示屏: a verb of saying that no 的 makes a noun's quality. */
function saysWhat(tokens: readonly Token[], at: number, words: PhraseWords): boolean {
  const { text } = tokens[at]!;
  if (plays(words, 'reporting', text))
    return tokens.slice(at + 1).every((token) => plays(words, 'behind-saying', token.text));
  return plays(words, 'saying', text) && tokens[at + 1]?.text !== '的' && tokens[at - 1]?.text !== '的';
}

/** 版面把…归为, 该版记下: what the paper does at the head of a clause. */
function pressVerb(tokens: readonly Token[], words: PhraseWords): number {
  const [first] = tokens;
  if (first === undefined || !plays(words, 'press', first.text)) return -1;
  const verb = tokens.findIndex(({ wordClass }) => wordClass === 'verb');
  return verb >= 0 && verb <= 3 ? verb : -1;
}
