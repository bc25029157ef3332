import { failure, type Result, success } from '@shared/contracts/results.ts';
import { type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';

type Cells = Readonly<Record<string, string>>;

/** Rows of a Parquet file by column, as text. */
export async function readParquet(bytes: Uint8Array): Promise<Result<readonly Cells[], 'export-damaged'>> {
  try {
    const file = bytes.slice().buffer as ArrayBuffer;
    const metadata = await parquetMetadataAsync(file);
    const rows: Record<string, string>[] = [];
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      for (const row of await readGroup(file, metadata, rowStart, rowEnd)) rows.push(row);
      rowStart = rowEnd;
    }
    return success(rows);
  } catch {
    return failure('export-damaged');
  }
}

/**
 * One group column by column: the library reads those of one call at once, and where several are damaged it lets
 * all failures but the first go by, which ends a process.
 */
async function readGroup(
  file: ArrayBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for (const { name } of metadata.schema.slice(1)) {
    const cells = await parquetReadObjects({ file, metadata, columns: [name], rowStart, rowEnd });
    for (const [i, cell] of cells.entries()) {
      const row = rows[i] ?? {};
      rows[i] = row;
      row[name] = asText(cell[name]);
    }
  }
  return rows;
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
