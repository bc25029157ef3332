import type { Phrase } from './fact.ts';
import type { Span } from './offset.ts';

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
