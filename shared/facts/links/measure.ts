import type { FoundFact } from '@shared/model/fact.ts';
import { isChineseNumeral } from '@shared/numerals/characters.ts';
import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import {
  joinUnknown,
  nounPhraseAtEnd,
  nounPhraseAtHead,
  verbAtHead,
  verbPhraseAtEnd,
  wholePhrase,
} from './phrases.ts';
import { phraseOf, phraseOfTokens, type ReadingPhrase } from './reading-phrase.ts';
import type { Surroundings } from './surroundings.ts';
import { isNominal, isNominalOrQuality, isOneWhoActs, leadsSomewhere, namesQuantity } from './token-kinds.ts';

/** Units that count how often something is done. */
const OF_ACTIONS = new Set([...'次回趟遍']);

/** What has something: behind the noun counted stands who has it (只有40户人家的小村). */
export const HAVING: ReadonlySet<string> = new Set('有 只有 拥有 设有 住着 仅有 占地'.split(' '));

interface Trimmed {
  readonly tokens: readonly Token[];
  /** 同比增长, 实际下降: the growth itself, where a direction stood at the end. */
  readonly direction: ReadingPhrase | null;
}

const links = ({ text, wordClass }: Token, words: PhraseWords): boolean =>
  wordClass === 'time' || wordClass === 'adverb' || plays(words, 'linking', text) || text.trim() === '';

const PERIODS = new Set([...'年月天日周季']);

function endWithoutLinks(left: readonly Token[], from: number, words: PhraseWords): number {
  let end = from;
  for (;;) {
    const last = left[end - 1];
    if (last === undefined) return end;
    const before = left[end - 2];
    // 一年近60万元, 建起了60座: neither the period nor the complement says what is counted.
    if (before?.text === '每') end -= 2;
    // 结构由上年的5∶3∶2: from when on.
    else if (last.text === '的' && before?.wordClass === 'time') end -= 2;
    // 收入由零增加到86万元: from nothing on.
    else if (/^[零无]$/.test(last.text) && /^[由从]$/.test(before?.text ?? '')) end -= 2;
    else if (PERIODS.has(last.text) && before !== undefined && isChineseNumeral(before.text, 0)) end -= 2;
    else if (COMPLEMENTS.has(last.text) && before?.wordClass === 'verb') end -= 1;
    else if (links(last, words)) end -= 1;
    else return end;
  }
}

const COMPLEMENTS = new Set([...'起出成下上']);

/** Drops what links a measure to its number: 达, 共有, 同比增长, 分别为. */
function trimLinks(text: string, left: readonly Token[], words: PhraseWords): Trimmed {
  let end = endWithoutLinks(left, left.length, words);
  const last = left[end - 1];
  if (last === undefined || !plays(words, 'direction', last.text)) {
    return { tokens: left.slice(0, end), direction: null };
  }
  const to = last.end;
  let from = last.start;
  end -= 1;
  while (
    end > 0 &&
    (left[end - 1]!.wordClass === 'adverb' || (left[end - 1]!.wordClass === 'adjective' && end === 1))
  ) {
    from = left[end - 1]!.start;
    end -= 1;
  }
  const direction = phraseOf(text, from, to);
  return { tokens: left.slice(0, endWithoutLinks(left, end, words)), direction };
}

function measureToTheLeft(
  text: string,
  { tokens: cut, direction }: Trimmed,
  words: PhraseWords,
): ReadingPhrase | null {
  const tokens = joinUnknown(text, cut, words);
  const last = tokens.at(-1);
  if (last === undefined || last.wordClass === 'name') return direction;
  if (isNominalOrQuality(last)) return nounPhraseAtEnd(text, tokens, words) ?? direction;
  if (last.wordClass !== 'verb' || plays(words, 'planned', last.text)) return direction;
  const made = madeNoun(tokens, words);
  if (made > 0) return nounPhraseAtEnd(text, tokens.slice(0, made), words);
  const isEmpty = saysNothing(last.text, words);
  return isEmpty ? direction : verbPhraseAtEnd(text, tokens, words);
}

/** 建起, 达, 走: a verb that carries its object or has one character says by itself not what is counted. */
const saysNothing = (verb: string, words: PhraseWords): boolean =>
  (verb.length < 2 && !plays(words, 'attribute', verb)) || ONLY_CARRIES.test(verb);

