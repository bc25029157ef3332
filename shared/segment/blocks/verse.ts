import { endsSentence, endsWithPause } from '../print/sentences.ts';
import type { HeadReading } from '../stories/head-reading.ts';
import type { Item } from './item-runs.ts';

/** Columns that a line of verse hardly exceeds, and lines by which verse is known. */
const LONGEST = 18;
const FEWEST = 4;
/** Probability from which the model takes a short line for text, for a headline, for a byline. */
const TEXT = 0.5;
const HEADLINE = 0.8;
const BYLINE = 0.5;
/** Share of the lines that may have a pause inside, as lines of prose have that a measure broke. */
const PAUSES = 0.34;
/** Lines that a poem's headline, its second line and its author may have. */
const MOST_HEAD = 3;

const isLine = (it: Item | undefined): it is Item =>
  it !== undefined &&
  (it.role === 'short' || it.role === 'body') &&
  it.block.lines === 1 &&
  it.block.measure === 0 &&
  it.block.level === 0 &&
  !it.block.piece &&
  it.block.width <= LONGEST;

/** Whether a pause or a stop stands inside a line. */
const pausesInside = ({ block }: Item): boolean => /[，。；：].*\S/u.test(block.text);

/**
 * Short lines in a row of which the model takes most for text are verse: each is a paragraph that nothing joins, and
 * what stands right above them is the poem's head. So is the last of them above prose the headline of that.
 */
export function withVerse(items: readonly Item[], heads: HeadReading): readonly Item[] {
  const out = [...items];
  const isText = (it: Item): boolean =>
    endsWithPause(it.block.text) ||
    heads.likelihood(it.block, 'paragraph', 'continuation', 'story-start') >= TEXT;
  for (let from = 0; from < items.length; from++) {
    const it = items[from];
    if (!isLine(it) || !isText(it)) continue;
    const to = endOfVerse(items, from, heads);
    const last = items[to - 1] as Item;
    const below = items[to];
    const leads = below?.role === 'byline' || (below?.role === 'body' && !isLine(below));
    const end = leads && !endsWithPause(last.block.text) ? to - 1 : to;
    const lines = items.slice(from, end);
    const isVerse =
      lines.length >= FEWEST &&
      lines.filter(isText).length > lines.length / 2 &&
      lines.filter(pausesInside).length <= PAUSES * lines.length &&
      lines.some(({ block }) => !endsSentence(block.text));
    if (isVerse) {
      for (let i = from; i < end; i++) out[i] = { ...(items[i] as Item), role: 'body', keepsLine: true };
      openAt(out, headOf(out, from));
      if (end < to) openAt(out, end);
      from = end - 1;
    }
  }
  return out;
}

/** Index after the short lines from `from` on, to the next headline among them or to a name under what may be one. */
function endOfVerse(items: readonly Item[], from: number, heads: HeadReading): number {
  let to = from + 1;
  for (; isLine(items[to]); to++) {
    const { block } = items[to] as Item;
    const next = items[to + 1];
    if (heads.likelihood(block, 'headline') >= HEADLINE) break;
    const isSigned =
      isLine(next) && heads.likelihood(next.block, 'byline') >= BYLINE && !endsWithPause(block.text);
    if (isSigned && heads.likelihood(block, 'headline') >= TEXT) break;
  }
  return to;
}

/** Index of the first line of what stands right above verse as its head; that of the verse where nothing does. */
function headOf(items: readonly Item[], verse: number): number {
  let from = verse;
  while (from > 0 && (items[from - 1]?.role === 'short' || items[from - 1]?.role === 'byline')) from--;
  return verse - from <= MOST_HEAD ? from : verse;
}

function openAt(items: Item[], at: number): void {
  const it = items[at] as Item;
  if (it.role === 'short') items[at] = { ...it, opens: 'story' };
}
