import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Column, Row } from '../tables.ts';

/** Rows of a group: statistics let engines skip a whole one, and a group is held in memory while it is written. */
const ROWS_A_GROUP = 10_000;
/** UTF-16 units of text above which a group ends: reading texts are long. */
const UNITS_A_GROUP = 16 * 1024 * 1024;

/** Writes a Parquet file row by row; what it gives is to be written one after another. */
export class ParquetRows {
  readonly #columns: readonly Column[];
  readonly #rowsAGroup: number;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #group: Row[] = [];
  #units = 0;

  constructor(columns: readonly Column[], rowsAGroup = ROWS_A_GROUP) {
    this.#columns = columns;
    this.#rowsAGroup = rowsAGroup;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaFromColumnData({ columnData: toColumns(columns, []) }),
      createdBy: 'duidu',
    });
  }

  /** @returns bytes where the row ended a group. */
  async add(row: Row): Promise<Uint8Array | null> {
    this.#group.push(row);
    for (const cell of row) if (typeof cell === 'string') this.#units += cell.length;
    if (this.#group.length < this.#rowsAGroup && this.#units < UNITS_A_GROUP) return null;
    await this.#endGroup();
    return this.#take();
  }

  /** The last bytes. */
  async end(): Promise<Uint8Array> {
    if (this.#group.length > 0) await this.#endGroup();
    await this.#writer.finish();
    return this.#take();
  }

  async #endGroup(): Promise<void> {
    await this.#writer.write({
      columnData: toColumns(this.#columns, this.#group),
      rowGroupSize: this.#rowsAGroup,
    });
    this.#group = [];
    this.#units = 0;
  }

  /** What was written since the last call; the writer goes on counting its offsets from the file's start. */
  #take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.getBuffer());
    this.#bytes.index = 0;
    return taken;
  }
}

/**
 * A table as Apache Parquet: text is UTF-8, numbers are DOUBLE, every column may be null; Snappy, with statistics.
 * Dates are text, since a page may know only a year.
 */
export async function* writeParquet(
  columns: readonly Column[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  { rowsAGroup = ROWS_A_GROUP } = {},
): AsyncGenerator<Uint8Array> {
  const file = new ParquetRows(columns, rowsAGroup);
  for await (const row of rows) {
    const bytes = await file.add(row);
    if (bytes) yield bytes;
  }
  yield await file.end();
}

const toColumns = (columns: readonly Column[], rows: readonly Row[]): ColumnSource[] =>
  columns.map(({ name, type }, i) => ({
    name,
    type: type === 'number' ? 'DOUBLE' : 'STRING',
    nullable: true,
    data: rows.map((row) => row[i] ?? null),
  }));
