import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import { endsSentence } from '../print/sentences.ts';
import type { HeadReading } from '../stories/head-reading.ts';
import { hasTwoHalves, isTable } from '../stories/headlines.ts';
import { readBylineLine } from './bylines.ts';
import { isFurniture } from './furniture.ts';
import type { Item } from './item-runs.ts';
import { beginAlike, type RowForm, rowFormOf } from './row-forms.ts';

/** Rows by which a list is known, and the columns of the widest. */
const FEWEST = 3;
const WIDEST = 40;
/** Share of the rows that may read as names of writers. */
const SIGNED = 0.5;

/** Probability of a heading from which a line opens no story. */
const LIKELY = 0.5;

/** How a line is made that is a row of a list; null for any other line. */
function formOf({ role, block }: Item, knowledge: SegmentKnowledge): RowForm | null {
  const { text, width, lines, level, piece, hint } = block;
  if (role === 'furniture' || role === 'caption' || lines > 1 || level > 0 || piece || hint) return null;
  if (width > WIDEST || endsSentence(text) || readBylineLine(text, knowledge, false)) return null;
  return rowFormOf(text);
}

/**
 * Lines in a row that are made alike are rows of one list: results, prices, programmes, telephones, names by their
 * unit. Each is a paragraph that nothing joins. The short line right above them is their headline, and so is the one
 * below them of the text that follows, unless the model takes it for a heading. Short lines between the parts of a list
 * with a name of its own are its text, and where a second list has the labels of one above, what stands above it is a
 * headline whatever it looks like: recipes, posts to be filled.
 */
export function withRows(
  items: readonly Item[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): readonly Item[] {
  const out = [...items];
  const labels = new Set<string>();
  // Where the next part of a list under one name may begin.
  let goesOn = -1;
  for (let from = 0; from < items.length; ) {
    const form = formOf(items[from] as Item, knowledge);
    let to = from + 1;
    if (form !== null) while (items[to] && formOf(items[to] as Item, knowledge) === form) to++;
    if (headsNext(items, from, to)) to--;
    const end = form === 'label' ? endOfLabelled(items, to) : to;
    if (form !== null && isList(items.slice(from, to), end - to)) {
      for (let i = from; i < to; i++)
        out[i] = { ...(items[i] as Item), role: 'body', names: [], keepsLine: true };
      const head = items[from - 1]?.role === 'byline' ? from - 2 : from - 1;
      const above = items[head];
      const label = form === 'label' ? labelOf(items[from] as Item) : '';
      const isAgain = labels.has(label) && above?.role === 'short';
      if (above?.role === 'short' && (head === goesOn || namesList(items[head - 1], knowledge))) {
        if (head !== goesOn) openAt(out, head - 1);
        out[head] = { ...above, role: 'body', keepsLine: true };
        goesOn = to;
      } else if (isAgain || mayHead(above, heads, knowledge) || namesList(above, knowledge))
        openAt(out, head);
      if (label) labels.add(label);
      const opensNext = isAgain ? items[end]?.role === 'short' : mayHead(items[end], heads, knowledge);
      const isPart = end === goesOn && items[end + 1] && formOf(items[end + 1] as Item, knowledge) === form;
      if (opensNext && !isPart && items[end + 1]?.role === 'body') openAt(out, end);
    }
    from = to;
  }
  return out;
}

/** What the label of a row says. */
const labelOf = ({ block }: Item): string => block.text.split(/[：:]/u)[0] ?? '';

/** Index after the paragraphs that begin with a label as the rows above `from` do. */
function endOfLabelled(items: readonly Item[], from: number): number {
  const first = items[from - 1]?.block.text ?? '';
  let to = from;
  while (items[to]?.role === 'body' && beginAlike(first, (items[to] as Item).block.text)) to++;
  return to;
}

const cellsOf = ({ block }: Item): number => block.text.split(/[ \u3000\t]+/u).length;

/** Whether the last of some rows is rather a headline in two halves: text follows, and the other rows have more cells or fewer. */
function headsNext(items: readonly Item[], from: number, to: number): boolean {
  const last = items[to - 1] as Item;
  const below = items[to];
  return (
    to - from > 1 &&
    hasTwoHalves(last.block.text) &&
    below?.role === 'body' &&
    below.block.width > WIDEST &&
    items.slice(from, to - 1).every((row) => cellsOf(row) !== cellsOf(last))
  );
}

/** Whether lines are nothing but words of one length, as a motto is: 富强 民主 / 自由 平等. */
export function isMotto(lines: readonly Block[]): boolean {
  const cells = lines.flatMap(({ text }) => text.split(/[ \u3000\t]+/u));
  const lengths = new Set(cells.map((cell) => cell.length));
  return (
    lengths.size === 1 &&
    cells.length > lines.length &&
    cells.every((cell) => /^\p{Script=Han}+$/u.test(cell))
  );
}

/** `more`: paragraphs below the rows that begin as they do. */
const isList = (rows: readonly Item[], more: number): boolean =>
  !isMotto(rows.map(({ block }) => block)) &&
  (rows.length + (rows.length > 1 ? more : 0) >= FEWEST || isTable(rows.map(({ block }) => block))) &&
  rows.filter(({ role }) => role === 'byline').length <= SIGNED * rows.length;

/** Whether a line may be a headline by its shape; a list's own name is no name of the page's. */
const mayHead = (it: Item | undefined, heads: HeadReading, knowledge: SegmentKnowledge): boolean =>
  it !== undefined &&
  (it.role === 'short' ||
    it.role === 'body' ||
    (it.role === 'furniture' && !isFurniture(it.block, knowledge, true))) &&
  it.block.lines === 1 &&
  it.block.width <= WIDEST &&
  !/[。；：:]$/u.test(it.block.text) &&
  heads.likelihood(it.block, 'heading') < LIKELY;

/** Units of the longest name of a list. */
const LONGEST_NAME = 10;

/** Whether a line ends as the name of a list does, which stands by itself however much it looks like a heading: 积分榜, 光荣榜. */
const namesList = (it: Item | undefined, { press, script }: SegmentKnowledge): boolean =>
  it?.role === 'short' &&
  it.block.text.length <= LONGEST_NAME &&
  press.listNames.some((tail) => script.write(it.block.text).endsWith(tail));

function openAt(items: Item[], at: number): void {
  items[at] = { ...(items[at] as Item), role: 'short', opens: 'story' };
}
