import {
  ARABIC_DIGITS,
  CHINESE_DIGITS,
  LARGE_SCALES,
  SMALL_SCALES,
  VULGAR_FRACTIONS,
  valueAt,
} from './characters.ts';
import type { Numeral, NumeralForm } from './numeral.ts';
import { readArabic } from './read-arabic.ts';
import { readGroup } from './read-group.ts';

/** 余 and 多 within a numeral: more than it says. */
const isMore = (text: string, at: number): boolean =>
  text[at] === '余' || text[at] === '餘' || text[at] === '多';

/** 来 and 几 between a number and its unit: about that much (十来个, 二十几). */
const isAbout = (text: string, at: number): boolean => text[at] === '来' || text[at] === '來';

/** 把 behind a scale word alone: 百把人, 万把块钱. */
const isRoughly = (text: string, at: number): boolean => text[at] === '把';

/** 个亿: millionaires count in it (2个亿). */
const isCountedScale = (text: string, at: number): boolean =>
  (text[at] === '个' || text[at] === '個') && (text[at + 1] === '亿' || text[at + 1] === '億');

/** Words that begin with 来 and so do not belong to a numeral before them: 三十来岁 but 三十来自. */
const OTHER_WORDS_OF_ABOUT = new Set(['来自', '来到', '来说', '来源', '来信', '来访']);

/** Below this no one says 余, 多 or 来 right behind the number: 两国多边. */
const LEAST_WITH_MORE = 10;

interface Scales {
  readonly factor: number;
  readonly end: number;
}

/** 万, 亿, 万亿, 千万 in a row; after Arabic digits also 十, 百 and 千. */
function readScales(text: string, at: number, afterArabic: boolean): Scales {
  let factor = 1;
  let end = at;
  while (true) {
    const large = valueAt(LARGE_SCALES, text, end);
    const small = afterArabic && factor === 1 ? valueAt(SMALL_SCALES, text, end) : -1;
    if (large > 0 && factor * large <= 1e16) factor *= large;
    else if (small > 0) factor *= small;
    else if (factor === 1 && isCountedScale(text, end)) {
      factor *= 1e8;
      end += 1;
    } else return { factor, end };
    end += 1;
  }
}

/** A point between Chinese digits; in 五·四 it parts the month from the day. */
const isPoint = (text: string, at: number): boolean => text[at] === '．' || text[at] === '·';
/** What shows that a point is one of decimals behind a single digit: 三．五％. */
const AFTER_DECIMALS = /[%％万萬亿億]/;

/**
 * Digits after 点: 三点一四. Tens behind them (三点五十) tell the time of day.
 * @param isRow several digits stand before it: 七二．三.
 */
function readDecimals(
  text: string,
  at: number,
  isRow: boolean,
): { readonly value: number; readonly end: number } | null {
  if (text[at] !== '点' && text[at] !== '點' && !isPoint(text, at)) return null;
  let end = at + 1;
  let literal = '0.';
  while (valueAt(CHINESE_DIGITS, text, end) >= 0) {
    literal += valueAt(CHINESE_DIGITS, text, end);
    end += 1;
  }
  if (end === at + 1 || valueAt(SMALL_SCALES, text, end) === 10) return null;
  if (isPoint(text, at) && !isRow && !AFTER_DECIMALS.test(text[end] ?? '')) return null;
  return { value: Number(literal), end };
}

interface Part {
  readonly value: number;
  readonly valueMax?: number;
  readonly end: number;
  readonly arabic: boolean;
  readonly bare: boolean;
  readonly digitsInRow: boolean;
  /** A part with a decimal point takes scale words but is followed by no further part. */
  readonly decimal: boolean;
}

function readPart(text: string, at: number): Part | null {
  if (valueAt(ARABIC_DIGITS, text, at) >= 0 || VULGAR_FRACTIONS.has(text.charCodeAt(at))) {
    const arabic = readArabic(text, at);
    if (arabic === null) return null;
    const decimal = !Number.isInteger(arabic.value);
    return { ...arabic, arabic: true, bare: false, digitsInRow: false, decimal };
  }
  const group = readGroup(text, at);
  if (group === null) return null;
  const decimals =
    group.valueMax === undefined && !group.bare ? readDecimals(text, group.end, group.digitsInRow) : null;
  if (decimals === null) return { ...group, arabic: false, decimal: false };
  return {
    value: Number((group.value + decimals.value).toPrecision(15)),
    end: decimals.end,
    arabic: false,
    bare: false,
    digitsInRow: false,
    decimal: true,
  };
}

/** Removes what binary arithmetic adds to a product of decimals: 18.12 × 10⁸ is 1,812,000,000. */
const settleDecimals = (value: number): number =>
  Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));

const isSome = (text: string, at: number): boolean =>
  text[at] === '数' || text[at] === '數' || text[at] === '几' || text[at] === '幾';

/** 万 and 亿 with no digit before them, and 数万, 几亿: as many as the scale that follows says. */
function readScaleAlone(text: string, at: number): Part | null {
  const some = isSome(text, at);
  const end = some ? at + 1 : at;
  if (valueAt(LARGE_SCALES, text, end) < 0 && !(some && isCountedScale(text, end))) return null;
  const vague = some ? { value: 2, valueMax: 9 } : { value: 1 };
  return { ...vague, end, arabic: false, bare: !some, digitsInRow: false, decimal: false };
}

