import { isChineseNumeral } from '@shared/numerals/characters.ts';
import type { Clause } from './clauses.ts';
import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import { phraseOf, type ReadingPhrase } from './reading-phrase.ts';
import { isNominalOrQuality, namesQuantity } from './token-kinds.ts';

/** A topic stands among the first words of its clause. */
const FARTHEST = 14;
const LONGEST_QUALITY = 3;
const DEGREES = new Set('较 很 不'.split(' '));
const LOCAL = new Set('里 里面 内 上 中'.split(' '));
const JOINS = new Set('和 与 及 、'.split(' '));
/** A noun of one of these says where something lies, whatever the noun is. */
const INSIDE = new Set('里 里面 内'.split(' '));

/**
 * The common noun that a clause speaks of: [[专家组]]由7名教授组成, 村里的[[文化礼堂]]占地…, 2019年建成的[[水厂]]，;
 * null where it opens with a verb, a name or what is counted.
 * @param end where the figure or its measure begins; words behind it are not read.
 * @param meets what stands at `end`: the figure, a measure that names an amount (全长, 售价), or another.
 */
export function topicOf(
  text: string,
  { tokens: all, frame, end: clauseEnd }: Clause,
  end: number,
  meets: 'figure' | 'amount' | 'noun',
  words: PhraseWords,
): ReadingPhrase | null {
  const tokens = all.slice(frame, frame + FARTHEST);
  const isOpen = end >= clauseEnd;
  let at = skipLeads(tokens, 0, words);
  const whoseIs = (from: number, to: number): ReadingPhrase | null =>
    meets === 'figure' || meets === 'amount' || isActor(tokens[to - 1]!, words) ? shaped(from, to) : null;
  if (tokens[at]?.text === '在')
    return placeIn(text, tokens, [at + 1, runEnd(tokens, at + 1, end, words)], isOpen);
  const cause = tokens[at];
  if (
    cause !== undefined &&
    /verb/.test(cause.wordClass) &&
    plays(words, 'causing', tokens[at + 1]?.text ?? '')
  )
    return phraseOf(text, cause.start, cause.end);
  const led = behindRelative(
    tokens.filter(({ start }) => start < end),
    at,
    words,
  );
  if (led > at) at = led;
  for (;;) {
    const to = runEnd(tokens, at, end, words);
    if (to === at) return null;
    const next = tokens[to];
    const of = next !== undefined && LOCAL.has(next.text) ? to + 1 : to;
    if (tokens[of]?.text === '的') {
      if (tokens[of + 1] !== undefined && tokens[of + 1]!.start >= end) return whoseIs(at, to);
      const behind = runEnd(tokens, of + 1, end, words);
      if (behind > of + 1 && opensDeed(tokens, of + 1, behind)) {
        at = of + 1;
        continue;
      }
      return null;
    }
    if (!opensDeed(tokens, at, to)) return null;
    const described = behindQuality(to);
    if (described > to && opensDeed(tokens, described, runEnd(tokens, described, end, words))) {
      at = described;
      continue;
    }
    return shaped(at, to);
  }

  /** 难度较大的[[工序]]: where the noun begins that the nouns before `to` describe, else `to`. */
  function behindQuality(to: number): number {
    const of = tokens.findIndex(({ text: word }, index) => index >= to && word === '的');
    const isNear = of > to && of - to <= LONGEST_QUALITY && tokens[of + 1] !== undefined;
    if (!isNear || !isNominalOrQuality(tokens[of + 1]!) || runEnd(tokens, of + 1, end, words) === of + 1)
      return to;
    const isPlain = tokens
      .slice(to, of)
      .every(
        ({ wordClass, text: word }) =>
          (wordClass !== 'function' && wordClass !== 'name') || DEGREES.has(word),
      );
    return isPlain ? of + 1 : to;
  }

  /** Whether the nouns from `from` to `to` are followed by what they do or are. */
  function opensDeed(list: readonly Token[], from: number, to: number): boolean {
    const next = list[to];
    const last = list[to - 1]!;
    if (next === undefined) {
      if (isOpen) return (led > 0 && from >= led) || last.wordClass === 'adjective';
      return meetsMeasure(list, from, to);
    }
    if (next.start >= end && !isOpen && next.wordClass !== 'verb' && next.wordClass !== 'adverb')
      return meetsMeasure(list, from, to);
    if (JOINS.has(next.text) && (list[to + 1]?.start ?? 0) >= end)
      return next.text === '与' && meets === 'figure';
    if (next.text === '的') return true;
    if (LOCAL.has(next.text)) return INSIDE.has(next.text) || isActor(last, words);
    return (
      next.wordClass === 'verb' ||
      next.wordClass === 'adverb' ||
      BEHIND_VERBS.has(list[to + 1]?.text ?? '') ||
      plays(words, 'planned', next.text) ||
      next.wordClass === 'time' ||
      plays(words, 'begins-deed', next.text) ||
      plays(words, 'linking', next.text) ||
      next.text === '年' ||
      plays(words, 'adverbial', next.text) ||
      (isChineseNumeral(next.text, 0) && list[to + 1]?.text === '年') ||
      plays(words, 'attribute', next.text)
    );
  }

  /** 古桥全长, 医院门诊量, but not 村和社区干部: nothing but its owner stands before a measure. */
  function meetsMeasure(list: readonly Token[], from: number, to: number): boolean {
    if (list.slice(from, to).some((token) => JOINS.has(token.text))) return false;
    return meets === 'amount' || isActor(list[to - 1]!, words);
  }

  function shaped(from: number, to: number): ReadingPhrase | null {
    let last = to - 1;
    // 企业研发投入: who does it, not what is done.
    const actor = tokens.findLastIndex(
      (token, index) => index >= from && index < last && isActor(token, words),
    );
    const isSaidOf = tokens[last]!.wordClass === 'verbal-noun' || tokens[last]!.wordClass === 'adjective';
    if (actor >= 0 && isSaidOf) last = actor;
    while (
      last >= from &&
      (tokens[last]!.wordClass === 'adjective' || plays(words, 'adverbial', tokens[last]!.text))
    )
      last -= 1;
    if (last < from) return null;
    if (tokens.slice(from, last + 1).some(({ wordClass }) => wordClass === 'name')) return null;
    const isDeed = tokens[last]!.wordClass === 'verbal-noun' && !(led > 0 && from >= led);
    const isNoun = !isDeed && !namesQuantity(tokens[last]!.text, words);
    const start = tokens[from - 1]?.text === '该' ? tokens[from - 1]!.start : tokens[from]!.start;
    const phrase = phraseOf(text, start, tokens[last]!.end);
    return isNoun &&
      !plays(words, 'press', phrase.text) &&
      /^[\p{Script=Han}“”·、A-Za-z]{2,16}$/u.test(phrase.text)
      ? phrase
      : null;
  }
}

