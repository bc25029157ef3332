import { type Failure, failure } from '@shared/contracts/results.ts';
import type { ClaimOrder, ClaimSort } from '@shared/search/claims/claim-order.ts';
import type { ChosenClaims, ClaimFacet } from '@shared/search/claims/claim-view.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClaimRow, ClaimsFound, ListedClaims } from '../workers/claims-calls.ts';
import type { SearchClient } from '../workers/search-client.ts';
import { type ArticleTags, followTags, readTags } from './article-tags.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { Reader } from './reader.ts';
import { BLOCK, RowsInSight } from './rows-in-sight.ts';
import type { Search } from './search.ts';
import type { ClaimScope, TableView } from './settings.ts';
import type { Shelf } from './shelf.ts';
import { groupBy } from './sorted.ts';

/** Facts that one act may be done to. */
export const MOST_CHOSEN = 1000;

/** The table of all facts. */
export interface Claims {
  readonly scope: ClaimScope;
  readonly query: string;
  readonly chosen: ChosenClaims;
  readonly order: ClaimOrder | null;
  readonly groupBy: ClaimFacet | null;
  readonly phase: 'empty' | 'looking' | 'found';
  readonly found: ClaimsFound | null;
  /** Rows that were read, by their place. */
  readonly rows: ReadonlyMap<number, ClaimRow>;
  /** The place that is looked at. */
  readonly at: number;
  /** Facts that are chosen to do one thing to all of them, by their ids. */
  readonly marked: ReadonlyMap<string, ClaimRow>;
  /** Why there is no answer. */
  readonly unavailable: Failure | null;
  /** Looks for the facts, unless it has them. */
  begin(): void;
  show(scope: ClaimScope): void;
  type(query: string): void;
  toggle(facet: ClaimFacet, value: string): void;
  clearFacets(): void;
  /** Up, then down, then as the facts stand in the library. */
  sortBy(by: ClaimSort): void;
  gather(groupBy: ClaimFacet | null): void;
  /** Shows what a saved view shows. */
  restore(view: TableView): void;
  /** Reads the rows at these places and those looked at, as far as they were not read; others are not waited for. */
  need(from: number, to: number): void;
  lookAt(place: number): void;
  walk(step: number): void;
  /** Chooses the fact at a place, or no longer does. */
  mark(place: number): void;
  /** Chooses all facts from the place looked at to another, the nearest `MOST_CHOSEN` at most. */
  reach(place: number): Promise<void>;
  /** Chooses the first facts of the table, `MOST_CHOSEN` at most. */
  markAll(): Promise<void>;
  unmark(): void;
  /** All facts of the table or, where some are chosen, these. */
  list(): Promise<readonly ListedClaims[]>;
  /** The facts that a command is for: those that are chosen, else the one that is looked at; none where groups are shown. */
  inHand(): readonly ClaimRow[];
}

export interface ClaimsTools {
  readonly worker: SearchClient;
  readonly unavailable: Failure | null;
  /** Whether the table is in sight. */
  readonly isShown: () => boolean;
  readonly search: StoreApi<Search>;
  readonly shelf: StoreApi<Shelf>;
  readonly reader: StoreApi<Reader>;
  /** Ids of the articles that are chosen on the shelf. */
  readonly chosenArticles: () => readonly string[];
  readonly bookmarks: StoreApi<Pick<Bookmarks, 'placed'>>;
  readonly fail: (error: unknown) => void;
}

