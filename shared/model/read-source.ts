import type { SourceSpan } from './offset.ts';
import type { Encoding, LeftOut, PartialDate } from './source.ts';

/**
 * A part of a source text that is taken apart by itself: a page, a chapter. Sheets are in order, do not overlap,
 * and between them hold every non-blank unit of the text.
 */
export interface Sheet extends SourceSpan {
  readonly name?: string;
  /** The date that the file states for this part. */
  readonly publishedOn?: PartialDate;
  /** As it is counted for a reader, from 1. */
  readonly page?: number;
}

/**
 * Where a span of the source text stands in the file, in words of its format: `p. 3`, `chapter 2 / 一`,
 * `table 1, row 4`, an element's path. Places are in order of `start`; a place inside another follows it.
 */
export interface Place extends SourceSpan {
  readonly where: string;
}

/**
 * What a format knows of a span of its text; evidence for the stages, which decide. A hint whose words are not in
 * the text (a date in metadata) has an empty span at the start of its sheet and says them in `value`.
 */
export type Hint = SourceSpan &
  (
    | {
        /**
         * `title`: of the whole sheet. `paragraph`: these lines are one. `furniture`: stands around the story, as
         * boilerplate does. `cell` is a table's, `term` and `detail` are not told apart from list items.
         */
        readonly kind:
          | 'title'
          | 'paragraph'
          | 'caption'
          | 'furniture'
          | 'cell'
          | 'list-item'
          | 'footnote'
          | 'verse';
        readonly value?: string;
      }
    /** `level`: 1 for the highest, as h1 to h6. */
    | { readonly kind: 'heading'; readonly level: number; readonly value?: string }
    /** `value`: how the words over which it stands are to be read aloud, as ruby prints it beside them. */
    | { readonly kind: 'reading'; readonly value: string }
    /** `value`: one person's or desk's name. */
    | { readonly kind: 'byline' | 'newspaper'; readonly value: string }
    /** `basis`: where it stands, on the page as it is shown or in what the file says of itself. */
    | { readonly kind: 'date'; readonly basis: 'printed' | 'metadata'; readonly value: PartialDate }
  );

/** A file as its format's reader gives it; every offset counts in `text`. */
export interface ReadSource {
  /** Every visible character in document order; the same for ever for one version of the reader. */
  readonly text: string;
  /** One of those that the reader names in the table of formats. */
  readonly mediaType: string;
  /** Null for formats that do not leave it open. */
  readonly encoding: Encoding | null;
  readonly sheets: readonly Sheet[];
  readonly places: readonly Place[];
  readonly hints: readonly Hint[];
  /** What the file holds and its text does not, to be told to the person; nothing where all is there. */
  readonly leftOut?: readonly LeftOut[];
}
