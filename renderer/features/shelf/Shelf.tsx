import type { ReadingMark } from '@shared/journal/act.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { type ReactNode, useCallback, useMemo } from 'react';
import { SHELF_ORDERS, type ShelfOrder } from '../../state/settings.ts';
import { nameOfPage, type ShelfRow, type UnreadSource } from '../../state/shelf.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListFilter } from '../../ui/ListFilter.tsx';
import { LongList, type RowProps } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import { useSliced } from '../../ui/use-sliced.ts';
import { sayTime } from '../../ui/value-words.ts';
import { arrangeShelf, type ShelfGroup, type ShelfPart } from './arrange.ts';
import { ShelfItem } from './ShelfItem.tsx';
import styles from './shelf.module.css';
import type { ShelfActions } from './shelf-actions.ts';
import { listLines, listUnread, orderOf, type ShelfLine } from './shelf-lines.ts';
import { UnreadPage } from './UnreadPage.tsx';

export interface ShelfProps {
  readonly rows: readonly ShelfRow[];
  /** Pages and bookmarks in the trash. */
  readonly inTrash: number;
  readonly unread: readonly UnreadSource[];
  /** Sources on which something was done that is not on disk yet. */
  readonly unwritten: ReadonlySet<SourceHash>;
  /** Id of the open article. */
  readonly open: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly order: ShelfOrder;
  /** Words that a headline must hold. */
  readonly filter: string;
  /** Stands below the list. */
  readonly foot: ReactNode;
  /** What can be done with what is chosen; nothing while nothing is. */
  readonly bar: ReactNode;
  /** How far each article was read, 0 to 1. */
  readonly progressOf: (article: string) => number;
  readonly bookmarksOf: (article: string) => number;
  readonly actions: ShelfActions;
}

const SORT_LABELS = {
  year: 'shelf.sortYear',
  date: 'shelf.sortDate',
  paper: 'shelf.sortPaper',
  tag: 'shelf.sortTag',
  mark: 'shelf.sortMark',
  source: 'shelf.sortSource',
  imported: 'shelf.sortImported',
  title: 'shelf.sortTitle',
} as const;

/** Pixels that a line of the shelf is likely to take. */
const GUESSES = { part: 34, group: 26, item: 62, unread: 92 } as const;

const NO_PARTS: readonly ShelfPart[] = [];
const NO_LINES: readonly ShelfLine[] = [];

/** Everything there is to read: what was imported and what came with the app. */
export function Shelf(props: ShelfProps) {
  const { rows, inTrash, unread, unwritten, chosen, order, filter, actions } = props;
  const messages = useMessages();
  const { say } = messages;
  const arranged = useSliced(
    useCallback(() => arrangeShelf(rows, order), [rows, order]),
    NO_PARTS,
  );
  const { value: articles, isUnderWay } = useSliced(
    useCallback(() => listLines(arranged.value, filter), [arranged.value, filter]),
    NO_LINES,
  );
  const lines = useMemo(() => [...listUnread(unread), ...articles], [unread, articles]);
  const listOrder = useCallback(() => orderOf(articles), [articles]);
  const titleOf = ({ type, key, rows: [first] }: ShelfGroup): string => {
    if (type === 'source' && first) return nameOfPage(first);
    if (type === 'paper') return key || say('shelf.noPaper');
    if (type === 'date') return key ? sayTime(key, messages) : say('shelf.noDate');
    if (type === 'tag') return key ? `#${key}` : say('shelf.noTag');
    if (type === 'mark') return say(`shelf.mark.${(key || 'none') as ReadingMark | 'none'}`);
    return key ? say('shelf.year', { year: key }) : say('shelf.yearUnknown');
  };

  if (rows.length + inTrash + unread.length === 0)
    return (
      <EmptyState
        icon="shelf"
        title={say('shelf.empty')}
        action={
          <Button look="accent" icon="import" onPress={actions.importFiles}>
            {say('desk.import')}
          </Button>
        }
      >
        {say('shelf.emptyWhy')}
      </EmptyState>
    );

  return (
    <div className={styles.shelf}>
      <ListFilter label={say('shelf.filter')} value={filter} onChange={actions.narrow}>
        <MenuButton
          icon="sort"
          label={say('shelf.sort')}
          choices={SHELF_ORDERS.map((id) => ({
            id,
            label: say(SORT_LABELS[id]),
            isChecked: id === order,
          }))}
          onChoose={actions.sort}
        />
        <IconButton icon="calendar" label={say('shelf.calendar')} onPress={actions.showIssues} />
      </ListFilter>
      <LongList
        className={styles.list}
        rows={lines}
        keyOf={(line) => line.key}
        guess={({ type }) => GUESSES[type]}
        propsOf={(line) => propsOf(line, props.open, chosen)}
        isWalked
        before={
          arranged.isUnderWay || isUnderWay ? (
            <p className={styles.none}>{say('shelf.sorting')}</p>
          ) : (
            rows.length > 0 &&
            articles.length === 0 && <p className={styles.none}>{say('shelf.filterNone')}</p>
          )
        }
        after={
          inTrash > 0 && (
            <p className={styles.trash}>
              <Button look="link" icon="trash" onPress={actions.showTrash}>
                {say('shelf.trashCount', { count: inTrash })}
              </Button>
            </p>
          )
        }
      >
        {(line) => {
          if (line.type === 'part')
            return (
              <h2 className={styles.partTitle}>
                {say(`shelf.${line.part}`)}
                <span>{line.count}</span>
              </h2>
            );
          if (line.type === 'group') return <h3 className={styles.groupTitle}>{titleOf(line.group)}</h3>;
          if (line.type === 'unread')
            return (
              <UnreadPage page={line.page} isUnwritten={unwritten.has(line.page.source)} actions={actions} />
            );
          return (
            <ShelfItem
              row={line.row}
              isOpen={line.row.id === props.open}
              isChosen={chosen.has(line.row.id)}
              listOrder={listOrder}
              progress={props.progressOf(line.row.id)}
              bookmarks={props.bookmarksOf(line.row.id)}
              isUnwritten={unwritten.has(line.row.source)}
              showsPage={line.showsPage}
              actions={actions}
            />
          );
        }}
      </LongList>
      {props.foot}
      {props.bar}
    </div>
  );
}

/** What a line's element says of itself. */
function propsOf(line: ShelfLine, open: string | null, chosen: ReadonlySet<string>): RowProps {
  switch (line.type) {
    case 'item':
      return {
        className: styles.item ?? '',
        'data-open': line.row.id === open,
        'data-chosen': chosen.has(line.row.id),
        'data-context': 'button',
      };
    case 'unread':
      return { className: styles.unread ?? '', 'data-source': line.page.source };
    default:
      return {};
  }
}
