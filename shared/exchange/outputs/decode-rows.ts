import { utf8toString } from '@exodus/bytes/utf8.js';
import { parquetReadObjects } from 'hyparquet';
import type { Cell, Row } from '../tables.ts';
import type { OutputForm } from './encode-rows.ts';
import { columnsOf, type OutputTable } from './output-tables.ts';

/**
 * Rows of an output of any version, in the columns of this one: what it did not know is null.
 * @throws what is no output: they are put in place whole, and read by who wrote them.
 */
export async function decodeRows(table: OutputTable, bytes: Uint8Array, form: OutputForm): Promise<Row[]> {
  const columns = columnsOf(table);
  const objects = form === 'ndjson' ? readLines(bytes) : await parquetReadObjects({ file: bufferOf(bytes) });
  return objects.map((object) => columns.map(({ name }) => (object[name] as Cell | undefined) ?? null));
}

const readLines = (bytes: Uint8Array): Record<string, unknown>[] =>
  utf8toString(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const bufferOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;
