import { randomUUID } from 'node:crypto';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { FileBeingSaved } from './file-being-saved.ts';

/** Files that pages are saving; a page knows its own by their ids, and what it leaves behind is dropped. */
export class SavesUnderWay {
  readonly #saves = new Map<string, { readonly page: string; readonly file: FileBeingSaved }>();

  async begin(page: string, path: string): Promise<Result<{ readonly save: string; readonly path: string }>> {
    const begun = await FileBeingSaved.begin(path);
    if (!begun.ok) return begun;
    const save = randomUUID();
    this.#saves.set(save, { page, file: begun.value });
    return success({ save, path });
  }

  async append(page: string, save: string, bytes: Uint8Array): Promise<Result<null>> {
    const file = this.#find(page, save);
    if (!file) return failure('refused');
    const appended = await file.append(bytes);
    if (!appended.ok) this.#saves.delete(save);
    return appended;
  }

  /** @returns where the file stands. */
  async end(page: string, save: string): Promise<Result<string>> {
    const file = this.#find(page, save);
    this.#saves.delete(save);
    if (!file) return failure('refused');
    const ended = await file.end();
    return ended.ok ? success(file.path) : ended;
  }

  async drop(page: string, save: string): Promise<Result<null>> {
    const file = this.#find(page, save);
    if (!file) return success(null);
    this.#saves.delete(save);
    await file.drop();
    return success(null);
  }

  async dropAll(page: string): Promise<void> {
    for (const [save, { page: owner }] of this.#saves) if (owner === page) await this.drop(page, save);
  }

  #find(page: string, save: string): FileBeingSaved | null {
    const found = this.#saves.get(save);
    return found?.page === page ? found.file : null;
  }
}
