/** What a piece of print is. A lead is a dateline with the names in it; a mark a sign set before a line. */
export type PieceRole =
  | 'title'
  | 'kicker'
  | 'second'
  | 'byline'
  | 'lead'
  | 'heading'
  | 'paragraph'
  | 'caption'
  | 'mark'
  | 'rubric'
  | 'furniture';

/** Text of one role; pieces of one block share its lines. */
export interface Piece {
  readonly role: PieceRole;
  readonly text: string;
  /** Place of the paragraph or heading in its item's reading order. */
  readonly k?: number;
  /** Where in the paragraph the piece begins, when it was cut. */
  readonly from?: number;
  /** The second print of something printed twice. */
  readonly copy?: boolean;
}

/** What is set as one run of lines. */
export interface Block {
  /** Index of the item; −1 for what belongs to the page. */
  readonly item: number;
  readonly role: PieceRole;
  readonly pieces: readonly Piece[];
  /** Whether its lines are broken by the page's measure. */
  readonly wraps: boolean;
  readonly indent: string;
  /** Blank lines above it, where the page's own habit does not say. */
  readonly blanksAbove?: number;
  /** Whether it goes on with a paragraph that began in another block. */
  readonly continues?: boolean;
}

export type ItemKind = 'article' | 'brief' | 'photo' | 'notice';

/** An article of a page as its writer meant it. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly kicker: string | null;
  readonly second: string | null;
  readonly byline: readonly string[];
  /** Paragraphs and headings in reading order; a photograph has none. */
  readonly parts: readonly { readonly role: 'paragraph' | 'heading'; readonly text: string }[];
}

/** What a page's folio says where it is printed. */
export interface PrintedImprint {
  readonly newspaper?: string;
  /** ISO day. */
  readonly date?: string;
  readonly edition?: string;
}

type Spans = readonly (readonly [number, number])[];

/** One article of the answer; spans are UTF-16 units of the page's text. */
export interface TrueArticle {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly plain: string;
  readonly kicker: string | null;
  readonly second: string | null;
  readonly untitled: boolean;
  readonly byline: readonly string[];
  readonly lead: string;
  readonly paragraphs: readonly { readonly k: number; readonly text: string; readonly spans: Spans }[];
  readonly headings: readonly { readonly k: number; readonly text: string; readonly spans: Spans }[];
  readonly titleSpans: Spans;
  readonly kickerSpans: Spans;
  readonly secondSpans: Spans;
  readonly bylineSpans: Spans;
  readonly leadSpans: Spans;
  readonly captions: Spans;
  readonly markSpans: Spans;
}

/** The answer to a page: what every span of its ink is. */
export interface TruePage {
  /** The layout that the page was set in. */
  readonly style: string;
  readonly faults: readonly string[];
  readonly articles: readonly TrueArticle[];
  readonly furniture: Spans;
  readonly rubrics: Spans;
  readonly duplicates: Spans;
  readonly imprint: PrintedImprint;
}

export interface MadePage {
  readonly text: string;
  readonly truth: TruePage;
}
