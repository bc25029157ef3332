import { isChineseNumeral } from '@shared/numerals/characters.ts';
import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import { phraseOf, phraseOfTokens, type ReadingPhrase } from './reading-phrase.ts';
import { isNominal, isNominalOrQuality, isOneWhoActs, leadsSomewhere, namesQuantity } from './token-kinds.ts';

/** No measure is longer than this many characters. */
const LONGEST_MEASURE = 12;
/** A noun this short takes the verb before it along: 倒塌房屋. */
const SHORT_NOUN = 2;
const LONGEST_VERB_PHRASE = 6;

/** Words that make a place of the noun before them: 中医馆里. */
const LOCAL = new Set([...'里中内上下外间前后']);
/** Verbs that end so take a complement, they qualify no noun: 结为, 建成, 达到. */
const LINKING_END = new Set([...'为成到于出入']);

/** A compound with a verb inside is no longer than this; beyond it the verb says what the noun does. */
const LONGEST_COMPOUND = 10;

/**
 * The noun phrase at the head of `tokens`: 6个[[联合攻关课题]]，. Verbs belong to it where a noun follows
 * them; behind the noun of one who acts (`ofPersons`) a verb ends it.
 * @param isHad what is counted belongs to the noun behind 的: 只有40户[[人家]]的小村.
 */
export function nounPhraseAtHead(
  text: string,
  cut: readonly Token[],
  ofPersons: boolean,
  words: PhraseWords,
  isHad = false,
): ReadingPhrase | null {
  const tokens = joinUnknown(text, cut, words);
  if (tokens[0] !== undefined && LOCAL.has(tokens[0].text) && tokens[1]?.text !== '的') return null;
  const start = headStart(tokens, isHad);
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
    if (token.wordClass === 'adverb' || token.wordClass === 'function' || token.wordClass === 'time') {
      if (last >= 0 && last === at - 1 && coordinates(token, tokens, at)) continue;
      break;
    }
    if (last >= 0 && token.wordClass === 'unknown' && isChineseNumeral(token.text, 0)) break;
    if ((taken > LONGEST_MEASURE || LOCAL.has(token.text)) && last >= 0) break;
    if (last >= 0 && token.wordClass === 'adjective' && next !== undefined && isVerbal(next)) break;
    // 口罩供应|医院, but 口罩供应基地.
    if (last >= 0 && plays(words, 'carries-on', token.text) && !plays(words, 'head', next?.text ?? '')) break;
    if (token.wordClass === 'verb') {
      const isBeforeCompound = next?.wordClass === 'verb' && heads(tokens[at + 2], words);
      const goesOn =
        isBeforeCompound || (next !== undefined && isNominalOrQuality(next) && next.wordClass !== 'name');
      // 两个新的突破: behind 的 a verb stands for a noun.
      if (!goesOn && at === start && start > 0) last = at;
      if (!goesOn || (last >= 0 && endsBehind(tokens, at, last, ofPersons, words))) break;
      continue;
    }
    if (ofPersons && last >= 0 && token.wordClass === 'verbal-noun' && acts(tokens, at, words)) break;
    if (ofPersons && last >= 0 && token.wordClass === 'name' && next?.wordClass !== 'noun') break;
    if (isNominal(token)) last = at;
  }
  if (last < 0 || (last === start && tokens[last]!.wordClass === 'name')) return null;
  return phraseOf(text, tokens[start]!.start, tokens[last]!.end);
}

const ASPECTS = new Set([...'了着过']);

/** Characters that stand alone side by side are a word that the lexicon lacks: 陪跑, 水冲. */
export function joinUnknown(text: string, tokens: readonly Token[], words: PhraseWords): readonly Token[] {
  const alone = ({ start, end, wordClass, text: word }: Token): boolean =>
    end - start === 1 &&
    (wordClass === 'noun' || wordClass === 'verb' || wordClass === 'unknown') &&
    /\p{Script=Han}/u.test(word) &&
    !LOCAL.has(word) &&
    !isChineseNumeral(word, 0) &&
    !plays(words, 'linking', word) &&
    !plays(words, 'light', word);
  // 村够了条件: with 了 behind it a verb stands by itself.
  const joinsLast = (at: number): boolean =>
    at > 0 &&
    alone(tokens[at]!) &&
    alone(tokens[at - 1]!) &&
    !(tokens[at]!.wordClass === 'verb' && ASPECTS.has(tokens[at + 1]?.text ?? ''));
  if (!tokens.some((_, at) => joinsLast(at))) return tokens;
  const joined: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const last = joined.at(-1);
    if (last !== undefined && joinsLast(at)) {
      const { start } = last;
      // 超汛限, 陪跑, but 配餐点: two verbs are one.
      const isVerb = last.wordClass === 'verb' && token.wordClass === 'verb';
      const wordClass = isVerb && !isOneWhoActs(token.text, words) ? 'verb' : 'unknown';
      joined[joined.length - 1] = { start, end: token.end, text: text.slice(start, token.end), wordClass };
    } else joined.push(token);
  }
  return joined;
}

