import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import { inkOf, type Line, type LineHint, widthOf } from './lines.ts';

/** Lines that stand together: a paragraph or a piece of one, a headline, a caption, a byline. */
export interface Block {
  /** Ink in reading order. */
  readonly runs: readonly SourceSpan[];
  /** The runs put together as they are read. */
  readonly text: string;
  readonly width: number;
  /** Blank lines before the block. */
  readonly gap: number;
  /** Blank columns before its first line; null where its beginning was taken out. */
  readonly indent: number | null;
  /** Columns by which its first line falls short of the measure, as one does that lost its indent; null where that says nothing. */
  readonly shortfall: number | null;
  /** Level of a Markdown heading, 0 for none. */
  readonly level: number;
  /** Lines that were joined. */
  readonly lines: number;
  /** Whether its lines are those of a column set to a measure; then its width in columns. */
  readonly measure: number;
  /** Blank lines between its first two lines; −1 for a single line. */
  readonly leading: number;
  /** Whether it is a part of a printed line, the rest having been taken out. */
  readonly piece: boolean;
  /** Where in its text lines were joined although their print speaks against it. */
  readonly looseSeams: readonly number[];
  /** Where in its text, its end included, a paragraph may end although nothing in the print says so or not. */
  readonly unsureEnds: readonly number[];
  /** What the page's format says of its first line. */
  readonly hint?: LineHint;
}

const isWord = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);

/**
 * What stands between two stretches of ink that are read on: a space between two Latin words, else nothing.
 * A hyphen that broke a word stays, since nothing says whether it belongs.
 */
export function glue(before: string, after: string): '' | ' ' {
  const last = before.charCodeAt(before.length - 1);
  const first = after.charCodeAt(0);
  const latin = (unit: number): boolean => isWord(unit) && unit > 0x39;
  if (latin(last) && isWord(first)) return ' ';
  if (isWord(last) && latin(first)) return ' ';
  return (last === 0x2c || last === 0x2e || last === 0x3b) && latin(first) ? ' ' : '';
}

export function joinTexts(texts: readonly string[]): string {
  const parts: string[] = [];
  let before = '';
  for (const text of texts) {
    if (before) parts.push(glue(before, text));
    parts.push(text);
    before = text || before;
  }
  return parts.join('');
}

export const NO_SEAMS: readonly number[] = [];

/** `loose`, `unsure`: numbers of the lines at whose beginning is a loose seam, or an end that may be a paragraph's. */
export function blockOf(
  lines: readonly Line[],
  measure = 0,
  loose: readonly number[] = NO_SEAMS,
  unsure: readonly number[] = NO_SEAMS,
): Block {
  const first = lines[0];
  if (!first) throw new RangeError('a block needs a line');
  return {
    runs: lines.length === 1 ? first.runs : lines.flatMap((line) => line.runs),
    text: lines.length === 1 ? first.text : joinTexts(lines.map((line) => line.text)),
    width: lines.length === 1 ? first.width : lines.reduce((sum, line) => sum + line.width, 0),
    gap: first.gap,
    indent: first.indent,
    shortfall: lines.length > 2 && measure > 0 ? measure - inkOf(first) : null,
    level: first.level,
    lines: lines.length,
    measure,
    leading: lines[1]?.gap ?? -1,
    piece: false,
    looseSeams: seamsBefore(lines, loose),
    unsureEnds: seamsBefore(lines, unsure),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
  };
}

const seamsBefore = (lines: readonly Line[], numbers: readonly number[]): readonly number[] =>
  numbers.length === 0
    ? NO_SEAMS
    : numbers.map((line) => joinTexts(lines.slice(0, line).map(({ text }) => text)).length);

/** The part of a block from `start` to `end` of its text; null where it holds no ink. */
export function sliceBlock(block: Block, start: number, end: number): Block | null {
  const runs: SourceSpan[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const run of block.runs) {
    // A run never begins with a blank, so a blank here was put between two runs.
    if (at > 0 && block.text[at] === ' ') at++;
    let from = Math.max(start, at);
    let to = Math.min(end, at + run.end - run.start);
    while (from < to && /\s/.test(block.text[from] as string)) from++;
    while (to > from && /\s/.test(block.text[to - 1] as string)) to--;
    if (to > from) {
      runs.push(sourceSpan(run.start + from - at, run.start + to - at));
      texts.push(block.text.slice(from, to));
    }
    at += run.end - run.start;
  }
  if (runs.length === 0) return null;
  const text = joinTexts(texts);
  const whole = {
    ...block,
    runs,
    text,
    width: widthOf(text),
    piece: true,
    looseSeams: NO_SEAMS,
    unsureEnds: NO_SEAMS,
  };
  return start === 0 ? whole : { ...whole, gap: 0, indent: null, shortfall: null };
}

/** Blocks read on as one paragraph. */
export function joinBlocks(first: Block, ...others: readonly Block[]): Block {
  const all = [first, ...others];
  return {
    ...first,
    runs: all.flatMap((block) => block.runs),
    text: joinTexts(all.map((block) => block.text)),
    width: all.reduce((sum, block) => sum + block.width, 0),
    lines: all.reduce((sum, block) => sum + block.lines, 0),
    looseSeams: NO_SEAMS,
    unsureEnds: NO_SEAMS,
    measure: first.measure || (others.find((block) => block.measure > 0)?.measure ?? 0),
  };
}
