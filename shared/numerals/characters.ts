/** Value of each character that writes one digit, by UTF-16 unit; −1 elsewhere. 两 is 2, 〇 and ○ are 0. */
export const CHINESE_DIGITS = tableOf([
  ['〇零○', 0],
  ['一壹', 1],
  ['二两贰貳兩弍両俩倆', 2],
  ['三叁仨', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆陸', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
]);

/** Powers of ten that multiply what stands before them within ten thousand; −1 elsewhere. */
export const SMALL_SCALES = tableOf([
  ['十拾', 10],
  ['百佰', 100],
  ['千仟', 1000],
]);

/** Words that close a group: 万, 亿, 兆; −1 elsewhere. */
export const LARGE_SCALES = tableOf([
  ['万萬', 1e4],
  ['亿億', 1e8],
  ['兆', 1e12],
]);

/** One character for a whole ten: 廿 20, 卅 30, 卌 40; −1 elsewhere. */
export const MERGED_TENS = tableOf([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

/** Arabic digits, half and full width; −1 elsewhere. */
export const ARABIC_DIGITS = tableOf(
  [...'0123456789'].map((digit, value) => [digit + String.fromCharCode(0xff10 + value), value]),
);

/** One character for a fraction, by its UTF-16 unit. */
export const VULGAR_FRACTIONS: ReadonlyMap<number, number> = new Map(
  (
    [
      ['½', 1 / 2],
      ['⅓', 1 / 3],
      ['⅔', 2 / 3],
      ['¼', 1 / 4],
      ['¾', 3 / 4],
      ['⅕', 1 / 5],
      ['⅖', 2 / 5],
      ['⅗', 3 / 5],
      ['⅘', 4 / 5],
      ['⅙', 1 / 6],
      ['⅚', 5 / 6],
      ['⅛', 1 / 8],
      ['⅜', 3 / 8],
      ['⅝', 5 / 8],
      ['⅞', 7 / 8],
    ] as const
  ).map(([character, value]) => [character.charCodeAt(0), value]),
);

const FIRST_ROMAN = 0x2160;

/** Value of a numeral of one character like Ⅲ, 1 to 12; 0 for all others. */
export function romanNumeralAt(text: string, at: number): number {
  const place = text.charCodeAt(at) - FIRST_ROMAN;
  return place >= 0 && place < 12 ? place + 1 : 0;
}

/** Digits that are also everyday characters (队伍, 大陆, 放肆): they count only beside another numeral. */
const AMBIGUOUS_DIGITS = new Set([...'伍陆陸肆'].map((character) => character.charCodeAt(0)));

function tableOf(rows: readonly (readonly [string, number])[]): Float64Array {
  const table = new Float64Array(0x10000).fill(-1);
  for (const [characters, value] of rows) {
    for (const character of characters) table[character.charCodeAt(0)] = value;
  }
  return table;
}

/** Value of the unit at `at` in `table`, −1 past the end of the text. */
export const valueAt = (table: Float64Array, text: string, at: number): number =>
  at < text.length ? table[text.charCodeAt(at)]! : -1;

export const isArabicDigit = (text: string, at: number): boolean => valueAt(ARABIC_DIGITS, text, at) >= 0;

/** Whether the unit at `at` can only be a digit where numerals stand around it. */
export const isAmbiguousDigit = (text: string, at: number): boolean =>
  AMBIGUOUS_DIGITS.has(text.charCodeAt(at));

/** Whether a Chinese numeral can hold the unit at `at`. */
export const isChineseNumeral = (text: string, at: number): boolean =>
  valueAt(CHINESE_DIGITS, text, at) >= 0 ||
  valueAt(SMALL_SCALES, text, at) > 0 ||
  valueAt(LARGE_SCALES, text, at) > 0 ||
  valueAt(MERGED_TENS, text, at) > 0;
