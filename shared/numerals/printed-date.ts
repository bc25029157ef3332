import { readNumber } from './read-number.ts';

/** A day as a page prints it; `start` and `end` are places in the text that was read. */
export interface PrintedDate {
  /** ISO day. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Names of eras, each with the year before its first: 民国 1911. */
export type Eras = ReadonlyMap<string, number>;

const NO_ERAS: Eras = new Map();
const WIDE = /[！-～]/g;
const CHINESE_DIGIT = '〇零一二三四五六七八九十';

/** Chinese digits in a row, and how a zero among them may be set. */
const DIGITS_IN_ROW = new RegExp(`[${CHINESE_DIGIT}○◯](?:[${CHINESE_DIGIT}○◯]|[Oo0](?![A-Za-z\\d]))+`, 'gu');

/** A text with half-width letters, digits and signs, and one zero among Chinese digits; of equal length. */
export const foldPrint = (text: string): string =>
  text
    .replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(DIGITS_IN_ROW, (digits) => digits.replace(/[○◯Oo0]/g, '〇'));

const YEAR = `(?<![\\d.])(?:1[89]|20)\\d{2}|[一二][〇零九八][${CHINESE_DIGIT}]{2}`;
const SMALL = `\\d{1,2}|[元正冬腊臘]|[〇零一二三四五六七八九十廿卅]{1,3}`;
const OF_ERA = `\\d{1,3}|元|[〇零一二三四五六七八九十百廿卅]{1,5}`;
const DAY_END = '(?:[日号號]|(?![\\d版頁页期:：]))';
const WRITTEN = new RegExp(`(${YEAR})\\s*年\\s*(${SMALL})\\s*月\\s*(${SMALL})\\s*${DAY_END}`, 'gu');
const SIGNED = new RegExp(
  `((?<![\\d.])(?:1[89]|20)\\d{2})\\s*([-./])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,2})${DAY_END}`,
  'gu',
);

const LATEST_YEAR = 2100;
const EARLIEST_YEAR = 1800;

/** A number of a date; Chinese digits in a row (七八) are its figures, not a range. */
const numberOf = (text: string): number => {
  if (text === '元' || text === '正') return 1;
  if (text === '冬') return 11;
  if (text === '腊' || text === '臘') return 12;
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text))
    return [...text].reduce(
      (sum, digit) => sum * 10 + (digit === '零' ? 0 : '〇一二三四五六七八九'.indexOf(digit)),
      0,
    );
  return readNumber(text, 0)?.value ?? 0;
};

const two = (n: number): string => String(n).padStart(2, '0');

function dayOf(year: number, month: number, day: number): string | null {
  const real = new Date(Date.UTC(year, month - 1, day));
  const holds = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
  return holds && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? `${year}-${two(month)}-${two(day)}` : null;
}

const patterns = new WeakMap<Eras, RegExp>();

/** 民国一〇五年三月二日: the day of an era. */
function eraPattern(eras: Eras): RegExp {
  let pattern = patterns.get(eras);
  if (!pattern) {
    pattern = new RegExp(
      `(${[...eras.keys()].join('|')})\\s*(${OF_ERA})\\s*年\\s*(${SMALL})\\s*月\\s*(${SMALL})\\s*${DAY_END}`,
      'gu',
    );
    patterns.set(eras, pattern);
  }
  return pattern;
}

/** Finds the first day that is printed whole, in digits of any width or in numerals, of the common era or another. */
export function findPrintedDate(text: string, eras: Eras = NO_ERAS): PrintedDate | null {
  if (!/[年\-./．－／]/.test(text)) return null;
  const folded = foldPrint(text);
  const found: PrintedDate[] = [];
  const add = (match: RegExpMatchArray, year: number, month: string, day: string): boolean => {
    const value = dayOf(year, numberOf(month), numberOf(day));
    if (value === null) return false;
    found.push({ value, start: match.index as number, end: (match.index as number) + match[0].length });
    return true;
  };
  if (eras.size > 0)
    for (const match of folded.matchAll(eraPattern(eras))) {
      const [, era = '', year = '', month = '', day = ''] = match;
      if (add(match, (eras.get(era) ?? 0) + numberOf(year), month, day)) break;
    }
  for (const match of folded.matchAll(WRITTEN)) {
    const [, year = '', month = '', day = ''] = match;
    if (add(match, numberOf(year), month, day)) break;
  }
  for (const match of folded.matchAll(SIGNED)) {
    const [, year = '', , month = '', day = ''] = match;
    if (add(match, Number(year), month, day)) break;
  }
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}
