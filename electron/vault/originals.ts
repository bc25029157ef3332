import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode, failureOfDisk, flushFolder, replaceFile, sizeOf } from './durable-file.ts';

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
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await flushFolder(this.#folder);
      await replaceFile(path, bytes, this.#temporaryFolder);
      return success({ sha256, isNew: kept.reason === 'original-missing' });
    } catch (error) {
      return failureOfDisk(error);
    }
  }

  async read(sha256: string): Promise<Result<Uint8Array, 'original-missing' | 'original-damaged'>> {
    try {
      const bytes = new Uint8Array(await readFile(this.#pathOf(sha256)));
      return hashBytes(bytes) === sha256 ? success(bytes) : failure('original-damaged', { sha256 });
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return failure('original-missing', { sha256 });
      throw error;
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
      if (errorCode(error) === 'ENOENT') return failure('original-missing', { sha256 });
      return failureOfDisk(error);
    }
  }

  /** Every original with its size; none is read. */
  async list(): Promise<{ readonly sha256: string; readonly bytes: number }[]> {
    const found: { readonly sha256: string; readonly bytes: number }[] = [];
    for (const shelf of await readdir(this.#folder))
      for (const sha256 of await readdir(join(this.#folder, shelf)))
        found.push({ sha256, bytes: await sizeOf(join(this.#folder, shelf, sha256)) });
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

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
