import type { Failure } from '@shared/contracts/results.ts';
import type { ArchiveOrigin } from '@shared/model/source.ts';
import { citedPage, type ExportedSource } from '../exported-source.ts';
import { type Column, type Row, TABLES } from '../tables.ts';

/** Tables that every source is taken apart into; `sources` has one row, and is written last. */
export const OUTPUT_TABLES = ['articles', 'facts', 'names', 'quotes', 'doubts', 'sources'] as const;

export type OutputTable = (typeof OUTPUT_TABLES)[number];

/** Raised when the same source, read by the same stages, may give other rows or other bytes of them. */
export const OUTPUT_VERSION = 1;

const SOURCE_COLUMNS: readonly Column[] = [
  { name: 'source_name', type: 'text' },
  { name: 'source_sha256', type: 'text' },
  { name: 'archive_sha256', type: 'text' },
  { name: 'archive_path', type: 'text' },
  { name: 'bytes', type: 'number' },
  { name: 'error', type: 'text' },
  { name: 'error_detail', type: 'text' },
  { name: 'media_type', type: 'text' },
  { name: 'encoding', type: 'text' },
  { name: 'reader', type: 'text' },
  { name: 'text_sha256', type: 'text' },
  { name: 'length', type: 'number' },
  { name: 'published', type: 'date' },
  { name: 'published_basis', type: 'text' },
  { name: 'newspaper', type: 'text' },
  { name: 'edition', type: 'text' },
  { name: 'articles', type: 'number' },
  { name: 'facts', type: 'number' },
  { name: 'names', type: 'number' },
  { name: 'quotes', type: 'number' },
  { name: 'doubts', type: 'number' },
  { name: 'left_out', type: 'text' },
  { name: 'engine', type: 'text' },
];

/** Columns of a table, in their order; only ever added to, at the end of a table. */
export const columnsOf = (table: OutputTable): readonly Column[] =>
  table === 'sources' ? SOURCE_COLUMNS : TABLES[table].columns;

/** A file as it was found. */
export interface FoundFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly origin?: ArchiveOrigin;
}

/**
 * Rows of a table of one source. They follow from its bytes alone: the same file under two names gives them once, so
 * that `source_name` is empty but in `sources`, which has a row for each name.
 */
export function* outputRows(table: Exclude<OutputTable, 'sources'>, source: ExportedSource): Generator<Row> {
  const name = columnsOf(table).findIndex((column) => column.name === 'source_name');
  for (const row of TABLES[table].rows(source, {})) yield row.map((cell, i) => (i === name ? null : cell));
}

/** The row of a file that was read. */
export function sourceRow(file: FoundFile, source: ExportedSource): Row {
  const { extraction, anchored, reader, engine } = source;
  const { imprint, publishedOn } = citedPage(source);
  const { mediaType, encoding, leftOut = [] } = extraction.source;
  return [
    ...foundCells(file),
    ...[null, null],
    ...[mediaType, encoding, reader, anchored.textHash, anchored.text.length],
    ...[publishedOn.value, publishedOn.basis],
    ...[imprint.newspaper?.text ?? null, imprint.edition?.text ?? null],
    ...[extraction.articles, extraction.facts, extraction.names, extraction.quotes].map((all) => all.length),
    extraction.doubts.length,
    leftOut.map(({ what, count }) => `${what}:${count}`).join(' ') || null,
    engine,
  ];
}

/** The row of a file that could not be read, which says why. */
export const unreadRow = (file: FoundFile, { reason, detail }: Failure, engine: string): Row => {
  const told = [...foundCells(file), reason, detail ? JSON.stringify(detail) : null];
  return [...told, ...SOURCE_COLUMNS.slice(told.length, -1).map(() => null), engine];
};

const foundCells = ({ name, sha256, bytes, origin }: FoundFile): Row => [
  name,
  sha256,
  origin?.[0] ?? null,
  origin?.[1] ?? null,
  bytes,
];
