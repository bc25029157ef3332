import { isArabicDigit, isChineseNumeral } from './characters.ts';
import type { Numeral } from './numeral.ts';

/** Longest numeral, spaces counted, that is read over its spaces. */
const LONGEST = 24;

/** Words that hold the pieces of one numeral together. */
const JOINING = new Set([...'点點又份分之半']);

const isPoint = (text: string, at: number): boolean =>
  text[at] === '.' && isArabicDigit(text, at - 1) && isArabicDigit(text, at + 1);

const isPiece = (text: string, at: number): boolean =>
  isChineseNumeral(text, at) || isArabicDigit(text, at) || JOINING.has(text[at] ?? ' ') || isPoint(text, at);

/** The end of a run of numeral characters with single spaces between them. */
function endOfPieces(text: string, at: number): number {
  let end = at;
  while (end - at < LONGEST) {
    if (isPiece(text, end)) end += 1;
    else if (text[end] === ' ' && end > at && isPiece(text, end + 1)) end += 2;
    else break;
  }
  return end;
}

/** Whether the words of `numeral` are followed by a space, or by what joins a share, and so may go on behind it. */
export const mayBeParted = (text: string, { end }: Numeral): boolean =>
  text[end] === ' ' || /^[又分份]\S{0,6} /.test(text.slice(end, end + 8));

/**
 * 四百 五十 二, 百分之 三, 三十二又 二分之 一, 1.2 亿: one numeral in a text whose words are set apart by spaces. It is
 * one only where all the pieces make one together; 三 四, 二十 三十 and 12 34 stay apart.
 * @param read reads a numeral without spaces.
 */
export function readParted(
  text: string,
  at: number,
  read: (text: string, at: number) => Numeral | null,
): Numeral | null {
  for (let end = endOfPieces(text, at); end > at; end = text.lastIndexOf(' ', end - 1)) {
    const words = text.slice(at, end);
    if (!words.includes(' ')) return null;
    const numeral = /\d \d/.test(words) ? null : read(words.replaceAll(' ', ''), 0);
    if (numeral === null || numeral.form === 'digits' || numeral.end < words.replaceAll(' ', '').length)
      continue;
    return { ...numeral, start: at, end };
  }
  return null;
}
