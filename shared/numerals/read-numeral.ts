import { WordTable } from '../text/word-table.ts';
import { ARABIC_DIGITS, isArabicDigit, LARGE_SCALES, SMALL_SCALES, valueAt } from './characters.ts';
import type { Numeral } from './numeral.ts';
import { readNumber } from './read-number.ts';
import { mayBeParted, readParted } from './read-parted.ts';
import { beginsWordOfTenths, readDiscount, readFraction, readSlashed, readTenths } from './read-ratio.ts';

const DASHES = new Set([...'-－–—―─−~～〜∼']);
const TO = new Set([...'至到']);
const MINUS = new Set([...'-－−负負']);

/** The end of a sign between two ends of a range (至, —, ——), `at` itself where none stands. */
export function endOfRangeSign(text: string, at: number): number {
  const sign = text[at] ?? '';
  if (TO.has(sign)) return at + 1;
  if (!DASHES.has(sign)) return at;
  return text[at + 1] === sign && (sign === '—' || sign === '─') ? at + 2 : at + 1;
}

const isDash = (text: string, at: number): boolean => DASHES.has(text[at] ?? '');

/** 3 in 3至5万 means 30,000: the scale words at the end of the upper number. */
function scaleAtEnd(text: string, numeral: Numeral): number {
  let factor = 1;
  for (let at = numeral.end - 1; at > numeral.start; at -= 1) {
    const scale = Math.max(valueAt(LARGE_SCALES, text, at), valueAt(SMALL_SCALES, text, at));
    if (scale > 0) factor *= scale;
    else if (factor > 1 || (text[at] !== '余' && text[at] !== '多')) break;
  }
  return factor;
}

/** 万 and 亿 at the end of a number: 一千到两千万 are both in ten thousands. */
function largeScaleAtEnd(text: string, { start, end }: Numeral): number {
  let factor = 1;
  for (let at = end - 1; at > start && valueAt(LARGE_SCALES, text, at) > 0; at -= 1)
    factor *= valueAt(LARGE_SCALES, text, at);
  return factor;
}

function scaleWithUpper(text: string, lower: Numeral, upper: Numeral): number {
  if (lower.bare) return lower.value;
  const scale = scaleAtEnd(text, upper);
  if (scaleAtEnd(text, lower) === 1 && lower.value < upper.value / scale) return lower.value * scale;
  const large = largeScaleAtEnd(text, upper);
  const shares = largeScaleAtEnd(text, lower) === 1 && lower.value < upper.value / large;
  return shares ? lower.value * large : lower.value;
}

/** Whether hyphens and points make the digits a telephone number, a date or a version, not a range. */
function isPartOfChain(text: string, lower: Numeral, upper: Numeral): boolean {
  const followed = isDash(text, upper.end) && isArabicDigit(text, upper.end + 1);
  const led = isDash(text, lower.start - 1) && isArabicDigit(text, lower.start - 2);
  const zeroFirst = valueAt(ARABIC_DIGITS, text, lower.start) === 0 && isArabicDigit(text, lower.start + 1);
  return followed || led || zeroFirst;
}

/** The end of a sign of range with a space on either side (10 - 20), else as `endOfRangeSign`. */
export function endOfSpacedRangeSign(text: string, at: number): number {
  if (text[at] !== ' ') return endOfRangeSign(text, at);
  const end = endOfRangeSign(text, at + 1);
  return end > at + 1 && text[end] === ' ' ? end + 1 : at;
}

function readUpper(text: string, lower: Numeral): Numeral | null {
  const at = endOfSpacedRangeSign(text, lower.end);
  if (at === lower.end) return null;
  const upper = readNumber(text, at);
  // 几百到几千: vague on both ends.
  if (lower.valueMax !== undefined && (upper?.valueMax === undefined || upper.value < lower.valueMax))
    return null;
  if (upper === null || upper.form === 'digits' || upper.bare || upper.value <= lower.value) return null;
  const sign = text[lower.end] === ' ' ? lower.end + 1 : lower.end;
  if (isDash(text, sign) && (isPartOfChain(text, lower, upper) || upper.form === 'half')) return null;
  return upper;
}

