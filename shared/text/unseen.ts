/**
 * Characters that leave no trace in print: controls, zero-width spaces and joiners, soft hyphens, byte order
 * marks, marks of direction. Source: `Default_Ignorable_Code_Point` of Unicode (DerivedCoreProperties) and the
 * controls C0 and C1, without blanks, line ends, the Hangul fillers (as wide as a letter) and what chooses the
 * glyph beside it: variation selectors, and joiners behind letters that join or pictures.
 */
const KEPT = /[\t\n\v\f\r\u0085\u115f\u1160\u180e\u3164\uffa0]|\p{Variation_Selector}|\u200c|\u200d/u;
const JOINING =
  /[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Tibetan}\p{Extended_Pictographic}\p{Variation_Selector}]/u;
const UNSEEN = new RegExp(
  `(?:(?!${KEPT.source})[\\p{Default_Ignorable_Code_Point}\\p{Cc}]|(?<!${JOINING.source})(?:\u200c|\u200d))+`,
  'gu',
);

/** One line end: those of Unicode's newline guidelines (UAX 14, classes BK, CR, LF, NL). */
export const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** The line end that `\s` does not know. */
const NEXT_LINE = /\u0085/g;

/** A stretch of a text, end exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stretches of characters that are not seen, in order. */
export function findUnseen(text: string): Stretch[] {
  return Array.from(text.matchAll(UNSEEN), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** The text as it is seen. */
export const dropUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Nothing stands here that is seen: blanks, line ends and characters without a trace. */
export const isEmptyInPrint = (text: string): boolean =>
  dropUnseen(text).replace(NEXT_LINE, '').trim() === '';

const UNSEEN_BEHIND = new RegExp(UNSEEN.source, 'uy');

/** Where the ink at `end` and what leaves no trace behind it end. */
export function endOverUnseen(text: string, end: number): number {
  UNSEEN_BEHIND.lastIndex = end;
  return UNSEEN_BEHIND.test(text) ? UNSEEN_BEHIND.lastIndex : end;
}

/** Words of a page in one line: line ends go, with the blanks around them. */
export const joinLines = (words: string): string =>
  words.replace(/[\s\u0085]+/g, (blank) => (LINE_ENDS.test(blank) ? '' : blank));

const LINE_ENDS = /[\n\v\f\r\u0085\u2028\u2029]/;
