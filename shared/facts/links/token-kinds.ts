import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';

/** Verbs that take a place along: 赴浙培训. */
const LEADING = new Set(['赴', '到', '去', '来', '前往', '往']);

/** Whether a place may stand behind the verb and belong to it. */
export const leadsSomewhere = (token: Token | undefined): boolean => LEADING.has(token?.text ?? '');

/** Whether the word can stand in a noun phrase as a noun does; unknown words mostly are names of things. */
export const isNominal = ({ wordClass }: Token): boolean =>
  wordClass === 'noun' ||
  wordClass === 'verbal-noun' ||
  wordClass === 'quoted' ||
  wordClass === 'name' ||
  wordClass === 'unknown';

/** The same with the qualities that stand before nouns. */
export const isNominalOrQuality = (token: Token): boolean =>
  isNominal(token) || token.wordClass === 'adjective';

/** By its last character: a verb behind the noun is what they do. */
export const isOneWhoActs = (noun: string, words: PhraseWords): boolean =>
  plays(words, 'acting-end', noun.at(-1)!);

/** 增加值, 参保人数, 覆盖率: by its last word or last character. */
export const namesQuantity = (word: string, words: PhraseWords): boolean =>
  [word, word.slice(-1), word.slice(-2)].some((ending) => plays(words, 'quantity', ending));
