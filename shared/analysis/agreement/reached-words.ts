import { wordsUnder } from '@shared/text/lexicon-lines.ts';

/** How papers say of a figure what it comes to; each expression is sought in folded words before it. */
export interface ReachedWords {
  /** Nothing but a change to the next number: 增至, grown to. */
  readonly goesOn: RegExp;
  /** What is reached by now: 增加到 grown to, 累计 in all so far. */
  readonly byNow: RegExp;
  /** A change that ends in the number reached. */
  readonly atEnd: RegExp;
  /** Up or down by so much. */
  readonly change: RegExp;
}

/** @param lines of `reached.tsv`, folded; see `wordsUnder`. */
export function readReachedWords(lines: readonly string[][]): ReachedWords {
  const under = (head: string): string => `(?:${wordsUnder(lines, head).join('|')})`;
  return {
    goesOn: new RegExp(`^的?${under('verbs')}${under('ends')}$`),
    byNow: new RegExp(`${under('changes to')}${under('how')}?${under('ends')}|${under('by now')}`),
    atEnd: new RegExp(`${under('ends')}$`),
    change: new RegExp(under('changes by')),
  };
}
