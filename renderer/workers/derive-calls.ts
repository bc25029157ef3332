import type { Result } from '@shared/contracts/results.ts';
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
  readonly acts: SourceActs;
}

export interface Derived {
  readonly articles: number;
  /** Ids of cuts that no longer fit the page. */
  readonly unplacedCuts: readonly string[];
}

/** What the page asks of the worker that alone writes what is derived. */
export type DeriveCalls = {
  /** Loads knowledge and pack, opens the library; answers with the sources of the pack. */
  readonly 'derive.open': (surroundings: DeriveSurroundings) => Promise<readonly BundledSource[]>;
  /**
   * Whether bytes can be read as a page at all, before anything is kept. `twin`: a source on the shelf that
   * prints the same page, in other bytes.
   */
  readonly 'derive.inspect': (
    name: string,
    bytes: Uint8Array,
  ) => Promise<
    Result<{ readonly encoding: Encoding; readonly length: number; readonly twin: SourceHash | null }>
  >;
  /** Of these jobs, the ones whose rows are missing, damaged or of another state. */
  readonly 'derive.findStale': (jobs: readonly DeriveJob[]) => Promise<readonly DeriveJob[]>;
  /** Copies the bundled rows of a source that nothing was done to; false when the pack has none of this state. */
  readonly 'derive.copyBundled': (job: DeriveJob) => Promise<boolean>;
  /** Derives one source and writes its rows in one transaction, unless another tab has done so meanwhile. */
  readonly 'derive.run': (job: DeriveJob, bytes: Uint8Array) => Promise<Result<Derived>>;
  /** Removes the rows of sources that are not among these. */
  readonly 'derive.forgetOthers': (kept: readonly SourceHash[]) => Promise<number>;
  /** Ends the run under way with `cancelled`. */
  readonly 'derive.stop': () => void;
};
