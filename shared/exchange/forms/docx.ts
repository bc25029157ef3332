import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Choice } from '../choice.ts';
import { type CitationStyle, formatCitation } from '../citation/format-citation.ts';
import { sayBases } from '../citation/said-bases.ts';
import type { ExportedSource } from '../exported-source.ts';
import { citedArticles, type Row, TABLES, type TableName } from '../tables.ts';
import { isTacit, sayCell } from './coded-columns.ts';
import type { Words } from './words.ts';
import { NOT_XML } from './xml-text.ts';

export interface ReportOptions {
  readonly what: readonly TableName[];
  readonly choice: Choice;
  readonly style: CitationStyle;
  readonly words: Words;
}

/** The earliest time that a ZIP can tell, in a document's own properties too: one state, one sequence of bytes. */
const FIXED_TIME = new Date(1980, 0, 1);
const FIXED_STAMP = '1980-01-01T00:00:00Z';

/**
 * A report as a Word document: a heading an article, its items as quotations with their values, each with a
 * footnote that cites the article and tells where the words stand; the sources in a list at the end. It is built
 * whole in memory, as Word's format asks: the sets that people report on are small.
 */
export async function* writeDocx(
  sources: AsyncIterable<ExportedSource> | Iterable<ExportedSource>,
  options: ReportOptions,
): AsyncGenerator<Uint8Array> {
  const { words } = options;
  const body: Paragraph[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(words('export.documentTitle')) }),
  ];
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const list: Paragraph[] = [];
  let [number, note] = [0, 0];
  for await (const source of sources) {
    const cited = citedArticles(source);
    for (const [id, items] of itemsByArticle(source, options)) {
      const article = cited.get(id);
      number++;
      body.push(
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: runs(article?.title ?? words('export.noHeadline')),
        }),
      );
      for (const item of items) {
        note++;
        const citation = article ? formatCitation(article, options.style, 'footnote', number) : '';
        footnotes[note] = {
          children: [new Paragraph({ children: runs(`${citation} ${item.place}`.trim()) })],
        };
        body.push(
          new Paragraph({
            style: 'IntenseQuote',
            children: [...runs(item.words), new FootnoteReferenceRun(note)],
          }),
          ...item.said.map((line) => new Paragraph({ bullet: { level: 0 }, children: runs(line) })),
        );
      }
      if (article)
        list.push(
          new Paragraph({
            children: runs(
              `[${number}] ${formatCitation(article, options.style, 'entry', number)}${sayBases(article, words)}`,
            ),
          }),
        );
    }
  }
  const document = new Document({
    creator: 'Duidu',
    title: words('export.documentTitle'),
    footnotes,
    sections: [
      {
        children: [
          ...body,
          ...(list.length > 0
            ? [
                new Paragraph({
                  heading: HeadingLevel.HEADING_1,
                  children: runs(words('export.sources')),
                }),
                ...list,
              ]
            : []),
        ],
      },
    ],
  });
  yield settleBytes(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/** Text as runs; line ends inside it are kept as breaks. */
const runs = (text: string): ParagraphChild[] =>
  text
    .replace(NOT_XML, '')
    .split(/\r\n?|\n/)
    .map((line, i) => new TextRun(i === 0 ? { text: line } : { text: line, break: 1 }));

interface ReportItem {
  readonly words: string;
  readonly said: readonly string[];
  readonly place: string;
}

/** Columns that a report tells below the words. */
const TOLD = [
  'measure',
  'subject',
  'value',
  'value_max',
  'date',
  'unit',
  'bound',
  'when',
  'speaker',
  'note',
  'tags',
  'status',
];

function itemsByArticle(
  source: ExportedSource,
  { what, choice, words }: ReportOptions,
): Map<string, ReportItem[]> {
  const byArticle = new Map<string, ReportItem[]>();
  for (const name of what) {
    const { columns } = TABLES[name];
    for (const row of TABLES[name].rows(source, choice)) {
      const of = cellOf(columns, row);
      const id = of('article');
      const items = byArticle.get(id) ?? [];
      byArticle.set(id, items);
      items.push({
        words: of('words') || of('text'),
        said: TOLD.flatMap((column) =>
          of(column) === '' || isTacit(column, of(column))
            ? []
            : [
                `${words(`export.column.${column}`)}${words('export.colon')}${sayCell(column, of(column), words)}`,
              ],
        ),
        place: of('spans') && words('export.place', { spans: of('spans'), hash: of('source_sha256') }),
      });
    }
  }
  return byArticle;
}

const cellOf =
  (columns: readonly { readonly name: string }[], row: Row) =>
  (column: string): string =>
    String(row[columns.findIndex(({ name }) => name === column)] ?? '');

/** The same archive with fixed times, so that one state gives one sequence of bytes. */
function settleBytes(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const core = files['docProps/core.xml'];
  if (core)
    files['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        (_, open: string) => open + FIXED_STAMP,
      ),
    );
  return zipSync(files, { mtime: FIXED_TIME, level: 6 });
}
