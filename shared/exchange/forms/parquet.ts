import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Column, Row } from '../tables.ts';

/** Rows of a group: statistics let engines skip a whole one, and a group is held in memory while it is written. */
const ROWS_A_GROUP = 10_000;

/**
 * A table as Apache Parquet: text is UTF-8, numbers are DOUBLE, every column may be null; Snappy, with statistics.
 * Dates are text, since a page may know only a year.
 */
export async function* writeParquet(
  columns: readonly Column[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  { rowsAGroup = ROWS_A_GROUP } = {},
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: toColumns(columns, []) }),
    createdBy: 'duidu',
  });
  let group: Row[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < rowsAGroup) continue;
    await writer.write({ columnData: toColumns(columns, group), rowGroupSize: rowsAGroup });
    group = [];
    yield takeBytes(bytes);
  }
  if (group.length > 0)
    await writer.write({ columnData: toColumns(columns, group), rowGroupSize: rowsAGroup });
  await writer.finish();
  yield takeBytes(bytes);
}

const toColumns = (columns: readonly Column[], rows: readonly Row[]): ColumnSource[] =>
  columns.map(({ name, type }, i) => ({
    name,
    type: type === 'number' ? 'DOUBLE' : 'STRING',
    nullable: true,
    data: rows.map((row) => row[i] ?? null),
  }));

/** What was written since the last call; the writer goes on counting its offsets from the file's start. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const taken = new Uint8Array(writer.getBuffer());
  writer.index = 0;
  return taken;
}
