import { gatherTables } from '@shared/facts/gather-tables.ts';
import { sumParts } from '@shared/facts/sum-parts.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ArticleView, NameItem } from '../../state/article-view.ts';
import { FILTERS, type Focus, passes } from '../../state/focus.ts';
import type { Unwritten } from '../../state/unwritten.ts';
import { Chip } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { CardView } from './CardView.tsx';
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
  const list = useRef<HTMLUListElement>(null);
  const cards = useMemo(() => (view ? gatherCards(view.items, formOf) : []), [view, formOf]);
  const counts = useMemo(() => countCards(cards), [cards]);
  const sums = useMemo(() => new Map(view ? sumsOf(view) : []), [view]);
  const tables = useMemo(() => new Map(view ? tablesOf(view) : []), [view]);
  const shown = cards.filter((card) => passes(card.item, focus.filter));

  useEffect(() => {
    if (focus.pinned === null || focus.from === 'panel') return;
    list.current
      ?.querySelector('[data-pinned="true"]')
      ?.scrollIntoView({ block: 'nearest', behavior: behaviour() });
  }, [focus.pinned, focus.from]);

  if (!view)
    return (
      <EmptyState icon="panel" title={say('facts.panel')}>
        {say('facts.noArticle')}
      </EmptyState>
    );

  const holds = (card: Card, id: string | null) => card.items.some((item) => item.id === id);
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
      {shown.length === 0 ? (
        <EmptyState icon="search" title={say('facts.empty')}>
          {say('facts.emptyWhy')}
        </EmptyState>
      ) : (
        <ul className={styles.cards} ref={list} onPointerLeave={() => focus.hover(null)}>
          {shown.flatMap((card, index) => {
            const before = shown[index - 1];
            const isNewPart = before === undefined || partOf(view, before) !== partOf(view, card);
            const table = card.type === 'fact' ? tables.get(card.item.fact.id) : undefined;
            return [
              ...(table
                ? [
                    <TableCard
                      key={`table-${card.id}`}
                      table={table}
                      focus={focus}
                      onCopy={props.actions.copy}
                    />,
                  ]
                : []),
              <CardView
                key={card.id}
                card={card}
                view={view}
                family={familyOfCard(card)}
                partTitle={isNewPart ? partOf(view, card) : null}
                sum={(card.type === 'fact' && sums.get(card.item.fact.id)) || null}
                isUnwritten={isUnwritten(card, view, props.unwritten)}
                isPinned={holds(card, focus.pinned)}
                isHovered={holds(card, focus.hovered)}
                focus={focus}
                actions={props.actions}
                attribution={props.attribution}
              />,
            ];
          })}
        </ul>
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

const behaviour = (): ScrollBehavior =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** The heading that a card's words stand under, null before the first. */
function partOf(view: ArticleView, card: Card): string | null {
  const at = card.item.spans[0]?.block ?? -1;
  for (let index = at; index >= 0; index--) {
    const block = view.blocks[index];
    if (block?.role === 'heading') return block.text;
  }
  return null;
}
