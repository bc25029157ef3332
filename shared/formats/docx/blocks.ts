import type { LeftOut } from '@shared/model/source.ts';

/** A paragraph as a document stores it, before it is written out. */
export interface Paragraph {
  readonly type: 'paragraph';
  /** What is seen of it; a break inside is a line feed. */
  readonly text: string;
  /** Readings of ruby over spans of `text`. */
  readonly readings: readonly { readonly start: number; readonly end: number; readonly value: string }[];
  /** Id of its style, as `styles.xml` has it. */
  readonly style: string | null;
  /** Level of outline that it is given itself, from 0. */
  readonly outline: number | null;
  /** Its list, where it says one itself; id `0` takes it out of its style's. */
  readonly list: ListPlace | null;
  /** What floats beside it: text boxes, charts, diagrams. */
  readonly boxes: readonly (readonly Block[])[];
  /** Relationships of parts that it shows: charts and diagrams. */
  readonly shown: readonly string[];
  /** Its end was deleted while changes were tracked: it goes on in the next. */
  readonly joinsNext: boolean;
}

/** A paragraph of words alone. */
export const plainParagraph = (text: string): Paragraph => ({
  type: 'paragraph',
  text,
  readings: [],
  style: null,
  outline: null,
  list: null,
  boxes: [],
  shown: [],
  joinsNext: false,
});

export interface ListPlace {
  readonly id: string;
  /** From 0; null where the style says it. */
  readonly level: number | null;
}

export interface Table {
  readonly type: 'table';
  readonly rows: readonly (readonly (readonly Block[])[])[];
}

export type Block = Paragraph | Table;

/** What a document holds that its text does not. */
export type Counts = Record<Exclude<LeftOut['what'], 'chapters'>, number>;

/** One part of a document: its body, a header, the notes. */
export interface Story {
  readonly blocks: readonly Block[];
  /** Blocks of each note, by its id, in order; of a body none. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Relationships of headers and footers that its sections name, in order. */
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  /** Ids of the notes that it refers to, in order. */
  readonly footnotes: readonly string[];
  readonly endnotes: readonly string[];
}
