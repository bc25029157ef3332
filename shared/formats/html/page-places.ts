import { sourceSpan } from '@shared/model/offset.ts';
import type { Place } from '@shared/model/read-source.ts';
import type { PageElement } from './element.ts';
import type { PageLine } from './page-lines.ts';

/** Steps of a path, so that one of a deep element can be read. */
const MOST_STEPS = 6;

/** Where each block that shows words of its own stands: `#content > p:nth-of-type(3)`, `table 1, row 4`. */
export function readPlaces(lines: readonly PageLine[], elements: readonly PageElement[]): Place[] {
  const tables = countTables(elements);
  const blocks = new Set(lines.flatMap(({ block }) => block ?? []));
  return [...blocks]
    .filter(({ name }) => name !== 'html' && name !== 'body')
    .map((block) => ({
      ...sourceSpan(block.start, block.end),
      where: rowOf(block, tables) ?? pathOf(block),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Tables of data by their number; those that only lay out a page hold other blocks of text. */
function countTables(elements: readonly PageElement[]): ReadonlyMap<PageElement, number> {
  const rows = new Map<PageElement, number>();
  const layouts = new Set<PageElement>();
  for (const element of elements) {
    const isRow = element.name === 'tr';
    if (!isRow && !LAID_OUT.has(element.name)) continue;
    const table = tableOf(element);
    if (table === null) continue;
    if (isRow) rows.set(table, (rows.get(table) ?? 0) + 1);
    else layouts.add(table);
  }
  const numbers = new Map<PageElement, number>();
  for (const [table, count] of rows)
    if (count > 1 && !layouts.has(table)) numbers.set(table, numbers.size + 1);
  return numbers;
}

/** What stands in the cells of a table that lays out a page. */
const LAID_OUT = new Set(['table', 'div', 'h1', 'h2', 'ul', 'form']);

/** Elements around one within a cell. */
const NEAR = 8;

function tableOf(element: PageElement): PageElement | null {
  let at = element.parent;
  for (let up = 0; at !== null && up < NEAR; up++, at = at.parent) if (at.name === 'table') return at;
  return null;
}

function rowOf(block: PageElement, tables: ReadonlyMap<PageElement, number>): string | null {
  let row: PageElement | null = block;
  for (let up = 0; row !== null && row.name !== 'tr' && up < NEAR; up++) row = row.parent;
  const table = row?.name === 'tr' ? tableOf(row) : null;
  const number = table === null ? undefined : tables.get(table);
  return row === null || number === undefined ? null : `table ${number}, row ${row.nth}`;
}

/** From the nearest element with an id of its own, as a selector of CSS. */
function pathOf(element: PageElement): string {
  const steps: string[] = [];
  for (let at: PageElement | null = element; at !== null && at.name !== 'html'; at = at.parent) {
    const id = at.attributes.get('id');
    if (id && /^[\w-]{1,40}$/.test(id)) {
      steps.push(`#${id}`);
      break;
    }
    steps.push(at.nth > 1 ? `${at.name}:nth-of-type(${at.nth})` : at.name);
    if (steps.length >= MOST_STEPS) break;
  }
  return steps.reverse().join(' > ');
}