export function createClaims(tools: ClaimsTools): StoreApi<Claims> {
  const { worker, fail } = tools;
  let turn = 0;
  /** What the page alone knew when the facts were asked for last. */
  let askedWith: ArticleTags = { bookmarked: [], tags: {} };
  const store = createStore<Claims>()((set, get) => {
    const narrow = (part: Partial<Pick<Claims, 'scope' | 'query' | 'chosen' | 'groupBy'>>): void => {
      set({ ...part, at: 0 });
      find().catch(lose);
    };
    return {
      scope: 'library',
      query: '',
      chosen: {},
      order: null,
      groupBy: null,
      phase: 'empty',
      found: null,
      rows: new Map(),
      at: 0,
      marked: new Map(),
      unavailable: tools.unavailable,
      begin: () => {
        if (get().phase === 'empty' || get().scope !== 'library') find().catch(lose);
      },
      show: (scope) => narrow({ scope }),
      type: (query) => narrow({ query }),
      toggle: (facet, value) => {
        const { chosen } = get();
        const values = chosen[facet] ?? [];
        const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
        narrow({ chosen: { ...chosen, [facet]: next } });
      },
      clearFacets: () => narrow({ chosen: {} }),
      sortBy: (by) => {
        const { order } = get();
        inSight.forget();
        set({ order: nextOrder(order, by), at: 0, rows: new Map() });
        get().need(0, BLOCK);
      },
      gather: (groupBy) => narrow({ groupBy }),
      restore: ({ scope, query, chosen, order, groupBy }) => {
        set({ order });
        narrow({ scope, query, chosen, groupBy });
      },
      need: (from, to) => inSight.need(from, to, get().at),
      lookAt: (place) => set({ at: Math.max(0, Math.min(place, (get().found?.facts ?? 1) - 1)) }),
      walk: (step) => get().lookAt(get().at + step),
      mark: (place) => {
        const row = get().rows.get(place);
        const marked = new Map(get().marked);
        if (row && !marked.delete(row.fact.id) && marked.size < MOST_CHOSEN) marked.set(row.fact.id, row);
        set({ marked, at: place });
      },
      reach: async (place) => {
        const { at } = get();
        set({ at: place });
        const [from, to] =
          place < at
            ? [Math.max(place, at + 1 - MOST_CHOSEN), at + 1]
            : [at, Math.min(place + 1, at + MOST_CHOSEN)];
        await choose(from, to, get().marked);
      },
      markAll: () => choose(0, MOST_CHOSEN, new Map()),
      unmark: () => set({ marked: new Map() }),
      list: async () => {
        const { marked } = get();
        if (marked.size === 0) return await worker.call('claims.list');
        const bySource = groupBy([...marked.values()], ({ source }) => source);
        return [...bySource].map(([source, some]) => ({ source, facts: some.map(({ fact }) => fact.id) }));
      },
      inHand: () => {
        const { marked, rows, at, groupBy } = get();
        if (groupBy !== null) return [];
        const row = rows.get(at);
        return marked.size > 0 ? [...marked.values()] : row ? [row] : [];
      },
    };
  });

  const inSight = new RowsInSight<ClaimRow>(
    (from, to) => worker.call('claims.rows', store.getState().order, from, to),
    (rows) => store.setState({ rows }),
    lose,
  );

  /** Ids of the articles whose facts are shown; null: of all. */
  async function within(): Promise<readonly string[] | null> {
    const { view } = tools.reader.getState();
    const { rows } = tools.shelf.getState();
    switch (store.getState().scope) {
      case 'library':
        return null;
      case 'search':
        return await tools.search.getState().listAnswers();
      case 'chosen':
        return tools.chosenArticles();
      case 'page':
        return rows.filter(({ source }) => source === view?.source).map(({ id }) => id);
      case 'article':
        return view ? [view.article.id] : [];
    }
  }

  async function find(): Promise<void> {
    if (tools.unavailable) return;
    const mine = ++turn;
    const { query, chosen, groupBy } = store.getState();
    store.setState({ phase: 'looking' });
    const articles = await within();
    askedWith = readTags(tools);
    const request = { within: articles, query, chosen, groupBy, tags: askedWith.tags };
    const found = await worker.call('claims.find', request);
    if (!found || mine !== turn) return;
    const place = Math.max(0, Math.min(store.getState().at, found.facts - 1));
    // The rows that are shown stay until those that take their places are read.
    const take = await inSight.readAnew(place);
    if (mine !== turn) return;
    store.setState({ found, phase: 'found', at: place, rows: take(), unavailable: null });
  }

  /** Chooses facts at some places, read or not, beside those that are chosen. */
  async function choose(from: number, to: number, others: Claims['marked']): Promise<void> {
    const { rows, order } = store.getState();
    const held = Array.from({ length: to - from }, (_, i) => rows.get(from + i) ?? []).flat();
    const mine = inSight.epoch;
    const some = held.length === to - from ? held : await worker.call('claims.rows', order, from, to);
    // Other facts stand at these places now.
    if (mine !== inSight.epoch) return;
    const marked = new Map(others);
    for (const row of some) if (marked.size < MOST_CHOSEN) marked.set(row.fact.id, row);
    store.setState({ marked });
  }

  function lose(error: unknown): void {
    fail(error);
    // Looked for again when the table is shown again.
    store.setState({ phase: 'empty', unavailable: failure('search-failed', { error: String(error) }) });
  }

  function lookAgain(): void {
    if (store.getState().phase === 'empty') return;
    if (tools.isShown()) find().catch(lose);
    else {
      // Looked for when the table is shown again, not with every page that is imported meanwhile.
      turn++;
      store.setState({ phase: 'empty' });
    }
  }

  worker.on('claims.changed', lookAgain);
  followTags(tools, () => (store.getState().phase === 'empty' ? null : askedWith), lookAgain);
  return store;
}

function nextOrder(order: ClaimOrder | null, by: ClaimSort): ClaimOrder | null {
  if (order?.by !== by) return { by, isDescending: by === 'value' || by === 'confidence' };
  const isFirst = order.isDescending === (by === 'value' || by === 'confidence');
  return isFirst ? { by, isDescending: !order.isDescending } : null;
}