/** Where the counted noun begins: behind 的 (10个大的[[项目]], 6个基础好、潜力大的[[村落]]), behind names joined by 和. */
function headStart(tokens: readonly Token[], isHad: boolean): number {
  const of = tokens.findIndex((token) => token.text === '的');
  if (of === 1 && isHad && tokens[0]!.wordClass === 'noun') return 0;
  if (of === 0 || of === 1 || (of > 1 && describes(tokens, of))) return of + 1;
  let start = 0;
  while (
    tokens[start]?.wordClass === 'name' &&
    tokens[start + 2]?.wordClass === 'name' &&
    joins(tokens[start + 1])
  )
    start += 2;
  return start === 0 ? 0 : start + 1;
}

/** Behind these stands who acts, not what is counted: 两餐都由村里请来的厨师做. */
const ACTED_ON = new Set([...'由被把将让']);

/** Whether the words before 的 at `of` describe what follows it: 刚过盛花期的, 基础好的; 社区的 does not. */
function describes(tokens: readonly Token[], of: number): boolean {
  if (tokens[of + 1] === undefined || !isNominalOrQuality(tokens[of + 1]!)) return false;
  if (tokens.slice(0, of).some(({ text }) => ACTED_ON.has(text))) return false;
  const [first, second] = tokens;
  return (
    first!.wordClass === 'verb' ||
    first!.wordClass === 'adverb' ||
    first!.wordClass === 'function' ||
    (second!.wordClass === 'adjective' && (of === 2 || tokens[2]!.text === '、'))
  );
}

const joins = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.text === '和' || token.text === '及' || token.text === '以及' || token.text === '与');

/** 船长和水手, but not 5个乡镇和昌黎县… nor 3人和他的…: a noun joins a noun. */
const coordinates = (token: Token, tokens: readonly Token[], at: number): boolean =>
  joins(token) && token.text !== '与' && tokens[at + 1]?.wordClass === 'noun';

const isVerbal = ({ wordClass }: Token): boolean => wordClass === 'verb' || wordClass === 'verbal-noun';

const isPlainlyNominal = ({ wordClass }: Token): boolean => wordClass === 'noun' || wordClass === 'quoted';

/** Whether a verb behind a noun says what the noun does, rather than being part of a compound (成果转化基地). */
function endsBehind(
  tokens: readonly Token[],
  verb: number,
  noun: number,
  ofPersons: boolean,
  words: PhraseWords,
): boolean {
  const { start, end: verbEnd, text: verbText } = tokens[verb]!;
  if (ofPersons || LINKING_END.has(verbText.at(-1)!) || verbEnd - start < 2) return true;
  let end = verb + 1;
  while (tokens[end] !== undefined && isNominal(tokens[end]!)) end += 1;
  const isLong = tokens[end - 1]!.end - tokens[0]!.start > LONGEST_COMPOUND;
  const isCompound = tokens.slice(verb + 1, end).some((token) => heads(token, words));
  return (isLong && tokens[noun]!.end - tokens[noun]!.start > 1) || !isCompound;
}

/** 试点[[企业]], 服务[[站]]: a noun before which a verb can stand within a compound. */
const heads = (token: Token | undefined, words: PhraseWords): boolean =>
  token !== undefined &&
  isNominal(token) &&
  [token.text, token.text.slice(-1), token.text.slice(-2)].some((ending) => plays(words, 'head', ending));

/** Whether a verbal noun behind one who acts has an object: 家庭[[养殖]]桃花鸡. */
const acts = (tokens: readonly Token[], at: number, words: PhraseWords): boolean =>
  isOneWhoActs(tokens[at - 1]!.text, words) &&
  (tokens[at + 1] === undefined ||
    (isPlainlyNominal(tokens[at + 1]!) && !isOneWhoActs(tokens[at + 1]!.text, words)));

/** How or when in a course of events somebody did it: 两人中途[[退出]]. */
const HOW = new Set(['中途', '半途', '途中', '不幸', '意外']);

/** The verb at the head of `tokens`, where it ends the clause: 3万余人[[就业]]，. */
export function verbAtHead(text: string, tokens: readonly Token[]): ReadingPhrase | null {
  // 4600人从中[[受益]].
  const lead = tokens.findIndex(({ wordClass, text: word }) => wordClass !== 'adverb' && !HOW.has(word));
  const [first, second] = tokens.slice(Math.max(0, lead));
  if (first === undefined || second !== undefined || first.end - first.start < 2) return null;
  const verbal = first.wordClass === 'verb' || first.wordClass === 'verbal-noun';
  return verbal ? phraseOfTokens(text, [first]) : null;
}

