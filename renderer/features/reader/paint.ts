import type { ArticleView, BlockSpan, Item } from '../../state/article-view.ts';
import { familyOf } from '../../state/family.ts';

/** Storeys of underlines below a line of text. More overlapping claims than this share the lowest. */
const STOREYS = 3;

/** The one text node of each block, by the block's index. */
export type BlockNodes = ReadonlyMap<number, Text>;

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
  const taken = new Map<number, { span: BlockSpan; storey: number }[]>();
  const storeys = new Map<string, number>();
  const width = (item: Item): number => item.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const item of [...items].sort((a, b) => width(a) - width(b))) {
    const below = new Set(
      item.spans.flatMap((span) =>
        (taken.get(span.block) ?? [])
          .filter((other) => other.span.start < span.end && span.start < other.span.end)
          .map((other) => other.storey),
      ),
    );
    let storey = 0;
    while (below.has(storey) && storey < STOREYS - 1) storey++;
    storeys.set(item.id, storey);
    for (const span of item.spans)
      taken.set(span.block, [...(taken.get(span.block) ?? []), { span, storey }]);
  }
  return storeys;
}

/** Paints every claim of an article. @returns whose each range is, and how to take the paint off. */
export function paintClaims(
  view: ArticleView,
  nodes: BlockNodes,
): { readonly owners: Owners; readonly clear: () => void } {
  const owners = new Map<AbstractRange, Item>();
  const layers = new Map<string, Range[]>();
  const storeys = assignStoreys(view.items.filter((item) => familyOf(item) !== 'quotation'));
  for (const item of view.items) {
    const family = familyOf(item);
    const layer = family === 'quotation' ? 'claim-quotation' : `claim-${family}-${storeys.get(item.id) ?? 0}`;
    const ranges = rangesOf(nodes, item.spans);
    for (const range of ranges) owners.set(range, item);
    layers.set(layer, [...(layers.get(layer) ?? []), ...ranges]);
  }
  for (const [layer, ranges] of layers) paintLayer(layer, ranges, layer === 'claim-quotation' ? 0 : 1);
  return {
    owners,
    clear: () => {
      for (const layer of layers.keys()) CSS.highlights.delete(layer);
    },
  };
}

/** Paints ranges under a `::highlight` name in place of what it painted before; none: takes it off. */
export function paintLayer(layer: string, ranges: readonly AbstractRange[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(layer);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(layer, highlight);
}
