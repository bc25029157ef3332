import { ARABIC_DIGITS, isArabicDigit, valueAt } from './characters.ts';

export interface ArabicNumber {
  readonly value: number;
  readonly end: number;
  /** Digits before the point, separators not counted. */
  readonly wholeDigits: number;
}

const isPoint = (unit: number): boolean => unit === 0x2e || unit === 0xff0e || unit === 0xb7;

const isGroupMark = (unit: number): boolean => unit === 0x2c || unit === 0xff0c;

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (isArabicDigit(text, end)) end += 1;
  return end;
}

/** The end of `,400` groups after one to three digits; the same mark between all groups. */
function endOfGroups(text: string, firstEnd: number): number {
  const mark = text.charCodeAt(firstEnd);
  let end = firstEnd;
  while (text.charCodeAt(end) === mark && endOfDigits(text, end + 1) === end + 4) end += 4;
  return end;
}

/** Digits as one half-width decimal literal, so that the value is the one JavaScript gives the same digits. */
function valueOfDigits(text: string, start: number, end: number): number {
  let literal = '';
  for (let at = start; at < end; at += 1) {
    const digit = valueAt(ARABIC_DIGITS, text, at);
    if (digit >= 0) literal += digit;
    else if (isPoint(text.charCodeAt(at))) literal += '.';
  }
  return Number(literal);
}

/** Reads `22,400.5` in half or full width, with no sign. Old newspapers print the point as `·`. */
export function readArabic(text: string, at: number): ArabicNumber | null {
  const firstEnd = endOfDigits(text, at);
  if (firstEnd === at) return null;
  let end = firstEnd;
  if (firstEnd - at <= 3 && isGroupMark(text.charCodeAt(firstEnd))) end = endOfGroups(text, firstEnd);
  const wholeEnd = end;
  if (isPoint(text.charCodeAt(end)) && isArabicDigit(text, end + 1)) end = endOfDigits(text, end + 1);
  const groups = (wholeEnd - firstEnd) / 4;
  return { value: valueOfDigits(text, at, end), end, wholeDigits: wholeEnd - at - groups };
}
