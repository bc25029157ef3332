import { utf8fromString } from '@exodus/bytes/utf8.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { Choice } from './choice.ts';
import { toBibtex } from './citation/bibtex.ts';
import { type CitedArticle, citeArticle } from './citation/cited-article.ts';
import { toCsl } from './citation/csl.ts';
import type { CitationStyle } from './citation/format-citation.ts';
import { toRis } from './citation/ris.ts';
import { FORM_FACTS, type WrittenForm } from './export-forms.ts';
import { citedPage, type SourceToExport } from './exported-source.ts';
import { writeAnnotations } from './forms/annotations.ts';
import { writeCsv } from './forms/csv.ts';
import { writeDocuments } from './forms/documents.ts';
import { writeDocx } from './forms/docx.ts';
import { writeMarkdown } from './forms/markdown.ts';
import { writeBulk } from './forms/opensearch.ts';
import { writeParquet } from './forms/parquet.ts';
import type { Words } from './forms/words.ts';
import { writeXlsx } from './forms/xlsx.ts';
import { type Row, TABLES, type Table, type TableName } from './tables.ts';

/** What goes out and how. */
export interface ExportOrder {
  readonly form: WrittenForm;
  /** In the order in which they are written. */
  readonly what: readonly TableName[];
  readonly choice: Choice;
  readonly style: CitationStyle;
  readonly words: Words;
}

/** Walks the sources anew at each call, in an order that does not change: forms with several files walk it again. */
export type Sources = () => AsyncIterable<SourceToExport> | Iterable<SourceToExport>;

export interface ExportedFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * The files of an export, each written piece by piece. CSV and Parquet have a file a table, the other forms one.
 * @param name without extension.
 */
export function writeExport(
  name: string,
  order: ExportOrder,
  sources: Sources,
): Result<readonly ExportedFile[], 'export-form-unfit'> {
  const { form, what, choice } = order;
  const { extension, tables } = FORM_FACTS[form];
  const unfit = what.find((table) => !tables.includes(table));
  if (unfit !== undefined || what.length === 0)
    return failure('export-form-unfit', { form, what: unfit ?? '', fits: tables.join(', ') });
  const one = (content: AsyncIterable<Uint8Array>): Result<readonly ExportedFile[]> & { ok: true } =>
    success([{ name: `${name}.${extension}`, content }]);
  switch (form) {
    case 'csv':
    case 'parquet':
      return success(
        what.map((each) => ({
          name: what.length === 1 ? `${name}.${extension}` : `${name}-${each}.${extension}`,
          content:
            form === 'csv'
              ? encode(writeCsv(TABLES[each], rowsOf(TABLES[each], sources, choice)))
              : writeParquet(TABLES[each].columns, rowsOf(TABLES[each], sources, choice)),
        })),
      );
    case 'xlsx':
      return one(
        writeXlsx(
          what.map((each) => ({
            name: each,
            columns: TABLES[each].columns,
            rows: rowsOf(TABLES[each], sources, choice),
          })),
        ),
      );
    case 'md':
      return one(encode(writeMarkdown(sources(), order)));
    case 'docx':
      return one(writeDocx(sources(), order));
    case 'jsonld':
      return one(encode(writeAnnotations(sources(), what, choice)));
    case 'ndjson':
      return one(encode(writeDocuments(sources(), choice)));
    case 'opensearch':
      return one(encode(writeBulk(sources(), what, choice)));
    case 'csl':
      return one(encode(writeCslItems(sources, choice)));
    case 'bibtex':
      return one(encode(writeEntries(sources, choice, toBibtex)));
    case 'ris':
      return one(encode(writeEntries(sources, choice, toRis)));
  }
}

async function* encode(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of text) yield utf8fromString(piece);
}

async function* rowsOf(table: Table, sources: Sources, choice: Choice): AsyncGenerator<Row> {
  for await (const source of sources()) yield* table.rows(source, choice);
}

async function* citedOf(sources: Sources, { articles }: Choice): AsyncGenerator<CitedArticle> {
  for await (const source of sources())
    for (const article of source.extraction.articles)
      if (articles?.has(article.id) ?? article.kind !== 'filler')
        yield citeArticle(article, citedPage(source));
}

async function* writeEntries(
  sources: Sources,
  choice: Choice,
  write: (cited: CitedArticle) => string,
): AsyncGenerator<string> {
  for await (const cited of citedOf(sources, choice)) yield `${write(cited)}\n`;
}

async function* writeCslItems(sources: Sources, choice: Choice): AsyncGenerator<string> {
  let before = '[\n';
  for await (const cited of citedOf(sources, choice)) {
    yield before + JSON.stringify(toCsl(cited));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
