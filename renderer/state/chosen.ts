import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Shelf } from './shelf.ts';

/** Articles that the person has chosen on the shelf, to do one thing to all of them. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  choose(ids: readonly string[]): void;
  /** Adds an article or takes it out; a range is counted from it then. */
  toggle(id: string): void;
  /** Chooses from the article that was toggled last, or else from `from`, to this one, in the order in which they stand. */
  reach(id: string, order: readonly string[], from: string): void;
  clear(): void;
}

/** What leaves the shelf is chosen no more. */
export function createChosen(shelf: StoreApi<Shelf>): StoreApi<Chosen> {
  let anchor: string | null = null;
  const store = createStore<Chosen>()((set, get) => ({
    ids: new Set<string>(),
    choose: (ids) => {
      anchor = ids[0] ?? null;
      set({ ids: new Set(ids) });
    },
    toggle: (id) => {
      anchor = id;
      const ids = new Set(get().ids);
      if (!ids.delete(id)) ids.add(id);
      set({ ids });
    },
    reach: (id, order, from) => {
      anchor = anchor !== null && get().ids.size > 0 ? anchor : from;
      const [a, b] = [order.indexOf(anchor), order.indexOf(id)];
      if (a >= 0 && b >= 0) set({ ids: new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)) });
    },
    clear: () => {
      anchor = null;
      if (get().ids.size > 0) set({ ids: new Set() });
    },
  }));
  shelf.subscribe(({ rows }, before) => {
    const { ids } = store.getState();
    if (rows === before.rows || ids.size === 0) return;
    const left = rows.filter(({ id }) => ids.has(id));
    if (left.length < ids.size) store.setState({ ids: new Set(left.map(({ id }) => id)) });
  });
  return store;
}
