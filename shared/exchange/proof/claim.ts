import { type Evidence, readSpans } from '../evidence.ts';
import type { TableName } from '../tables.ts';

/** One item of an export, as it was read: what it says, and the evidence that it brings. */
export interface Claim {
  /** Where it stands in the export: `row 12`, `line 40`. */
  readonly where: string;
  readonly table: TableName;
  /** The words as the export shows them, wraps joined. */
  readonly words: string;
  readonly evidence: Evidence;
  /** Cells by column, as text; empty where nothing is said. */
  readonly cells: Readonly<Record<string, string>>;
  /** The columns that its form has; absent: all of its table. */
  readonly columns?: readonly string[];
}

/** An item whose proof cannot be read. */
export interface BrokenClaim {
  readonly where: string;
  /** The column that is missing or wrong. */
  readonly field: string;
}

export type ReadClaim = Claim | BrokenClaim;

export const isBroken = (claim: ReadClaim): claim is BrokenClaim => 'field' in claim;

const HASH = /^[0-9a-f]{64}$/;

/** Which table a row belongs to, by the columns that only one of them has. */
function tableOf(cells: Readonly<Record<string, string>>): TableName | null {
  if (cells.table) return (cells.table in MARKS ? cells.table : null) as TableName | null;
  const names = Object.keys(MARKS) as (keyof typeof MARKS)[];
  return names.find((name) => MARKS[name].every((column) => column in cells)) ?? null;
}

const MARKS: Readonly<Record<Exclude<TableName, 'articles'>, readonly string[]>> = {
  facts: ['kind', 'bound', 'value'],
  names: ['type', 'canonical'],
  quotes: ['manner', 'speaker'],
  bookmarks: ['note', 'tags'],
  texts: ['part'],
  doubts: ['reason', 'probability'],
};

/** What a row claims; a cell that a form leaves out is empty. */
export function readClaim(where: string, cells: Readonly<Record<string, string>>): ReadClaim {
  if (cells.differing) return { where, field: cells.differing };
  const table = tableOf(cells);
  if (table === null) return { where, field: 'table' };
  const spans = readSpans(cells.spans ?? '');
  if (spans === null) return { where, field: 'spans' };
  for (const field of ['source_sha256', 'text_sha256'])
    if (!HASH.test(cells[field] ?? '')) return { where, field };
  if (!cells.exact) return { where, field: 'exact' };
  return {
    where,
    table,
    words: cells.shown ?? cells.words ?? '',
    cells,
    evidence: {
      sourceName: cells.source_name ?? '',
      sourceSha256: cells.source_sha256 ?? '',
      reader: cells.reader ?? '',
      textSha256: cells.text_sha256 ?? '',
      spans,
      exact: cells.exact,
      prefix: cells.prefix ?? '',
      suffix: cells.suffix ?? '',
      engine: cells.engine ?? '',
    },
  };
}
