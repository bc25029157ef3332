import { createHash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { asideName, readIfThere, replaceFile } from './durable-file.ts';

/** The member that proves the others, in the settings' own object so that a program of before reads on. */
const CHECK = '$check';

/** Reads what `writeSettings` wrote, or a program before there was a check; undefined where it is damaged. */
export function parseSettings(bytes: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (!isObject(value)) return value;
  // Settings of before have no check; one whose name was damaged still stands at the end.
  if (!(CHECK in value)) return /:"[0-9a-f]{16}"\}\s*$/.test(bytes.toString('latin1')) ? undefined : value;
  const { [CHECK]: check, ...settings } = value;
  return check === checkOf(settings) ? settings : undefined;
}

/** The person's settings: one JSON value, replaced as a whole. */
export class SettingsFile {
  readonly #path: string;
  readonly #asideFolder: string;
  readonly #temporaryFolder: string;

  constructor(path: string, asideFolder: string, temporaryFolder: string) {
    this.#path = path;
    this.#asideFolder = asideFolder;
    this.#temporaryFolder = temporaryFolder;
  }

  /** Null where there are none; undefined where they are damaged. */
  async read(): Promise<unknown> {
    const bytes = await readIfThere(this.#path);
    return bytes === null ? null : parseSettings(bytes);
  }

  /** The file as it is, for a backup; null where there is none or it is damaged. */
  async readSound(): Promise<Buffer | null> {
    const bytes = await readIfThere(this.#path);
    return bytes && parseSettings(bytes) !== undefined ? bytes : null;
  }

  async write(settings: unknown): Promise<void> {
    const plain: unknown = JSON.parse(JSON.stringify(settings ?? null));
    const value = isObject(plain) ? { ...plain, [CHECK]: checkOf(plain) } : plain;
    await this.putBack(Buffer.from(`${JSON.stringify(value)}\n`));
  }

  async putBack(bytes: Buffer): Promise<void> {
    await replaceFile(this.#path, bytes, this.#temporaryFolder);
  }

  async setAside(): Promise<void> {
    await rename(this.#path, join(this.#asideFolder, asideName(this.#path)));
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const checkOf = (settings: Record<string, unknown>): string =>
  createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