/** A part with its scale words: 2.24万, 十几亿, 6000多万. */
interface ScaledPart {
  readonly value: number;
  readonly valueMax: number;
  readonly end: number;
  readonly factor: number;
  readonly bound: Numeral['bound'];
  /** Nothing closes it: a smaller group may follow (一亿[[二千万]]). */
  readonly goesOn: boolean;
}

function withScales(text: string, part: Part): ScaledPart {
  const more = isMore(text, part.end);
  const within =
    !part.decimal && (more || isAbout(text, part.end)) && valueAt(LARGE_SCALES, text, part.end + 1) > 0;
  const scales = readScales(text, within ? part.end + 1 : part.end, part.arabic);
  const bound = within ? (more ? 'more-than' : 'approx') : 'exact';
  return {
    value: part.value * scales.factor,
    valueMax: (part.valueMax ?? part.value) * scales.factor,
    end: scales.end,
    factor: scales.factor,
    bound,
    goesOn: bound === 'exact' && part.valueMax === undefined && scales.factor > 1 && !part.decimal,
  };
}

/** Least number that follows a scale with no scale of its own in Arabic digits: 1万2000, but 5万3人 is two. */
const LEAST_TAIL = 100;

/** The next smaller group: 二千万 after 一亿, 5千 after 3万, 五 after 三万 (a thousandth part each). */
function readSmaller(text: string, at: number, below: number, arabic: boolean): ScaledPart | null {
  const zero = valueAt(CHINESE_DIGITS, text, at) === 0;
  const part = readPart(text, zero ? at + 1 : at);
  if (part === null || part.arabic !== arabic) return null;
  if (part.bare || part.valueMax !== undefined) return null;
  const scaled = withScales(text, part);
  if (scaled.factor >= below || (part.digitsInRow && scaled.factor === 1)) return null;
  if (scaled.factor > 1) return scaled;
  if (arabic) return part.value < LEAST_TAIL ? null : scaled;
  const shorthand = !zero && part.end === at + 1 && below >= 1e4;
  return shorthand ? { ...scaled, value: (part.value * below) / 10 } : scaled;
}

/** Least number that stands before a second scale word of the same kind. */
const LEAST_NESTED = 1000;

/** 二千五百万 of 一万二千五百万: all that stands before the second 万 counts ten thousands. */
function readNested(text: string, at: number, below: number, total: number): ScaledPart | null {
  const zero = valueAt(CHINESE_DIGITS, text, at) === 0;
  const part = readPart(text, zero ? at + 1 : at);
  if (part === null || part.arabic || part.digitsInRow || part.bare || part.valueMax !== undefined)
    return null;
  if ((!zero && part.value < LEAST_NESTED) || part.value >= below) return null;
  const scaled = withScales(text, part);
  if (scaled.factor < below) return null;
  return { ...scaled, value: part.value * scaled.factor + total * (scaled.factor - 1) };
}

/** 余, 多, 来 and 几 right behind the number, before its unit. */
function readTail(
  text: string,
  end: number,
  total: number,
  arabic: boolean,
  bare: boolean,
): { readonly bound: Numeral['bound']; readonly upTo: number } | null {
  if (total < LEAST_WITH_MORE) return null;
  if (isMore(text, end)) return { bound: 'more-than', upTo: 0 };
  if (isAbout(text, end) && !OTHER_WORDS_OF_ABOUT.has(text.slice(end, end + 2))) {
    return { bound: 'approx', upTo: 0 };
  }
  if (bare && isRoughly(text, end)) return { bound: 'approx', upTo: 0 };
  const some = arabic && (text[end] === '几' || text[end] === '幾') && total % 10 === 0;
  return some ? { bound: 'approx', upTo: 9 } : null;
}

/**
 * Reads one number with no sign and no range: Arabic in half or full width, Chinese, or both (2.24万余,
 * 一亿二千万, 十几亿). Linear in the length of the numeral.
 */
export function readNumber(text: string, at: number): Numeral | null {
  const first = readPart(text, at) ?? readScaleAlone(text, at);
  if (first === null) return null;
  let last = withScales(text, first);
  if (last.end === at) return null;
  const { valueMax } = last;
  let total = last.value;
  let bound = last.bound;
  while (last.goesOn) {
    const next: ScaledPart | null =
      readSmaller(text, last.end, last.factor, first.arabic) ??
      (first.arabic ? null : readNested(text, last.end, last.factor, total));
    if (next === null) break;
    total += next.value;
    bound = next.bound;
    last = next;
  }

  const tail = bound === 'exact' ? readTail(text, last.end, total, first.arabic, first.bare) : null;
  const open = first.valueMax !== undefined;
  const upTo = tail?.upTo ? total + tail.upTo : open ? valueMax : undefined;
  return {
    start: at,
    end: tail === null ? last.end : last.end + 1,
    value: settleDecimals(tail?.upTo ? total + 1 : total),
    ...(upTo === undefined ? {} : { valueMax: settleDecimals(upTo) }),
    bound: tail?.bound ?? (open && bound === 'exact' ? 'approx' : bound),
    form: formOf(first, last.factor > 1 || last.value !== total),
    bare: first.bare && last.value === total,
  };
}

function formOf(first: Part, scaled: boolean): NumeralForm {
  if (first.digitsInRow && !scaled) return 'digits';
  if (!first.arabic) return 'chinese';
  return scaled ? 'mixed' : 'arabic';
}