/** 3、4万: a digit and its neighbour, the scale said once, are a range. */
function readNeighbour(text: string, lower: Numeral): Numeral | null {
  if (text[lower.end] !== '、' || lower.end !== lower.start + 1 || lower.valueMax !== undefined) return null;
  if (/[、第]/.test(text[lower.start - 1] ?? '') || isArabicDigit(text, lower.start - 1)) return null;
  const upper = readNumber(text, lower.end + 1);
  if (upper === null || upper.valueMax !== undefined || upper.bare) return null;
  const scale = scaleAtEnd(text, upper);
  return scale >= SMALLEST_SHARED && upper.value === (lower.value + 1) * scale ? upper : null;
}

/** 三、四十 could be two numbers; from this scale on none is meant without it. */
const SMALLEST_SHARED = 1000;

/** What says behind the upper number, or its unit, that the two are the ends of one range: 20和30岁之间. */
const BETWEEN = /^\p{Script=Han}{0,3}?之[间間]/u;
const FARTHEST_BETWEEN = 5;

/** 30 of 20和30之间, 五万 of 三万与五万元之间. */
function readOtherOf(text: string, lower: Numeral): Numeral | null {
  if (!/[和与與跟]/.test(text[lower.end] ?? ' ') || lower.valueMax !== undefined || lower.form === 'digits')
    return null;
  const upper = readNumber(text, lower.end + 1);
  if (upper === null || upper.valueMax !== undefined || upper.bare || upper.value <= lower.value) return null;
  return BETWEEN.test(text.slice(upper.end, upper.end + FARTHEST_BETWEEN)) ? upper : null;
}

/** One number or a range of two, with no sign: 3至4, 20—30, 一百到二百, 3至5万. */
function readRange(text: string, at: number): Numeral | null {
  const lower = readNumber(text, at);
  if (lower === null) return null;
  const upper = readUpper(text, lower) ?? readNeighbour(text, lower) ?? readOtherOf(text, lower);
  if (upper === null) return lower;
  return {
    ...lower,
    end: upper.end,
    value: scaleWithUpper(text, lower, upper),
    valueMax: upper.valueMax ?? upper.value,
    bound: lower.valueMax === undefined ? upper.bound : 'approx',
    bare: false,
  };
}

/** 三又五分之二. */
function readMixedFraction(text: string, whole: Numeral): Numeral | null {
  if (text[whole.end] !== '又' || whole.valueMax !== undefined) return null;
  const below = readNumber(text, whole.end + 1);
  const slashed = below !== null && text[below.end] === '/' ? readNumber(text, below.end + 1) : null;
  if (below !== null && slashed !== null && slashed.value > below.value) {
    return { ...whole, end: slashed.end, value: whole.value + below.value / slashed.value };
  }
  const share = below && readFraction(text, below, readNumber);
  if (!share) return null;
  return { ...whole, end: share.end, value: whole.value + share.value / 100, bound: share.bound };
}

/** 百分之三十到百分之四十; 三成到四成. */
function readShareRange(text: string, lower: Numeral): Numeral {
  const at = endOfRangeSign(text, lower.end);
  if (at === lower.end || lower.valueMax !== undefined) return lower;
  const upperNumber = readNumber(text, at);
  const upper = upperNumber && readShare(text, upperNumber);
  if (!upper || upper.value <= lower.value) return lower;
  return { ...lower, end: upper.end, valueMax: upper.valueMax ?? upper.value, bound: upper.bound };
}

function readShare(text: string, numeral: Numeral): Numeral | null {
  const fraction = readFraction(text, numeral, readRange);
  // 三分之一到二分之一: the upper end is a fraction of its own.
  if (fraction !== null && text.startsWith('分之', fraction.end))
    return readFraction(text, numeral, readNumber);
  return fraction ?? readTenths(text, numeral) ?? readDiscount(text, numeral);
}

