import type { ErrorCode } from '@shared/contracts/error-codes.ts';
import { type Failure, failure } from '@shared/contracts/results.ts';

/** What the system's codes mean for the vault, whatever was tried. */
const MEANINGS: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EIO: 'disk-failing',
  ENXIO: 'disk-failing',
  ENODEV: 'disk-failing',
  ENOENT: 'vault-gone',
  ESTALE: 'vault-gone',
  ENOTDIR: 'path-blocked',
  EISDIR: 'path-blocked',
  EEXIST: 'path-blocked',
  ENOTEMPTY: 'path-blocked',
  ENAMETOOLONG: 'path-too-long',
  ELOOP: 'path-loops',
  EMFILE: 'too-many-open-files',
  ENFILE: 'too-many-open-files',
};

/** Of a file that the person named: what the system's codes mean. */
const MEANINGS_OF_A_FILE: Readonly<Record<string, ErrorCode>> = {
  ...MEANINGS,
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  ESTALE: 'file-not-found',
  EISDIR: 'file-is-folder',
};

/** Of a place that the person named to write to, whose folders are made where they are not there. */
const MEANINGS_OF_A_PLACE: Readonly<Record<string, ErrorCode>> = {
  ...MEANINGS,
  ENOENT: 'file-unwritable',
  ESTALE: 'file-unwritable',
  EISDIR: 'file-is-folder',
};

/**
 * The failure that an error of the file system stands for; rethrows what is none.
 * @param use what was tried, where no other meaning is known, as with a lack of rights
 */
export function failureOfDisk(error: unknown, use: 'read' | 'write' = 'write'): Failure {
  return meaningOf(error, MEANINGS, use === 'read' ? 'vault-unreadable' : 'vault-unwritable');
}

/** The failure of reading the vault. */
export const failureOfReading = (error: unknown): Failure => failureOfDisk(error, 'read');

/** The failure of reading or writing a file that the person named; rethrows what is no error of the system. */
export function failureOfFile(error: unknown, use: 'read' | 'write' = 'read'): Failure {
  return use === 'read'
    ? meaningOf(error, MEANINGS_OF_A_FILE, 'file-unreadable')
    : meaningOf(error, MEANINGS_OF_A_PLACE, 'file-unwritable');
}

function meaningOf(
  error: unknown,
  meanings: Readonly<Record<string, ErrorCode>>,
  otherwise: ErrorCode,
): Failure {
  if (!isOfSystem(error)) throw error;
  const code = errorCode(error);
  return failure(meanings[code] ?? otherwise, { code, path: error.path ?? '' });
}

/** An error that the system gave, and not one of the program. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return errorCode(error) !== '' && /^E[A-Z0-9]+$/.test(errorCode(error)) && !(error instanceof TypeError);
}

/** The system's code of an error, such as `ENOENT`; empty where it has none. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : '';
}
