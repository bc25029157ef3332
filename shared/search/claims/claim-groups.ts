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
  /** What they add up to; null where adding says nothing: shares, rates, prices, ages, places in a row, temperatures. */
  readonly total: number | null;
  /** All are printed without a bound and as one number, so that the total is one too. */
  readonly isExact: boolean;
}

const SUMMED: readonly FactKind[] = ['quantity', 'measurement', 'money'];
/** 1 for each kind that can be added up. */
const IS_SUMMED = Uint8Array.from(FACT_KINDS, (kind) => Number(SUMMED.includes(kind)));
/** What is so much at a place or a moment, whatever there is more of it: intensive quantities, and what only compares. */
const NEVER_SUMMED: readonly string[] = [
  'angle',
  'basis-points',
  'concentration',
  'data-rate',
  'degree',
  'flow',
  'frequency',
  'index',
  'interest',
  'level',
  'light',
  'multiple',
  'points',
  'pressure',
  'rotation',
  'speed',
  'temperature',
  'voltage',
];
/** A dimension is named with its unit where units of it do not convert, and with what it is counted by. */
const isSummable = (dimension: string): boolean =>
  !dimension.includes('/') && !NEVER_SUMMED.includes(dimension.split(':')[0] as string);
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
  const { unitPlaces, dimensions } = dimensionsOf(columns);
  const { codes: units } = columns.coded('unit');
  const { lows } = columns;
  // The value of each row, then its cell: of a value among the most frequent ones and of what is measured; −1 for none.
  const cells = new Int32Array(rows.length);
  const counts = new Uint32Array(size);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const isCounted = (unitPlaces[units[row] as number] as number) >= 0 && !Number.isNaN(lows[row]);
    const code = isCounted ? (codes[through ? (through[row] as number) : row] as number) : -1;
    cells[i] = code;
    if (isCounted) (counts[code] as number)++;
  }
  const chosen = topCodes(counts, most);
  const places = new Int32Array(size).fill(-1);
  chosen.forEach((code, place) => {
    places[code] = place;
  });
  for (let i = 0; i < rows.length; i++) {
    const code = cells[i] as number;
    const place = code < 0 ? -1 : (places[code] as number);
    cells[i] =
      place < 0 ? -1 : place * dimensions + (unitPlaces[units[rows[i] as number] as number] as number);
  }
  return rowsByCell(rows, cells, chosen.length * dimensions)
    .map(({ cell, rows: some }) => {
      const place = Math.floor(cell / dimensions);
      return { place, spread: spreadOf(columns, some, text(chosen[place] as number)) };
    })
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

/** The rows of each cell that has any, in their order. */
function rowsByCell(
  rows: Uint32Array,
  cells: Int32Array,
  count: number,
): { readonly cell: number; readonly rows: Uint32Array }[] {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number;
    if (cell >= 0) (starts[cell + 1] as number)++;
  }
  for (let cell = 0; cell < count; cell++) starts[cell + 1]! += starts[cell] as number;
  const next = starts.slice();
  const sorted = new Uint32Array(starts[count] as number);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as number;
    if (cell < 0) continue;
    const at = next[cell] as number;
    sorted[at] = rows[i] as number;
    next[cell] = at + 1;
  }
  const found: { readonly cell: number; readonly rows: Uint32Array }[] = [];
  for (let cell = 0; cell < count; cell++) {
    const [start, end] = [starts[cell] as number, starts[cell + 1] as number];
    if (start < end) found.push({ cell, rows: sorted.subarray(start, end) });
  }
  return found;
}

function spreadOf(columns: ClaimColumns, rows: Uint32Array, value: string): ClaimSpread {
  const { lows, highs, marks } = columns;
  const exact = BOUNDS.indexOf('exact');
  let [least, greatest, total] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  const unit = commonUnit(columns, rows);
  const { dimension, factor } = columns.unitOf(unit);
  let [isExact, isSummed] = [true, isSummable(dimension)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const low = lows[row] as number;
    const high = highs[row] as number;
    least = Math.min(least, low);
    greatest = Math.max(greatest, high);
    total += (low + high) / 2;
    if (low !== high || marks.bound[row] !== exact) isExact = false;
    if (IS_SUMMED[marks.kind[row] as number] === 0) isSummed = false;
  }
  const middle = (rows.length - 1) >> 1;
  const [median = rows[0] as number] = selectWindow(rows, partsOfNumbers(lows, false), middle, middle + 1);
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
  for (let i = 0; i < rows.length; i++) (counts[codes[rows[i] as number] as number] as number)++;
  return topCodes(counts, 1)[0] ?? 0;
}
