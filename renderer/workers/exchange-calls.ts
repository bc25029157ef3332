import type { PickedFile } from '@shared/contracts/host.ts';
import type { Failure, Result } from '@shared/contracts/results.ts';
import type { LooseAnnotation } from '@shared/exchange/annotations/place-annotations.ts';
import type { SideBySide } from '@shared/exchange/carry/side-by-side.ts';
import type { MergeReport } from '@shared/exchange/carry/take-library.ts';
import type { Choice } from '@shared/exchange/choice.ts';
import type { CitationStyle } from '@shared/exchange/citation/format-citation.ts';
import type { ExportForm } from '@shared/exchange/export-forms.ts';
import type { CheckedItem, SourceNotice } from '@shared/exchange/proof/verify.ts';
import type { Row, TableName } from '@shared/exchange/tables.ts';
import type { Act, Deed } from '@shared/journal/act.ts';
import type { Bookmark, ContinuedStory, FactVerdict, MadeCut, MarkedName } from '@shared/journal/state.ts';
import type { OwnWord } from '@shared/model/name.ts';
import type { SourceDescription, SourceHash } from '@shared/model/source.ts';

/** A source that goes out, with what only the journal knows of it. */
export interface WantedSource {
  readonly source: SourceHash;
  /** As the file was called. */
  readonly name: string;
  readonly description: SourceDescription;
  readonly bookmarks: readonly Bookmark[];
  readonly continued: readonly ContinuedStory[];
  readonly cuts: readonly MadeCut[];
  readonly verdicts: readonly FactVerdict[];
  readonly names: readonly MarkedName[];
  readonly words: readonly OwnWord[];
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

/** An export that was read, and the hashes of the sources that it names. */
export interface OpenedExport {
  readonly name: string;
  readonly sources: readonly string[];
}

/** What was found of an export. */
export type VerifiedExport = {
  readonly name: string;
  /** Files that were given as sources and cannot be read. */
  readonly unread: readonly { readonly name: string; readonly failure: Failure }[];
} & (
  | { readonly failure: Failure }
  | {
      readonly failure: null;
      readonly items: number;
      readonly holds: number;
      /** Of all items, those whose value a person set. */
      readonly said: number;
      readonly notices: readonly SourceNotice[];
      /** The first that do not hold; `more` are not listed. */
      readonly fallen: readonly CheckedItem[];
      readonly more: number;
    }
);

/** The library of this page, as far as taking another needs it. */
export interface LibraryHere {
  readonly acts: readonly Act[];
  readonly held: ReadonlySet<string>;
  readonly hasSettings: boolean;
}

/** What a first look at a library file shows. */
export interface LookedAt {
  readonly report: MergeReport;
  /** Names of the sources that it knows. */
  readonly sources: readonly { readonly source: SourceHash; readonly name: string }[];
  /** What its owner and this page's say of the same figures. */
  readonly beside: SideBySide;
}

export interface BroughtAnnotations {
  /** Bookmarks for those that have a place. */
  readonly deeds: readonly Extract<Deed, { type: 'bookmark.add' }>[];
  /** Annotations that the library has already. */
  readonly known: number;
  readonly loose: readonly {
    readonly words: string;
    readonly note: string;
    readonly why: LooseAnnotation['why'];
  }[];
  /** Notes of annotations that name no words. */
  readonly wordless: readonly string[];
}

/** What the worker asks of the page, over a port that comes with the call. */
export type PageLibraryCalls = {
  readonly 'page.readOriginal': (sha256: string) => Promise<Result<Uint8Array>>;
  readonly 'page.keepOriginal': (bytes: Uint8Array) => Promise<Result<unknown>>;
  readonly 'page.eraseOriginal': (sha256: string) => Promise<Result<unknown>>;
  readonly 'page.append': (acts: readonly Act[]) => Promise<Result<unknown>>;
};

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
  readonly 'export.write': (request: ExportRequest, page: MessagePort) => Promise<Result<WrittenExport>>;
  /** Reads exports; they are kept until others are opened. */
  readonly 'verify.open': (files: readonly PickedFile[]) => Promise<readonly OpenedExport[]>;
  /** Holds the opened exports against these sources. */
  readonly 'verify.check': (sources: readonly PickedFile[]) => Promise<Result<readonly VerifiedExport[]>>;
  readonly 'carry.look': (file: Blob, here: LibraryHere) => Promise<Result<LookedAt>>;
  readonly 'carry.take': (file: Blob, here: LibraryHere, page: MessagePort) => Promise<Result<MergeReport>>;
  readonly 'carry.write': (
    library: {
      readonly acts: readonly Act[];
      readonly settings: unknown;
      readonly sources: readonly SourceHash[];
    },
    page: MessagePort,
  ) => Promise<Result<{ readonly content: Blob; readonly leftBehind: readonly string[] }>>;
  readonly 'annotations.place': (
    text: string,
    known: ReadonlySet<string>,
  ) => Promise<Result<BroughtAnnotations>>;
};

export type ExchangeEvents = {
  /** The first rows, as soon as there are some, and the count as it grows. */
  readonly 'export.previewed': ExportPreview;
  /** Sources that are done, of how many. */
  readonly 'exchange.progress': { readonly done: number; readonly total: number };
};
