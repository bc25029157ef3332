/**
 * Full-width Latin letters, digits and signs. Left out is the punctuation that Chinese text prints in full width
 * by right (，！？；：（）): folding it would blur where clauses end.
 */
const WIDE = /[＂-＇＊＋－-９＜-＞＠-～￠￡￥￦]/;
const ALL_WIDE = new RegExp(WIDE, 'g');

/** Signs of currencies in full width stand apart from the letters. */
const NARROW_CURRENCIES: Readonly<Record<string, string>> = { '￠': '¢', '￡': '£', '￥': '¥', '￦': '₩' };

/**
 * The text with full-width Latin letters, digits and signs in half width, length and positions unchanged:
 * what is found in it stands at the same place in the text as printed.
 */
export function foldWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(
    ALL_WIDE,
    (unit) => NARROW_CURRENCIES[unit] ?? String.fromCharCode(unit.charCodeAt(0) - 0xfee0),
  );
}
