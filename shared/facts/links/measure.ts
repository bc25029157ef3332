import type { FoundFact } from '@shared/model/fact.ts';
import type { Token } from './cut-words.ts';
import { type PhraseWords, plays } from './phrase-words.ts';
import {
  isNominalOrQuality,
  leadsSomewhere,
  nounPhraseAtEnd,
  nounPhraseAtHead,
  phraseOf,
  phraseOfTokens,
  type ReadingPhrase,
  verbAtHead,
  verbPhraseAtEnd,
  wholePhrase,
} from './phrases.ts';
import type { Surroundings } from './surroundings.ts';

/** What a unit tells of the words around it. */
const unitsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Units that say what is counted: behind them a verb may stand at once (3万人就业). */
const SELF_TELLING = unitsOf('人 人次 户 户次 人份 场次 架次 班次 批次');
/** Classifiers of those who act: a verb behind their noun is what they do, not part of its name. */
const OF_PERSONS = unitsOf('名 位 人 户 家 人次 批 所 条 座 支');
/** Units that count how often something is done. */
const OF_ACTIONS = unitsOf('次 回 趟 遍');

interface Trimmed {
  readonly tokens: readonly Token[];
  /** 同比增长, 实际下降: the growth itself, where a direction stood at the end. */
  readonly direction: ReadingPhrase | null;
}

const links = ({ text, wordClass }: Token, words: PhraseWords): boolean =>
  wordClass === 'time' || plays(words, 'linking', text) || text.trim() === '';

function endWithoutLinks(left: readonly Token[], from: number, words: PhraseWords): number {
  let end = from;
  while (end > 0 && links(left[end - 1]!, words)) end -= 1;
  return end;
}

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
  { tokens, direction }: Trimmed,
  words: PhraseWords,
): ReadingPhrase | null {
  const last = tokens.at(-1);
  if (last === undefined || last.wordClass === 'name') return direction;
  if (isNominalOrQuality(last)) return nounPhraseAtEnd(text, tokens, words) ?? direction;
  return last.wordClass === 'verb' ? verbPhraseAtEnd(text, tokens, words) : direction;
}

/**
 * The shortest phrase that says what the figure counts, from the words of its own clause; null where
 * the clause has none, as in a list whose noun was said before.
 */
export function measureOf(
  text: string,
  figure: FoundFact,
  { left, right, list, meetsNext }: Surroundings,
  words: PhraseWords,
): ReadingPhrase | null {
  const trimmed = trimLinks(text, left, words);
  const last = trimmed.tokens.at(-1);
  const unit = figure.unit ?? '';
  const toTheLeft = (): ReadingPhrase | null => measureToTheLeft(text, trimmed, words);
  // 13名取得中级职称: behind persons a verb that carries its object says what they did.
  const ofPersons = OF_PERSONS.has(unit) || figure.kind === 'age';
  const dropped =
    ofPersons &&
    right[0] !== undefined &&
    plays(words, 'light', right[0].text) &&
    !right.some(({ text: word }) => word === '的');
  const toTheRight = (): ReadingPhrase | null =>
    dropped ? null : (summedUp(text, list, ofPersons, words) ?? nounPhraseAtHead(text, right, ofPersons));

  // 提出5项[[要求]]。: a verb or a name alone behind a classifier is what is counted.
  const named = (): ReadingPhrase | null => {
    if (ofPersons || meetsNext !== null) return null;
    const isName = right.length === 1 && right[0]!.wordClass === 'name';
    return isName ? phraseOfTokens(text, right) : verbAtHead(text, right);
  };

  switch (figure.kind) {
    case 'quantity': {
      const leads = OF_ACTIONS.has(unit) || (unit === '人次' && last === undefined);
      if (leads && leadsSomewhere(right[0])) return wholePhrase(text, right);
      if (!SELF_TELLING.has(unit)) return toTheRight() ?? named() ?? toTheLeft();
      if (right[0]?.wordClass === 'noun') return toTheRight() ?? toTheLeft();
      const light = last !== undefined && plays(words, 'light', last.text);
      const done = verbAtHead(text, right);
      if (done !== null && (light || last === undefined)) return done;
      return light ? (toTheRight() ?? toTheLeft()) : (toTheLeft() ?? toTheRight() ?? done);
    }
    case 'money':
      if (right[0]?.text === '的') return toTheLeft() ?? toTheRight();
      return (isPlainNoun(right[0]) ? toTheRight() : null) ?? toTheLeft();
    case 'percent':
      return (right[0]?.text === '的' ? toTheRight() : null) ?? toTheLeft();
    case 'measurement': {
      const attribute = last !== undefined && plays(words, 'attribute', last.text);
      return attribute ? phraseOfTokens(text, [last]) : (toTheRight() ?? toTheLeft());
    }
    case 'rate':
      if (figure.rule === 'times-per') return wholePhrase(text, right) ?? toTheLeft();
      return toTheLeft() ?? toTheRight();
    case 'ordinal':
      return ranked(text, left, words) ?? toTheRight() ?? verbAtHead(text, right) ?? toTheLeft();
    default:
      return toTheRight() ?? verbAtHead(text, right) ?? toTheLeft();
  }
}

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
    return described ? nounPhraseAtHead(text, list, ofPersons) : null;
  }
  if (list.slice(0, etc).some(({ wordClass }) => wordClass === 'function' || wordClass === 'adverb'))
    return null;
  const next = list[etc + 1];
  if (next === undefined || (plays(words, 'scope', next.text) && list[etc + 2] === undefined)) return null;
  const from = plays(words, 'scope', next.text) ? etc + 2 : etc + 1;
  return nounPhraseAtHead(text, list.slice(from), ofPersons);
}

/** [[建设水平]]位列全省第二位: what is ranked stands before the verb of ranking. */
function ranked(text: string, left: readonly Token[], words: PhraseWords): ReadingPhrase | null {
  const verb = left.findLastIndex((token) => plays(words, 'ranking', token.text));
  return verb <= 0 ? null : nounPhraseAtEnd(text, left.slice(0, verb), words);
}

/** 2.6亿元[[资金]], but 5亿元建设…: behind money a verb begins something else. */
const isPlainNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.wordClass === 'noun' ||
    token.wordClass === 'adjective' ||
    token.wordClass === 'name' ||
    token.text === '的');
