import type { Failure, Success } from '@shared/contracts/results.ts';
import type { OutputForm } from '@shared/exchange/outputs/encode-rows.ts';
import type { ArchiveOrigin } from '@shared/model/source.ts';

/** A file that a reader process is asked to take apart. */
export interface ReadingJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO date as far as the person knows it. */
  readonly publishedOn?: string;
  readonly origin?: ArchiveOrigin;
  /**
   * `document`: the document of the contract; `compared`: its articles as they are compared with others; else its rows,
   * a file a table.
   */
  readonly form: 'document' | 'compared' | OutputForm;
}

/** Files by their names: `document` and `compared` are JSON in one line, others are called as their tables are. */
export type Reading = readonly (readonly [name: string, content: Uint8Array])[];

/** What a reader process says: that it has its knowledge, then one answer a job. */
export type ReaderWord =
  | { readonly says: 'ready' }
  | { readonly says: 'answer'; readonly result: Success<Reading> | Failure };
