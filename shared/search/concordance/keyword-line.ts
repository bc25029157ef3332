import { placesInOrder } from '../claims/reading-order.ts';
import type { Mark } from '../search-index.ts';

/** Words that were found with the text on either side of them, in one line. */
export interface KeywordLine {
  readonly left: string;
  readonly words: string;
  readonly right: string;
}

/** Units on either side of the words. */
const CONTEXT_UNITS = 24;

/** @param mark of `text`; what stands around it is cut at the text's ends and never inside a character. */
export function lineAround(text: string, [start, end]: Mark, units = CONTEXT_UNITS): KeywordLine {
  const from = Math.max(0, start - units);
  const to = Math.min(text.length, end + units);
  return {
    left: inOneLine(text.slice(isInside(text, from) ? from + 1 : from, start)),
    words: inOneLine(text.slice(start, end)),
    right: inOneLine(text.slice(end, isInside(text, to) ? to - 1 : to)),
  };
}

const inOneLine = (text: string): string => text.replace(/\s/g, ' ');

/** Whether a place lies between the two units of one character. */
const isInside = (text: string, at: number): boolean =>
  at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff;

export const CONCORDANCE_ORDERS = ['found', 'left', 'right', 'article', 'date'] as const;
/** `left`: by what stands before the words, from them outwards, in the order of the language. `found`: as the search ranks articles. */
export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number];

/** What lines are put in order by. */
export interface OrderedLine extends KeywordLine {
  readonly title: string;
  readonly published: string | null;
}

/** The lines in an order, each as its place among `lines`; those that it does not tell apart stay as they are, undated ones come last. */
export function orderLines(lines: readonly OrderedLine[], order: ConcordanceOrder): Uint32Array {
  const ordered = Uint32Array.from(lines, (_, i) => i);
  if (order === 'found') return ordered;
  for (const [line, place] of placesInOrder(lines.map(KEYS[order])).entries()) ordered[place] = line;
  return ordered;
}

/** Behind all dates. */
const UNDATED = '9999-99-99';

const KEYS: Record<Exclude<ConcordanceOrder, 'found'>, (line: OrderedLine) => string> = {
  left: ({ left }) => [...left.trimEnd()].reverse().join(''),
  right: ({ right }) => right.trimStart(),
  article: ({ title }) => title,
  date: ({ published }) => published ?? UNDATED,
};
