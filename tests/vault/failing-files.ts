import type * as Files from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** Calls that change the disk, and may therefore fail on one that is full or broken. */
const CHANGING = ['open', 'rename', 'rm', 'mkdir', 'link', 'copyFile', 'writeFile', 'appendFile'] as const;
const CHANGING_OF_HANDLE = ['write', 'writeFile', 'sync', 'datasync', 'truncate'] as const;

/** A disk whose next calls fail: those after `healthy` more that change it, as many as `failing`. */
export class FailingDisk {
  #healthy = 0;
  #failing = 0;
  #code = '';

  /** Calls that failed since the last `fail`. */
  failed = 0;

  fail(healthy: number, failing: number, code: string): void {
    this.#healthy = healthy;
    this.#failing = failing;
    this.#code = code;
    this.failed = 0;
  }

  heal(): void {
    this.#failing = 0;
  }

  /** The error that a call ends with now, if it does. */
  next(): Error | null {
    if (this.#failing === 0) return null;
    if (this.#healthy > 0) {
      this.#healthy--;
      return null;
    }
    this.#failing--;
    this.failed++;
    return Object.assign(new Error(this.#code), { code: this.#code });
  }
}

/** The one disk of a test file that mocks `node:fs/promises` with `onFailingDisk`. */
export const disk = new FailingDisk();

/** The file calls of Node on `disk`; a write that fails has written half of its bytes, a removal removed one file. */
export function onFailingDisk(files: typeof Files): typeof Files {
  const changed: Record<string, unknown> = {};
  for (const name of CHANGING) {
    const call = files[name] as (...args: unknown[]) => Promise<unknown>;
    changed[name] = async (...args: unknown[]) => {
      const isReading = name === 'open' && args[1] === 'r';
      const error = isReading ? null : disk.next();
      if (error && name === 'rm') await removeOne(files, String(args[0]));
      if (error) throw error;
      const made = await call(...args);
      return name === 'open' ? failingHandle(made as FileHandle) : made;
    };
  }
  return { ...files, ...changed };
}

async function removeOne({ readdir, rm }: typeof Files, path: string): Promise<void> {
  const [first] = await readdir(path).catch(() => []);
  if (first !== undefined) await rm(join(path, first), { recursive: true });
}

function failingHandle(handle: FileHandle): FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
      if (!(CHANGING_OF_HANDLE as readonly unknown[]).includes(name)) return call;
      return async (...args: unknown[]) => {
        const error = disk.next();
        if (error && name === 'write' && args[0] instanceof Uint8Array) {
          const [bytes, from, length, position] = args as [Uint8Array, number, number, number];
          await target.write(bytes, from, length >> 1, position);
        }
        if (error) throw error;
        return await call(...args);
      };
    },
  });
}
