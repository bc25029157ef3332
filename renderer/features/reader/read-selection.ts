import type { BlockSpan } from '../../state/article-view.ts';
import type { BlockNodes } from './paint.ts';

/** What the person has selected of the article, block by block; empty when nothing of it is selected. */
export function readSelection(nodes: BlockNodes): BlockSpan[] {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  return [...nodes]
    .sort(([a], [b]) => a - b)
    .flatMap(([block, node]) => {
      if (!range.intersectsNode(node)) return [];
      const start = range.comparePoint(node, 0) < 0 ? startWithin(range, node) : 0;
      const end = range.comparePoint(node, node.length) > 0 ? endWithin(range, node) : node.length;
      return start < end ? [{ block, start, end }] : [];
    });
}

const startWithin = (range: Range, node: Text): number =>
  range.startContainer === node ? range.startOffset : 0;

const endWithin = (range: Range, node: Text): number =>
  range.endContainer === node ? range.endOffset : node.length;
