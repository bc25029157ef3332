import type { ArticleView, FactItem, Item, NameItem, QuoteItem } from '../../state/article-view.ts';
import type { Family } from '../../state/family.ts';
import { familyOf } from '../../state/family.ts';
import { FILTERS, type Filter, passes } from '../../state/focus.ts';
import { spansOfItem } from '../../state/reader.ts';
import { factKey, nameKey, type Unwritten } from '../../state/unwritten.ts';

/** What the panel shows as one card: a fact, a quotation, or one name with all its mentions. */
export type Card =
  | { readonly type: 'fact'; readonly id: string; readonly item: FactItem; readonly items: readonly Item[] }
  | { readonly type: 'quote'; readonly id: string; readonly item: QuoteItem; readonly items: readonly Item[] }
  | {
      readonly type: 'name';
      readonly id: string;
      readonly form: string;
      readonly item: NameItem;
      readonly items: readonly NameItem[];
    };

/** Cards in the order of their first words; `formOf` says which mentions are one name. */
export function gatherCards(items: readonly Item[], formOf: (item: NameItem) => string): Card[] {
  const cards: Card[] = [];
  const names = new Map<string, NameItem[]>();
  for (const item of items) {
    if (item.type === 'fact') cards.push({ type: 'fact', id: item.id, item, items: [item] });
    else if (item.type === 'quote') cards.push({ type: 'quote', id: item.id, item, items: [item] });
    else {
      const form = formOf(item);
      const key = `${item.name.type}:${form}`;
      const known = names.get(key);
      if (known) known.push(item);
      else {
        const mentions = [item];
        names.set(key, mentions);
        cards.push({ type: 'name', id: key, form, item, items: mentions });
      }
    }
  }
  return cards;
}

/** How many cards each chip stands for. */
export function countCards(cards: readonly Card[]): Map<Filter, number> {
  const counts = new Map<Filter, number>(FILTERS.map((filter) => [filter, 0]));
  const add = (filter: Filter): Map<Filter, number> => counts.set(filter, (counts.get(filter) ?? 0) + 1);
  for (const { item } of cards) {
    add('all');
    add(familyOf(item));
    if (passes(item, 'unchecked')) add('unchecked');
  }
  return counts;
}

export const familyOfCard = (card: Card): Family => familyOf(card.item);

/** Whether what the person said of it waits to be written. */
export function isUnwritten(card: Card, { source }: ArticleView, { facts, names }: Unwritten): boolean {
  if (facts.size === 0 && names.size === 0) return false;
  if (card.type === 'fact') return facts.has(factKey(source, card.item.fact.kind, spansOfItem(card.item)));
  return (
    card.type === 'name' &&
    [card.form, ...card.items.map(({ name }) => name.text)].some((form) =>
      names.has(nameKey(card.item.name.type, form)),
    )
  );
}

/** The words around an item's first span: up to `reach` units of its block on either side. */
export function contextOf(
  view: ArticleView,
  item: Item,
  reach: number,
): { readonly before: string; readonly words: string; readonly after: string } | null {
  const span = item.spans[0];
  const block = span && view.blocks[span.block];
  if (!span || !block) return null;
  const from = Math.max(0, span.start - reach);
  const to = Math.min(block.text.length, span.end + reach);
  return {
    before: `${from > 0 ? '……' : ''}${block.text.slice(from, span.start)}`,
    words: block.text.slice(span.start, span.end),
    after: `${block.text.slice(span.end, to)}${to < block.text.length ? '……' : ''}`,
  };
}