/** 建起, 培育出, 下跌到: verbs with a complement. */
const ONLY_CARRIES = /^\p{Script=Han}{1,2}[出起到成得]$/u;
const LONGEST_DEED = 2;
/** Verbs that make even what else would act: 基地[[建起]]3个. */
const MAKES = /^(?:新?建|设|培育|办|开办|成立)/;

/**
 * 圈舍[[建了]]3400平方米, 小巨人[[培育出]]1家: how many of `tokens` stand before a verb that says what was done to
 * their noun; 0 where their last noun acts itself or none stands there.
 */
function madeNoun(tokens: readonly Token[], words: PhraseWords): number {
  let noun = tokens.length - 1;
  const isCarried = ({ text, wordClass }: Token) =>
    wordClass === 'verb' && (plays(words, 'light', text) || ONLY_CARRIES.test(text));
  while (noun >= 0 && tokens.length - noun <= LONGEST_DEED && isCarried(tokens[noun]!)) noun -= 1;
  const made = tokens[noun];
  if (made === undefined || noun === tokens.length - 1) return 0;
  const isThing =
    isNominal(made) &&
    made.wordClass !== 'name' &&
    made.text.length > 1 &&
    (!plays(words, 'actor', made.text) || MAKES.test(tokens[noun + 1]!.text)) &&
    !plays(words, 'adverbial', made.text) &&
    !plays(words, 'planned', made.text) &&
    !isOneWhoActs(made.text, words);
  return isThing ? noun + 1 : 0;
}

/**
 * The shortest phrase that says what the figure counts, from the words of its own clause; null where
 * the clause has none, as in a list whose noun was said before.
 */
export function measureOf(
  text: string,
  figure: FoundFact,
  { left, fronted, right, list, meetsNext, followsPrevious }: Surroundings,
  words: PhraseWords,
): ReadingPhrase | null {
  const trimmed = trimLinks(text, left, words);
  const last = trimmed.tokens.at(-1);
  const unit = figure.unit ?? '';
  const toTheLeft = (): ReadingPhrase | null =>
    measureToTheLeft(text, trimmed, words) ??
    (left.length === 0 && fronted.length > 0 ? nounPhraseAtEnd(text, fronted, words) : null);
  // 9名考取教师资格: behind persons a verb that carries its object says what they did.
  const ofPersons = plays(words, 'person-unit', unit) || figure.kind === 'age';
  const isHad = left.length > 0 && HAVING.has(left.at(-1)!.text);
  const dropped =
    ofPersons &&
    right[0] !== undefined &&
    plays(words, 'light', right[0].text) &&
    !right.some(({ text: word }) => word === '的');
  const toTheRight = (): ReadingPhrase | null =>
    dropped
      ? null
      : (summedUp(text, list, ofPersons, words) ?? nounPhraseAtHead(text, right, ofPersons, words, isHad));

  // 提出5项[[要求]]。: a verb or a name alone behind a classifier is what is counted.
  const named = (): ReadingPhrase | null => {
    if (ofPersons || meetsNext !== null) return null;
    const isName = right.length === 1 && right[0]!.wordClass === 'name';
    return isName ? phraseOfTokens(text, right) : verbAtHead(text, right);
  };

  // 投资5亿元的项目, but 一年60万元的[[收入]].
  const leftNamesMoney = (): boolean =>
    last !== undefined && (plays(words, 'spending', last.text) || namesQuantity(last.text, words));

  switch (figure.kind) {
    case 'quantity': {
      // 12个[[国家]]的340名选手, but 父子养护的20艘.
      const counted = right.slice(0, -1);
      if (
        meetsNext === 'described' &&
        counted.length > 0 &&
        counted.every(({ wordClass }) => wordClass === 'noun')
      )
        return phraseOfTokens(text, counted);
      const leads = OF_ACTIONS.has(unit) || (unit === '人次' && last === undefined);
      if (leads && leadsSomewhere(right[0])) return wholePhrase(text, right, words);
      if (!plays(words, 'telling-unit', unit)) return toTheRight() ?? named() ?? toTheLeft();
      if (right[0]?.wordClass === 'noun') return toTheRight() ?? toTheLeft();
      const light = last !== undefined && plays(words, 'light', last.text);
      const done = verbAtHead(text, right);
      // 7个乡镇2.6万人[[受灾]]: what stands before it was counted already.
      if (done !== null && (light || last === undefined || followsPrevious)) return done;
      return light ? (toTheRight() ?? toTheLeft()) : (toTheLeft() ?? toTheRight() ?? done);
    }
    case 'money':
      if (right[0]?.text === '的') return leftNamesMoney() ? toTheLeft() : (toTheRight() ?? toTheLeft());
      if (last !== undefined && plays(words, 'attribute', last.text)) return phraseOfTokens(text, [last]);
      return (isPlainNoun(right[0]) ? toTheRight() : null) ?? toTheLeft();
    case 'percent':
      return (right[0]?.text === '的' ? toTheRight() : null) ?? toTheLeft();
    case 'measurement': {
      const attribute = last !== undefined && plays(words, 'attribute', last.text);
      return attribute ? phraseOfTokens(text, [last]) : (toTheRight() ?? toTheLeft());
    }
    case 'rate':
      if (figure.rule === 'times-per') return wholePhrase(text, right, words) ?? toTheLeft();
      return toTheLeft() ?? toTheRight();
    case 'ordinal':
      // 集装箱码头一期: which phase of it.
      if (figure.rule === 'phase') return nounPhraseAtEnd(text, left, words);
      return (
        ranked(text, left, words) ??
        toTheRight() ??
        verbAtHead(text, right) ??
        (opensRanking(left, words) ? null : toTheLeft())
      );
    case 'ratio':
      return comparedNoun(text, left, words) ?? ofRatio(toTheLeft(), words) ?? ofRatio(toTheRight(), words);
    default:
      return toTheRight() ?? verbAtHead(text, right) ?? toTheLeft();
  }
}

