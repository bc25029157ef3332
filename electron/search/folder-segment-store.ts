import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SegmentStore } from '@shared/search/search-index.ts';

/** Blobs as files of a folder, which is made when the first is put. */
export function folderSegmentStore(folder: string): SegmentStore {
  return {
    async get(key) {
      try {
        const { buffer, byteOffset, byteLength } = await readFile(join(folder, key));
        return new Uint8Array(buffer, byteOffset, byteLength);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async put(key, blob) {
      await mkdir(folder, { recursive: true });
      const path = join(folder, key);
      await writeFile(`${path}.new`, blob);
      await rename(`${path}.new`, path);
    },
    async delete(key) {
      await rm(join(folder, key), { force: true });
    },
  };
}
