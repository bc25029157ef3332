import type { Failure, Result } from '@shared/contracts/results.ts';
import type { Encoding, SourceHash } from '@shared/model/source.ts';
import type { SourceActs } from '@shared/pipeline/extract.ts';
import type { Origin } from '../library/rows.ts';
import type { BundledSource } from './bundled-pack.ts';

/** Where the worker finds its library, its knowledge and the bundled pack; addresses are absolute. */
export interface DeriveSurroundings {
  readonly library: string;
  readonly knowledge: string;
  readonly pack: string;
}

/** A source to be derived. */
export interface DeriveJob {
  readonly sha256: SourceHash;
  readonly name: string;
  readonly origin: Origin;
  /** Bytes of the original. */
  readonly size: number;
  readonly acts: SourceActs;
}

export interface Derived {
  /** That of its rows in the library. */
  readonly stamp: string;
  readonly articles: number;
  /** Ids of cuts that no longer fit the page. */
  readonly unplacedCuts: readonly string[];
}

/** What bytes are before anything is kept: a page, or an archive that is to be unpacked. */
export type Inspected = InspectedPage | { readonly what: 'archive' };

export interface InspectedPage {
  readonly what: 'page';
  readonly encoding: Encoding | null;
  /** Units of the decoded text. */
  readonly length: number;
  /** The same for all files that print the same page. */
  readonly printHash: string;
  /** A source on the shelf that prints the same page, in other bytes. */
  readonly twin: SourceHash | null;
}

/** What the page asks of the workers that alone write what is derived. */
export type DeriveCalls = {
  /** Opens the library; knowledge and pack are loaded when they are first needed. */
  readonly 'derive.open': (surroundings: DeriveSurroundings) => Promise<Result<null>>;
  /** Loads what reading takes; a page's time is counted from then on. */
  readonly 'derive.prepare': () => Promise<Result<null>>;
  /** Whether a source was read before into a text that a run can begin from, with no need of its bytes. */
  readonly 'derive.hasText': (job: DeriveJob) => Promise<boolean>;
  /** The sources of the pack. */
  readonly 'derive.listBundled': () => Promise<readonly BundledSource[]>;
  /**
   * Whether bytes can be read as a page at all, before anything is kept. `twin`: a source on the shelf that
   * prints the same page, in other bytes.
   */
  readonly 'derive.inspect': (name: string, bytes: Uint8Array) => Promise<Result<Inspected>>;
  /** Lays the files of an archive that is in the queue of imports there too; how many there are. */
  readonly 'derive.unpack': (entry: number) => Promise<Result<number>>;
  /**
   * Of these jobs, the ones whose rows are missing, damaged or of another state; not those that could not be
   * read in the very same state.
   */
  readonly 'derive.findStale': (jobs: readonly DeriveJob[]) => Promise<readonly DeriveJob[]>;
  /** Copies the bundled rows of a source that nothing was done to; null when the pack has none of this state. */
  readonly 'derive.copyBundled': (job: DeriveJob) => Promise<Result<Derived | null>>;
  /**
   * Derives one source and writes its rows in one transaction, unless another tab has done so meanwhile.
   * @param bytes null where it was read before; answered with null where that text is gone since.
   */
  readonly 'derive.run': (job: DeriveJob, bytes: Uint8Array | null) => Promise<Result<Derived> | null>;
  /** Remembers that a source cannot be read in this state, so that it is not tried at each start. */
  readonly 'derive.markUnread': (job: DeriveJob, failure: Failure) => Promise<Result<null>>;
  /** Removes the rows of these. */
  readonly 'derive.forgetRows': (sources: readonly SourceHash[]) => Promise<void>;
  /** Forgets that these could not be read. */
  readonly 'derive.forgetUnread': (sources: readonly SourceHash[]) => Promise<void>;
  /**
   * Removes the rows of sources that are not among these.
   * @param spared of these the text stays: they can come back while no host hands out their bytes.
   */
  readonly 'derive.forgetOthers': (
    kept: readonly SourceHash[],
    spared: readonly SourceHash[],
  ) => Promise<number>;
};
