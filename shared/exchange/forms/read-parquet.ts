import { failure, type Result, success } from '@shared/contracts/results.ts';
import { parquetReadObjects } from 'hyparquet';

/** Rows of a Parquet file by column, as text. */
export async function readParquet(
  bytes: Uint8Array,
): Promise<Result<readonly Readonly<Record<string, string>>[], 'export-damaged'>> {
  try {
    const file = bytes.slice().buffer as ArrayBuffer;
    const rows = await parquetReadObjects({ file });
    return success(
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            value === null || value === undefined ? '' : String(value),
          ]),
        ),
      ),
    );
  } catch {
    return failure('export-damaged');
  }
}
