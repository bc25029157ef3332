import type { Phrase } from '@shared/model/fact.ts';
import { type ReadingOffset, readingOffset } from '@shared/model/offset.ts';
import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';

export type ReadingPhrase = Phrase<ReadingOffset>;

/** No measure is longer than this many characters. */
const LONGEST_MEASURE = 12;
/** A noun this short takes the verb before it along: 倒塌房屋. */
const SHORT_NOUN = 2;
const LONGEST_VERB_PHRASE = 6;

/** Verbs that take a place along: 赴浙培训. */
const LEADING = new Set(['赴', '到', '去', '来', '前往', '往']);

/** Words that make a place of the noun before them: 中医馆里. */
const LOCAL = new Set([...'里中内上下外间前后']);
/** Verbs that end so take a complement, they qualify no noun: 结为, 建成, 达到. */
const LINKING_END = new Set([...'为成到于出入']);

export const leadsSomewhere = (token: Token | undefined): boolean => LEADING.has(token?.text ?? '');

const isNominal = ({ wordClass }: Token): boolean =>
  wordClass === 'noun' ||
  wordClass === 'verbal-noun' ||
  wordClass === 'quoted' ||
  wordClass === 'name' ||
  wordClass === 'unknown';

export const isNominalOrQuality = (token: Token): boolean =>
  isNominal(token) || token.wordClass === 'adjective';

export const phraseOf = (text: string, start: number, end: number): ReadingPhrase => ({
  text: text.slice(start, end),
  start: readingOffset(start),
  end: readingOffset(end),
});

export const phraseOfTokens = (text: string, tokens: readonly Token[]): ReadingPhrase | null =>
  tokens.length === 0 ? null : phraseOf(text, tokens[0]!.start, tokens.at(-1)!.end);

/**
 * The noun phrase at the head of `tokens`: 10个[[具体协作项目]]，. Verbs belong to it where a noun follows
 * them; behind the noun of one who acts (`ofPersons`) a verb ends it.
 */
export function nounPhraseAtHead(
  text: string,
  tokens: readonly Token[],
  ofPersons: boolean,
): ReadingPhrase | null {
  const of = tokens.findIndex((token) => token.text === '的');
  const start = of === 0 || of === 1 ? of + 1 : 0;
  let last = -1;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const taken = token.end - tokens[start]!.start;
    if (
      token.wordClass === 'adverb' &&
      token.end - token.start > 1 &&
      at === start &&
      next &&
      isNominal(next)
    ) {
      continue;
    }
    if (token.wordClass === 'adverb' || token.wordClass === 'function' || token.wordClass === 'time') break;
    if ((taken > LONGEST_MEASURE || LOCAL.has(token.text)) && last >= 0) break;
    if (token.wordClass === 'verb') {
      const goesOn = next !== undefined && isNominalOrQuality(next) && next.wordClass !== 'name';
      // 三个大的转变: behind 的 a verb stands for a noun.
      if (!goesOn && at === start && start > 0) last = at;
      if (!goesOn || (last >= 0 && (ofPersons || LINKING_END.has(token.text.at(-1)!)))) break;
      continue;
    }
    if (isNominal(token)) last = at;
  }
  if (last < 0 || (last === start && tokens[last]!.wordClass === 'name')) return null;
  return phraseOf(text, tokens[start]!.start, tokens[last]!.end);
}

/** The verb at the head of `tokens`, where it ends the clause: 3万余人[[就业]]，. */
export function verbAtHead(text: string, tokens: readonly Token[]): ReadingPhrase | null {
  const [first, second] = tokens;
  if (first === undefined || second !== undefined || first.end - first.start < 2) return null;
  const verbal = first.wordClass === 'verb' || first.wordClass === 'verbal-noun';
  return verbal ? phraseOfTokens(text, [first]) : null;
}

/** The noun phrase that ends `tokens`, without the name of whom it is said: 柯坪学生[[微心愿]]2521个. */
export function nounPhraseAtEnd(
  text: string,
  tokens: readonly Token[],
  words: PhraseWords,
): ReadingPhrase | null {
  let first = tokens.length;
  while (first > 0) {
    const token = tokens[first - 1]!;
    const collected = first < tokens.length;
    if (collected && tokens.at(-1)!.end - token.start > LONGEST_MEASURE) break;
    if (token.wordClass === 'name' && collected) break;
    if (plays(words, 'linking', token.text)) break;
    if (collected && plays(words, 'light', token.text)) break;
    const before = tokens[first - 2];
    const within = collected && before !== undefined && isNominal(before) && before.wordClass !== 'name';
    if (!isNominalOrQuality(token) && !(token.wordClass === 'verb' && within)) break;
    first -= 1;
  }
  if (first === tokens.length) return null;
  const start = tokens[first]!.start;
  const end = tokens.at(-1)!.end;
  const verb = tokens[first - 1];
  const short =
    end - start <= SHORT_NOUN &&
    verb?.wordClass === 'verb' &&
    verb.end - verb.start > 1 &&
    !plays(words, 'light', verb.text);
  return phraseOf(text, short ? verb.start : start, end);
}

/** The verbs that end `tokens`, with where they lead: 赴浙跟岗挂职. */
export function verbPhraseAtEnd(text: string, tokens: readonly Token[]): ReadingPhrase | null {
  const end = tokens.at(-1)?.end;
  if (end === undefined) return null;
  let first = tokens.length;
  while (first > 0) {
    const token = tokens[first - 1]!;
    const belongs = isNominalOrQuality(token) || token.wordClass === 'verb';
    if (end - token.start > LONGEST_VERB_PHRASE || !belongs || token.wordClass === 'quoted') break;
    if (token.wordClass === 'name' && !leadsSomewhere(tokens[first - 2])) break;
    first -= 1;
  }
  return phraseOfTokens(text, tokens.slice(first));
}

/** Everything to the clause's end, verbs too: 每月一次[[现场办公]]、. */
export function wholePhrase(text: string, tokens: readonly Token[]): ReadingPhrase | null {
  const etc = tokens.findIndex(({ text: word }) => word === '等');
  const start = tokens[0]?.text === '的' ? 1 : 0;
  const phrase = phraseOfTokens(text, tokens.slice(start, etc < 0 ? tokens.length : etc));
  return phrase !== null && phrase.text.length <= LONGEST_MEASURE
    ? phrase
    : nounPhraseAtHead(text, tokens, false);
}
