import { open, rename, rm } from 'node:fs/promises';
import { type Result, success } from '@shared/contracts/results.ts';
import { failureOfFile } from '../vault/disk-failure.ts';

/**
 * Writes a file piece by piece beside its place and puts it there by rename, flushed: a reader never sees half
 * of it, and a failure leaves what was there before.
 * @returns bytes written.
 */
export async function saveStream(path: string, content: AsyncIterable<Uint8Array>): Promise<Result<number>> {
  const beside = `${path}.${process.pid}.part`;
  let written = 0;
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      for await (const piece of content) {
        await file.write(piece);
        written += piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return success(written);
  } catch (error) {
    await rm(beside, { force: true });
    return failureOfFile(error, 'write');
  }
}
