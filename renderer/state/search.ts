import { type Failure, failure } from '@shared/contracts/results.ts';
import type { QueryProblem } from '@shared/search/query/problem.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SourceRow } from '../library/rows.ts';
import {
  type ChosenFacets,
  FACETS,
  type Facet,
  type FoundArticle,
  type SearchRequest,
  type SearchResults,
  type Sort,
} from '../workers/search-calls.ts';
import type { SearchClient } from '../workers/search-client.ts';
import { type ArticleTags, followTags, readTags } from './article-tags.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { SettingsState } from './settings.ts';
import type { Shelf } from './shelf.ts';

export interface Search {
  readonly query: string;
  /** `counting`: the first answers are there, and all are being looked for. */
  readonly phase: 'empty' | 'searching' | 'counting' | 'answered';
  /** The answer to the last query that was answered. */
  readonly found: readonly FoundArticle[];
  readonly articles: number;
  /** Articles that hold all that was asked for. */
  readonly exact: number;
  /** Places in these that answer; null where there are too many to have been read. */
  readonly hits: number | null;
  readonly facets: SearchResults['facets'];
  readonly problems: readonly QueryProblem[];
  /** How much of the query could be looked for. */
  readonly sought: SearchResults['sought'];
  /** The query that was asked in place of the one that was typed; null where none was. */
  readonly askedAs: string | null;
  readonly ms: number;
  readonly chosen: ChosenFacets;
  readonly sort: Sort;
  /** Articles that are asked for with their passages. */
  readonly shown: number;
  /** Which of an article's hits is looked at; null before the first and after every new query. */
  readonly hit: { readonly article: string; readonly index: number } | null;
  /** Sources that wait to be indexed. */
  readonly indexing: number;
  /** What of the index could not be read when it was opened, until it is made anew. */
  readonly damage: readonly Failure<'index-damaged'>[];
  /** Why some of the library is not in the index, and so is not found. */
  readonly behind: Failure | null;
  /** Why the last query has no answer, or why none can have one. */
  readonly unavailable: Failure | null;
  /** Searches as one types; a query that was overtaken by the next is never shown. */
  type(query: string): Promise<void>;
  /** Remembers the query among the recent ones. */
  submit(): void;
  /** Narrows to a value, or no longer does. */
  toggle(facet: Facet, value: string): void;
  clearFacets(): void;
  sortBy(sort: Sort): void;
  /** Shows more of the articles that were found. */
  showMore(): void;
  /** Makes one hit of an article the one that is looked at. */
  lookAt(article: string, index: number): void;
  /** Goes on to an article's next hit or back to the one before, round at either end. */
  stepHit(article: string, step: 1 | -1): void;
  clear(): void;
  /** What is asked for, with what only the page knows of the articles. */
  request(): SearchRequest;
  /** Ids of all articles that answer the query as it stands, beyond those that are shown. */
  listAnswers(): Promise<readonly string[]>;
}

const SHOWN_AT_ONCE = 60;
const NO_VALUES = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<Facet, []>;
const NOTHING = {
  found: [],
  articles: 0,
  exact: 0,
  hits: 0,
  facets: NO_VALUES,
  problems: [],
  sought: 'rest',
  askedAs: null,
  ms: 0,
  hit: null,
} as const;

export interface SearchTools {
  readonly worker: SearchClient;
  readonly damage: readonly Failure<'index-damaged'>[];
  readonly unavailable: Failure | null;
  readonly settings: StoreApi<SettingsState>;
  readonly shelf: StoreApi<Shelf>;
  readonly bookmarks: StoreApi<Bookmarks>;
  readonly fail: (error: unknown) => void;
}

