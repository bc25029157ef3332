import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PickedFile, PickedFiles, RefusedFile } from '@shared/contracts/host.ts';
import { failure } from '@shared/contracts/results.ts';
import { mostBytesOf } from '@shared/formats/formats.ts';
import { failureOfFile } from '../vault/disk-failure.ts';

/** Reads files that the person named; one that cannot be read is refused by name and stops no other. */
export async function readChosenFiles(paths: readonly string[]): Promise<PickedFiles> {
  const files: PickedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const path of paths) {
    const name = basename(path);
    try {
      const { size } = await stat(path);
      const limit = mostBytesOf(name);
      if (size > limit) refused.push({ name, failure: failure('file-too-large', { size, limit }) });
      else files.push({ name, bytes: new Uint8Array(await readFile(path)) });
    } catch (error) {
      refused.push({ name, failure: failureOfFile(error) });
    }
  }
  return { files, refused };
}
