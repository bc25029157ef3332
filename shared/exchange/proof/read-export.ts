import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import { utf8toString } from '@exodus/bytes/utf8.js';
import { utf16toString } from '@exodus/bytes/utf16.js';
import type { ProvenDocument } from '@shared/contracts/extract-document.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { readCsv } from '../forms/read-csv.ts';
import { readMarkdown } from '../forms/read-markdown.ts';
import { readParquet } from '../forms/read-parquet.ts';
import { readXlsx } from '../forms/read-xlsx.ts';
import { type ReadClaim, readClaim } from './claim.ts';
import { type ReadAnnotation, readAnnotation, readDocument } from './read-documents.ts';

type Cells = Readonly<Record<string, string>>;

type Unread = 'export-damaged' | 'export-unknown' | 'export-too-large';

/** Bytes of the longest export of text: engines hold about 500 million units in one string. */
const MOST_TEXT_BYTES = 500_000_000;

/** The items of an export that carry proof, whichever form it has; told by its bytes, then by its name. */
export async function readExport(
  name: string,
  bytes: Uint8Array,
): Promise<Result<readonly ReadClaim[], Unread>> {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith('PK')) return readWorkbook(bytes);
  if (head === 'PAR1') {
    const rows = await readParquet(bytes);
    return rows.ok ? success(toClaims(rows.value, 'row', 1)) : rows;
  }
  if (bytes.length > MOST_TEXT_BYTES)
    return failure('export-too-large', { size: bytes.length, limit: MOST_TEXT_BYTES });
  const text = decodeExport(bytes);
  if (text === null) return failure('export-unknown');
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

/**
 * An export is UTF-8; a spreadsheet program may have saved it anew in UTF-16 or, in Chinese, in GB 18030. Null for
 * what is no text.
 */
function decodeExport(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  try {
    if (first === 0xff && second === 0xfe) return utf16toString(bytes.slice(2), 'uint8-le');
    if (first === 0xfe && second === 0xff) return utf16toString(bytes.slice(2), 'uint8-be');
    return utf8toString(bytes).replace(/^\ufeff/, '');
  } catch {
    return decodeLegacy(bytes);
  }
}

function decodeLegacy(bytes: Uint8Array): string | null {
  try {
    const text = createMultibyteDecoder('gb18030')(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** `first`: how the form counts its first row of items. */
const toClaims = (rows: readonly Cells[], word: string, first: number): ReadClaim[] =>
  isOfArticles(Object.keys(rows[0] ?? {}))
    ? []
    : rows.flatMap((cells, i) =>
        Object.values(cells).some((cell) => cell !== '') ? [readClaim(`${word} ${i + first}`, cells)] : [],
      );

/** Articles bring no proof; a table of items that lacks a column of it is broken, not passed over. */
const isOfArticles = (columns: readonly string[]): boolean =>
  ['subtitle', 'text', 'doubts'].every((column) => columns.includes(column));

function readWorkbook(bytes: Uint8Array): Result<readonly ReadClaim[], Unread> {
  const sheets = readXlsx(bytes);
  if (!sheets.ok) return sheets;
  return success(
    sheets.value.flatMap(({ name, rows: [names = [], ...rows] }) =>
      toClaims(
        rows.map((row) => Object.fromEntries(names.map((column, at) => [column, row[at] ?? '']))),
        `${name}, row`,
        2,
      ),
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
