import { CHINESE_DIGITS, isChineseNumeral } from '@shared/numerals/characters.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { Figure } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';

/** Words before two terms by which they are a ratio or a score. */
const BEFORE =
  /(?:以|比分|比例|比率|配比|比值|比数|比例尺|约|为|按|总分|成绩|打成|战成|扳成|追成|改写为|[局盘场]|比)[为是：:]?\s?$/;
const LONGEST_BEFORE = 5;

/** Words behind them. */
const AFTER =
  /^\s?(?:的?(?:比分|比例|比率|配比|成绩|优势)|战平|[获取]?胜|[战击]|[大险完惜]?[胜负败]|领先|落后|淘汰|横扫|力克|逆转|告负|打[成平败]|平[，。局]|晋级|夺冠|拿下)/;
const LONGEST_AFTER = 4;

/** Marks between two terms. ∶ is used for nothing else. */
const SIGN = /^(?: ?[∶:：] ?|比)/;

/** Years and clock times are printed with the same marks. */
const isYear = ({ value, form }: Numeral): boolean => form === 'arabic' && value >= 1900 && value <= 2100;

/** What behind the second term makes 比 compare amounts: 3比2人多. */
const AMOUNT = /^[元个人吨米公倍年月日岁%％万亿千百名家件亩斤点个]/;

const isTerm = (numeral: Numeral | null): numeral is Numeral =>
  numeral !== null &&
  numeral.valueMax === undefined &&
  numeral.form !== 'ratio' &&
  numeral.form !== 'half' &&
  numeral.form !== 'digits' &&
  numeral.value >= 0 &&
  !numeral.bare;

/** 3∶1, 25比20, 2:0, 21-18: a ratio or a score of two terms. Clock times and ranges are told by the words around. */
export function readTerms(text: string, first: Numeral, knowledge: FiguresKnowledge): Figure | null {
  const level = readLevel(text, first);
  if (level !== null) return level;
  const mark = SIGN.exec(text.slice(first.end, first.end + 3))?.[0] ?? (text[first.end] === '-' ? '-' : '');
  if (mark === '' || !isTerm(first) || /[0-9A-Za-z.:：∶/第-]/.test(text[first.start - 1] ?? ' ')) return null;
  const second = readNumeral(text, first.end + mark.length);
  if (!isTerm(second)) return null;
  if (/^(?:[∶:：/-]|比(?=[0-9]))/.test(text.slice(second.end, second.end + 2)))
    return readMoreTerms(text, mark, [first, second]);
  if (isYear(first) && isYear(second)) return null;
  const next = text.slice(second.end, second.end + LONGEST_AFTER);
  const said =
    BEFORE.test(text.slice(Math.max(0, first.start - LONGEST_BEFORE), first.start)) || AFTER.test(next);
  if (!stands(text, mark, first, second, said) || (mark === '比' && AMOUNT.test(next))) return null;
  if (mark !== '比' && !said && knowledge.units.startingAt(text, second.end) !== null) return null;
  const { value } = second;
  return {
    start: first.start,
    end: second.end,
    kind: 'ratio',
    value: value === 0 ? null : Number((first.value / value).toPrecision(15)),
    unit: null,
    bound: 'exact',
    terms: [first.value, value],
    rule: 'terms',
    confidence: said ? 0.9 : 0.7,
  };
}

/** So many terms at most. */
const MOST_TERMS = 6;

/** 5∶3∶2, 8.1:40.6:51.3: a ratio of more than two terms; 12:30:45 is a time of day. */
function readMoreTerms(text: string, mark: string, two: readonly [Numeral, Numeral]): Figure | null {
  const [first, second] = two;
  const more: Numeral[] = [];
  let end = second.end;
  while (text.startsWith(mark, end) && more.length < MOST_TERMS) {
    const next = readNumeral(text, end + mark.length);
    if (!isTerm(next) || next.form !== first.form) return null;
    more.push(next);
    end = next.end;
  }
  const terms = [first, second, ...more];
  const isSure = /[∶比]/.test(mark) || terms.some(({ value }) => !Number.isInteger(value));
  const isSaid = BEFORE.test(text.slice(Math.max(0, first.start - LONGEST_BEFORE), first.start));
  const isClock = terms.every((term) => /^[0-5]?[0-9]$/.test(text.slice(term.start, term.end)));
  const isLike = isSure || (isSaid && !(isClock && terms.some((term) => term.end - term.start > 1)));
  if (more.length === 0 || !isLike || /[0-9A-Za-z:：/.-]/.test(text[end] ?? ' ')) return null;
  return {
    start: first.start,
    end,
    kind: 'ratio',
    value: null,
    unit: null,
    bound: 'exact',
    terms: [first.value, second.value, ...more.map(({ value }) => value)],
    rule: 'terms',
    confidence: 0.8,
  };
}

/** 三七 of 三七开: two digits that make ten. */
const SPLIT = /^(?:一九|二八|三七|四六|五五|六四|七三|八二|九一)(?=开(?!头|始|发|展|放|工|业))/;

/** 三七开: so many parts of ten for either side. */
export function readSplit(text: string, at: number): Figure | null {
  const digits = SPLIT.exec(text.slice(at, at + 4))?.[0];
  if (digits === undefined || isChineseNumeral(text, at - 1)) return null;
  const first = CHINESE_DIGITS[digits.charCodeAt(0)]!;
  const second = CHINESE_DIGITS[digits.charCodeAt(1)]!;
  return {
    start: at,
    end: at + 3,
    kind: 'ratio',
    value: Number((first / second).toPrecision(15)),
    unit: null,
    bound: 'exact',
    terms: [first, second],
    rule: 'terms',
    confidence: 0.7,
  };
}

/** 2平 of 战成2平, 53平 of 半场53平: so many on either side. */
const BEFORE_LEVEL = /[成战扳追踢队场局盘]$/;

function readLevel(text: string, first: Numeral): Figure | null {
  const { start, end, value, form } = first;
  if (text[end] !== '平' || /[方米均]/.test(text[end + 1] ?? ' ') || form !== 'arabic') return null;
  if (!isTerm(first) || !BEFORE_LEVEL.test(text[start - 1] ?? ' ')) return null;
  return {
    start,
    end: end + 1,
    kind: 'ratio',
    value: value === 0 ? null : 1,
    unit: null,
    bound: 'exact',
    terms: [value, value],
    rule: 'terms',
    confidence: 0.8,
  };
}

/** Whether nothing else can be meant by the mark, or the words say that two terms are. */
function stands(text: string, mark: string, first: Numeral, second: Numeral, said: boolean): boolean {
  const isScore =
    Number.isInteger(first.value) &&
    Number.isInteger(second.value) &&
    first.value <= 200 &&
    second.value <= 200;
  if (mark === '-') return said && isScore && first.form === 'arabic' && second.form === 'arabic';
  if (mark === '比' || mark.includes('∶')) return true;
  const minutes = text.slice(second.start, second.end);
  const isClock = first.value <= 24 && Number.isInteger(first.value) && /^[0-5][0-9]$/.test(minutes);
  return first.form === 'arabic' && second.form === 'arabic' && (said || !isClock);
}
