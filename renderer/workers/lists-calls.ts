import type { SourceSpan } from '@shared/model/offset.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { ConcordanceOrder, OrderedLine } from '@shared/search/concordance/keyword-line.ts';
import type { QueryProblem } from '@shared/search/query/problem.ts';
import type { SearchRequest } from './search-calls.ts';

/** What the library has of one term of a list. */
export interface TermHits {
  readonly term: string;
  /** Articles that hold all of it. */
  readonly articles: number;
  /** Places in them that answer. */
  readonly hits: number;
  readonly newspapers: number;
  /** Dates of the first and the last article that has one. */
  readonly first: string | null;
  readonly last: string | null;
  /** What was asked in its place, where no text has its numbers as they were typed. */
  readonly askedAs: string | null;
  readonly problems: readonly QueryProblem[];
}

/** One place that answers a search. */
export interface ConcordanceLine extends OrderedLine {
  readonly article: string;
  readonly newspaper: string;
  readonly source: SourceHash;
  readonly sourceName: string;
  /** Where the words stand in the source, in reading order. */
  readonly spans: readonly SourceSpan[];
}

export interface ConcordanceFound {
  readonly lines: number;
  readonly articles: number;
  /** There are more than are listed. */
  readonly isCut: boolean;
}

export const LIST_FORMS = ['csv', 'xlsx'] as const;
export type ListForm = (typeof LIST_FORMS)[number];
export const LISTS = ['terms', 'concordance'] as const;
export type ListName = (typeof LISTS)[number];

/** What the page asks of lists of hits. A list replaces the last of its kind; one that is begun ends the one under way. */
export type ListsCalls = {
  /** What a text file holds, in whichever encoding; null where it is no text. */
  readonly 'lists.readText': (bytes: Uint8Array) => Promise<string | null>;
  /** Searches for each term, in the language of the search box. Null: it was stopped. */
  readonly 'lists.countTerms': (
    terms: readonly string[],
    tags: SearchRequest['tags'],
  ) => Promise<readonly TermHits[] | null>;
  /** Gathers every place that answers a search. Null: it was stopped. */
  readonly 'lists.gatherLines': (request: SearchRequest) => Promise<ConcordanceFound | null>;
  /** Lines of the concordance at some places of an order. */
  readonly 'lists.lines': (
    order: ConcordanceOrder,
    from: number,
    to: number,
  ) => Promise<readonly ConcordanceLine[]>;
  readonly 'lists.stop': () => Promise<void>;
  /** What was last listed as a file; the concordance in an order. */
  readonly 'lists.write': (list: ListName, form: ListForm, order: ConcordanceOrder) => Promise<Blob>;
};

export type ListsEvents = {
  /** Terms that were searched for, or articles that were read, of how many. */
  readonly 'lists.progress': { readonly done: number; readonly total: number };
};
