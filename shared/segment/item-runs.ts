import type { Block } from './blocks.ts';
import { isSecondLine } from './headlines.ts';
import type { Item } from './items.ts';

/** Captions and furniture that may stand between a line and what follows it in its story. */
const PASSED = 12;
/** Items below a line that are searched for another heading. */
const SEARCHED = 40;

/** Index after the run of short lines that begins at `i`. */
export function stackEnd(items: readonly Item[], i: number): number {
  let end = i + 1;
  while (items[end]?.role === 'short') end++;
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

/** At most `count` paragraphs from `i` on, up to a byline or a line that may be a heading. */
export function paragraphsFrom(items: readonly Item[], i: number, count: number): Block[] {
  const blocks: Block[] = [];
  for (let j = i; j < items.length && blocks.length < count && j < i + SEARCHED; j++) {
    const { role, block } = items[j] as Item;
    if (role === 'short' || role === 'byline') break;
    if (role === 'body') blocks.push(block);
  }
  return blocks;
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
