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
  const spans: BlockSpan[] = [];
  let between: BlockSpan[] = [];
  for (const { index: block, text } of blocks.slice(firstBlockBehind(range, nodes, blocks.length))) {
    const node = nodes.get(block);
    if (!node) {
      if (spans.length > 0) between.push({ block, start: 0, end: text.length });
      continue;
    }
    if (range.comparePoint(node, 0) > 0) break;
    const start = range.startContainer === node ? range.startOffset : 0;
    const end = range.endContainer === node ? range.endOffset : node.length;
    if (start >= end) continue;
    spans.push(...between, { block, start, end });
    between = [];
  }
  return spans;
}

/** The first block whose text ends behind the start of a range: blocks stand in the document in their order. */
function firstBlockBehind(range: Range, nodes: BlockNodes, count: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe < high && !nodes.has(probe)) probe++;
    const node = nodes.get(probe);
    if (probe < high && node && range.comparePoint(node, node.length) < 0) low = probe + 1;
    else high = middle;
  }
  return low;
}