const isActor = ({ text }: Token, words: PhraseWords): boolean =>
  plays(words, 'actor', text) ||
  plays(words, 'actor', text.slice(-2)) ||
  plays(words, 'actor', text.slice(-3));

const COUNTRYSIDE = /(?:乡|农|山)村$/;

/** Whether a noun is of a body: a topic that lasts through its sentence. */
export const isBody = (noun: string, words: PhraseWords): boolean =>
  (plays(words, 'body-end', noun.at(-1)!) && !COUNTRYSIDE.test(noun)) ||
  [noun, noun.slice(-2), noun.slice(-3)].some((ending) => plays(words, 'actor', ending));

/** Whether `phrase` is the first thing that a clause speaks of. */
export function opensWith({ tokens, frame }: Clause, phrase: ReadingPhrase, words: PhraseWords): boolean {
  const first = tokens.slice(frame)[skipLeads(tokens.slice(frame), 0, words)];
  return first !== undefined && phrase.start <= first.start;
}

/** Behind the times, adverbs and pointing words that lead a clause in. */
function skipLeads(tokens: readonly Token[], from: number, words: PhraseWords): number {
  let at = from;
  const isClassifier = (): boolean =>
    tokens[at]!.wordClass === 'unknown' && /^[这那该此]/.test(tokens[at - 1]?.text ?? '');
  while (
    tokens[at] !== undefined &&
    (tokens[at]!.wordClass === 'time' ||
      tokens[at]!.wordClass === 'adverb' ||
      plays(words, 'leads-in', tokens[at]!.text) ||
      (tokens[at]!.text.length === 1 && isClassifier()) ||
      plays(words, 'adverbial', tokens[at]!.text) ||
      /^[\s“”‘’"'#*·■◆●（(]+$/.test(tokens[at]!.text))
  )
    at += 1;
  return at;
}

/** Behind these a clause that describes a noun ends: 改造[[后]]的产业园. */
const ENDS_RELATIVE = new Set('后 前 中 时'.split(' '));

/**
 * 改造后的[[产业园]], 只有40户人家的[[小山村]]: where the noun begins that the words before 的 describe, else `from`.
 * A verb that carries its object (打造最大的基地) describes nothing unless 的 follows it at once.
 */
function behindRelative(tokens: readonly Token[], from: number, words: PhraseWords): number {
  const first = tokens[from];
  const of = tokens.findIndex(({ text }, at) => at > from && text === '的');
  if (first === undefined || of < 0 || tokens[of + 1] === undefined) return from;
  const isClause = tokens
    .slice(from, of)
    .some(({ wordClass, text }) => wordClass === 'verb' || /^[0-9]/.test(text));
  const carries =
    plays(words, 'light', first.text) && of > from + 1 && !ENDS_RELATIVE.has(tokens[of - 1]!.text);
  return isClause && !carries && isNominalOrQuality(tokens[of + 1]!) ? of + 1 : from;
}

/** Behind a verb of one character: 载[[有]]132名. */
const BEHIND_VERBS = new Set('有 着 了 到 出 过 起'.split(' '));

/** Where the nouns end that begin at `from`, those joined by 和 or 、 too; none reaches beyond `end`. */
function runEnd(tokens: readonly Token[], from: number, end: number, words: PhraseWords): number {
  let at = from;
  const belongs = (token: Token | undefined, index: number): boolean =>
    token !== undefined &&
    token.end <= end &&
    isNominalOrQuality(token) &&
    !/^[0-9%.]/.test(token.text) &&
    !(isChineseNumeral(token.text, 0) && token.text.length < 3) &&
    !(token.text.length === 1 && BEHIND_VERBS.has(tokens[index + 1]?.text ?? '')) &&
    !(token.text === '年' && index > from) &&
    !plays(words, 'planned', token.text) &&
    !plays(words, 'possible', token.text);
  while (tokens[at] !== undefined) {
    if (belongs(tokens[at], at)) at += 1;
    else if (at > from && JOINS.has(tokens[at]!.text) && belongs(tokens[at + 1], at + 1)) at += 2;
    else break;
  }
  return at;
}

/** 在柳溪镇[[中医馆]]里，: the place in which a sentence begins. */
function placeIn(
  text: string,
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  isOpen: boolean,
): ReadingPhrase | null {
  if (to === from || !isOpen || tokens[to] === undefined || !INSIDE.has(tokens[to]!.text)) return null;
  return phraseOf(text, tokens[from]!.start, tokens[to - 1]!.end);
}
