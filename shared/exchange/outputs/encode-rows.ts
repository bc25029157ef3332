import { utf8fromString } from '@exodus/bytes/utf8.js';
import { writeParquet } from '../forms/parquet.ts';
import type { Row } from '../tables.ts';
import { columnsOf, type OutputTable } from './output-tables.ts';

export const OUTPUT_FORMS = ['ndjson', 'parquet'] as const;

export type OutputForm = (typeof OUTPUT_FORMS)[number];

/** Rows of a table as one file. NDJSON names every column in every line, so that engines see one schema. */
export async function encodeRows(
  table: OutputTable,
  rows: Iterable<Row>,
  form: OutputForm,
): Promise<Uint8Array> {
  const columns = columnsOf(table);
  if (form === 'ndjson') {
    let lines = '';
    for (const row of rows)
      lines += `${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}\n`;
    return utf8fromString(lines);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of writeParquet(columns, rows)) pieces.push(piece);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
