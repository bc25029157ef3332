import { sumParts } from '@shared/facts/sum-parts.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention } from '@shared/model/name.ts';
import { type ReactNode, useRef } from 'react';
import type { ArticleView, Item, NameItem } from '../../state/article-view.ts';
import { FILTERS, type Filter, type Focus, passes } from '../../state/focus.ts';
import type { Unwritten } from '../../state/unwritten.ts';
import { Button, Chip } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { sayValue } from '../../ui/value-words.ts';
import { AwayTip } from './AwayTip.tsx';
import { CardView, guessHeight } from './CardView.tsx';
import { type Card, countCards, familyOfCard, gatherCards, isUnwritten } from './cards.ts';
import type { FactActions } from './fact-actions.ts';
import styles from './fact-panel.module.css';
import { indexRows, listRows } from './panel-rows.ts';
import { rememberLast } from './remember-last.ts';
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
  /** What the person marked as no name of this article. */
  readonly rejectedNames: readonly { readonly act: string; readonly name: NameMention }[];
  readonly unwritten: Unwritten;
  /** When the page was published and how that is known. */
  readonly publication: ReactNode;
  /** What the parts claim that the article goes on in. */
  readonly following?: ReactNode;
  /** What the claims of the page are attributed to: 据该版（2024年6月）. */
  readonly attribution: string;
}

export function FactPanel(props: FactPanelProps) {
  const { view, focus, formOf } = props;
  const messages = useMessages();
  const { say } = messages;
  const items = view?.items ?? NO_ITEMS;
  const cards = cardsOf(items, formOf);
  const counts = countsOf(cards);
  const sums = sumsOf(items);
  const rows = rowsOf(view, cards, focus.filter);
  const rowOf = indexOf(rows);
  const { pinned, hovered, from } = focus;
  const pinnedRow = pinned === null ? null : (rowOf.get(pinned) ?? null);
  const hoveredRow = hovered === null ? null : (rowOf.get(hovered) ?? null);
  const lit = rows[hoveredRow ?? -1];
  const litCard = lit?.type === 'card' ? lit.card : null;
  const panel = useRef<HTMLElement>(null);
  const open = openOf(cards, focus.filter);
  const asideOf = (fact: Fact): string | null => {
    const { bound, number, unit } = sayValue(fact, messages);
    return fact.value === null ? null : `${bound}${number} ${unit}`.trim();
  };
  const sumUnder = (card: Card | null) => (card?.type === 'fact' && sums.get(card.item.fact.id)) || null;

  if (!view)
    return (
      <EmptyState icon="panel" title={say('facts.panel')}>
        {say('facts.noArticle')}
      </EmptyState>
    );

  return (
    <section ref={panel} className={styles.panel} aria-label={say('facts.panel')}>
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
                {...(filter === 'all' ? {} : { count })}
                {...(filter === 'all' || filter === 'unchecked' ? {} : { tone: filter })}
                onChange={() => focus.show(filter)}
              >
                {say(filter === 'all' ? 'facts.all' : `facts.family.${filter}`)}
              </Chip>
            );
          })}
        </div>
        {focus.filter !== 'all' && open > 1 && (
          <Button look="link" icon="check" onPress={props.actions.confirmShown}>
            {say('facts.confirmShown', { count: open })}
          </Button>
        )}
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
              'data-context': `item:${row.card.item.id}`,
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
                sum={sumUnder(row.card)}
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
      <AwayTip card={litCard} sum={sumUnder(litCard)} panel={panel} />
      {props.following}
      <TakenAway
        title={say('facts.takenAway', { count: props.takenAway.length })}
        taken={props.takenAway.map(({ act, fact }) => ({ act, words: fact.text, aside: asideOf(fact) }))}
        unwritten={props.unwritten}
        onTakeBack={props.actions.takeBack}
      />
      <TakenAway
        title={say('names.rejected', { count: props.rejectedNames.length })}
        taken={props.rejectedNames.map(({ act, name }) => ({
          act,
          words: name.text,
          aside: say(`facts.name.${name.type}`),
        }))}
        unwritten={props.unwritten}
        onTakeBack={props.actions.takeBack}
      />
    </section>
  );
}

const NO_ITEMS: readonly Item[] = [];
const cardsOf = rememberLast(gatherCards);
const countsOf = rememberLast(countCards);
const rowsOf = rememberLast((view: ArticleView | null, cards: readonly Card[], filter: Filter) =>
  view ? listRows(view, cards, filter) : [],
);
const indexOf = rememberLast(indexRows);
const openOf = rememberLast(
  (cards: readonly Card[], filter: Filter) =>
    cards.filter(({ item }) => passes(item, filter) && passes(item, 'unchecked')).length,
);

/**
 * What is said under each whole, by its id, or under the first part where the page gives no figure for the
 * whole; one part that is less than its whole says nothing.
 */
const sumsOf = rememberLast(
  (items: readonly Item[]) =>
    new Map(
      sumParts(items.flatMap((item) => (item.type === 'fact' ? item.fact : [])))
        .filter(({ parts, adds }) => parts.length > 1 || adds === 'too-much')
        .flatMap((sum) => {
          const under = sum.whole ?? sum.parts[0];
          return under === undefined ? [] : [[under.id, sum] as const];
        }),
    ),
);
