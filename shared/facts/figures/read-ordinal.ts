import { romanNumeralAt } from '@shared/numerals/characters.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { endOfRangeSign, readNumeral } from '@shared/numerals/read-numeral.ts';
import type { Figure, Reading } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';

const ordinal = (
  start: number,
  end: number,
  value: number,
  unit: string | null,
  rule: string,
  confidence: number,
): Figure => ({
  start,
  end,
  kind: 'ordinal',
  value,
  unit,
  bound: 'exact',
  rule,
  confidence,
});

/** A number, or a Roman one of one character (第Ⅲ期). */
function readRankNumber(text: string, at: number): Numeral | null {
  const roman = romanNumeralAt(text, at);
  if (roman === 0) return readNumeral(text, at);
  return { start: at, end: at + 1, value: roman, bound: 'exact', form: 'chinese', bare: false };
}

/** 第十批, 第一, 第12天; 第一师 and 第一书记 are names. */
export function readNth(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const numeral = readRankNumber(text, text[at + 1] === ' ' ? at + 2 : at + 1);
  if (numeral === null || numeral.value < 0 || numeral.form === 'half' || numeral.form === 'ratio')
    return null;
  const { ordinals } = knowledge;
  const pair = readPair(text, at, numeral, knowledge);
  if (pair !== null) return pair;
  const listed = endOfNames(text, numeral.end, knowledge);
  if (listed > numeral.end) return { figure: null, end: listed };
  const ranked = ordinals.ranked.startingAt(text, numeral.end);
  const name = ordinals.names.startingAt(text, numeral.end);
  const end = numeral.end + (ranked?.word.length ?? 0);
  if (ranked === null && numbersBody(text, numeral)) return { figure: null, end: numeral.end };
  if (name !== null && name.word.length >= (ranked?.word.length ?? 0))
    return { figure: null, end: numeral.end };
  const upper = numeral.valueMax === undefined ? readUpperRank(text, end, numeral.value, knowledge) : null;
  if (upper !== null) {
    const { value: valueMax, unit } = upper;
    const range = {
      ...ordinal(at, upper.end, numeral.value, unit ?? ranked?.word ?? null, 'nth', 0.8),
      valueMax,
    };
    return { figure: range, end: upper.end };
  }
  const figure = ordinal(at, end, numeral.value, ranked?.word ?? null, 'nth', ranked === null ? 0.6 : 0.9);
  return { figure: numeral.valueMax === undefined ? figure : { ...figure, valueMax: numeral.valueMax }, end };
}

/** 第一针织厂, 第八水泥公司: a number that tells bodies of one kind apart. */
const BODY =
  /^(?![大高长次多好强家个])\p{Script=Han}{0,6}?(?:厂|公司|中学|小学|高中|医院|学院|学校|研究所|研究院|设计院|幼儿园|农场|林场|牧场|煤矿|监狱|法院|检察院|分局|支队|总队|大队|中队|车间|生产队|合作社|剧场|电影院|百货|商店|印刷|纺织|针织|机械|机床|钢铁|水泥|化工|橡胶|食品)/u;
const LONGEST_BODY = 10;
const numbersBody = (text: string, { end, form }: Numeral): boolean =>
  form === 'chinese' && BODY.test(text.slice(end, end + LONGEST_BODY));

/** 第二 in 第一至第二名: the other end of a range of ranks. */
function readUpperRank(
  text: string,
  at: number,
  above: number,
  knowledge: FiguresKnowledge,
): { readonly value: number; readonly unit: string | null; readonly end: number } | null {
  const sign = endOfRangeSign(text, at);
  if (sign === at || text[sign] !== '第') return null;
  const numeral = readRankNumber(text, sign + 1);
  if (numeral === null || numeral.valueMax !== undefined || numeral.value <= above) return null;
  const ranked = knowledge.ordinals.ranked.startingAt(text, numeral.end);
  return {
    value: numeral.value,
    unit: ranked?.word ?? null,
    end: numeral.end + (ranked?.word.length ?? 0),
  };
}

