import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
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

/** 第十批, 第一, 第12天; 第一师 and 第一书记 are names. */
export function readNth(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const numeral = readNumeral(text, at + 1);
  if (numeral === null || numeral.value < 0 || numeral.form === 'half' || numeral.form === 'ratio')
    return null;
  const { ordinals } = knowledge;
  const pair = readPair(text, at, numeral, knowledge);
  if (pair !== null) return pair;
  const ranked = ordinals.ranked.beginningAt(text, numeral.end);
  const name = ordinals.names.beginningAt(text, numeral.end);
  const end = numeral.end + (ranked?.word.length ?? 0);
  if (name !== null && name.word.length >= (ranked?.word.length ?? 0))
    return { figure: null, end: numeral.end };
  const figure = ordinal(at, end, numeral.value, ranked?.word ?? null, 'nth', ranked === null ? 0.6 : 0.9);
  return { figure: numeral.valueMax === undefined ? figure : { ...figure, valueMax: numeral.valueMax }, end };
}

/** 第二、三次: two ranks that follow each other share one unit. */
function readPair(text: string, at: number, first: Numeral, knowledge: FiguresKnowledge): Reading | null {
  if (text[first.end] !== '、') return null;
  const second = readNumeral(text, first.end + 1);
  if (second === null || second.value !== first.value + 1 || second.valueMax !== undefined) return null;
  const ranked = knowledge.ordinals.ranked.beginningAt(text, second.end);
  if (ranked === null) return null;
  const end = second.end + ranked.word.length;
  const figure = { ...ordinal(at, end, first.value, ranked.word, 'nth', 0.8), valueMax: second.value };
  return { figure, end };
}

/** 首批, 首届. */
export function readFirst(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const word = knowledge.ordinals.first.beginningAt(text, at + 1);
  if (word === null) return null;
  const end = at + 1 + word.word.length;
  return { figure: ordinal(at, end, 1, word.word, 'first', 0.6), end };
}

/** 四级响应, 二期工程: a Chinese digit that ranks. */
export function readRank(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Reading | null {
  if (numeral.form !== 'chinese' || numeral.end - numeral.start !== 1 || text[numeral.start] === '两')
    return null;
  const rank = knowledge.ordinals.ranks.beginningAt(text, numeral.end);
  if (rank === null) return null;
  const end = numeral.end + rank.value.length;
  return { figure: ordinal(numeral.start, end, numeral.value, rank.value, 'rank', 0.8), end };
}
