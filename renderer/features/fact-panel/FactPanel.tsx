import { gatherTables } from '@shared/facts/gather-tables.ts';
import { sumParts } from '@shared/facts/sum-parts.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import type { Table } from '@shared/model/table.ts';
import { type ReactNode, useMemo } from 'react';
import type { ArticleView, NameItem } from '../../state/article-view.ts';
import { FILTERS, type Filter, type Focus, passes } from '../../state/focus.ts';
import type { Unwritten } from '../../state/unwritten.ts';
import { Chip } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { CardView, guessHeight } from './CardView.tsx';
import { type Card, countCards, familyOfCard, gatherCards, isUnwritten } from './cards.ts';
import type { FactActions } from './fact-actions.ts';
import styles from './fact-panel.module.css';
import { TableCard } from './TableCard.tsx';
import { TakenAway } from './TakenAway.tsx';

export interface FactPanelProps {
  readonly view: ArticleView | null;
  readonly focus: Focus;
  /** The form that a mention is gathered under. */
  readonly formOf: (item: NameItem) => string;
  readonly actions: FactActions;
  /** What the person marked as no fact of this article. */
  readonly takenAway: readonly { readonly act: string; readonly fact: Fact }[];
  readonly unwritten: Unwritten;
  /** When the page was published and how that is known. */
  readonly publication: ReactNode;
  /** What the claims of the page are attributed to: 据该版（2024年6月）. */
  readonly attribution: string;
}

export function FactPanel(props: FactPanelProps) {
  const { view, focus, formOf } = props;
  const { say } = useMessages();
  const cards = useMemo(() => (view ? gatherCards(view.items, formOf) : []), [view, formOf]);
  const counts = useMemo(() => countCards(cards), [cards]);
  const sums = useMemo(() => new Map(view ? sumsOf(view) : []), [view]);
  const rows = useMemo(() => (view ? listRows(view, cards, focus.filter) : []), [view, cards, focus.filter]);
  const rowOf = useMemo(() => indexRows(rows), [rows]);
  const { pinned, hovered, from } = focus;
  const pinnedRow = pinned === null ? null : (rowOf.get(pinned) ?? null);
  const hoveredRow = hovered === null ? null : (rowOf.get(hovered) ?? null);

  if (!view)
    return (
      <EmptyState icon="panel" title={say('facts.panel')}>
        {say('facts.noArticle')}
      </EmptyState>
    );

  return (
    <section className={styles.panel} aria-label={say('facts.panel')}>
      <header className={styles.head}>
        {props.publication}
        <div className={styles.chips}>
          {FILTERS.map((filter) => {
            const count = counts.get(filter) ?? 0;
            if (count === 0 && filter !== 'all' && filter !== focus.filter) return null;
            return (
              <Chip
                key={filter}
                isSelected={focus.filter === filter}
                count={count}
                {...(filter === 'all' || filter === 'unchecked' ? {} : { tone: filter })}
                onChange={() => focus.show(filter)}
              >
                {say(filter === 'all' ? 'facts.all' : `facts.family.${filter}`)}
              </Chip>
            );
          })}
        </div>
      </header>
      {rows.length === 0 ? (
        <EmptyState icon="search" title={say('facts.empty')}>
          {say('facts.emptyWhy')}
        </EmptyState>
      ) : (
        <LongList
          className={styles.cards}
          rows={rows}
          keyOf={(row) => row.key}
          guess={(row) => (row.type === 'card' ? guessHeight(row.card) : row.type === 'part' ? 36 : 180)}
          gap={7}
          shown={from === 'panel' ? null : pinnedRow}
          propsOf={(row) => {
            if (row.type === 'part') return { className: styles.part ?? '' };
            if (row.type === 'table') return {};
            return {
              className: styles.card ?? '',
              'data-family': familyOfCard(row.card),
              'data-pinned': rows[pinnedRow ?? -1] === row,
              'data-hovered': rows[hoveredRow ?? -1] === row,
              'data-trust': row.card.type === 'fact' ? row.card.item.trust : 'found',
              onPointerEnter: () => focus.hover(row.card.item.id),
            };
          }}
          onPointerLeave={() => focus.hover(null)}
        >
          {(row) => {
            if (row.type === 'part') return row.title;
            if (row.type === 'table')
              return (
                <TableCard
                  table={row.table}
                  hover={focus.hover}
                  pin={focus.pin}
                  pinned={pinned}
                  onCopy={props.actions.copy}
                />
              );
            return (
              <CardView
                card={row.card}
                view={view}
                sum={(row.card.type === 'fact' && sums.get(row.card.item.fact.id)) || null}
                isUnwritten={isUnwritten(row.card, view, props.unwritten)}
                pinned={rows[pinnedRow ?? -1] === row ? pinned : null}
                pin={focus.pin}
                release={focus.release}
                actions={props.actions}
                attribution={props.attribution}
              />
            );
          }}
        </LongList>
      )}
      <TakenAway facts={props.takenAway} unwritten={props.unwritten} onTakeBack={props.actions.takeBack} />
    </section>
  );
}

/**
 * What is said under each whole, by its id, or under the first part where the page gives no figure for the
 * whole; one part that is less than its whole says nothing.
 */
const sumsOf = (view: ArticleView) =>
  sumParts(view.items.flatMap((item) => (item.type === 'fact' ? item.fact : [])))
    .filter(({ parts, adds }) => parts.length > 1 || adds === 'too-much')
    .flatMap((sum) => {
      const under = sum.whole ?? sum.parts[0];
      return under === undefined ? [] : [[under.id, sum] as const];
    });

/** Each table under the id of its first cell's fact. */
const tablesOf = (view: ArticleView) =>
  gatherTables<SourceOffset, Fact>(
    view.items.flatMap((item) => (item.type === 'fact' ? item.fact : [])),
  ).flatMap((table) => {
    const first = table.rows[0]?.cells.find((cell) => cell !== null);
    return first ? [[first.id, table] as const] : [];
  });

type PanelRow =
  | { readonly type: 'part'; readonly key: string; readonly title: string }
  | { readonly type: 'table'; readonly key: string; readonly table: Table<SourceOffset, Fact> }
  | { readonly type: 'card'; readonly key: string; readonly card: Card };

/** The cards that pass a filter, each new heading before the first card under it, each table before its first cell. */
function listRows(view: ArticleView, cards: readonly Card[], filter: Filter): PanelRow[] {
  const tables = new Map(tablesOf(view));
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
const indexRows = (rows: readonly PanelRow[]): Map<string, number> =>
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