/** Most numbers that share one name: 第一、二、三产业. */
const MOST_LISTED = 4;

/** The end of numbers after 第 that one name closes (第一、二、三产业, 第二、第三产业); `at` itself where none does. */
function endOfNames(text: string, at: number, knowledge: FiguresKnowledge): number {
  let end = at;
  for (let count = 0; count < MOST_LISTED && /[、和与至到]/.test(text[end] ?? ''); count += 1) {
    const next = readNumeral(text, text[end + 1] === '第' ? end + 2 : end + 1);
    if (next === null) return at;
    end = next.end;
  }
  return end > at && knowledge.ordinals.names.startingAt(text, end) !== null ? end : at;
}

/** Units of 最后一… that are stretches of time or distance, not ranks: 最后一天, 最后一年. */
const NO_RANK = /^[天年日周月季点分秒代世]/;

/** 最后一名, 最后一批: the last of what is ranked. */
function readLast(text: string, at: number, { ordinals }: FiguresKnowledge): Reading | null {
  if (!/^最[后後]一/.test(text.slice(at, at + 3))) return null;
  const ranked = ordinals.ranked.startingAt(text, at + 3);
  if (ranked === null || NO_RANK.test(ranked.word)) return null;
  const end = at + 3 + ranked.word.length;
  return { figure: ordinal(at, end, -1, ranked.word, 'last', 0.5), end };
}

/** 倒数第二, 倒数第3名, 最后一名: counted from the end, below zero. */
export function readFromEnd(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  if (text[at] === '最') return readLast(text, at, knowledge);
  if (!text.startsWith('倒数第', at) && !text.startsWith('倒數第', at)) return null;
  const nth = readNth(text, at + 2, knowledge)?.figure;
  if (!nth || nth.value === null || nth.valueMax !== undefined) return null;
  return { figure: { ...nth, start: at, value: -nth.value, rule: 'nth-from-end' }, end: nth.end };
}

/** Ⅲ级响应, Ⅱ期临床. */
export function readRoman(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const numeral = readRankNumber(text, at);
  return numeral === null ? null : readRank(text, numeral, knowledge);
}

/** 第二、三次: two ranks that follow each other share one unit. */
function readPair(text: string, at: number, first: Numeral, knowledge: FiguresKnowledge): Reading | null {
  if (text[first.end] !== '、') return null;
  const second = readNumeral(text, first.end + 1);
  if (second === null || second.value !== first.value + 1 || second.valueMax !== undefined) return null;
  const ranked = knowledge.ordinals.ranked.startingAt(text, second.end);
  if (ranked === null) return null;
  const end = second.end + ranked.word.length;
  const figure = { ...ordinal(at, end, first.value, ranked.word, 'nth', 0.8), valueMax: second.value };
  return { figure, end };
}

/** 首批, 首届. */
export function readFirst(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const word = knowledge.ordinals.first.startingAt(text, at + 1);
  if (word === null || knowledge.phrases.startingAt(text, at) !== null) return null;
  const end = at + 1 + word.word.length;
  return { figure: ordinal(at, end, 1, word.word, 'first', 0.6), end };
}

/** 集装箱码头一期: which phase of what stands before it. */
function readPhase(
  text: string,
  { start, end, value }: Numeral,
  { ordinals }: FiguresKnowledge,
): Reading | null {
  if (text[end] !== '期' || ordinals.phased.endingAt(text, start) === null) return null;
  return { figure: ordinal(start, end + 1, value, '期', 'phase', 0.75), end: end + 1 };
}

/** 四级响应, 二期工程: a Chinese digit that ranks. */
export function readRank(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Reading | null {
  if (numeral.form !== 'chinese' || numeral.end - numeral.start !== 1 || text[numeral.start] === '两')
    return null;
  const rank = knowledge.ordinals.ranks.startingAt(text, numeral.end);
  if (rank === null) return readPhase(text, numeral, knowledge);
  const end = numeral.end + rank.value.length;
  return { figure: ordinal(numeral.start, end, numeral.value, rank.value, 'rank', 0.8), end };
}
