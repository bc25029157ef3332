import { type ArticleView, type Item, itemsAt, widthOf } from '../../state/article-view.ts';
import { type Owners, readBlock } from './paint.ts';

/** https://drafts.csswg.org/css-highlight-api-1/#dom-highlightregistry-highlightsfrompoint */
interface HitTesting {
  highlightsFromPoint?(x: number, y: number): readonly { readonly ranges: readonly AbstractRange[] }[];
}

/** The claim under a point of the window, the shortest where several lie; null beside all claims. */
export function itemAt(x: number, y: number, view: ArticleView, owners: Owners): Item | null {
  const registry = CSS.highlights as HitTesting;
  if (!registry.highlightsFromPoint) return itemAtCaret(x, y, view);
  const hits = registry
    .highlightsFromPoint(x, y)
    .flatMap(({ ranges }) => [...ranges])
    .flatMap((range) => owners.get(range) ?? []);
  return hits.sort((a, b) => widthOf(a) - widthOf(b))[0] ?? null;
}

/** For browsers that paint highlights and cannot say which lie under a point. */
function itemAtCaret(x: number, y: number, view: ArticleView): Item | null {
  const caret = document.caretPositionFromPoint(x, y);
  const block = caret && readBlock(caret.offsetNode);
  return caret && block !== null ? (itemsAt(view, block, caret.offset)[0] ?? null) : null;
}
