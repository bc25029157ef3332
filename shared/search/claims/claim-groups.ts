import { BOUNDS, FACT_KINDS, type FactKind } from '@shared/model/fact.ts';
import type { ClaimColumns } from './claim-columns.ts';
import { partsOfNumbers } from './claim-order.ts';
import { type ClaimFacet, topCodes } from './claim-view.ts';
import { selectWindow } from './select-window.ts';

/** Facts of one value of a column and of what compares, in the unit that most of them are printed in. */
export interface ClaimSpread {
  /** The value of the column; empty for the facts that have none. */
  readonly value: string;
  readonly unit: string;
  readonly facts: number;
  readonly least: number;
  /** The middle one, of an even number the lower of the two. */
  readonly median: number;
  readonly greatest: number;
  /** What they add up to; null where adding says nothing: shares, rates, ages, places in a row. */
  readonly total: number | null;
  /** All are printed without a bound and as one number, so that the total is one too. */
  readonly isExact: boolean;
}

/** Kinds that can be added up. */
const SUMMED: readonly FactKind[] = ['quantity', 'measurement', 'money'];
/** A total is no more precise than numbers of the machine are. */
const DIGITS = 12;

/**
 * The most frequent values of a column among some rows, each parted by what is measured; facts without a number
 * and times are left out.
 * @param most values at most.
 */
export function spreadBy(
  columns: ClaimColumns,
  rows: Uint32Array,
  by: ClaimFacet,
  most: number,
): ClaimSpread[] {
  const { codes, through, size, text } = columns.coded(by);
  const codeOf = (row: number): number => codes[through ? (through[row] as number) : row] as number;
  const { unitPlaces, dimensions } = dimensionsOf(columns);
  const { codes: units } = columns.coded('unit');
  const { lows } = columns;
  const isCounted = (row: number): boolean =>
    (unitPlaces[units[row] as number] as number) >= 0 && !Number.isNaN(lows[row]);
  const counts = new Uint32Array(size);
  for (let i = 0; i < rows.length; i++)
    if (isCounted(rows[i] as number)) (counts[codeOf(rows[i] as number)] as number)++;
  const chosen = topCodes(counts, most);
  const places = new Int32Array(size).fill(-1);
  chosen.forEach((code, place) => {
    places[code] = place;
  });
  const cellOf = (row: number): number => {
    const place = places[codeOf(row)] as number;
    return place < 0 || !isCounted(row)
      ? -1
      : place * dimensions + (unitPlaces[units[row] as number] as number);
  };
  return rowsByCell(rows, cellOf, chosen.length * dimensions)
    .map(({ cell, rows: some }) => ({
      place: Math.floor(cell / dimensions),
      spread: spreadOf(columns, some, text(chosen[Math.floor(cell / dimensions)] as number)),
    }))
    .sort((a, b) => a.place - b.place || b.spread.facts - a.spread.facts)
    .map(({ spread }) => spread);
}

/** For each unit the number of what it measures, −1 for times; and how many of these there are. */
function dimensionsOf(columns: ClaimColumns): {
  readonly unitPlaces: Int32Array;
  readonly dimensions: number;
} {
  const places = new Map<string, number>();
  const unitPlaces = Int32Array.from({ length: columns.coded('unit').size }, (_, code) => {
    const { dimension } = columns.unitOf(code);
    if (dimension === 'time') return -1;
    const known = places.get(dimension) ?? places.size;
    places.set(dimension, known);
    return known;
  });
  return { unitPlaces, dimensions: Math.max(1, places.size) };
}

function rowsByCell(
  rows: Uint32Array,
  cellOf: (row: number) => number,
  cells: number,
): { readonly cell: number; readonly rows: Uint32Array }[] {
  const counts = new Uint32Array(cells);
  for (let i = 0; i < rows.length; i++) {
    const cell = cellOf(rows[i] as number);
    if (cell >= 0) (counts[cell] as number)++;
  }
  const lists = new Map<number, { rows: Uint32Array; filled: number }>();
  counts.forEach((count, cell) => {
    if (count > 0) lists.set(cell, { rows: new Uint32Array(count), filled: 0 });
  });
  for (let i = 0; i < rows.length; i++) {
    const list = lists.get(cellOf(rows[i] as number));
    if (list) list.rows[list.filled++] = rows[i] as number;
  }
  return [...lists].map(([cell, list]) => ({ cell, rows: list.rows }));
}

function spreadOf(columns: ClaimColumns, rows: Uint32Array, value: string): ClaimSpread {
  const { lows, highs, marks } = columns;
  const exact = BOUNDS.indexOf('exact');
  let [least, greatest, total] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  let [isExact, isSummed] = [true, true];
  for (const row of rows) {
    const [low, high] = [lows[row] as number, highs[row] as number];
    least = Math.min(least, low);
    greatest = Math.max(greatest, high);
    total += (low + high) / 2;
    if (low !== high || marks.bound[row] !== exact) isExact = false;
    if (!SUMMED.includes(FACT_KINDS[marks.kind[row] as number] as FactKind)) isSummed = false;
  }
  const middle = (rows.length - 1) >> 1;
  const [median = rows[0] as number] = selectWindow(rows, partsOfNumbers(lows, false), middle, middle + 1);
  const unit = commonUnit(columns, rows);
  const { factor } = columns.unitOf(unit);
  const inUnit = (base: number): number => Number((base / factor).toPrecision(DIGITS));
  return {
    value,
    unit: columns.dictionaries.unit.text(unit),
    facts: rows.length,
    least: inUnit(least),
    median: inUnit(lows[median] as number),
    greatest: inUnit(greatest),
    total: isSummed ? inUnit(total) : null,
    isExact,
  };
}

/** Number of the unit that most of them are printed in. */
function commonUnit(columns: ClaimColumns, rows: Uint32Array): number {
  const { codes, size } = columns.coded('unit');
  const counts = new Uint32Array(size);
  for (const row of rows) (counts[codes[row] as number] as number)++;
  return topCodes(counts, 1)[0] ?? 0;
}
