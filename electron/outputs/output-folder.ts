import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Failure } from '@shared/contracts/results.ts';
import { encodeRows, type OutputForm } from '@shared/exchange/outputs/encode-rows.ts';
import {
  type FoundFile,
  OUTPUT_TABLES,
  type OutputTable,
  unreadRow,
} from '@shared/exchange/outputs/output-tables.ts';
import { PIPELINE_STAMP } from '@shared/pipeline/stamps.ts';
import type { Reading } from '../readers/reading-job.ts';
import { errorCode } from '../vault/disk-failure.ts';
import { SHARED_FILE, writeFlushed } from '../vault/durable-file.ts';
import { calledKey, nameOutput, shardOf, stagesKey } from './output-names.ts';

/** Whether a source was taken apart before: `unread` where it was found that it cannot be. */
export type Taken = 'read' | 'unread' | null;

/** Where files lie until they are put in their place, a folder a process; engines pass over names with a dot. */
const UNDER_WAY = '.under-way';

/**
 * Outputs in a folder: `facts/ab/<sha256>.<stages>.ndjson`, and for `sources` a row for each name that the bytes go
 * by. Names follow from the source, the stages and what was said of it, and bytes from the name, so that workers
 * need not know of each other. The row of `sources` is put last: where it stands, all of that source stands.
 */
export class OutputFolder {
  readonly #root: string;
  readonly #form: OutputForm;
  readonly #stages: string;
  readonly #underWay: string;
  readonly #made = new Set<string>();
  #begun = 0;

  constructor(root: string, form: OutputForm, publishedOn: string | undefined) {
    this.#root = root;
    this.#form = form;
    this.#stages = stagesKey(publishedOn);
    this.#underWay = join(root, UNDER_WAY, randomUUID());
  }

  async find(file: FoundFile): Promise<Taken> {
    if (await isThere(this.#placeOf('sources', file))) return 'read';
    return (await isThere(this.#placeOf('sources', file, true))) ? 'unread' : null;
  }

  /** @param reading a file for each table. */
  async put(file: FoundFile, reading: Reading): Promise<void> {
    const files = new Map(reading);
    for (const table of OUTPUT_TABLES) {
      const bytes = files.get(table);
      if (bytes === undefined) throw new Error(`no ${table} among what was read`);
      await this.#putFile(this.#placeOf(table, file), bytes);
    }
  }

  /** Puts what says that a source cannot be read, and why. */
  async putUnread(file: FoundFile, failure: Failure): Promise<void> {
    const row = unreadRow(file, failure, PIPELINE_STAMP);
    await this.#putFile(this.#placeOf('sources', file, true), await encodeRows('sources', [row], this.#form));
  }

  /** Takes away what this process left unfinished. */
  async close(): Promise<void> {
    await rm(this.#underWay, { recursive: true, force: true });
  }

  #placeOf(table: OutputTable, { sha256, name, origin }: FoundFile, isUnread = false): string {
    const called = table === 'sources' ? calledKey(name, origin) : null;
    const file = { sha256, stages: this.#stages, called, isUnread, form: this.#form };
    return join(this.#root, table, shardOf(sha256), nameOutput(file));
  }

  async #putFile(path: string, bytes: Uint8Array): Promise<void> {
    await this.#makeFolder(this.#underWay);
    const beside = join(this.#underWay, `${this.#begun++}-${basename(path)}`);
    await writeFlushed(beside, bytes, SHARED_FILE);
    await this.#makeFolder(dirname(path));
    await rename(beside, path);
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#made.has(path)) return;
    await mkdir(path, { recursive: true });
    this.#made.add(path);
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
