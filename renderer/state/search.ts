import type { SourceSpan } from '@shared/model/offset.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SettingsState } from './settings.ts';

/** A passage of an article that answers a query. */
export interface SearchPassage {
  readonly text: string;
  /** Spans of `text` that match, as [start, end]. */
  readonly marks: readonly (readonly [number, number])[];
  /** Where those words stand in the source, to open the article there. */
  readonly spans: readonly SourceSpan[];
}

/** One article that answers a query. */
export interface SearchRow {
  readonly article: string;
  readonly title: string;
  readonly titleMarks: readonly (readonly [number, number])[];
  readonly sourceName: string;
  readonly year: string | null;
  readonly isExact: boolean;
  readonly hits: number;
  readonly passages: readonly SearchPassage[];
}

export const FACETS = ['year', 'source', 'kind', 'place', 'programme', 'bookmarked'] as const;
export type Facet = (typeof FACETS)[number];
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly chosen: boolean;
}

export interface Search {
  readonly query: string;
  readonly phase: 'empty' | 'searching' | 'answered';
  readonly rows: readonly SearchRow[];
  readonly hits: number;
  readonly ms: number;
  /** What is wrong with the query, in UTF-16 units of it; `reason` has its words in the locales. */
  readonly problems: readonly { readonly reason: string; readonly start: number; readonly end: number }[];
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
  readonly sort: Sort;
  /** Sources that wait to be indexed. */
  readonly indexing: number;
  /** Searches as one types; only the last query is answered. */
  type(query: string): void;
  /** Remembers the query among the recent ones. */
  submit(): void;
  choose(facet: Facet, value: string): void;
  clearFacets(): void;
  sortBy(sort: Sort): void;
}

const NO_FACETS: Search['facets'] = {
  year: [],
  source: [],
  kind: [],
  place: [],
  programme: [],
  bookmarked: [],
};

export function createSearch(settings: StoreApi<SettingsState>): StoreApi<Search> {
  return createStore<Search>()((set, get) => ({
    query: '',
    phase: 'empty',
    rows: [],
    hits: 0,
    ms: 0,
    problems: [],
    facets: NO_FACETS,
    sort: 'relevance',
    indexing: 0,
    type: (query) => set({ query }),
    submit: () => settings.getState().rememberSearch(get().query),
    choose: () => {},
    clearFacets: () => set({ facets: NO_FACETS }),
    sortBy: (sort) => set({ sort }),
  }));
}
