import { createStore, type StoreApi } from 'zustand/vanilla';

/** The articles that were opened, to go back and forward among them. */
export interface Visited {
  readonly articles: readonly string[];
  /** Where the open one stands among them, −1 before any. */
  readonly at: number;
  /** An article is shown; what lay ahead of another one is left. */
  visit(article: string): void;
  /** The place was gone to; what is shown there leaves nothing that lies ahead. */
  stand(at: number): void;
  /** How many places it is to the next article in a direction that `isThere` yet, 0 where there is none. */
  stepsTo(direction: 1 | -1, isThere: (article: string) => boolean): number;
}

export function createVisited(): StoreApi<Visited> {
  return createStore<Visited>()((set, get) => ({
    articles: [],
    at: -1,
    visit: (article) => {
      const { articles, at } = get();
      if (articles[at] === article) return;
      const next = [...articles.slice(0, at + 1), article];
      set({ articles: next, at: next.length - 1 });
    },
    stand: (at) => set({ at }),
    stepsTo: (direction, isThere) => {
      const { articles, at } = get();
      for (let next = at + direction; next >= 0 && next < articles.length; next += direction)
        if (isThere(articles[next] as string)) return next - at;
      return 0;
    },
  }));
}
