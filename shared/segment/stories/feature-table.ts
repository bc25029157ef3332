/** What lies outside the page, in every column. */
export const OUTSIDE = -9;
/** Rows of the page's surroundings above its first line and below its last. */
export const MARGIN = 3;

/** Measures of the lines of a page: a row a line, a column a measure, with rows of `OUTSIDE` above and below. */
export class FeatureTable {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.values = new Float32Array((rows + 2 * MARGIN) * columns);
    this.values.fill(OUTSIDE, 0, MARGIN * columns);
    this.values.fill(OUTSIDE, (rows + MARGIN) * columns);
  }

  set(row: number, column: number, value: number): void {
    this.values[(row + MARGIN) * this.columns + column] = value;
  }

  get(row: number, column: number): number {
    return this.values[(row + MARGIN) * this.columns + column] as number;
  }
}

/** A measure of a line, or of the line so many below (`lag` above 0) or above it. */
export interface Feature {
  readonly name: string;
  readonly column: number;
  readonly lag: number;
}
