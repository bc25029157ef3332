/** Blobs by key: in IndexedDB on the desk, in a folder on the command line. */
export interface SegmentStore {
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, blob: Uint8Array): Promise<void>;
  delete(key: string): Promise<void>;
}

/** A document to be found: reading text whose offsets marks refer to. */
export interface IndexedDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  /** All words of the query stand in the text as they were typed, folding aside. */
  readonly exact: boolean;
  /** Spans of the document's text that match, as [start, end]. */
  readonly marks: readonly (readonly [number, number])[];
  readonly snippet?: string;
}

/** Full-text search over folded text. */
export interface SearchIndex {
  add(documents: readonly IndexedDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(query: string, options: { readonly limit: number; readonly snippets: number }): Promise<SearchHit[]>;
}
