import type { Line } from '../print/lines.ts';
import type { FeatureTable } from './feature-table.ts';
import { isRow } from './headlines.ts';
import { middleOf, type Setting, SHAPE } from './line-shape.ts';

const PER_SHAPE = [
  'Count',
  'Share',
  'Byline',
  'Bylines',
  'Short',
  'AfterEnd',
  'AfterByline',
  'Apart',
  'BylineOdd',
  'NewsBelow',
  'TimeBelow',
] as const;
const SHAPES = ['tight', 'loose', 'marked', 'run'] as const;
const OF_PAGE = [
  'pageBylines',
  'pageDatelines',
  'shortBylines',
  'pageWrapped',
  'pageGaps',
  'shortGaps',
  'gapOdd',
  'pageIndents',
  'indentOdd',
  'pageMarks',
  'markOdd',
  'widthOdd',
  'shortsPerText',
] as const;
const OF_PLACE = ['fromTop', 'toBottom', 'shortRun', 'rowRun', 'twins'] as const;
const DISTANCES = ['end', 'byline', 'dateline', 'long', 'full', 'short'] as const;

/** How lines of this line's shape are used all over the page, and how it stands in it: the names of the columns. */
export const PAGE_FORM: readonly string[] = [
  ...SHAPES.flatMap((shape) => PER_SHAPE.map((name) => `${shape}${name}`)),
  ...OF_PAGE,
  ...OF_PLACE,
  ...DISTANCES.flatMap((name) => [`${name}Above`, `${name}Below`]),
];

const FAR = 24;
const MOST_ROWS = 20;
/** Columns of the longest line of a run of short ones, lines of a run that are counted, and lines of the same words. */
const SHORT = 18;
const LONGEST_RUN = 8;
const MOST_TWINS = 3;

/** Whether a line may be a headline by its form: short, no sentence, few pauses. */
const mayHead = (end: number, width: number, pauses: number): boolean =>
  end <= 1 && width < 45 && pauses <= 3;

/** The first sign of a line as far as it says how the line is set: its mark, a bracket. */
const signOf = (text: string, isMarked: boolean): string =>
  isMarked
    ? `M${text[0]}`
    : '【［〔['.includes(text[0] as string)
      ? 'B'
      : '（('.includes(text[0] as string)
        ? '('
        : '-';

const RELATIVE = [0.35, 0.7, 0.95, 1.06];

export interface Form {
  /** Which lines may be headlines by their form. */
  readonly heads: Uint8Array;
  /** For each line 1 where a byline or a dateline stands below it, half of that where one stands a line further. */
  readonly follows: Float32Array;
  /** The lines of each shape, for each way of telling shapes. */
  readonly shapes: readonly (readonly (readonly number[])[])[];
}

