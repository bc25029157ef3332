import { sourceHash } from '@shared/model/source.ts';
import type { ExportedSource } from '../exported-source.ts';
import { TABLES, type TableName } from '../tables.ts';
import type { CheckedSource, FigureReader, ReadPage } from './checked-source.ts';
import type { Claim } from './claim.ts';

type Cells = Readonly<Record<string, string>>;

/** Items that a page yields by itself; bookmarks are a person's. */
const DERIVED = ['facts', 'names', 'quotes', 'texts', 'doubts'] as const satisfies TableName[];

/** Columns that are a person's, or that another rule checks already. */
const NOT_COMPARED = new Set([
  'status',
  'confidence',
  'published',
  'published_basis',
  'source_name',
  'source_sha256',
  'text_sha256',
  'spans',
  'exact',
  'prefix',
  'suffix',
  'engine',
]);

/** A field that is said otherwise than the page is read. */
export interface Difference {
  readonly field: string;
  readonly said: string;
  readonly read: string;
}

/** Whether all of a row can be read anew: by the same stages, from the same text, with nothing done by hand. */
export const isComparable = ({ evidence }: Claim, { stages }: FigureReader): boolean =>
  evidence.engine === `${evidence.reader} ${stages}`;

/**
 * The first cell of an item that differs from the one that the same stages read from the same text: what a figure
 * counts, of whom and when, who speaks, under which headline. Null where all agree.
 */
export function compareRow(claim: Claim, source: CheckedSource, page: ReadPage): Difference | null {
  const { cells, table, columns } = claim;
  if (!DERIVED.some((derived) => derived === table)) return null;
  const read = rowsOf(page, source).get(keyOf(table, cells));
  if (read === undefined) {
    const field = KIND_COLUMNS[table] ?? 'table';
    return { field, said: cells[field] ?? '', read: '' };
  }
  for (const { name } of TABLES[table].columns) {
    if (NOT_COMPARED.has(name) || isGiven(name, cells) || !(columns?.includes(name) ?? true)) continue;
    const [said, again] = [cells[name] ?? '', read[name] ?? ''];
    if (!isSameCell(said, again)) return { field: name, said, read: again };
  }
  return null;
}

/** What a person gave of the page does not follow from it. */
const isGiven = (column: string, cells: Cells): boolean =>
  cells[`${column.replace(/_basis$/, '')}_basis`] === 'given';

/** Numbers are compared as numbers: a spreadsheet program may write 1E+08 for 100000000. Line ends may be others. */
export const isSameCell = (said: string, read: string): boolean =>
  said === read ||
  (said !== '' && read !== '' && Number(said) === Number(read)) ||
  said.replace(/\r\n?/g, '\n') === read.replace(/\r\n?/g, '\n');

/** The column that tells items in the same words apart. */
const KIND_COLUMNS: Readonly<Partial<Record<TableName, string>>> = {
  facts: 'kind',
  names: 'type',
  quotes: 'manner',
  texts: 'part',
  doubts: 'reason',
};

const keyOf = (table: TableName, cells: Cells): string =>
  `${table} ${cells.spans} ${cells[KIND_COLUMNS[table] ?? ''] ?? ''}`;

const known = new WeakMap<ReadPage, ReadonlyMap<string, Cells>>();

/** The rows that a page yields, by table, place and kind. */
function rowsOf(page: ReadPage, { text, textSha256, reader }: CheckedSource): ReadonlyMap<string, Cells> {
  const before = known.get(page);
  if (before) return before;
  const { extraction } = page;
  const source: ExportedSource = {
    extraction,
    anchored: { source: sourceHash(extraction.source.sha256), textHash: textSha256, text },
    reader,
    engine: '',
    description: {},
    bookmarks: [],
  };
  const rows = new Map<string, Cells>();
  for (const table of DERIVED) {
    const { columns } = TABLES[table];
    for (const row of TABLES[table].rows(source, {})) {
      const cells = Object.fromEntries(columns.map(({ name }, i) => [name, String(row[i] ?? '')]));
      rows.set(keyOf(table, cells), cells);
    }
  }
  known.set(page, rows);
  return rows;
}
