import { BOOKMARK_COLOURS, type BookmarkColour } from '@shared/journal/act.ts';
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { ArticleView } from '../../state/article-view.ts';
import type { BlockSpan } from '../../state/blocks.ts';
import { paintLayer } from '../../ui/paint-layer.ts';
import type { Sheet } from '../../ui/sheets.ts';
import type { Sheets } from '../../ui/use-sheets.ts';
import { type BlockNodes, type Owners, paintClaims, rangesOf } from './paint.ts';

/** The blocks that can be seen soon; other blocks, or others of them near, are another object. */
export interface LitBlocks {
  readonly nodes: RefObject<BlockNodes>;
}

/**
 * Paints the claims of the blocks that can be seen soon: paint costs with each range that is alive.
 * @param head blocks before those of the sheets; they are always lit.
 */
export function usePaintedClaims(
  view: ArticleView,
  nodes: RefObject<BlockNodes>,
  parts: readonly Sheet[],
  head: number,
  { filled, near }: Sheets,
): { readonly lit: LitBlocks; readonly owners: RefObject<Owners> } {
  const owners = useRef<Owners>(new Map());
  const lit = useRef<BlockNodes>(new Map());
  const litSheets = [...near].filter((sheet) => filled.has(sheet)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheets that are lit say which nodes are there
  useLayoutEffect(() => {
    lit.current = parts.length <= 1 ? nodes.current : nodesNear(nodes.current, parts, head, near);
    const painted = paintClaims(view, lit.current);
    owners.current = painted.owners;
    return painted.clear;
  }, [view, parts, head, litSheets]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these puts other nodes under the same spans
  const litBlocks = useMemo(() => ({ nodes: lit }), [view, litSheets]);
  return { lit: litBlocks, owners };
}

/** The nodes of the head and of the sheets that are near, in the order of their blocks. */
function nodesNear(
  nodes: BlockNodes,
  parts: readonly Sheet[],
  head: number,
  near: ReadonlySet<number>,
): BlockNodes {
  const found = new Map<number, Text>();
  const add = (from: number, to: number): void => {
    for (let block = from; block < to; block++) {
      const node = nodes.get(block);
      if (node) found.set(block, node);
    }
  };
  add(0, head);
  for (const { index, first, end } of parts) if (near.has(index)) add(head + first, head + end);
  return found;
}

/** Passages that a person has marked, by their colour. */
export type MarkedSpans = Readonly<Partial<Record<BookmarkColour, readonly BlockSpan[]>>>;

/** Paints them, each colour on a layer of its own. */
export function useBookmarks(lit: LitBlocks, marked: MarkedSpans, priority: number): void {
  useLayoutEffect(() => {
    for (const colour of BOOKMARK_COLOURS)
      paintLayer(LAYER_OF[colour], rangesOf(lit.nodes.current, marked[colour] ?? []), priority);
    return () => {
      for (const colour of BOOKMARK_COLOURS) paintLayer(LAYER_OF[colour], [], priority);
    };
  }, [lit, marked, priority]);
}

const LAYER_OF: Readonly<Record<BookmarkColour, string>> = {
  yellow: 'bookmark',
  green: 'bookmark-green',
  blue: 'bookmark-blue',
  red: 'bookmark-red',
};

/** Paints spans on the blocks that can be seen soon. */
export function useLayer(lit: LitBlocks, layer: string, spans: readonly BlockSpan[], priority: number): void {
  useLayoutEffect(() => {
    paintLayer(layer, rangesOf(lit.nodes.current, spans), priority);
    return () => paintLayer(layer, [], priority);
  }, [lit, layer, spans, priority]);
}