/** Fills the columns of `PAGE_FORM` from `from` on; those of `LINE_SHAPE` are filled. */
export function measureForm(
  lines: readonly Line[],
  setting: Setting,
  length: number,
  table: FeatureTable,
  from: number,
): Form {
  const count = lines.length;
  const at = (row: number, column: number): number => table.get(row, column);
  const heads = new Uint8Array(count);
  const signs: string[] = [];
  const ended = new Uint8Array(count);
  const long = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const line = lines[i] as Line;
    heads[i] = Number(mayHead(at(i, SHAPE.end), line.width, at(i, SHAPE.pauses)));
    signs.push(signOf(line.text, at(i, SHAPE.mark) === 1));
    ended[i] = Number(at(i, SHAPE.end) >= 2);
    long[i] = Number(line.width > 45);
  }
  const follows = followers(count, table);
  const before = (i: number, values: Uint8Array, otherwise: number): number =>
    i > 0 ? (values[i - 1] as number) : otherwise;
  const bylineAbove = (i: number): number =>
    i > 0 ? Math.max(Math.min(1, at(i - 1, SHAPE.byline)), at(i - 1, SHAPE.closesBracket)) : 0;
  const keys: readonly ((i: number) => string)[] = [
    (i) =>
      `${Math.min(1, at(i, SHAPE.gapAbove))}|${Math.min(1, at(i, SHAPE.gapBelow))}|${Math.round(at(i, SHAPE.indent))}|${signs[i]}|${heads[i]}`,
    (i) =>
      `${Math.min(1, at(i, SHAPE.gapAbove))}|${Math.round(at(i, SHAPE.indent))}|${signs[i]?.[0]}|${heads[i]}|${RELATIVE.filter((edge) => at(i, SHAPE.relative) > edge).length}`,
    (i) =>
      `${signs[i]}|${Math.round(at(i, SHAPE.indent))}|${heads[i]}|${heads[i] && (i === 0 || ended[i - 1] || !at(i - 1, SHAPE.full) || at(i, SHAPE.gapAbove) > 0) ? 1 : 0}`,
    (i) =>
      `${heads[i]}|${before(i, heads, 0)}|${i + 1 < count ? heads[i + 1] : 0}|${Math.min(2, at(i, SHAPE.gapAbove))}|${signs[i]?.[0]}`,
  ];
  let column = from;
  const shapes: (readonly (readonly number[])[])[] = [];
  for (const key of keys) {
    const groups = groupLines(lines.length, key);
    shapes.push(groups);
    measureShape(lines, groups, column, table, length, { follows, heads, ended, bylineAbove });
    column += PER_SHAPE.length;
  }
  measurePage(count, setting, length, table, column, heads, follows);
  column += OF_PAGE.length;
  const shortRuns = runsOf(count, (i) => (lines[i] as Line).width <= SHORT && at(i, SHAPE.full) === 0);
  const rowRuns = runsOf(count, (i) => isRow((lines[i] as Line).text));
  const twins = new Map<string, number>();
  for (const { text } of lines) twins.set(text, (twins.get(text) ?? 0) + 1);
  for (let i = 0; i < count; i++) {
    table.set(i, column, Math.min(i, MOST_ROWS));
    table.set(i, column + 1, Math.min(count - 1 - i, MOST_ROWS));
    table.set(i, column + 2, shortRuns[i] as number);
    table.set(i, column + 3, rowRuns[i] as number);
    table.set(i, column + 4, Math.min(MOST_TWINS, twins.get((lines[i] as Line).text) as number));
  }
  column += OF_PLACE.length;
  const marks: readonly ((i: number) => boolean)[] = [
    (i) => ended[i] === 1,
    (i) => at(i, SHAPE.byline) > 0,
    (i) => at(i, SHAPE.dateline) > 0,
    (i) => long[i] === 1,
    (i) => at(i, SHAPE.full) > 0,
    (i) => heads[i] === 1,
  ];
  for (const holds of marks) {
    let last = -FAR;
    for (let i = 0; i < count; i++) {
      table.set(i, column, Math.min(FAR, i - last));
      if (holds(i)) last = i;
    }
    last = count + FAR;
    for (let i = count - 1; i >= 0; i--) {
      table.set(i, column + 1, Math.min(FAR, last - i));
      if (holds(i)) last = i;
    }
    column += 2;
  }
  return { heads, follows, shapes };
}

/** For each line how many of those around it, itself among them, are of a kind without a break; 0 where it is not. */
function runsOf(count: number, holds: (i: number) => boolean): Uint8Array {
  const runs = new Uint8Array(count);
  for (let from = 0; from < count; from++) {
    let to = from;
    while (to < count && holds(to)) to++;
    runs.fill(Math.min(LONGEST_RUN, to - from), from, to);
    from = to;
  }
  return runs;
}

/** For each line 1 where a byline or a dateline stands below it, half of that where one stands a line further. */
function followers(count: number, table: FeatureTable): Float32Array {
  const opens = (i: number): number =>
    i < count ? Math.max(Math.min(1, table.get(i, SHAPE.byline)), table.get(i, SHAPE.dateline)) : 0;
  return Float32Array.from({ length: count }, (_, i) => Math.max(opens(i + 1), 0.5 * opens(i + 2)));
}

/** A measure of a line; 0 below the page. */
const valueAt = (table: FeatureTable, row: number, column: number): number =>
  row < table.rows ? table.get(row, column) : 0;

interface Manner {
  readonly follows: Float32Array;
  readonly heads: Uint8Array;
  readonly ended: Uint8Array;
  readonly bylineAbove: (i: number) => number;
}

