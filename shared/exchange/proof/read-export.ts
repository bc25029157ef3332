import { utf8toString } from '@exodus/bytes/utf8.js';
import type { ProvenDocument } from '@shared/contracts/extract-document.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { readCsv } from '../forms/read-csv.ts';
import { readMarkdown } from '../forms/read-markdown.ts';
import { readParquet } from '../forms/read-parquet.ts';
import { readXlsx } from '../forms/read-xlsx.ts';
import { type ReadClaim, readClaim } from './claim.ts';
import { type ReadAnnotation, readAnnotation, readDocument } from './read-documents.ts';

type Cells = Readonly<Record<string, string>>;

/** The items of an export that carry proof, whichever form it has; told by its bytes, then by its name. */
export async function readExport(
  name: string,
  bytes: Uint8Array,
): Promise<Result<readonly ReadClaim[], 'export-damaged' | 'export-unknown'>> {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith('PK')) return readWorkbook(bytes);
  if (head === 'PAR1') {
    const rows = await readParquet(bytes);
    return rows.ok ? success(toClaims(rows.value, 'row', 1)) : rows;
  }
  const text = utf8toString(bytes);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'md' || text.startsWith('---\n')) {
    const items = readMarkdown(text);
    if (!items.ok) return items;
    return success(items.value.map(({ line, cells }) => readClaim(`line ${line}`, cells)));
  }
  if (text.startsWith('{')) return readJson(text);
  if (extension === 'csv' || extension === 'tsv') {
    const rows = readCsv(text);
    return rows.ok ? success(toClaims(rows.value, 'row', 2)) : rows;
  }
  return failure('export-unknown');
}

/** `first`: how the form counts its first row of items. */
const toClaims = (rows: readonly Cells[], word: string, first: number): ReadClaim[] =>
  isOfArticles(Object.keys(rows[0] ?? {}))
    ? []
    : rows.map((cells, i) => readClaim(`${word} ${i + first}`, cells));

/** Articles bring no proof; a table of items that lacks a column of it is broken, not passed over. */
const isOfArticles = (columns: readonly string[]): boolean =>
  ['subtitle', 'text', 'doubts'].every((column) => columns.includes(column));

function readWorkbook(bytes: Uint8Array): Result<readonly ReadClaim[], 'export-damaged'> {
  const sheets = readXlsx(bytes);
  if (!sheets.ok) return sheets;
  return success(
    sheets.value.flatMap(({ name, rows: [names = [], ...rows] }) =>
      !isOfArticles(names)
        ? rows.map((row, i) =>
            readClaim(
              `${name}, row ${i + 2}`,
              Object.fromEntries(names.map((column, at) => [column, row[at] ?? ''])),
            ),
          )
        : [],
    ),
  );
}

/** Web Annotations are one document; documents of the contract stand one a line. */
function readJson(text: string): Result<readonly ReadClaim[], 'export-damaged'> {
  try {
    if (text.startsWith('{"@context"')) {
      const { items } = JSON.parse(text) as { items: readonly ReadAnnotation[] };
      return success(items.map((item, i) => readAnnotation(`annotation ${i + 1}`, item)));
    }
    return success(
      text
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line, i) => readDocument(JSON.parse(line) as ProvenDocument, i + 1)),
    );
  } catch {
    return failure('export-damaged');
  }
}
