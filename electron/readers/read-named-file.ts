import { readFile, stat } from 'node:fs/promises';
import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { failureOfFile } from '../vault/disk-failure.ts';

/** Bytes of a file that the person named. */
export async function readNamedFile(path: string, limit = MAX_ORIGINAL_BYTES): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > limit) return failure('file-too-large', { size, limit });
    return success(new Uint8Array(await readFile(path)));
  } catch (error) {
    return failureOfFile(error);
  }
}
