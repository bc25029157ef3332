import type { SourceSpan } from '@shared/model/offset.ts';

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
  readonly sha256: string;
  readonly textSha256: string;
  readonly reader: string;
  readonly text: string;
}

/**
 * Reads figures of a source anew, with the publication date that the export gives where a person gave it.
 * `at` finds those of the whole page; a host answers from one run a source and date.
 */
export interface FigureReader {
  /** Figures that the pipeline reads in the source. */
  readPage(source: CheckedSource, given: string | null): Promise<readonly ReadFigure[]>;
  /** Figures of words alone, spans counting in `text`. */
  readWords(text: string, published: string | null): readonly ReadFigure[];
}
