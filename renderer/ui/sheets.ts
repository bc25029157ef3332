/** Rows of a long text that are filled and laid out together, from `first` up to `end`. */
export interface Sheet {
  readonly index: number;
  readonly first: number;
  readonly end: number;
  /** UTF-16 units of its rows, of which its height is guessed while it was never laid out. */
  readonly units: number;
}

/** A sheet ends with the row that reaches either. About two screens of text, filled in a few milliseconds. */
const ROWS = 40;
const UNITS = 4000;

/** @param sizes UTF-16 units of each row. */
export function partSheets(sizes: readonly number[]): Sheet[] {
  const sheets: Sheet[] = [];
  let first = 0;
  let units = 0;
  sizes.forEach((size, row) => {
    units += size;
    const end = row + 1;
    if (end < sizes.length && end - first < ROWS && units < UNITS) return;
    sheets.push({ index: sheets.length, first, end, units });
    first = end;
    units = 0;
  });
  return sheets;
}

/** The sheet that holds a row; the last for a row behind all. */
export function sheetOf(sheets: readonly Sheet[], row: number): number {
  let low = 0;
  let high = sheets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sheets[middle] as Sheet).end > row) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** The sheet to fill next: the first unfilled one behind the last that was asked for, then the nearest before it. */
export function nextToFill(count: number, filled: ReadonlySet<number>, from: number): number | null {
  for (let sheet = from; sheet < count; sheet++) if (!filled.has(sheet)) return sheet;
  for (let sheet = Math.min(from, count) - 1; sheet >= 0; sheet--) if (!filled.has(sheet)) return sheet;
  return null;
}
