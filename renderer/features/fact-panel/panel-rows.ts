import { gatherTables } from '@shared/facts/gather-tables.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import type { Table } from '@shared/model/table.ts';
import type { ArticleView } from '../../state/article-view.ts';
import { type Filter, passes } from '../../state/focus.ts';
import type { Card } from './cards.ts';
import { rememberLast } from './remember-last.ts';

/** Each table under the id of its first cell's fact. */
const tablesOf = rememberLast(
  ({ items }: ArticleView) =>
    new Map(
      gatherTables<SourceOffset, Fact>(
        items.flatMap((item) => (item.type === 'fact' ? item.fact : [])),
      ).flatMap((table) => {
        const first = table.rows[0]?.cells.find((cell) => cell !== null);
        return first ? [[first.id, table] as const] : [];
      }),
    ),
);

export type PanelRow =
  | { readonly type: 'part'; readonly key: string; readonly title: string }
  | { readonly type: 'table'; readonly key: string; readonly table: Table<SourceOffset, Fact> }
  | { readonly type: 'card'; readonly key: string; readonly card: Card };

/** The cards that pass a filter, each new heading before the first card under it, each table before its first cell. */
export function listRows(view: ArticleView, cards: readonly Card[], filter: Filter): PanelRow[] {
  const tables = tablesOf(view);
  const headings = headingsOver(view);
  const rows: PanelRow[] = [];
  let part: string | null = null;
  for (const card of cards) {
    if (!passes(card.item, filter)) continue;
    const heading = headings[card.item.spans[0]?.block ?? -1] ?? null;
    const table = card.type === 'fact' ? tables.get(card.item.fact.id) : undefined;
    if (table) rows.push({ type: 'table', key: `table-${card.id}`, table });
    if (heading !== part && heading !== null)
      rows.push({ type: 'part', key: `part-${card.id}`, title: heading });
    part = heading;
    rows.push({ type: 'card', key: card.id, card });
  }
  return rows;
}

/** The row of each item's card, by the item's id. */
export const indexRows = (rows: readonly PanelRow[]): Map<string, number> =>
  new Map(
    rows.flatMap((row, index) =>
      row.type === 'card' ? row.card.items.map(({ id }) => [id, index] as const) : [],
    ),
  );

/** The heading that each block stands under, null before the first. */
function headingsOver({ blocks }: ArticleView): (string | null)[] {
  let heading: string | null = null;
  return blocks.map((block) => {
    if (block.role === 'heading') heading = block.text;
    return heading;
  });
}
