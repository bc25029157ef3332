import type { Phrase } from './fact.ts';
import type { Span } from './offset.ts';

/** Where a figure stands in a table that the page prints as prose: 甲村120户、乙村98户、丙村45户. */
export interface Cell<Offset extends number> {
  /** From the first row's label to the last row's last figure. */
  readonly table: Span<Offset>;
  /** The words that name the row. */
  readonly row: Phrase<Offset>;
  /** From 0. */
  readonly column: number;
  /** The column as the page calls it, null where it names none. */
  readonly heading: string | null;
}

/** A table of figures; every cell is a fact of the page. */
export interface Table<Offset extends number, Fact> extends Span<Offset> {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly { readonly label: Phrase<Offset>; readonly cells: readonly (Fact | null)[] }[];
}

export interface TableColumn {
  /** As the page calls it, else what its figures count, null where neither is one for all rows. */
  readonly name: string | null;
  /** Null where the rows differ. */
  readonly unit: string | null;
}
