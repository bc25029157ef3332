import type { Fact, Phrase } from '@shared/model/fact.ts';
import type { NameMention } from '@shared/model/name.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import type { ArticleKind, Doubt, Imprint } from '@shared/model/page.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import type { Place, Sheet } from '@shared/model/read-source.ts';
import type { SourceRecord } from '@shared/model/source.ts';
import type { TableColumn } from '@shared/model/table.ts';

export const EXTRACT_SCHEMA = 'duidu/extract@1';

/** Start and end, end exclusive, in UTF-16 units of the decoded source. */
export type WireSpan = readonly [start: number, end: number];

type Spanned<Item> = Omit<Item, 'spans'> & { readonly spans?: readonly WireSpan[] };

export interface WireArticle {
  readonly id: string;
  readonly title: string;
  readonly titleSpans: readonly WireSpan[];
  readonly subtitle: string | null;
  readonly subtitleSpans: readonly WireSpan[];
  readonly byline: readonly string[];
  readonly bylineSpans: readonly WireSpan[];
  readonly kind: ArticleKind;
  /** Body in reading order: headings in, captions and furniture out. */
  readonly segments: readonly WireSpan[];
  readonly text: string;
  /** Offsets in `text`. */
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[];
  /** Offsets in `text`. */
  readonly headings: readonly { readonly start: number; readonly end: number }[];
  readonly captions: readonly WireSpan[];
}

/** A table that the page prints as prose; its cells are facts, named by id. */
export interface WireTable {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly {
    readonly label: Phrase<SourceOffset>;
    readonly cells: readonly (WireCell | null)[];
  }[];
}

export interface WireCell extends Phrase<SourceOffset> {
  readonly fact: string;
  readonly value: Fact['value'];
}

/** As `duidu export` writes it: with the words of its source and 32 units either side. */
interface Proven {
  readonly quote?: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}
export type ProvenFact = Spanned<Fact> & Proven;
export type ProvenQuotation = Spanned<Quotation> & Proven;

/** What `duidu extract` prints for one source; adding fields is free, changing one takes a new schema. */
export interface ExtractDocument {
  readonly schema: typeof EXTRACT_SCHEMA;
  readonly source: Omit<SourceRecord, 'publishedOn'> & {
    readonly publishedOn: {
      readonly value: string | null;
      readonly basis: SourceRecord['publishedOn']['basis'];
      readonly evidence: readonly WireSpan[];
    };
  };
  readonly imprint: Imprint;
  /** Absent where a source is one sheet without a name. */
  readonly sheets?: readonly Sheet[];
  /** Absent where its format knows of none. */
  readonly places?: readonly Place[];
  readonly articles: readonly WireArticle[];
  readonly furniture: readonly WireSpan[];
  readonly duplicates: readonly { readonly spans: readonly [WireSpan, WireSpan] }[];
  readonly doubts: readonly Doubt[];
  readonly facts: readonly ProvenFact[];
  readonly tables: readonly WireTable[];
  readonly names: readonly Spanned<NameMention>[];
  /** Direct speech. */
  readonly quotes: readonly ProvenQuotation[];
  /** Speech that is retold. */
  readonly indirectQuotes: readonly ProvenQuotation[];
}

/** A document with what proves its facts and quotations. */
export interface ProvenDocument extends ExtractDocument {
  /** The stages that derived it, as in the other forms of export. */
  readonly engine: string;
}
