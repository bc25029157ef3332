import { following, type Item, nextShort, nextShortAt, stackEnd, textAbove } from '../blocks/item-runs.ts';

/** Where the bylines between two stories of a page belong; `unknown`: nothing on the page says. */
export type BylinePlace = 'above-headline' | 'below-story' | 'unknown';

/** Whether names close what stands above them wherever they stand: those in brackets, and who wrote a letter. */
const closes = (text: string): boolean => /^[（(]/u.test(text) || /(?:读者|讀者)[ \u3000：:]/u.test(text);

/** Whether a byline stands between a paragraph and a headline with a paragraph below it. */
export function standsBetween(items: readonly Item[], i: number): boolean {
  const above = textAbove(items, i);
  const next = following(items, i + 1);
  return above?.role !== 'short' && next?.role === 'short' && !closes(textOf(items, i));
}

const textOf = (items: readonly Item[], i: number): string => items[i]?.block.text ?? '';

/**
 * Reads from the whole page whether its bylines stand above headlines or below stories: the first byline above any
 * text opens a story, one below the last text closes one, and blank lines or lines of the page's own set a byline
 * apart from what it does not belong to.
 */
export function readBylinePlace(items: readonly Item[]): BylinePlace {
  let above = 0;
  let below = 0;
  let isFirst = true;
  items.forEach((it, i) => {
    if (it.role === 'body' || it.role === 'short') isFirst = false;
    if (it.role !== 'byline' || closes(it.block.text)) return;
    const next = following(items, i + 1);
    if (isFirst && next?.role === 'short') above++;
    else if (next === null && items[i - 1]?.role === 'body') below++;
    else if (standsBetween(items, i)) {
      const gap = nextShort(items, i + 1)?.gap ?? 0;
      if (it.block.gap > gap) above++;
      else if (it.block.gap < gap) below++;
      else if (items[i - 1]?.role === 'furniture') above++;
      else if (items[i + 1]?.role === 'furniture') below++;
    }
  });
  return above === below ? 'unknown' : above > below ? 'above-headline' : 'below-story';
}

/** Whether the stack of short lines at `i` is followed by text: then a byline above it may be its own. */
export const headsText = (items: readonly Item[], i: number): boolean => {
  const at = nextShortAt(items, i);
  return at >= 0 && following(items, stackEnd(items, at))?.role === 'body';
};
