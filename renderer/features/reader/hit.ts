import type { ArticleView, Item } from '../../state/article-view.ts';
import { itemsAt } from '../../state/article-view.ts';
import type { BlockNodes, Owners } from './paint.ts';

/** https://drafts.csswg.org/css-highlight-api-1/#dom-highlightregistry-highlightsfrompoint */
interface HitTesting {
  highlightsFromPoint?(x: number, y: number): readonly { readonly ranges: readonly AbstractRange[] }[];
}

/** The claim under a point of the window, the shortest where several lie; null beside all claims. */
export function itemAt(
  x: number,
  y: number,
  view: ArticleView,
  nodes: BlockNodes,
  owners: Owners,
): Item | null {
  const registry = CSS.highlights as HitTesting;
  if (!registry.highlightsFromPoint) return itemAtCaret(x, y, view, nodes);
  const hits = registry
    .highlightsFromPoint(x, y)
    .flatMap(({ ranges }) => [...ranges])
    .flatMap((range) => owners.get(range) ?? []);
  const width = (item: Item): number => item.spans.reduce((sum, span) => sum + span.end - span.start, 0);
  return hits.sort((a, b) => width(a) - width(b))[0] ?? null;
}

/** For browsers that paint highlights and cannot say which lie under a point. */
function itemAtCaret(x: number, y: number, view: ArticleView, nodes: BlockNodes): Item | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret) return null;
  for (const [block, node] of nodes)
    if (node === caret.offsetNode) return itemsAt(view, block, caret.offset)[0] ?? null;
  return null;
}
