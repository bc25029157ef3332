import type { Choice } from '../choice.ts';
import type { ExportedSource } from '../exported-source.ts';
import { TABLES, type TableName } from '../tables.ts';

/**
 * Rows as OpenSearch and Elasticsearch take them in bulk: two lines a row, the action with index and id, then the
 * row by its columns' names, without those that are empty. An id is the same at every export, so that a second one
 * replaces the first.
 */
export async function* writeBulk(
  sources: AsyncIterable<ExportedSource> | Iterable<ExportedSource>,
  what: readonly TableName[],
  choice: Choice,
): AsyncGenerator<string> {
  for await (const source of sources) {
    let chunk = '';
    for (const name of what) {
      const { columns, rows } = TABLES[name];
      for (const row of rows(source, choice)) {
        const cells = Object.fromEntries(
          columns.flatMap((column, i) =>
            row[i] === null || row[i] === undefined ? [] : [[column.name, row[i]]],
          ),
        );
        const action = { index: { _index: `duidu-${name}`, _id: idOf(name, cells) } };
        chunk += `${JSON.stringify(action)}\n${JSON.stringify(cells)}\n`;
      }
    }
    if (chunk !== '') yield chunk;
  }
}

/** Facts and bookmarks have an id of their own; an article is its own, other rows are where they stand. */
function idOf(table: TableName, cells: Readonly<Record<string, unknown>>): string {
  if (cells.id !== undefined) return String(cells.id);
  if (table === 'articles') return String(cells.article);
  return [cells.source_sha256, cells.spans, cells.type ?? cells.reason ?? ''].join(':');
}
