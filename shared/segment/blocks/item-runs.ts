import type { Block } from '../print/blocks.ts';
import { breaksOff, endsWithPause, opensDispatch, startsInside } from '../print/sentences.ts';
import { isSecondLine } from '../stories/headlines.ts';

/** `short`: a line that may be a headline, a heading or a slogan; where it stands decides. */
export type ItemRole = 'body' | 'short' | 'byline' | 'caption' | 'furniture';

/** A block and what it is on the page. */
export interface Item {
  readonly block: Block;
  readonly role: ItemRole;
  /** Names of a byline. */
  readonly names: readonly string[];
  /** 0 to 1; below 0.5 the person should look. */
  readonly sure: number;
  /** What begins here whatever stands above: a story, or a photograph that stands alone. */
  readonly opens?: 'story' | 'photo';
  /** A line of verse: it ends where its writer ended it. */
  readonly keepsLine?: true;
}

/** Captions and furniture that may stand between a line and what follows it in its story. */
const PASSED = 12;
/** Items below a line that are searched for another heading. */
const SEARCHED = 40;

/** Index after the run of short lines that begins at `i`; one that opens something begins another run. */
export function stackEnd(items: readonly Item[], i: number): number {
  let end = i + 1;
  while (items[end]?.role === 'short' && items[end]?.opens === undefined) end++;
  return end;
}

/** The item at `i` or after it that is neither caption nor furniture. */
export function following(items: readonly Item[], i: number): Item | null {
  for (let j = i; j < items.length && j < i + PASSED; j++) {
    const it = items[j] as Item;
    if (it.role !== 'caption' && it.role !== 'furniture') return it;
  }
  return null;
}

/** Index of the next short line from `i` on; −1 where there is none near. */
export function nextShortAt(items: readonly Item[], i: number): number {
  for (let at = i; at < items.length && at < i + SEARCHED; at++) if (items[at]?.role === 'short') return at;
  return -1;
}

/** The next short line from `i` on; null where there is none near. */
export const nextShort = (items: readonly Item[], i: number): Block | null =>
  items[nextShortAt(items, i)]?.block ?? null;

/** The paragraph or short line above `i`; null where there is none near. */
export function textAbove(items: readonly Item[], i: number): Item | null {
  for (let at = i - 1; at >= 0 && at >= i - SEARCHED; at--) {
    const it = items[at] as Item;
    if (it.role === 'body' || it.role === 'short') return it;
  }
  return null;
}

/** Whether the next short lines from `i` on may be a heading, and no byline or second line says that they are not. */
export function hasHeadingBelow(items: readonly Item[], i: number): boolean {
  for (let start = i; start < items.length && start < i + SEARCHED; start++) {
    if (items[start]?.role !== 'short') continue;
    const end = stackEnd(items, start);
    return (
      following(items, end)?.role !== 'byline' &&
      !items.slice(start + 1, end).some(({ block }) => isSecondLine(block))
    );
  }
  return false;
}

/** Columns that a line of verse hardly exceeds. */
const LONGEST_VERSE = 18;

/** Whether a line stands in a run of three or more short ones without a gap, each ended where its writer ended it. */
export function isVerse(items: readonly Item[], i: number): boolean {
  const isLine = (at: number): boolean => {
    const it = items[at];
    return (
      (it?.role === 'body' || it?.role === 'short') &&
      it.block.lines === 1 &&
      it.block.width <= LONGEST_VERSE &&
      endsWithPause(it.block.text)
    );
  };
  if (!isLine(i)) return false;
  let from = i;
  while (i - from < 3 && (items[from] as Item).block.gap === 0 && isLine(from - 1)) from--;
  let to = i + 1;
  while (to - from < 3 && items[to]?.block.gap === 0 && isLine(to)) to++;
  return to - from >= 3;
}

/** Whether a short line is followed as a headline is: by more headline, a byline or a paragraph's beginning. */
export function opensStory(items: readonly Item[], i: number): boolean {
  for (let j = i + 1; j < items.length && j <= i + 4; j++) {
    const after = items[j] as Item;
    if (after.role === 'byline') return true;
    if (after.role === 'body') return !startsInside(after.block.text);
    if (after.role !== 'short') return false;
  }
  return false;
}

/** Bodies within a few blocks, above any heading or byline, to the first that itself breaks off. */
export function bodiesBelow(items: readonly Item[], from: number): Block[] {
  const found: Block[] = [];
  for (let i = from; i < items.length && i < from + 4; i++) {
    const { role, block } = items[i] as Item;
    if (role === 'byline' || role === 'short') break;
    if (role !== 'body') continue;
    found.push(block);
    if (breaksOff(block.text)) break;
  }
  return found;
}

/** The next body block that could go on with an open sentence, within a few blocks and above any heading or news head. */
export function nextBody(items: readonly Item[], from: number, usualGap: number): Block | null {
  for (let i = from; i < items.length && i < from + 4; i++) {
    const it = items[i] as Item;
    if (it.role === 'byline' || (it.role === 'short' && it.block.gap <= usualGap)) return null;
    if (it.role === 'body') return opensDispatch(it.block.text) ? null : it.block;
  }
  return null;
}
