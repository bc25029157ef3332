import type { Result } from '@shared/contracts/results.ts';
import type { CitationStyle } from '@shared/exchange/citation/format-citation.ts';
import type { ExportForm } from '@shared/exchange/export-forms.ts';
import type { Choice, Row, TableName } from '@shared/exchange/tables.ts';
import type { Bookmark } from '@shared/journal/state.ts';
import type { SourceDescription, SourceHash } from '@shared/model/source.ts';

/** A source that goes out, with what only the journal knows of it. */
export interface WantedSource {
  readonly source: SourceHash;
  readonly description: SourceDescription;
  readonly bookmarks: readonly Bookmark[];
}

export interface ExportRequest {
  readonly form: ExportForm;
  readonly what: readonly TableName[];
  readonly choice: Choice;
  readonly style: CitationStyle;
  readonly language: 'zh' | 'en';
  readonly sources: readonly WantedSource[];
  /** Of the file, without extension. */
  readonly name: string;
}

/** What an export would hold, as far as it was counted. */
export interface ExportPreview {
  readonly table: TableName;
  /** The first rows, by column; `columns` names them. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Rows so far, of each table that goes out. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
}

export interface WrittenExport {
  readonly name: string;
  readonly content: Blob;
  /** Sources that are not whole in the library just now and were left out. */
  readonly leftOut: readonly SourceHash[];
}

/** What the page asks of the worker for what goes out and comes in. */
export type ExchangeCalls = {
  /** Addresses are absolute. */
  readonly 'exchange.open': (surroundings: {
    readonly library: string;
    readonly knowledge: string;
  }) => Promise<Result<null>>;
  /** Counts what would go out. Null when a later request came before this one was done. */
  readonly 'export.preview': (request: ExportRequest) => Promise<ExportPreview | null>;
  /** One file; several tables of a form that has a file each come packed in one. */
  readonly 'export.write': (request: ExportRequest) => Promise<Result<WrittenExport>>;
};

export type ExchangeEvents = {
  /** The first rows, as soon as there are some, and the count as it grows. */
  readonly 'export.previewed': ExportPreview;
  /** Sources that are done, of how many. */
  readonly 'exchange.progress': { readonly done: number; readonly total: number };
};
