import type { Failure } from '@shared/contracts/results.ts';
import type { ReadFile } from '@shared/formats/read-file.ts';
import type { FactVerdict } from '@shared/journal/state.ts';
import type { Article } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention, NameType, OwnWord } from '@shared/model/name.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleKind, Page } from '@shared/model/page.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import type { Sheet } from '@shared/model/read-source.ts';
import type { Encoding, SourceHash, SourceRecord } from '@shared/model/source.ts';
import type { ClosedDoubt } from '@shared/pipeline/settle-doubts.ts';
import type { PackedClaims } from '@shared/search/claims/packed-claims.ts';
import type { PackedNames } from '@shared/search/names/packed-names.ts';

/** Number of the present form of the rows. Rows of any other number are dropped and derived again. */
export const LIBRARY_SCHEMA = 14;

/** Where a source comes from: the person's vault or the bundled pack. */
export type Origin = 'vault' | 'pack';

/** What a list of articles shows without reading them. */
export interface ArticleSummary {
  readonly id: string;
  readonly kind: ArticleKind;
  /** The headline, else the first words of the body. */
  readonly title: string;
  readonly hasTitle: boolean;
  readonly byline: readonly string[];
  /** Units of the body's reading text. */
  readonly length: number;
  readonly facts: number;
  /** Facts that the person confirmed, corrected or added. */
  readonly checked: number;
  readonly names: number;
  readonly quotes: number;
  readonly doubts: number;
}

/** A source with what was derived of its page as a whole. */
export interface SourceRow {
  readonly sha256: SourceHash;
  readonly origin: Origin;
  /** What the rows were derived with: the reader of the bytes, each stage, and the acts that bear on the source. */
  readonly stamp: string;
  /** The same but for the publication date that the person gives. */
  readonly undated: string;
  readonly record: SourceRecord;
  readonly sheets: readonly Sheet[];
  readonly furniture: Page['furniture'];
  readonly duplicates: Page['duplicates'];
  readonly imprint: Page['imprint'];
  /** Doubts that stand open. */
  readonly doubts: Page['doubts'];
  /** Doubts that the person settled. */
  readonly closedDoubts: readonly ClosedDoubt[];
  /** Ids of the acts whose cut no longer fits the page. */
  readonly unplacedCuts: readonly string[];
  /** Facts that the person said are none, each with the act that said so. */
  readonly takenAway: readonly { readonly act: string; readonly fact: Fact }[];
  /** Names that the person said are none at their place, each with the act that said so. */
  readonly rejectedNames: readonly { readonly act: string; readonly name: NameMention }[];
  /** What the person said of facts that are not found any more. */
  readonly unattachedVerdicts: readonly FactVerdict[];
  /** Ids of the acts that say something of names whose words are not found any more. */
  readonly unattachedNames: readonly string[];
  readonly articles: readonly ArticleSummary[];
}

/** The decoded text of a source, and its SHA-256 in UTF-8, which selectors name. */
export interface TextRow {
  readonly sha256: SourceHash;
  readonly text: string;
  readonly textHash: string;
  /** All else that its reader gave: with it a source is derived again without its bytes. */
  readonly read: Omit<ReadFile, 'text'>;
  /** The encoding that the person said the bytes are in; null where they said none. */
  readonly encodingGiven: Encoding | null;
  /** SHA-256 of the text's printed form: sources that share it print the same page. */
  readonly printHash: string;
}

/** Which of the person's own words a source prints, so that its text is read once for each state of their list. */
export interface PrintedWordsRow {
  readonly sha256: SourceHash;
  /** SHA-256 of the list that was looked for. */
  readonly list: string;
  readonly words: readonly OwnWord[];
}

/** One article with everything derived from it. */
export interface ArticleRow {
  readonly id: string;
  readonly source: SourceHash;
  /** Place on its page, from 0. */
  readonly order: number;
  readonly stamp: string;
  readonly article: Article;
  readonly facts: readonly Fact[];
  readonly names: readonly NameMention[];
  readonly quotes: readonly Quotation[];
}

/** A source that could not be read; it is not tried again in the same state unless the person asks for it. */
export interface UnreadRow {
  readonly sha256: SourceHash;
  readonly name: string;
  readonly origin: Origin;
  /** Bytes of the original. */
  readonly size: number;
  /** With what it was tried: every reader, each stage, and the acts that bear on the source. */
  readonly stamp: string;
  readonly reason: Failure;
}

/** A blob of the search index. */
export interface SegmentRow {
  readonly key: string;
  readonly blob: Uint8Array;
}

/** What answers can be narrowed and shown by without reading the article. */
export interface IndexedArticle {
  readonly id: string;
  /** The headline, else the first words of the body. */
  readonly title: string;
  readonly sourceName: string;
  readonly published: string | null;
  /** The newspaper, else the name of the file. */
  readonly source: string;
  readonly kind: ArticleKind;
  readonly places: readonly string[];
  /** Without quotation marks around them. */
  readonly programmes: readonly string[];
  /** Every name, as printed and in its fullest form. */
  readonly names: readonly string[];
  /** Who is quoted, as printed and in the fullest form of the names in it. */
  readonly speakers: readonly string[];
}

/** A name of a source and how its articles print it. */
export interface OfferedName {
  readonly type: NameType;
  /** The fullest form; a programme's without quotation marks around it. */
  readonly form: string;
  /** Forms that it is printed in beside that one. */
  readonly others: readonly string[];
  /** How many of the source's articles say it. */
  readonly articles: number;
}

/** A figure that says of what it is. */
export interface OfferedFigure {
  /** What is counted, and the figure as printed. */
  readonly text: string;
  readonly article: string;
  readonly spans: readonly SourceSpan[];
}

/** What of a source is offered as one types, beside its headlines. */
export interface OfferedRow {
  readonly sha256: SourceHash;
  readonly stamp: string;
  readonly names: readonly OfferedName[];
  readonly figures: readonly OfferedFigure[];
}

/** The facts of a source as columns, an article after another. */
export interface ClaimsRow {
  readonly sha256: SourceHash;
  readonly articles: readonly PackedClaims[];
}

/** The names of a source with what is said of them, an article after another. */
export interface NamedRow {
  readonly sha256: SourceHash;
  readonly articles: readonly PackedNames[];
}

/** Which state of a source the search index holds. */
export interface IndexedRow {
  readonly sha256: SourceHash;
  readonly stamp: string;
  readonly articles: readonly IndexedArticle[];
}
