import type { ErrorCode } from '@shared/contracts/error-codes.ts';
import type { Result } from '@shared/contracts/results.ts';
import type { ReadSource } from '@shared/model/read-source.ts';
import type { Encoding } from '@shared/model/source.ts';
import type { FormatId } from './formats.ts';
import type { Limits } from './limits.ts';

/** Why a file gave no source text. */
export type ReadProblem = Extract<
  ErrorCode,
  | 'empty-file'
  | 'not-text'
  | 'unsupported-format'
  | 'malformed-text'
  | 'file-too-large'
  | 'no-text'
  | 'file-encrypted'
  | 'archive-damaged'
  | 'archive-too-many'
  | 'archive-bomb'
  | 'archive-method'
>;

/** A file to be read. */
export interface FileToRead {
  readonly bytes: Uint8Array;
  /** As the file was called; tells apart what bytes alone do not. */
  readonly name: string;
  /** The encoding that the person says it is in; for formats that leave it open. */
  readonly encoding?: Encoding | undefined;
}

/**
 * Reads one format. A reader is pure: the same bytes give the same text in a page, in a worker and in Node, without
 * a request and without running anything of the file.
 */
export interface FormatReader {
  readonly format: FormatId;
  /** Looks at the head of the bytes; the name decides only where bytes cannot. */
  recognises(bytes: Uint8Array, name: string): boolean;
  /** @param file is not empty. */
  read(
    file: FileToRead,
    limits: Limits,
  ): Result<ReadSource, ReadProblem> | Promise<Result<ReadSource, ReadProblem>>;
}
