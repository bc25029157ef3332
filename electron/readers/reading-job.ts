import type { Failure, Success } from '@shared/contracts/results.ts';
import type { ArchiveOrigin } from '@shared/model/source.ts';

/** A file that a reader process is asked to take apart. */
export interface ReadingJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO date as far as the person knows it. */
  readonly publishedOn?: string;
  readonly origin?: ArchiveOrigin;
}

/** What a reader process says: that it has its knowledge, then one answer a job. */
export type ReaderWord =
  | { readonly says: 'ready' }
  /** The document of the contract as JSON, in one line. */
  | { readonly says: 'answer'; readonly result: Success<string> | Failure };
