/** Value of each character that writes one digit, by UTF-16 unit; −1 elsewhere. 两 is 2, 〇 and ○ are 0. */
export const CHINESE_DIGITS = tableOf([
  ['〇零○', 0],
  ['一壹', 1],
  ['二两贰貳兩弍', 2],
  ['三叁', 3],
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
