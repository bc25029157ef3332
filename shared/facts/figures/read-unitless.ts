import type { Bound, FactKind } from '@shared/model/fact.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import type { Figure } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan } from './measured.ts';

/** What a number with no unit is taken for. */
interface Said {
  readonly kind: FactKind;
  readonly unit: string | null;
  readonly rule: string;
  readonly confidence: number;
}

const SHARE: Said = { kind: 'percent', unit: '%', rule: 'share-in-words', confidence: 0.9 };
const NOUN: Said = { kind: 'quantity', unit: null, rule: 'noun-counted', confidence: 0.7 };
const ALONE: Said = { kind: 'quantity', unit: null, rule: 'number-alone', confidence: 0.5 };
const YUAN: Said = { kind: 'money', unit: 'CNY', rule: 'counted-scale', confidence: 0.6 };

/** 三分之一强, 三分之一弱: a little more, a little less. */
const SHADES: Readonly<Record<string, Bound>> = { 强: 'more-than', 弱: 'nearly' };

/** Longest run of plain digits that can be an amount; more are an account or a telephone. */
const LONGEST_AMOUNT = 6;

/** Spaces and marks that may stand around a number which is all that a text says. */
const EDGE = /^[\s。.，,；;！!？?]*$/;
const WIDEST_EDGE = 4;

function figureOf(numeral: Numeral, end: number, bound: Bound, said: Said): Figure {
  const { start, value, valueMax } = numeral;
  return { start, end, value, valueMax, bound, ...said };
}

/** The bound of the words behind a number, else of the number itself, else of the words before it. */
function boundAround(
  text: string,
  numeral: Numeral,
  knowledge: FiguresKnowledge,
): { readonly bound: Bound; readonly end: number } {
  const after = boundAfter(text, numeral.end, knowledge.bounds);
  const before = boundBefore(text, numeral.start, knowledge.bounds).bound;
  return {
    bound: after?.value ?? (numeral.bound === 'exact' ? before : numeral.bound),
    end: numeral.end + (after?.word.length ?? 0),
  };
}

/** A share in words (三成, 五分之一) is a percent with no unit behind it. */
function figureOfShare(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure {
  const shade = SHADES[text[numeral.end] ?? ''];
  if (shade !== undefined && !isHan(text[numeral.end + 1]))
    return figureOf(numeral, numeral.end + 1, shade, SHARE);
  const { bound, end } = boundAround(text, numeral, knowledge);
  return figureOf(numeral, end, bound, SHARE);
}

/** 30余万农民, 1000多学生: a noun counted with no classifier between. */
function figureBeforeNoun(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure | null {
  const arabic = numeral.form === 'arabic' || numeral.form === 'mixed';
  const large = numeral.form === 'mixed' || numeral.bound === 'more-than';
  if (
    !large ||
    numeral.value < 10 ||
    !isHan(text[numeral.end]) ||
    (!arabic && numeral.bare && numeral.value < 100)
  )
    return null;
  const { bound, end } = boundAround(text, numeral, knowledge);
  return figureOf(numeral, end, bound, NOUN);
}

/** Nothing but the number stands in the text: a cell of a table, an answer. */
const isWholeText = (text: string, { start }: Numeral, end: number): boolean =>
  start <= WIDEST_EDGE &&
  text.length - end <= WIDEST_EDGE &&
  EDGE.test(text.slice(0, start)) &&
  EDGE.test(text.slice(end));

const isPlainDigits = (words: string): boolean => /^[0-9]+$/.test(words);

const isLikeYear = (words: string): boolean => /^(?:19|20)[0-9]{2}$/.test(words);

/** 超过 of 超过一万且不超过两万 says that the number before 且 is an amount. */
const isBounded = (text: string, start: number, { bounds }: FiguresKnowledge): boolean => {
  const { bound } = boundBefore(text, start, bounds);
  return bound !== 'exact';
};

/** 指数升至103.5，: a clause ends with the number, and a word before it says that it is an amount. */
function closesClause(
  text: string,
  { start, end, form, valueMax }: Numeral,
  last: number,
  knowledge: FiguresKnowledge,
): boolean {
  const words = text.slice(start, end);
  const { bounds } = knowledge;
  // 大于三十小于五十: the other bound follows at once.
  const joins =
    (/[且并而]/.test(text[last] ?? ' ') || bounds.before.startingAt(text, last) !== null) &&
    isBounded(text, start, knowledge);
  if ((isHan(text[last]) && !joins) || /[A-Za-z0-9_:：/“”"'（(~×—-]/.test(text[last] ?? '')) return false;
  // 一百以上、三百以下: behind a bound a list goes on; else 3、 numbers a line.
  if (text[last] === '、' && last === end) return false;
  if (form === 'digits' || (form === 'chinese' && end - start === 1)) return false;
  if (isPlainDigits(words) && (words.length > LONGEST_AMOUNT || isLikeYear(words))) return false;
  if (last === end && valueMax !== undefined && /[从從在]/.test(text[start - 1] ?? ' ')) return true;
  const isLed = bounds.leads.endingAt(text, start) !== null || boundBefore(text, start, bounds).start < start;
  // 户籍人口4.3万。: a scale behind digits says that it is an amount.
  return isLed || last > end || (form === 'mixed' && isHan(text[start - 1]));
}

/**
 * What 半 alone is a share of: people by the last character of what they are called (近半村民, 过半家长), what else is
 * counted by shares (过半选票), or nothing (占近半。). Before other words it measures (近半年, 半公里).
 */
const HALVED =
  /^(?:$|[，。；、：！？）\s]|的|受访|人口|人[，。]|(?![年月天日夜晚个小世辈])\p{Script=Han}{1,2}[民员工生户者众师友客东长]|选票|席|股份|家庭|企业|国家|产能|市场)/u;
const LONGEST_HALVED = 3;

/** The share that 半 alone is, or null where it measures. */
export function readHalfShare(text: string, numeral: Numeral): Figure | null {
  const { start, end } = numeral;
  const bound = HALF_BOUNDS[text[start - 1] ?? ''];
  if (bound === undefined || text.slice(start, end) !== '半') return null;
  return HALVED.test(text.slice(end, end + LONGEST_HALVED))
    ? figureOf({ ...numeral, value: HALF }, end, bound, SHARE)
    : null;
}

/** Half of a hundred percent points. */
const HALF = 50;
const HALF_BOUNDS: Readonly<Record<string, Bound>> = { 近: 'nearly', 过: 'more-than', 逾: 'more-than' };

/** A number that no unit and no noun follows: 指数升至103.5, 三千出头, 2个亿, 10到20之间. */
function figureAlone(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure | null {
  const { bound, end } = boundAround(text, numeral, knowledge);
  if (/个[亿億]/.test(text.slice(numeral.start, numeral.end))) return figureOf(numeral, end, bound, YUAN);
  if (numeral.form === 'half') return null;
  const isBetween = numeral.valueMax !== undefined && /^之[间間]/.test(text.slice(end, end + 2));
  if (isBetween || isWholeText(text, numeral, end) || closesClause(text, numeral, end, knowledge))
    return figureOf(numeral, end, bound, ALONE);
  return null;
}

/** The figure that a numeral makes with no unit behind it, or null where it makes none. */
export function readUnitless(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure | null {
  if (numeral.form === 'ratio') return figureOfShare(text, numeral, knowledge);
  const bounded =
    numeral.bound !== 'exact' || boundBefore(text, numeral.start, knowledge.bounds).start < numeral.start;
  if (numeral.bare && !bounded) return null;
  return figureBeforeNoun(text, numeral, knowledge) ?? figureAlone(text, numeral, knowledge);
}
