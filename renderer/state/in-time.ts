import { rowsById, type ShelfRow } from './shelf.ts';

/** Articles of the shelf with what was found of each, by date, undated ones last; of one date as they were found. */
export function inTime<Found extends { readonly article: string }>(
  found: readonly Found[],
  rows: readonly ShelfRow[],
): readonly { readonly row: ShelfRow; readonly copy: Found }[] {
  const known = rowsById(rows);
  const listed = found.flatMap((copy) => {
    const row = known.get(copy.article);
    return row ? [{ row, copy, date: row.published.value ?? '9999' }] : [];
  });
  return listed.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
