import { type ArticleView, type Item, widthOf } from '../../state/article-view.ts';
import type { BlockSpan } from '../../state/blocks.ts';
import { familyOf } from '../../state/family.ts';
import { paintLayer } from '../../ui/paint-layer.ts';

/** Storeys of underlines below a line of text. More overlapping claims than this share the lowest. */
const STOREYS = 3;

/** The one text node of each block, by the block's index. */
export type BlockNodes = ReadonlyMap<number, Text>;

/** The block that a node of the article stands in, null outside all. */
export function readBlock(node: Node): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-block]')?.dataset.block;
  return block === undefined ? null : Number(block);
}

/** Painted ranges with the item that each belongs to. */
export type Owners = ReadonlyMap<AbstractRange, Item>;

/** @returns ranges of spans whose blocks are on the page. */
export function rangesOf(nodes: BlockNodes, spans: readonly BlockSpan[]): Range[] {
  return spans.flatMap(({ block, start, end }) => {
    const node = nodes.get(block);
    if (!node || end > node.length) return [];
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [range];
  });
}

/** Storey of each item's underline, 0 next to the text: the shorter of two overlapping ones lies higher. */
export function assignStoreys(items: readonly Item[]): Map<string, number> {
  const overlapping = findOverlaps(items);
  const storeys = new Map<string, number>();
  for (const item of [...items].sort((a, b) => widthOf(a) - widthOf(b))) {
    const below = new Set((overlapping.get(item) ?? []).map((other) => storeys.get(other.id)));
    let storey = 0;
    while (below.has(storey) && storey < STOREYS - 1) storey++;
    storeys.set(item.id, storey);
  }
  return storeys;
}

/** The items that share words with each, in one pass over their spans in reading order. */
function findOverlaps(items: readonly Item[]): Map<Item, Item[]> {
  const found = new Map<Item, Item[]>();
  const add = (item: Item, other: Item): void => {
    const known = found.get(item);
    if (known) known.push(other);
    else found.set(item, [other]);
  };
  const spans = items
    .flatMap((item) => item.spans.map((span) => ({ item, span })))
    .sort((a, b) => a.span.block - b.span.block || a.span.start - b.span.start);
  let open: typeof spans = [];
  for (const next of spans) {
    open = open.filter(({ span }) => span.block === next.span.block && span.end > next.span.start);
    for (const { item } of open)
      if (item !== next.item) {
        add(item, next.item);
        add(next.item, item);
      }
    open.push(next);
  }
  return found;
}

/**
 * Paints the claims of some blocks.
 * @returns whose each range is, and how to take the paint off.
 */
export function paintClaims(
  view: ArticleView,
  nodes: BlockNodes,
): { readonly owners: Owners; readonly clear: () => void } {
  const owners = new Map<AbstractRange, Item>();
  const layers = new Map<string, Range[]>();
  const items = new Set([...nodes.keys()].flatMap((block) => view.itemsByBlock.get(block) ?? []));
  // Quotations are washed and not underlined. What overlaps stands in the same block, and is painted with it.
  const storeys = assignStoreys([...items].filter((item) => familyOf(item) !== 'quotation'));
  for (const item of items) {
    const family = familyOf(item);
    const layer = family === 'quotation' ? 'claim-quotation' : `claim-${family}-${storeys.get(item.id) ?? 0}`;
    const ranges = layers.get(layer) ?? [];
    for (const range of rangesOf(nodes, item.spans)) {
      owners.set(range, item);
      ranges.push(range);
    }
    layers.set(layer, ranges);
  }
  for (const [layer, ranges] of layers) paintLayer(layer, ranges, layer === 'claim-quotation' ? 0 : 1);
  return {
    owners,
    clear: () => {
      for (const layer of layers.keys()) CSS.highlights.delete(layer);
    },
  };
}
