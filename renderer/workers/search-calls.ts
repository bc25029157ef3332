import type { Failure, Result } from '@shared/contracts/results.ts';
import type { Fact } from '@shared/model/fact.ts';
import { NAME_TYPES, type NameType } from '@shared/model/name.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { Sought } from '@shared/search/library-query.ts';
import type { FoundInText } from '@shared/search/passages/find-in-texts.ts';
import type { QueryProblem } from '@shared/search/query/problem.ts';
import type { Mark } from '@shared/search/search-index.ts';
import type { ShortEntry } from '@shared/search/short/short-index.ts';
import type { ClaimsCalls } from './claims-calls.ts';
import type { NamesCalls } from './names-calls.ts';

export const FACETS = ['year', 'source', 'kind', 'place', 'programme', 'bookmarked'] as const;
export type Facet = (typeof FACETS)[number];

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** The values an answer is narrowed to: any value of a facet, every facet. */
export type ChosenFacets = Readonly<Record<Facet, readonly string[]>>;

export interface SearchRequest {
  readonly query: string;
  readonly chosen: ChosenFacets;
  readonly sort: Sort;
  /** Articles that come with their passages, from the first. */
  readonly shown: number;
  /** Articles that hold a bookmark, which the library does not know. */
  readonly bookmarked: readonly string[];
  /** Tags of its bookmarks and of its source, by article. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** A passage of an article that answers a query. */
export interface FoundPassage {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Index among the article's `hits` of the first that stands here; −1 when none does. */
  readonly hit: number;
  /** The figure or time that answers by its value; null where words do. */
  readonly fact: Fact | null;
}

/** One article that answers a query. */
export interface FoundArticle {
  readonly article: string;
  readonly title: string;
  readonly titleMarks: readonly Mark[];
  readonly sourceName: string;
  readonly year: string | null;
  readonly isExact: boolean;
  /** Where each hit stands in the source, the title's first, then in the order they are read. */
  readonly hits: readonly (readonly SourceSpan[])[];
  readonly passages: readonly FoundPassage[];
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface SearchResults {
  /** The first of them; `articles` says how many there are. */
  readonly found: readonly FoundArticle[];
  /** Nothing else answers; else these are the first that were found, of an answer that is to be asked for as a whole. */
  readonly isWhole: boolean;
  readonly articles: number;
  /** Those among them that hold all that was asked for. */
  readonly exact: number;
  /** Places in these that answer; null where there are too many to have been read. */
  readonly hits: number | null;
  /** Of a whole answer; else none. */
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
  readonly problems: readonly QueryProblem[];
  readonly sought: Sought;
  /** The query that was asked in place of the one that was typed; null where none was. */
  readonly askedAs: string | null;
  readonly ms: number;
}

/** What only the page knows and lends to the index of short things: it gets the ids back. */
export const LENT_KINDS = ['bookmark', 'tag', 'search', 'recent', 'command'] as const;
export type LentKind = (typeof LENT_KINDS)[number];

export interface LentEntry extends ShortEntry {
  readonly kind: LentKind;
}

export const OFFERED_KINDS = ['article', ...NAME_TYPES, 'figure', ...LENT_KINDS] as const;
export type OfferedKind = (typeof OFFERED_KINDS)[number];

/** Something short that answers what was typed so far. */
export type Offer = { readonly text: string; readonly marks: readonly Mark[] } & (
  | {
      readonly kind: 'article';
      readonly article: string;
      readonly sourceName: string;
      readonly year: string | null;
    }
  | { readonly kind: NameType; readonly articles: number }
  | {
      readonly kind: 'figure';
      readonly article: string;
      readonly title: string;
      readonly spans: readonly SourceSpan[];
    }
  | { readonly kind: LentKind; readonly id: string }
);

export interface OfferRequest {
  readonly words: string;
  readonly kinds: readonly OfferedKind[];
  readonly ofEachKind: number;
}

/** What the page asks of the worker that searches. */
export type SearchCalls = ClaimsCalls &
  NamesCalls & {
    /** Addresses are absolute. Answers what of the index is damaged: the next sync makes it anew. */
    readonly 'search.open': (surroundings: {
      readonly library: string;
      readonly knowledge: string;
    }) => Promise<Result<readonly Failure<'index-damaged'>[]>>;
    /**
     * Indexes what the library holds and the index does not, and drops what it no longer holds.
     * @param changed hashes of the sources that may have changed since the last time; null: any.
     */
    readonly 'search.sync': (changed: readonly string[] | null) => Promise<Result<null>>;
    /**
     * Null when a later request came before this one was answered.
     * @param isFirst the first articles are enough where all would keep one waiting; `isWhole` tells whether they are all.
     */
    readonly 'search.find': (request: SearchRequest, isFirst: boolean) => Promise<SearchResults | null>;
    /** Ids of all articles that answer, as far as they are ranked: of the exact ones alone where there are any. */
    readonly 'search.listAnswers': (request: SearchRequest) => Promise<readonly string[]>;
    /** Where texts hold words, folded as all that is searched. */
    readonly 'search.within': (texts: readonly string[], words: string) => Promise<readonly FoundInText[]>;
    /** What can be typed ahead, best first. Null when a later request came before this one was answered. */
    readonly 'search.offer': (request: OfferRequest) => Promise<readonly Offer[] | null>;
    /** Entries of the page are put into the index of short things, or go from it. */
    readonly 'search.lend': (put: readonly LentEntry[], drop: readonly string[]) => Promise<void>;
  };

export type SearchEvents = {
  /** Sources that still wait to be indexed. */
  readonly 'search.waiting': number;
  /** What can be offered has changed: an answer given before may lack something. */
  readonly 'search.offers': null;
  /** The beginning of the hash of a source of which a row is torn. */
  readonly 'search.torn': string;
  /** Facts of the table have changed: what was found before may be otherwise now. */
  readonly 'claims.changed': null;
  /** The same of names that were asked for. */
  readonly 'names.changed': null;
  /** Why something that nobody asked for, but all profit from, could not be done. */
  readonly 'search.failed': string;
};
