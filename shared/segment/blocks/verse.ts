import type { SegmentKnowledge } from '../knowledge.ts';
import { endsSentence, endsWithPause } from '../print/sentences.ts';
import type { HeadReading } from '../stories/head-reading.ts';
import { shareOfPairs } from '../stories/headlines.ts';
import { readBylineLine } from './bylines.ts';
import type { Item } from './item-runs.ts';

/** Columns that a line of verse hardly exceeds, and lines by which verse is known. */
const LONGEST = 18;
const FEWEST = 4;
/** Probability from which the model takes a short line for text, for a headline, for a byline. */
const TEXT = 0.5;
const HEADLINE = 0.8;
const BYLINE = 0.5;
/** Probability of a byline from which a name under a headline is no line of verse. */
const SIGNS = 0.1;
/** Share of the lines that may have a pause inside, as lines of prose have that a measure broke. */
const PAUSES = 0.34;
/** Lines that a poem's headline, its second line and its author may have. */
const MOST_HEAD = 3;

/** A name in brackets closes the verse above it. */
const isClosing = (it: Item | undefined): boolean => /^[（(].+[）)]$/u.test(it?.block.text ?? '');

const isLine = (it: Item | undefined): it is Item =>
  it !== undefined &&
  !isClosing(it) &&
  (it.role === 'short' || it.role === 'body') &&
  !it.keepsLine &&
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
export function withVerse(
  items: readonly Item[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): readonly Item[] {
  const out = [...items];
  const isText = (it: Item): boolean =>
    endsWithPause(it.block.text) ||
    heads.likelihood(it.block, 'paragraph', 'continuation', 'story-start') >= TEXT;
  const isPoet = (at: number): boolean => namesPoet(items[at], heads, knowledge);
  let run: ShortLines | null = null;
  // Where one poem has its poet's name under its headline, so have those below it.
  let areSigned = false;
  const isVerseAt = (it: Item | undefined): boolean =>
    isLine(it) && isText(it) && heads.likelihood(it.block, 'headline') < TEXT;
  const isSignedHead = (at: number): boolean =>
    isPoet(at + 1) && isVerseAt(items[at + 2]) && isVerseAt(items[at + 3]);
  // Where what closed one poem stands right above a line, that is the headline of the next.
  let closed = -1;
  const isNextHead = (at: number): boolean =>
    at === closed + 1 && isVerseAt(items[at + 1]) && isVerseAt(items[at + 2]);
  for (let from = 0; from < items.length; from++) {
    const it = items[from];
    const isUnderHead = isPoet(from) && items[from - 1]?.role === 'short';
    if (!isLine(it) || !isText(it) || isUnderHead || (areSigned && isSignedHead(from)) || isNextHead(from))
      continue;
    const isSigned = isPoet(from - 1) && items[from - 2]?.role === 'short';
    // Short lines end at the same place from whichever of them they are looked at.
    if (run === null || from >= run.to) {
      const opens = areSigned || isSigned ? isSignedHead : () => false;
      run = readShortLines(items, from, heads, isText, opens);
    }
    const { to, end } = run;
    if (isVerse(run, from)) {
      areSigned ||= isSigned;
      for (let i = from; i < end; i++) out[i] = { ...(items[i] as Item), role: 'body', keepsLine: true };
      openAt(out, headOf(out, from));
      if (end < to) openAt(out, end);
      if (isClosing(items[to])) closed = to;
      from = end - 1;
    }
  }
  return out;
}

/** Whether a line may be the one name of whoever wrote the verse below it. */
const namesPoet = (it: Item | undefined, heads: HeadReading, knowledge: SegmentKnowledge): boolean =>
  isLine(it) &&
  heads.likelihood(it.block, 'byline') >= SIGNS &&
  readBylineLine(it.block.text, knowledge, true)?.length === 1;

/** Short lines in a row, and how many from each of them on are of a kind. */
interface ShortLines {
  /** Index of the first. */
  readonly first: number;
  /** Index after the last, and after the last that is no headline of what stands below. */
  readonly to: number;
  readonly end: number;
  readonly texts: readonly number[];
  readonly paused: readonly number[];
  readonly unended: readonly number[];
}

function readShortLines(
  items: readonly Item[],
  first: number,
  heads: HeadReading,
  isText: (it: Item) => boolean,
  isSignedHead: (at: number) => boolean,
): ShortLines {
  const to = endOfVerse(items, first, heads, isSignedHead);
  const last = items[to - 1] as Item;
  const below = items[to];
  // Names below the last line head what follows them, or close the verse above another headline.
  const after = items[to + 1];
  const leads =
    below?.role === 'byline' && !isClosing(below)
      ? after?.role === 'body' || (isLine(after) && isText(after))
      : below?.role === 'body' && !isLine(below);
  const end = leads && !endsWithPause(last.block.text) ? to - 1 : to;
  const countOn = (is: (it: Item) => boolean): number[] => {
    const counts = new Array<number>(end - first + 1).fill(0);
    for (let i = end - 1; i >= first; i--)
      counts[i - first] = (counts[i - first + 1] as number) + (is(items[i] as Item) ? 1 : 0);
    return counts;
  };
  return {
    first,
    to,
    end,
    texts: countOn(isText),
    paused: countOn(pausesInside),
    unended: countOn(({ block }) => !endsSentence(block.text)),
  };
}

/** Whether the lines from one of them on are verse. */
function isVerse({ first, end, texts, paused, unended }: ShortLines, from: number): boolean {
  const lines = end - from;
  const count = (counts: readonly number[]): number => counts[from - first] ?? 0;
  return lines >= FEWEST && count(texts) > lines / 2 && count(paused) <= PAUSES * lines && count(unended) > 0;
}

/** Index after the short lines from `from` on, to the next headline among them or to a name under what may be one. */
function endOfVerse(
  items: readonly Item[],
  from: number,
  heads: HeadReading,
  isSignedHead: (at: number) => boolean,
): number {
  let to = from + 1;
  for (; isLine(items[to]); to++) {
    if (isSignedHead(to)) break;
    const { block } = items[to] as Item;
    const next = items[to + 1];
    if (heads.likelihood(block, 'headline') >= HEADLINE && !isLastLine(items, to)) break;
    const isSigned =
      isLine(next) && heads.likelihood(next.block, 'byline') >= BYLINE && !endsWithPause(block.text);
    if (isSigned && heads.likelihood(block, 'headline') >= TEXT) break;
  }
  return to;
}

/** Share of a headline's pairs that the paragraph under it has; a line of verse above it has none. */
const RESTATED = 0.2;

/** Whether a line is rather the last of its verse than the first of the headline that it stands on: the text below tells nothing of it. */
function isLastLine(items: readonly Item[], at: number): boolean {
  const head = items[at + 1];
  const text = items.slice(at + 2, at + 4).find(({ role }) => role === 'body')?.block.text;
  return (
    head?.role === 'short' &&
    text !== undefined &&
    shareOfPairs((items[at] as Item).block.text, text) === 0 &&
    shareOfPairs(head.block.text, text) >= RESTATED
  );
}

const isHead = (it: Item | undefined): boolean => it?.role === 'short' || it?.role === 'byline';

/** Index of the first line of what stands right above verse as its head; that of the verse where nothing does. */
function headOf(items: readonly Item[], verse: number): number {
  let from = verse;
  while (from > 0 && !isClosing(items[from - 1]) && isHead(items[from - 1])) from--;
  return verse - from <= MOST_HEAD ? from : verse;
}

function openAt(items: Item[], at: number): void {
  const it = items[at] as Item;
  if (it.role === 'short') items[at] = { ...it, opens: 'story' };
}