/** The lines of a page, those of one shape together. */
function groupLines(count: number, key: (i: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (let i = 0; i < count; i++) {
    const name = key(i);
    const group = groups.get(name);
    if (group) group.push(i);
    else groups.set(name, [i]);
  }
  return [...groups.values()];
}

/** How the lines of one shape are used: how many, what follows them, what stands above them, how far apart they are. */
function measureShape(
  lines: readonly Line[],
  groups: readonly (readonly number[])[],
  column: number,
  table: FeatureTable,
  length: number,
  { follows, heads, ended, bylineAbove }: Manner,
): void {
  const belowOf = (i: number, column: number): number =>
    Math.max(valueAt(table, i + 1, column), valueAt(table, i + 2, column));
  for (const group of groups) {
    let byline = 0;
    let short = 0;
    let afterEnd = 0;
    let afterByline = 0;
    let news = 0;
    let timed = 0;
    for (const i of group) {
      news += belowOf(i, SHAPE.newsHead);
      timed += belowOf(i, SHAPE.timeFirst);
      byline += follows[i] as number;
      short += heads[i + 1] ?? 0;
      afterEnd += i > 0 ? (ended[i - 1] as number) : 1;
      afterByline += bylineAbove(i);
    }
    const many = group.length;
    const starts = group.map((i) => lines[i]?.runs[0]?.start as number);
    const apart =
      many > 1 ? middleOf(starts.slice(1).map((start, i) => start - (starts[i] as number))) : length;
    for (const i of group) {
      table.set(i, column, Math.min(many, 12));
      table.set(i, column + 1, many / lines.length);
      table.set(i, column + 2, byline / many);
      table.set(i, column + 3, Math.min(byline, 6));
      table.set(i, column + 4, short / many);
      table.set(i, column + 5, afterEnd / many);
      table.set(i, column + 6, afterByline / many);
      table.set(i, column + 7, Math.log1p(apart));
      table.set(i, column + 8, (follows[i] as number) - byline / many);
      table.set(i, column + 9, news / many);
      table.set(i, column + 10, timed / many);
    }
  }
}

function measurePage(
  count: number,
  setting: Setting,
  length: number,
  table: FeatureTable,
  column: number,
  heads: Uint8Array,
  follows: Float32Array,
): void {
  let bylines = 0;
  let datelines = 0;
  let gaps = 0;
  let marks = 0;
  let short = 0;
  let shortBylines = 0;
  let shortGaps = 0;
  let shortMarks = 0;
  const widths: number[] = [];
  const indents: number[] = [];
  for (let i = 0; i < count; i++) {
    const gap = Math.min(1, table.get(i, SHAPE.gapAbove));
    const mark = table.get(i, SHAPE.mark);
    bylines += Math.min(1, table.get(i, SHAPE.byline));
    datelines += table.get(i, SHAPE.dateline);
    gaps += gap;
    marks += mark;
    if (table.get(i, SHAPE.full) || table.get(i, SHAPE.width) > 45)
      indents.push(Math.round(table.get(i, SHAPE.indent)));
    if (!heads[i]) continue;
    short++;
    shortBylines += follows[i] as number;
    shortGaps += gap;
    shortMarks += mark;
    widths.push(table.get(i, SHAPE.width));
  }
  const some = Math.max(1, short);
  const indented = indents.filter((indent) => indent > 0).length / Math.max(1, indents.length);
  const usualIndent = middleOf(indents);
  const usualWidth = widths.length > 0 ? middleOf(widths) : 20;
  for (let i = 0; i < count; i++) {
    const values = [
      Math.min(8, bylines),
      Math.min(8, datelines),
      shortBylines / some,
      Number(setting.wrapped),
      gaps / count,
      shortGaps / some,
      Math.min(1, table.get(i, SHAPE.gapAbove)) - shortGaps / some,
      indented,
      Math.round(table.get(i, SHAPE.indent)) - usualIndent,
      Math.min(6, marks),
      table.get(i, SHAPE.mark) - shortMarks / some,
      table.get(i, SHAPE.width) / Math.max(1, usualWidth),
      short / Math.max(1, length / 400),
    ];
    for (let v = 0; v < values.length; v++) table.set(i, column + v, values[v] as number);
  }
}
