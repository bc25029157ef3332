import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { ParquetRows } from '@shared/exchange/forms/parquet.ts';
import { columnsOf, type OutputTable } from '@shared/exchange/outputs/output-tables.ts';
import type { Row } from '@shared/exchange/tables.ts';
import { flushFolder } from '../../vault/durable-file.ts';
import { type Batch, type Part, waitingFolder, waitingName } from './manifest.ts';

interface OpenPart {
  readonly table: OutputTable;
  readonly year: string;
  readonly path: string;
  readonly file: FileHandle;
  readonly content: ParquetRows;
  rows: number;
  bytes: number;
}

/** Writes the parts of one batch, a file a table and year, to where they wait for their manifest. */
export class BatchWriter {
  readonly id: string;
  readonly #root: string;
  readonly #year: string;
  readonly #parts = new Map<string, OpenPart>();
  #sources = 0;

  /** @param id six digits, one for each batch that the data set ever had. */
  constructor(root: string, id: string, year: string) {
    this.#root = root;
    this.id = id;
    this.#year = year;
  }

  /** Bytes of the largest part so far, what is held in memory left out. */
  get largest(): number {
    return Math.max(0, ...[...this.#parts.values()].map(({ bytes }) => bytes));
  }

  /** Counts a source whose rows are all added. */
  countSource(): void {
    this.#sources++;
  }

  async add(table: OutputTable, row: Row): Promise<void> {
    const part = await this.#partOf(table, yearOfRow(table, row));
    part.rows++;
    const bytes = await part.content.add(row);
    if (bytes) await this.#write(part, bytes);
  }

  /** Ends every part, flushed. */
  async end(): Promise<Batch> {
    const parts: Part[] = [];
    for (const part of this.#parts.values()) {
      await this.#write(part, await part.content.end());
      await part.file.sync();
      await part.file.close();
      const { table, year, path, rows, bytes } = part;
      parts.push({ table, year, path, rows, bytes });
    }
    await flushFolder(waitingFolder(this.#root));
    return { id: this.id, year: this.#year, sources: this.#sources, parts };
  }

  async #partOf(table: OutputTable, year: string): Promise<OpenPart> {
    const key = `${table}/year=${year}`;
    const found = this.#parts.get(key);
    if (found) return found;
    const path = `${key}/${this.id}.parquet`;
    const waiting = waitingFolder(this.#root);
    await mkdir(waiting, { recursive: true });
    const file = await open(join(waiting, waitingName(path)), 'w');
    const part = { table, year, path, file, content: new ParquetRows(columnsOf(table)), rows: 0, bytes: 0 };
    this.#parts.set(key, part);
    return part;
  }

  async #write(part: OpenPart, bytes: Uint8Array): Promise<void> {
    await part.file.writeFile(bytes);
    part.bytes += bytes.length;
  }
}

const UNKNOWN_YEAR = 'unknown';

/** Of a date as precise as the page is, or of none. */
export const yearOf = (published: unknown): string =>
  /^(\d{4})/.exec(String(published ?? ''))?.[1] ?? UNKNOWN_YEAR;

function yearOfRow(table: OutputTable, row: Row): string {
  return yearOf(row[columnsOf(table).findIndex(({ name }) => name === 'published')]);
}