/** [[师生比]]为1∶7: 比 is part of the noun where nothing but a link stands behind it. */
function comparedNoun(text: string, left: readonly Token[], words: PhraseWords): ReadingPhrase | null {
  const at = left.findLastIndex(({ text: word }) => word === '比');
  if (at < 1 || !left.slice(at + 1).every((token) => links(token, words))) return null;
  const noun = nounPhraseAtEnd(text, left.slice(0, at), words);
  return noun === null ? null : phraseOf(text, noun.start, left[at]!.end);
}

/** 男女[[比例]]1.2∶1, 三次产业[[结构]]为…, but not 3比2力克[[客队]]. */
const ofRatio = (phrase: ReadingPhrase | null, words: PhraseWords): ReadingPhrase | null =>
  phrase !== null && [1, 2].some((length) => plays(words, 'ratio-noun', phrase.text.slice(-length)))
    ? phrase
    : null;

/** What a list behind the figure ends with: 150名教育、医疗等领域[[骨干人才]], 6个基础好、潜力大的[[村落]]. */
function summedUp(
  text: string,
  list: readonly Token[],
  ofPersons: boolean,
  words: PhraseWords,
): ReadingPhrase | null {
  const etc = list.findIndex(({ text: word }) => word === '等');
  if (etc < 0) {
    const described = list[1]?.wordClass === 'adjective' && list[2]?.text === '、';
    return described ? nounPhraseAtHead(text, list, ofPersons, words) : null;
  }
  if (list.slice(0, etc).some(({ wordClass }) => wordClass === 'function' || wordClass === 'adverb'))
    return null;
  const next = list[etc + 1];
  if (next === undefined || (plays(words, 'scope', next.text) && list[etc + 2] === undefined)) return null;
  const from = plays(words, 'scope', next.text) ? etc + 2 : etc + 1;
  return nounPhraseAtHead(text, list.slice(from), ofPersons, words);
}

/** [[建设水平]]位列全省第二位: what is ranked stands before the verb of ranking. */
function ranked(text: string, left: readonly Token[], words: PhraseWords): ReadingPhrase | null {
  const verb = left.findLastIndex((token) => plays(words, 'ranking', token.text));
  return verb <= 0 ? null : nounPhraseAtEnd(text, left.slice(0, verb), words);
}

/** 增长9.1%，[[居]]全省第3位: what is ranked was said in the clause before. */
export const opensRanking = (left: readonly Token[], words: PhraseWords): boolean =>
  left[0] !== undefined && plays(words, 'ranking', left[0].text);

/** 2.6亿元[[资金]], but 5亿元建设…: behind money a verb begins something else. */
const isPlainNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.wordClass === 'noun' ||
    token.wordClass === 'adjective' ||
    token.wordClass === 'name' ||
    token.text === '的');
