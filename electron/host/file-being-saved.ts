import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { type Result, success } from '@shared/contracts/results.ts';
import { failureOfFile } from '../vault/disk-failure.ts';

/**
 * A file that is written piece by piece beside its place and put there by rename, flushed: a reader never sees half
 * of it, and a failure leaves what was there before.
 */
export class FileBeingSaved {
  readonly path: string;
  readonly #beside: string;
  readonly #file: FileHandle;

  private constructor(path: string, beside: string, file: FileHandle) {
    this.path = path;
    this.#beside = beside;
    this.#file = file;
  }

  static async begin(path: string): Promise<Result<FileBeingSaved>> {
    const beside = `${path}.${process.pid}.part`;
    try {
      return success(new FileBeingSaved(path, beside, await open(beside, 'w', 0o600)));
    } catch (error) {
      return failureOfFile(error, 'write');
    }
  }

  /** After a failure it is dropped and takes no more. */
  async append(bytes: Uint8Array): Promise<Result<null>> {
    try {
      await this.#file.writeFile(bytes);
      return success(null);
    } catch (error) {
      await this.drop();
      return failureOfFile(error, 'write');
    }
  }

  async end(): Promise<Result<null>> {
    try {
      await this.#file.sync();
      await this.#file.close();
      await rename(this.#beside, this.path);
      return success(null);
    } catch (error) {
      await this.drop();
      return failureOfFile(error, 'write');
    }
  }

  async drop(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#beside, { force: true });
  }
}