/** Shares that have a word of their own, in percent points. */
const WORDS_FOR_SHARES = new WordTable([
  ['半数', 50],
  ['一半', 50],
  ['对折', 50],
  ['百分百', 100],
  ['半成', 5],
] as const);

/** The number behind a slash: 3 of 1/3. */
const slashedLower = (text: string, upper: Numeral): Numeral | null =>
  text[upper.end] === '/' ? readNumber(text, upper.end + 1) : null;

/** A numeral with no sign, over the spaces of a text whose words are set apart. */
function readUnsigned(text: string, at: number): Numeral | null {
  const numeral = readUnbroken(text, at);
  return (numeral !== null && mayBeParted(text, numeral) && readParted(text, at, readUnbroken)) || numeral;
}

function readUnbroken(text: string, at: number): Numeral | null {
  const share = WORDS_FOR_SHARES.startingAt(text, at);
  const isShare = share !== null && !(share.word === '半成' && beginsWordOfTenths(text, at + 2));
  if (isShare) {
    const { word, value } = share;
    return { start: at, end: at + word.length, value, bound: 'exact', form: 'ratio', bare: false };
  }
  if (text[at] === '半') {
    return { start: at, end: at + 1, value: 0.5, bound: 'exact', form: 'half', bare: false };
  }
  const single = readNumber(text, at);
  if (single === null) return null;
  const mixed = readMixedFraction(text, single);
  if (mixed !== null) return mixed;
  const part = readShare(text, single) ?? readSlashed(text, single, slashedLower(text, single));
  if (part !== null) return readShareRange(text, part);
  const range = readRange(text, at)!;
  return (range.end > single.end && readShare(text, range)) || range;
}

/** The end of a minus sign or 零下 before a number; `at` itself where none stands. */
function endOfMinus(text: string, at: number): number {
  if (MINUS.has(text[at] ?? '')) return at + 1;
  return text.startsWith('零下', at) ? at + 2 : at;
}

/**
 * -3～5, -10至-5, 零下10至5: the sign is of the first end alone; a word governs both.
 * @param at at the sign, `from` behind it.
 */
function readSignedRange(text: string, at: number, from: number): Numeral | null {
  const first = readNumber(text, from);
  if (first === null || first.valueMax !== undefined || first.form === 'digits') return null;
  const sign = endOfSpacedRangeSign(text, first.end);
  if (sign === first.end) return null;
  const above = text.startsWith('零上', sign);
  const second = above ? sign + 2 : endOfMinus(text, sign);
  const last = readNumber(text, second);
  if (last === null || last.valueMax !== undefined || last.form === 'digits' || last.bare) return null;
  if (isDash(text, last.end) && isArabicDigit(text, last.end + 1)) return null;
  const governs = text.startsWith('零下', at) && !above;
  const [one, two] = [-first.value, governs || (second > sign && !above) ? -last.value : last.value];
  if (one === two || (one > two && !governs)) return null;
  return {
    ...first,
    start: at,
    end: last.end,
    value: Math.min(one, two),
    valueMax: Math.max(one, two),
    bound: last.bound,
    bare: false,
  };
}

/**
 * Reads the longest numeral that begins at `at`: a number, a range, a share of a whole or 半, with its minus.
 * It does not ask what stands before `at`, nor whether a unit follows. Linear in the length of the numeral.
 * @returns null where none begins.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const from = endOfMinus(text, at);
  const numeral = readUnsigned(text, from);
  if (numeral === null || from === at) return numeral;
  const range = readSignedRange(text, at, from);
  if (range !== null) return range;
  const { value, valueMax } = numeral;
  return {
    ...numeral,
    start: at,
    value: -(valueMax ?? value),
    ...(valueMax === undefined ? {} : { valueMax: -value }),
  };
}
