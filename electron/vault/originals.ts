import { createHash } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode, failureOfDisk } from './disk-failure.ts';
import { clearTheWay, flushFolder, replaceFile, sizeOf } from './durable-file.ts';
import { entriesOf, isOriginal } from './strays.ts';

/** Bytes under their SHA-256, as `<first two digits>/<hash>`. */
export class Originals {
  readonly #folder: string;
  readonly #temporaryFolder: string;

  constructor(folder: string, temporaryFolder: string) {
    this.#folder = folder;
    this.#temporaryFolder = temporaryFolder;
  }

  /** Keeps bytes, flushed, before it answers; bytes kept before and since damaged are put right. */
  async keep(bytes: Uint8Array): Promise<Result<{ readonly sha256: string; readonly isNew: boolean }>> {
    const sha256 = hashBytes(bytes);
    try {
      const kept = await this.read(sha256);
      if (kept.ok) return success({ sha256, isNew: false });
      const path = this.#pathOf(sha256);
      await clearTheWay(dirname(path), 'folder');
      await clearTheWay(path, 'file');
      await flushFolder(this.#folder);
      await replaceFile(path, bytes, this.#temporaryFolder);
      return success({ sha256, isNew: kept.reason === 'original-missing' });
    } catch (error) {
      return failureOfDisk(error);
    }
  }

  async read(sha256: string): Promise<Result<Uint8Array>> {
    try {
      const bytes = new Uint8Array(await readFile(this.#pathOf(sha256)));
      return hashBytes(bytes) === sha256 ? success(bytes) : failure('original-damaged', { sha256 });
    } catch (error) {
      if (isMissing(error)) return failure('original-missing', { sha256 });
      return failureOfDisk(error, 'read');
    }
  }

  async erase(sha256: string): Promise<Result<null>> {
    try {
      const path = this.#pathOf(sha256);
      await stat(path);
      await rm(path);
      await flushFolder(dirname(path));
      return success(null);
    } catch (error) {
      if (isMissing(error)) return failure('original-missing', { sha256 });
      return failureOfDisk(error);
    }
  }

  /** Every original with its size; none is read, and what else lies there is passed over. */
  async list(): Promise<{ readonly sha256: string; readonly bytes: number }[]> {
    const found: { readonly sha256: string; readonly bytes: number }[] = [];
    for (const { name: shelf, isFolder } of await entriesOf(this.#folder)) {
      if (!isFolder || shelf.length !== 2) continue;
      for (const entry of await entriesOf(join(this.#folder, shelf)))
        if (isOriginal(shelf, entry))
          found.push({ sha256: entry.name, bytes: await sizeOf(join(this.#folder, shelf, entry.name)) });
    }
    return found.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  }

  /** Reads every original again. */
  async check(): Promise<{ readonly count: number; readonly damaged: readonly string[] }> {
    const damaged: string[] = [];
    const originals = await this.list();
    for (const { sha256 } of originals) {
      const read = await this.read(sha256);
      if (!read.ok) damaged.push(sha256);
    }
    return { count: originals.length, damaged };
  }

  #pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }
}

/** Nothing is there, or something that is no file. */
const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error));

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
