import { CHINESE_DIGITS, SMALL_SCALES, valueAt } from '@shared/numerals/characters.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { Figure } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, type Measured, settle } from './measured.ts';
import type { Unit } from './unit.ts';

const MONTHS_OF_YEAR = 12;
const YEARS_OF_TEN = 10;

/** 两岁零三个月, 1岁8个月. */
export function readMonthsOfAge(text: string, measured: Measured): Measured {
  const { unit, end, value, valueMax } = measured;
  if (unit.kind !== 'age' || valueMax !== undefined || text[end - 1] !== '岁') return measured;
  const from = text[end] === '零' || text[end] === '又' ? end + 1 : end;
  const months = readNumeral(text, from);
  if (months === null || months.valueMax !== undefined || !text.startsWith('个月', months.end))
    return measured;
  if (months.value <= 0 || months.value >= MONTHS_OF_YEAR) return measured;
  const share = Number((months.value / MONTHS_OF_YEAR).toFixed(2));
  return { ...measured, value: settle(value + share), end: months.end + 2 };
}

const BEFORE_AGE_IN_TENS = /年[近过逾届满]$/;
const AFTER_AGE_IN_TENS =
  /^(?:老|高龄|母|父|夫[妇妻]|奶奶|爷爷|的?老|村民|院士|翁|党员|妇|婆|[男女汉](?:子|士|人|性|，|$)|长者|阿[公婆嬷伯]|退休|独居|之龄)/;

/** 旬 in 七旬老人, 年逾八旬: ten years of age. 上旬 and 两旬 are others. */
export function ageInTens(
  text: string,
  { start, end, value, form }: Numeral,
  knowledge: FiguresKnowledge,
): { readonly unit: Unit; readonly end: number } | null {
  if (text[end] !== '旬' || !/^(?:chinese|arabic)$/.test(form) || value < 5 || value > 10) return null;
  const said =
    BEFORE_AGE_IN_TENS.test(text.slice(Math.max(0, start - 2), start)) ||
    AFTER_AGE_IN_TENS.test(text.slice(end + 1, end + 4));
  return said ? { unit: { ...knowledge.units.get('岁')!, factor: YEARS_OF_TEN }, end: end + 1 } : null;
}

/** What before a number with no unit shows that it is an age: 享年86. */
const BEFORE_AGE = /(?:享年|终年|年仅|时年|现年|得年|高寿|寿至|寿终|刚满|年满|虚岁|周岁|实岁)$/;
const LONGEST_AGE_WORD = 2;
const OLDEST = 130;

/** 年近五十, 年逾70, 年过半百: what 年 and the word behind it say of the age that follows. */
const BEFORE_ROUND_AGE = /(?<![去今明前后当每全同])年([近过逾届满過滿屆])$/;
const BOUND_OF_AGE: Readonly<Record<string, Figure['bound']>> = {
  近: 'nearly',
  过: 'more-than',
  過: 'more-than',
  逾: 'more-than',
};
const YOUNGEST = 10;
const HALF_OF_HUNDRED = 50;

function readRoundAge(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure | null {
  const { start, form, bare } = numeral;
  const word = BEFORE_ROUND_AGE.exec(text.slice(Math.max(0, start - 3), start))?.[1];
  if (word === undefined) return null;
  const isHalf = text.startsWith('半百', start);
  const value = isHalf ? HALF_OF_HUNDRED : numeral.value;
  const end = isHalf ? start + 2 : numeral.end;
  const counts = isHalf || ((form === 'chinese' || form === 'arabic') && !bare && value >= YOUNGEST);
  if (!counts || isUnit(text, end, knowledge) || /[岁歲周旬年月日%]/.test(text[end] ?? ' ')) return null;
  return ageOf(start, end, value, BOUND_OF_AGE[word] ?? 'exact');
}

/** 九十有三, 四十出头, 享年86: ages with no 岁 behind them. */
export function readAgeWithoutUnit(
  text: string,
  numeral: Numeral,
  knowledge: FiguresKnowledge,
): Figure | null {
  const { start, end, value, form, valueMax } = numeral;
  if (valueMax !== undefined || value <= 0 || value > OLDEST || numeral.bound !== 'exact') return null;
  const isTens = form === 'chinese' && value >= 20 && value % 10 === 0;
  const ones = isTens && text[end] === '有' ? valueAt(CHINESE_DIGITS, text, end + 1) : -1;
  if (ones > 0 && valueAt(SMALL_SCALES, text, end + 2) < 0 && !isUnit(text, end + 2, knowledge))
    return ageOf(start, end + 2, value + ones, 'exact');
  if (
    isTens &&
    value < 100 &&
    /^出[头頭]/.test(text.slice(end, end + 2)) &&
    !isUnit(text, end + 2, knowledge)
  )
    return ageOf(start, end + 2, value, 'more-than');
  const round = readRoundAge(text, numeral, knowledge);
  if (round !== null) return round;
  const said = BEFORE_AGE.test(text.slice(Math.max(0, start - LONGEST_AGE_WORD), start));
  return said && form !== 'ratio' && !isHan(text[end]) ? ageOf(start, end, value, 'exact') : null;
}

/** Ages that have names of their own. */
const NAMED_AGES: readonly (readonly [name: string, from: number, to?: number])[] = [
  ['弱冠', 20],
  ['而立', 30],
  ['不惑', 40],
  ['知天命', 50],
  ['花甲', 60],
  ['古稀', 70],
  ['耄耋', 80, 90],
  ['期颐', 100],
];
const AFTER_NAMED_AGE = /^(?:之[年龄]|老[人者翁汉太妇]|高龄)/;
const BEFORE_NAMED_AGE = /(?:年[已将]?([近过逾届至])|已[届过逾])$/;
const LONGEST_AGE_NAME = 3;

/** 年过花甲, 古稀之年: an age by its name, where the words around it say that an age is meant. */
export function readNamedAge(text: string, at: number): Figure | null {
  const named = NAMED_AGES.find(([name]) => text.startsWith(name, at));
  if (named === undefined) return null;
  const [name, from, to] = named;
  const end = at + name.length;
  const before = BEFORE_NAMED_AGE.exec(text.slice(Math.max(0, at - LONGEST_AGE_NAME), at));
  if (before === null && !AFTER_NAMED_AGE.test(text.slice(end, end + 2))) return null;
  const bound = BOUND_OF_AGE[before?.[0].at(-1) ?? ''] ?? 'exact';
  return { ...ageOf(at, end, from, bound), ...(to === undefined ? {} : { valueMax: to }), rule: 'named-age' };
}

const isUnit = (text: string, at: number, { units }: FiguresKnowledge): boolean =>
  text[at] !== '的' && units.startingAt(text, at) !== null;

const ageOf = (start: number, end: number, value: number, bound: Figure['bound']): Figure => ({
  start,
  end,
  kind: 'age',
  value,
  unit: '岁',
  bound,
  rule: 'age-without-unit',
  confidence: 0.8,
});
