import type { Extraction } from '@shared/model/extraction.ts';
import type { SourceHash } from '@shared/model/source.ts';

/** Changes whenever the form of `pack.json` does. */
export const PACK_FORMAT = 3;

/** One bundled source with everything the pipeline derives from it. */
export interface PackedSource {
  readonly sha256: SourceHash;
  readonly name: string;
  /** Bytes of the original. */
  readonly size: number;
  /** The article retold in a few English sentences. */
  readonly digest: string;
  readonly text: string;
  readonly textHash: string;
  readonly extraction: Extraction;
}

/** The bundled corpus: a read-only provider of sources, built by the pipeline when the app is built. */
export interface Pack {
  readonly format: typeof PACK_FORMAT;
  /** What its rows were derived by: `PIPELINE_STAMP` of the build that made it. */
  readonly madeBy: string;
  readonly sources: readonly PackedSource[];
}
