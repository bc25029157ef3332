import type { Choice } from '../choice.ts';
import { readSpans } from '../evidence.ts';
import { ANNOTATED } from '../export-forms.ts';
import type { ExportedSource } from '../exported-source.ts';
import { type Cell, TABLES, type TableName } from '../tables.ts';

/** The W3C's context, and what the model has no word for: a row is kept as JSON, or processors would drop it. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { '@version': 1.1, duidu: 'urn:duidu:', 'duidu:row': { '@type': '@json' } },
] as const;

/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as JSON-LD: a collection with one page. The
 * target is the source by its hash; its selectors are the hull's position and the quotation. What is said of
 * the words stands under `duidu:row`, by the columns of the tables.
 */
export async function* writeAnnotations(
  sources: AsyncIterable<ExportedSource> | Iterable<ExportedSource>,
  what: readonly TableName[],
  choice: Choice,
): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},"type":"AnnotationPage","items":[`;
  let first = true;
  for await (const source of sources)
    for (const name of ANNOTATED.filter((each) => what.includes(each)))
      for (const row of TABLES[name].rows(source, choice)) {
        const cells = Object.fromEntries(
          TABLES[name].columns.flatMap((column, i) => {
            const cell = row[i] ?? null;
            return cell === null ? [] : [[column.name, cell]];
          }),
        );
        yield `${first ? '\n' : ',\n'}${JSON.stringify(toAnnotation(name, cells))}`;
        first = false;
      }
  yield '\n]}\n';
}

type Cells = Readonly<Record<string, Exclude<Cell, null>>>;

function toAnnotation(table: TableName, cells: Cells): unknown {
  const spans = readSpans(String(cells.spans)) ?? [];
  const said = bodyOf(table, cells);
  const tags = String(cells.tags ?? '')
    .split(' ')
    .filter(Boolean)
    .map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
  return {
    id: `urn:duidu:${table}:${cells.id ?? `${cells.source_sha256}:${cells.spans}:${cells.type ?? ''}`}`,
    type: 'Annotation',
    motivation: table === 'bookmarks' ? 'bookmarking' : table === 'quotes' ? 'highlighting' : 'identifying',
    ...(cells.made_at ? { created: cells.made_at, modified: cells.changed_at } : {}),
    body: [
      ...(said === ''
        ? []
        : [
            {
              type: 'TextualBody',
              purpose: 'describing',
              format: FORMATS[table] ?? 'text/plain',
              value: said,
            },
          ]),
      ...tags,
    ],
    target: {
      source: `urn:sha256:${cells.source_sha256}`,
      selector: [
        {
          type: 'TextPositionSelector',
          start: Math.min(...spans.map(({ start }) => start)),
          end: Math.max(...spans.map(({ end }) => end)),
        },
        {
          type: 'TextQuoteSelector',
          exact: cells.exact,
          prefix: cells.prefix ?? '',
          suffix: cells.suffix ?? '',
        },
      ],
    },
    'duidu:row': Object.fromEntries(Object.entries(cells).filter(([column]) => !IN_TARGET.has(column))),
  };
}

/** Media types of what is said of the words, where it is no plain text. */
const FORMATS: Partial<Record<TableName, string>> = { bookmarks: 'text/markdown' };

/** Columns that the model's own words say already. */
const IN_TARGET = new Set(['source_sha256', 'exact', 'prefix', 'suffix']);

/** What is said of the words, in a line for readers that know nothing of the row. */
export function bodyOf(table: TableName, cells: Cells): string {
  if (table === 'bookmarks') return String(cells.note ?? '');
  if (table === 'names') return [cells.type, cells.canonical, cells.role].filter(Boolean).join(' · ');
  if (table === 'quotes') return String(cells.speaker ?? '');
  return [cells.subject, cells.measure, cells.value ?? cells.date, cells.unit, cells.when]
    .filter((cell) => cell !== undefined)
    .join(' · ');
}
