import type { QueryProblem } from './query/problem.ts';

/** Blobs by key: in IndexedDB on the desk, in a folder on the command line. A key is letters, digits and `-`. */
export interface SegmentStore {
  get(key: string): Promise<Uint8Array | null>;
  /** The blob is kept, as it is now, before the promise settles. */
  put(key: string, blob: Uint8Array): Promise<void>;
  delete(key: string): Promise<void>;
}

/** The words of a document: reading texts whose offsets marks refer to. */
export interface DocumentText {
  readonly title: string;
  readonly text: string;
}

/** A document to be found. Ids hold no line break. */
export interface IndexedDocument extends DocumentText {
  readonly id: string;
}

/** Where the index reads the words of the documents it has found; it keeps none itself. */
export interface TextStore {
  /** In the order of `ids`; null for a document that is no longer there. */
  read(ids: readonly string[]): Promise<readonly (DocumentText | null)[]>;
}

/** [start, end] in UTF-16 units of a reading text, end exclusive. */
export type Mark = readonly [start: number, end: number];

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  /** All words of the query stand in the document as they were typed, folding aside. */
  readonly exact: boolean;
  /** Spans of the document's text that match, in order, disjoint. */
  readonly marks: readonly Mark[];
  /** Spans of its title. */
  readonly titleMarks: readonly Mark[];
  /** The passages that say most, each with its place in the text; only on the first hits. */
  readonly snippets: readonly Snippet[];
}

/** A passage of a document's text: `text` is `[start, end]` of it, `marks` are offsets in `text`. */
export interface Snippet {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

export interface SearchOptions {
  /** At most so many hits. Without it all exact hits come, and ranked ones fill up to 20. */
  readonly limit?: number;
  /** Hits that get marks, from the first: 100 when it is left out. */
  readonly marks?: number;
  /** Hits that get passages too, from the first: none when it is left out. */
  readonly snippets?: number;
  /** Keeps a document in the answer; asked only of documents that match. */
  readonly accept?: (id: string) => boolean;
  /**
   * So many exact hits will do for now: no more texts are read once they are known, or once as many were read as can be
   * in a moment. `Found.isWhole` tells whether there may be more. Without it all are found.
   */
  readonly enough?: number;
  /** Asked now and then: the search stops and answers null when it says true. */
  readonly isStale?: () => boolean;
}

export interface SearchAnswer {
  /** Exact hits before ranked ones, best first. */
  readonly hits: readonly SearchHit[];
  /** Documents that hold all words as typed, also where `limit` cuts them off. */
  readonly exactCount: number;
  /** What is wrong with the query, and where; the rest of it was searched for. */
  readonly problems: readonly QueryProblem[];
}

/** Full-text search over folded text. */
export interface SearchIndex {
  /** A document whose id is already there is replaced. */
  add(documents: readonly IndexedDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** @returns null when `options.isStale` stopped it. */
  search(query: string, options?: SearchOptions): Promise<SearchAnswer | null>;
}