/** The noun phrase that ends `tokens`, without the name of whom it is said: 柯坪学生[[微心愿]]2521个. */
export function nounPhraseAtEnd(
  text: string,
  cut: readonly Token[],
  words: PhraseWords,
): ReadingPhrase | null {
  const tokens = joinUnknown(text, cut, words);
  let first = tokens.length;
  while (first > 0) {
    const token = tokens[first - 1]!;
    const collected = first < tokens.length;
    if (collected && tokens.at(-1)!.end - token.start > LONGEST_MEASURE) break;
    if (token.wordClass === 'name' && collected) break;
    if (plays(words, 'linking', token.text)) break;
    if (collected && plays(words, 'light', token.text)) break;
    const before = tokens[first - 2];
    // 二期[[总投资]], 这款手机: what a numeral counts belongs to another.
    if (token.end - token.start === 1 && before !== undefined && countsOrPoints(before)) break;
    if (ORDINAL.test(token.text) || (collected && plays(words, 'planned', token.text))) break;
    if (collected && plays(words, 'actor', token.text)) break;
    const within = collected && before !== undefined && isNominal(before) && before.wordClass !== 'name';
    const namesAmount = within && namesQuantity(tokens.at(-1)!.text, words);
    if (!isNominalOrQuality(token) && !(token.wordClass === 'verb' && namesAmount)) break;
    first -= 1;
    // 农村居民[[人均可支配收入]]: before it stands whose share it is.
    if (collected && (plays(words, 'sharing', token.text) || PERIODS.has(token.text))) break;
  }
  if (first === tokens.length) return null;
  first = coordinatedBefore(tokens, first);
  const start = tokens[first]!.start;
  const end = tokens.at(-1)!.end;
  const verb = tokens[first - 1];
  const short =
    end - start <= SHORT_NOUN &&
    verb?.wordClass === 'verb' &&
    verb.end - verb.start > 1 &&
    !plays(words, 'linking', verb.text) &&
    !plays(words, 'light', verb.text);
  return phraseOf(text, short ? verb.start : start, end);
}

const countsOrPoints = ({ text }: Token): boolean => isChineseNumeral(text, 0) || POINTERS.has(text);

const ORDINAL = /^(?:首|第?[一二三四五六七八九十]+)[期批届轮]$/;
const POINTERS = new Set([...'这那每某各几']);
/** 月营业额, 年产值: the period is where the measure begins. */
const PERIODS = new Set([...'年月日周季']);

/** A longer noun behind 和 is enough by itself: 线上和门店[[促销活动]]. */
const LONGEST_CONJUNCT = 4;

/** 捐赠[[棉衣和书籍]]: where the noun joined by 和 begins, if nothing but nouns stands there. */
function coordinatedBefore(tokens: readonly Token[], first: number): number {
  const joint = tokens[first - 1];
  if (joint === undefined || !joins(joint) || joint.text === '与') return first;
  let start = first - 1;
  while (start > 0 && tokens[start - 1]!.wordClass === 'noun') start -= 1;
  const second = tokens.at(-1)!.end - tokens[first]!.start;
  return start === first - 1 ||
    second > LONGEST_CONJUNCT ||
    tokens.at(-1)!.end - tokens[start]!.start > LONGEST_MEASURE
    ? first
    : start;
}

/** The verbs that end `tokens`, with where they lead: 赴沪进修学习. */
export function verbPhraseAtEnd(
  text: string,
  tokens: readonly Token[],
  words: PhraseWords,
): ReadingPhrase | null {
  const end = tokens.at(-1)?.end;
  if (end === undefined) return null;
  let first = tokens.length;
  while (first > 0) {
    const token = tokens[first - 1]!;
    const belongs = isNominalOrQuality(token) || token.wordClass === 'verb';
    if (end - token.start > LONGEST_VERB_PHRASE || !belongs || token.wordClass === 'quoted') break;
    if (token.wordClass === 'name' && !leadsSomewhere(tokens[first - 2])) break;
    if (first < tokens.length && plays(words, 'actor', token.text)) break;
    if (plays(words, 'planned', token.text)) break;
    first -= 1;
  }
  return phraseOfTokens(text, tokens.slice(first));
}

/** Everything to the clause's end, verbs too: 每月一次[[现场办公]]、. */
export function wholePhrase(
  text: string,
  tokens: readonly Token[],
  words: PhraseWords,
): ReadingPhrase | null {
  const etc = tokens.findIndex(({ text: word }) => word === '等');
  const start = tokens[0]?.text === '的' ? 1 : 0;
  const phrase = phraseOfTokens(text, tokens.slice(start, etc < 0 ? tokens.length : etc));
  return phrase !== null && phrase.text.length <= LONGEST_MEASURE
    ? phrase
    : nounPhraseAtHead(text, tokens, false, words);
}
