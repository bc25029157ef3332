import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../vault/disk-failure.ts';
import { flushFolder } from '../../vault/durable-file.ts';

/** Where a source stands in a data set. */
export interface Member {
  readonly batch: string;
  /** Of the outputs that its rows were taken from. */
  readonly signature: string;
}

/** Members of one shard, by the hashes of their sources. */
export async function readMembers(folder: string, shard: string): Promise<Map<string, Member>> {
  const members = new Map<string, Member>();
  let lines = '';
  try {
    lines = await readFile(join(folder, shard), 'utf8');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  for (const line of lines.split('\n')) {
    const [sha256 = '', batch = '', ...signature] = line.split(' ');
    if (sha256 !== '') members.set(sha256, { batch, signature: signature.join(' ') });
  }
  return members;
}

/** Units of lines that are held of each file. */
const HELD = 64 * 1024;

/** Lines that are added to files of a folder by their names, in any order; few are held. */
export class LineFiles {
  readonly #folder: string;
  readonly #held = new Map<string, string>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** The folder is emptied first. */
  static async begin(folder: string): Promise<LineFiles> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new LineFiles(folder);
  }

  /** Names that have lines, in their order. */
  get names(): readonly string[] {
    return [...this.#held.keys()].sort();
  }

  async add(name: string, line: string): Promise<void> {
    this.#held.set(name, `${this.#held.get(name) ?? ''}${line}\n`);
    if ((this.#held.get(name) ?? '').length > HELD) await this.#write(name);
  }

  /** Writes what is held; every file is flushed. */
  async end(): Promise<void> {
    for (const name of this.#held.keys()) await this.#write(name, true);
    await flushFolder(this.#folder);
  }

  async #write(name: string, flush = false): Promise<void> {
    await appendFile(join(this.#folder, name), this.#held.get(name) ?? '', { flush });
    this.#held.set(name, '');
  }
}