export function createSearch(tools: SearchTools): StoreApi<Search> {
  const { worker, settings, shelf, fail } = tools;
  let turn = 0;
  let isSyncing = false;
  let syncAgain = false;
  // The query of which all that answers is shown; null where that is of none.
  let answered: string | null = null;
  // As the index was last brought in step with them; null where nobody knows.
  let synced: ReadonlyMap<string, SourceRow> | null = null;

  // What the page alone knew when the query was asked last.
  let askedWith: ArticleTags = { bookmarked: [], tags: {} };

  const store = createStore<Search>()((set, get) => {
    const narrow = (part: Partial<Pick<Search, 'chosen' | 'sort'>>): void => {
      set({ ...part, shown: SHOWN_AT_ONCE });
      find().catch(fail);
    };
    return {
      ...NOTHING,
      query: '',
      phase: 'empty',
      chosen: NO_VALUES,
      sort: 'relevance',
      shown: SHOWN_AT_ONCE,
      indexing: 0,
      damage: tools.damage,
      behind: null,
      unavailable: tools.unavailable,
      type: (query) => {
        set({ query, hit: null, shown: SHOWN_AT_ONCE });
        return find();
      },
      submit: () => {
        const query = get().query.trim();
        if (query) settings.getState().rememberSearch(query);
      },
      toggle: (facet, value) => {
        const values = get().chosen[facet];
        const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
        narrow({ chosen: { ...get().chosen, [facet]: next } });
      },
      clearFacets: () => narrow({ chosen: NO_VALUES }),
      sortBy: (sort) => narrow({ sort }),
      showMore: () => {
        set({ shown: get().shown + SHOWN_AT_ONCE });
        find().catch(fail);
      },
      lookAt: (article, index) => set({ hit: { article, index } }),
      stepHit: (article, step) => {
        const { found, hit } = get();
        const total = found.find((row) => row.article === article)?.hits.length ?? 0;
        if (total === 0) return;
        const at = hit?.article === article ? hit.index : -1;
        const index = step > 0 ? (at + 1) % total : at <= 0 ? total - 1 : at - 1;
        set({ hit: { article, index } });
      },
      clear: () => {
        turn++;
        answered = null;
        set({ ...NOTHING, query: '', phase: 'empty', chosen: NO_VALUES });
      },
      request,
      listAnswers: async () => {
        if (get().query.trim() === '' || tools.unavailable) return [];
        return await worker.call('search.listAnswers', request());
      },
    };
  });

  async function find(): Promise<void> {
    const mine = ++turn;
    const { query } = store.getState();
    // What is known of a whole answer stays until it is known anew: the first would take its counts away.
    const isFirst = query !== answered;
    if (query.trim() === '' || tools.unavailable) {
      answered = null;
      store.setState({ ...NOTHING, phase: 'empty', unavailable: tools.unavailable });
      return;
    }
    store.setState({ phase: 'searching' });
    const asked = request();
    askedWith = asked;
    try {
      const first = await worker.call('search.find', asked, isFirst);
      if (first && mine === turn) take(first, query);
      if (first?.isWhole !== false || mine !== turn) return;
      const all = await worker.call('search.find', asked, false);
      if (all && mine === turn) take(all, query);
    } catch (error) {
      fail(error);
      if (mine !== turn) return;
      answered = null;
      const unavailable = failure('search-failed', { error: String(error) });
      store.setState({ ...NOTHING, phase: 'answered', unavailable });
    }
  }

  function take({ isWhole, ...results }: SearchResults, query: string): void {
    answered = isWhole ? query : null;
    const phase = isWhole ? 'answered' : 'counting';
    store.setState({ ...results, hit: hitIn(results.found), phase, unavailable: null });
  }

  function request(): SearchRequest {
    const { query, chosen, sort, shown } = store.getState();
    return {
      query,
      chosen,
      sort,
      shown,
      ...readTags(tools),
    };
  }

  /** The hit that is looked at, where the answer still has it. */
  function hitIn(found: readonly FoundArticle[]): Search['hit'] {
    const { hit } = store.getState();
    const row = found.find(({ article }) => article === hit?.article);
    return hit && row && hit.index < row.hits.length ? hit : null;
  }

  /** Index and library come into step; what was found before is looked for again. */
  async function sync(): Promise<void> {
    syncAgain = true;
    if (isSyncing || tools.unavailable) return;
    isSyncing = true;
    // A change that comes while the answer is looked for makes another round, also where this one fails.
    while (syncAgain) {
      syncAgain = false;
      try {
        const { held } = shelf.getState();
        const changed = synced && changedSources(synced, held);
        const answer = await worker.call('search.sync', changed);
        synced = answer.ok ? new Map(held.map((row) => [row.sha256, row])) : null;
        store.setState(answer.ok ? { behind: null, damage: [] } : { behind: answer });
        if (!syncAgain && store.getState().phase !== 'empty') await find();
      } catch (error) {
        synced = null;
        fail(error);
      }
    }
    isSyncing = false;
  }

  worker.on('search.waiting', (indexing) => store.setState({ indexing }));
  worker.on('search.failed', fail);
  shelf.subscribe((now, before) => {
    if (now.held !== before.held) sync().catch(fail);
  });
  followTags(
    tools,
    () => (store.getState().phase === 'empty' ? null : askedWith),
    () => find().catch(fail),
  );
  return store;
}

/** Hashes of the sources that are new, gone or read anew. */
function changedSources(before: ReadonlyMap<string, SourceRow>, now: readonly SourceRow[]): string[] {
  const here = new Set<string>(now.map(({ sha256 }) => sha256));
  const gone = [...before.keys()].filter((source) => !here.has(source));
  return [...gone, ...now.filter((row) => before.get(row.sha256) !== row).map(({ sha256 }) => sha256)];
}
