import type { Block, BlockSpan } from '../../state/blocks.ts';
import type { BlockNodes } from './paint.ts';

/**
 * What the person has selected of the article, block by block; empty when nothing of it is selected.
 * @param nodes of the blocks; one that is not in the document yet is selected whole where blocks on both sides are.
 */
export function readSelection(nodes: BlockNodes, blocks: readonly Block[]): BlockSpan[] {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const first = firstBlock(nodes, blocks.length, (node) => range.comparePoint(node, node.length) >= 0);
  const end = firstBlock(nodes, blocks.length, (node) => range.comparePoint(node, 0) > 0);
  const spans: BlockSpan[] = [];
  let between: BlockSpan[] = [];
  for (const { index: block, text } of blocks.slice(first, end)) {
    const node = nodes.get(block);
    const from = range.startContainer === node ? range.startOffset : 0;
    const to = range.endContainer === node ? range.endOffset : text.length;
    if (from >= to) continue;
    if (node) {
      for (const whole of between) spans.push(whole);
      spans.push({ block, start: from, end: to });
      between = [];
    } else if (spans.length > 0) between.push({ block, start: from, end: to });
  }
  return spans;
}

/**
 * The first block in the document of which `is` holds, as it does of all behind it; `count` where it holds of none.
 * Blocks stand in the document in their order.
 */
function firstBlock(nodes: BlockNodes, count: number, is: (node: Text) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe < high && !nodes.has(probe)) probe++;
    const node = nodes.get(probe);
    if (probe < high && node && !is(node)) low = probe + 1;
    else high = middle;
  }
  return low;
}
