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
  // Where the last step led: the next one begins there, however many items stand before it.
  let walked = -1;
  const placeOf = (items: readonly Item[], id: string): number =>
    items[walked]?.id === id ? walked : items.findIndex((item) => item.id === id);
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
      const from = pinned === null ? -1 : placeOf(items, pinned);
      let at = from < 0 && step < 0 ? items.length : from;
      // Once round: where nothing is shown, what is pinned stays.
      for (let steps = 0; steps < items.length; steps++) {
        at = (at + step + items.length) % items.length;
        const item = items[at] as Item;
        if (!passes(item, filter) || item.spans.length === 0) continue;
        walked = at;
        set({ pinned: item.id, from: 'keys' });
        return;
      }
    },
  }));
}
