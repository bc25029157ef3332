import { ARABIC_DIGITS, CHINESE_DIGITS, LARGE_SCALES, SMALL_SCALES, valueAt } from './characters.ts';
import type { Numeral, NumeralForm } from './numeral.ts';
import { readArabic } from './read-arabic.ts';
import { readGroup } from './read-group.ts';

/** 余 and 多 within a numeral: more than it says. */
const isMore = (text: string, at: number): boolean =>
  text[at] === '余' || text[at] === '餘' || text[at] === '多';

/** 来 and 几 between a number and its unit: about that much (十来个, 二十几). */
const isAbout = (text: string, at: number): boolean => text[at] === '来' || text[at] === '來';

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
    else return { factor, end };
    end += 1;
  }
}

/** Digits after 点: 三点一四. Tens behind them (三点五十) tell the time of day. */
function readDecimals(text: string, at: number): { readonly value: number; readonly end: number } | null {
  if (text[at] !== '点' && text[at] !== '點') return null;
  let end = at + 1;
  let literal = '0.';
  while (valueAt(CHINESE_DIGITS, text, end) >= 0) {
    literal += valueAt(CHINESE_DIGITS, text, end);
    end += 1;
  }
  if (end === at + 1 || valueAt(SMALL_SCALES, text, end) === 10) return null;
  return { value: Number(literal), end };
}

interface Part {
  readonly value: number;
  readonly valueMax?: number;
  readonly end: number;
  readonly arabic: boolean;
  readonly bare: boolean;
  readonly endsInDigit: boolean;
  readonly digitsInRow: boolean;
  /** A part with a decimal point takes scale words but is followed by no further part. */
  readonly decimal: boolean;
}

function readPart(text: string, at: number): Part | null {
  if (valueAt(ARABIC_DIGITS, text, at) >= 0) {
    const arabic = readArabic(text, at);
    if (arabic === null) return null;
    const decimal = !Number.isInteger(arabic.value);
    return { ...arabic, arabic: true, bare: false, endsInDigit: true, digitsInRow: false, decimal };
  }
  const group = readGroup(text, at);
  if (group === null) return null;
  const decimals = group.valueMax === undefined && !group.bare ? readDecimals(text, group.end) : null;
  if (decimals === null) return { ...group, arabic: false, decimal: false };
  return {
    value: Number((group.value + decimals.value).toPrecision(15)),
    end: decimals.end,
    arabic: false,
    bare: false,
    endsInDigit: true,
    digitsInRow: false,
    decimal: true,
  };
}

/** Removes what binary arithmetic adds to a product of decimals: 18.12 × 10⁸ is 1,812,000,000. */
const settleDecimals = (value: number): number =>
  Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));

/** Zero said between two groups: 一亿零五万. */
const skipZero = (text: string, at: number): number =>
  valueAt(CHINESE_DIGITS, text, at) === 0 ? at + 1 : at;

/**
 * Reads one number with no sign and no range: Arabic in half or full width, Chinese, or both (2.24万余,
 * 一亿二千万, 十几亿). Linear in the length of the numeral.
 */
export function readNumber(text: string, at: number): Numeral | null {
  let total = 0;
  let totalMax = 0;
  let open = false;
  let place = at;
  let below = Number.POSITIVE_INFINITY;
  let bound: Numeral['bound'] = 'exact';
  let form: NumeralForm = 'chinese';
  let bare = true;
  let arabicFirst = false;

  while (true) {
    const first = place === at;
    const from = first ? place : skipZero(text, place);
    let part = readPart(text, from);
    let partEnd = part?.end ?? from;
    if (part === null) {
      const vague =
        first && (text[at] === '数' || text[at] === '數' || text[at] === '几' || text[at] === '幾');
      const scaleAt = vague ? at + 1 : from;
      if (!first || valueAt(LARGE_SCALES, text, scaleAt) < 0) break;
      part = {
        value: vague ? 2 : 1,
        ...(vague ? { valueMax: 9 } : {}),
        end: scaleAt,
        arabic: false,
        bare: !vague,
        endsInDigit: false,
        digitsInRow: false,
        decimal: false,
      };
      partEnd = scaleAt;
    }
    if (
      !first &&
      (part.arabic !== arabicFirst || part.digitsInRow || part.bare || part.valueMax !== undefined)
    )
      break;

    let infix: Numeral['bound'] = 'exact';
    let scalesAt = partEnd;
    const more = isMore(text, partEnd);
    if (!part.decimal && (more || isAbout(text, partEnd)) && valueAt(LARGE_SCALES, text, partEnd + 1) > 0) {
      infix = more ? 'more-than' : 'approx';
      scalesAt += 1;
    }
    const scales = part.digitsInRow ? { factor: 1, end: partEnd } : readScales(text, scalesAt, part.arabic);
    if (scales.end === scalesAt) scalesAt = partEnd;
    if (first) {
      arabicFirst = part.arabic;
      form = part.arabic ? 'arabic' : part.digitsInRow ? 'digits' : 'chinese';
    } else if (scales.factor >= below) break;

    const shorthand =
      !first &&
      scales.factor === 1 &&
      !part.arabic &&
      from === place &&
      part.end === from + 1 &&
      below >= 1e4 &&
      below < Number.POSITIVE_INFINITY;
    if (!first && part.arabic && scales.factor === 1 && part.value < 1000) break;
    const factor = shorthand ? below / 10 : scales.factor;
    total += part.value * factor;
    totalMax += (part.valueMax ?? part.value) * factor;
    open ||= part.valueMax !== undefined;
    bare &&= part.bare;
    if (part.arabic && scales.factor > 1) form = 'mixed';
    place = scales.factor > 1 || scales.end > scalesAt ? scales.end : partEnd;
    if (infix !== 'exact') bound = infix;
    below = scales.factor;
    if (infix !== 'exact' || open || scales.factor === 1 || part.decimal) break;
  }
  if (place === at) return null;

  if (bound === 'exact' && total >= LEAST_WITH_MORE) {
    if (isMore(text, place)) bound = 'more-than';
    else if (isAbout(text, place) && !OTHER_WORDS_OF_ABOUT.has(text.slice(place, place + 2)))
      bound = 'approx';
    else if (arabicFirst && (text[place] === '几' || text[place] === '幾') && total % 10 === 0) {
      totalMax = total + 9;
      total += 1;
      open = true;
    }
    if (bound !== 'exact' || (open && arabicFirst)) place += 1;
  }
  if (open && bound === 'exact') bound = 'approx';
  return {
    start: at,
    end: place,
    value: settleDecimals(total),
    ...(open ? { valueMax: settleDecimals(totalMax) } : {}),
    bound,
    form,
    bare,
  };
}
