import type { Extraction } from '@shared/model/extraction.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { Encoding } from '@shared/model/source.ts';

/** A figure as it is read anew from the words of a source. */
export interface ReadFigure {
  readonly spans: readonly SourceSpan[];
  readonly kind: string;
  readonly value: number | string | null;
  readonly valueMax?: number;
  readonly unit: string | null;
  readonly bound: string;
  readonly per?: string;
  readonly multiplier?: number;
}

/** A file that an export is checked against. */
export interface CheckedSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly textSha256: string;
  readonly reader: string;
  readonly text: string;
  /** In which it was read although another was detected. */
  readonly encoding?: Encoding;
}

/** What the pipeline reads in a source. */
export interface ReadPage {
  readonly figures: readonly ReadFigure[];
  readonly published: { readonly value: string | null; readonly basis: string };
  readonly extraction: Extraction;
}

/** Reads sources and words anew; a host answers from one run a source and date. */
export interface FigureReader {
  /** The stages that read, as exports name them behind the reader. */
  readonly stages: string;
  /** The same bytes in the encoding that gives the text of that hash; null where none does. */
  readOtherwise(source: CheckedSource, textSha256: string): Promise<CheckedSource | null>;
  /** @param given the publication date that a person gave; null where the page is read by itself, or cannot be. */
  readPage(source: CheckedSource, given: string | null): Promise<ReadPage | null>;
  /** Figures of words alone, spans counting in `text`. */
  readWords(text: string, published: string | null): readonly ReadFigure[];
}
