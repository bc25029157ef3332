import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Item } from './article-view.ts';
import { FAMILIES, familyOf } from './family.ts';

/** Which side of the desk an item was touched on; the other side scrolls it into view. */
export type Side = 'text' | 'panel' | 'keys';

export const FILTERS = ['all', ...FAMILIES, 'unchecked'] as const;

export type Filter = (typeof FILTERS)[number];

export interface Focus {
  readonly hovered: string | null;
  readonly pinned: string | null;
  /** Where the item was pinned from. */
  readonly from: Side;
  readonly filter: Filter;
  hover(item: string | null): void;
  pin(item: string, from: Side): void;
  release(): void;
  show(filter: Filter): void;
  /** Pins the next or previous of the items that the panel shows, from the pinned one or from the first. */
  walk(items: readonly Item[], step: 1 | -1): void;
  /** Notes where the pinned item stands: once it is taken away, walking goes on from there. */
  keepPlace(items: readonly Item[]): void;
}

/** Whether the panel shows an item under a filter. */
export function passes(item: Item, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (filter === 'unchecked') return item.type === 'fact' && item.trust === 'found';
  return familyOf(item) === filter;
}

/**
 * The next fact after an item that nobody has spoken of yet, among those that the panel shows, from the beginning again
 * after the last; null where there is none.
 */
export function nextUnchecked(items: readonly Item[], after: string, filter: Filter): string | null {
  const at = items.findIndex(({ id }) => id === after);
  const inTurn = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return inTurn.find((item) => passes(item, 'unchecked') && passes(item, filter))?.id ?? null;
}

export function createFocus(): StoreApi<Focus> {
  // Where an item stands or stood: the next step begins there, however many items stand before it.
  let kept: { readonly id: string | null; readonly at: number } = { id: null, at: 0 };
  const placeOf = (items: readonly Item[], id: string | null): number => {
    if (id === null) return -1;
    return items[kept.at]?.id === id ? kept.at : items.findIndex((item) => item.id === id);
  };
  return createStore<Focus>()((set, get) => ({
    hovered: null,
    pinned: null,
    from: 'keys',
    filter: 'all',
    hover: (item) => {
      if (get().hovered !== item) set({ hovered: item });
    },
    pin: (item, from) => set({ pinned: item, from }),
    release: () => set({ hovered: null, pinned: null }),
    show: (filter) => set({ filter }),
    walk: (items, step) => {
      const { pinned, filter } = get();
      let at = placeOf(items, pinned);
      if (at < 0) {
        // What followed the item that was taken away stands in its place now.
        const gap = kept.id === pinned ? kept.at : 0;
        at = step > 0 ? gap - 1 : gap;
      }
      // Once round: where nothing is shown, what is pinned stays.
      for (let steps = 0; steps < items.length; steps++) {
        at = (at + step + items.length) % items.length;
        const item = items[at] as Item;
        if (!passes(item, filter) || item.spans.length === 0) continue;
        kept = { id: item.id, at };
        set({ pinned: item.id, from: 'keys' });
        return;
      }
    },
    keepPlace: (items) => {
      const { pinned } = get();
      const at = placeOf(items, pinned);
      if (at >= 0) kept = { id: pinned, at };
    },
  }));
}
