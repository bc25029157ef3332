import type { KeptSource } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { useMemo, useState } from 'react';
import type { ShelfRow, UnreadSource } from '../../state/shelf.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListFilter } from '../../ui/ListFilter.tsx';
import { LongList, type RowProps } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import {
  ARRANGEMENTS,
  type Arrangement,
  listLines,
  listRemoved,
  listUnread,
  nameOfPage,
  type ShelfGroup,
  type ShelfLine,
} from './arrange.ts';
import { RemovedPage } from './RemovedPage.tsx';
import { ShelfItem } from './ShelfItem.tsx';
import styles from './shelf.module.css';
import type { ShelfActions } from './shelf-actions.ts';
import { UnreadPage } from './UnreadPage.tsx';

export interface ShelfProps {
  readonly rows: readonly ShelfRow[];
  readonly removed: readonly KeptSource[];
  readonly unread: readonly UnreadSource[];
  /** Sources on which something was done that is not on disk yet. */
  readonly unwritten: ReadonlySet<SourceHash>;
  /** Id of the open article. */
  readonly open: string | null;
  /** How far each article was read, 0 to 1. */
  readonly progressOf: (article: string) => number;
  readonly bookmarksOf: (article: string) => number;
  readonly actions: ShelfActions;
}

const SORT_LABELS = {
  year: 'shelf.sortYear',
  source: 'shelf.sortSource',
  imported: 'shelf.sortImported',
  title: 'shelf.sortTitle',
} as const;

/** Pixels that a line of the shelf is likely to take. */
const GUESSES = { part: 34, group: 26, item: 62, unread: 92, removed: 32 } as const;

/** Everything there is to read: what was imported and what came with the app. */
export function Shelf(props: ShelfProps) {
  const { rows, removed, unread, unwritten, actions } = props;
  const { say } = useMessages();
  const [arrangement, setArrangement] = useState<Arrangement>('year');
  const [filter, setFilter] = useState('');
  const articles = useMemo(() => listLines(rows, arrangement, filter), [rows, arrangement, filter]);
  const lines = useMemo(
    () => [...listUnread(unread), ...articles, ...listRemoved(removed)],
    [unread, articles, removed],
  );
  const titleOf = ({ type, key, rows: [first] }: ShelfGroup): string => {
    if (type === 'source' && first) return nameOfPage(first);
    return key ? say('shelf.year', { year: key }) : say('shelf.yearUnknown');
  };

  if (rows.length + removed.length + unread.length === 0)
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
      <ListFilter label={say('shelf.filter')} value={filter} onChange={setFilter}>
        <MenuButton
          icon="sort"
          label={say('shelf.sort')}
          choices={ARRANGEMENTS.map((id) => ({
            id,
            label: say(SORT_LABELS[id]),
            isChecked: id === arrangement,
          }))}
          onChoose={setArrangement}
        />
      </ListFilter>
      <LongList
        className={styles.list}
        rows={lines}
        keyOf={(line) => line.key}
        guess={({ type }) => GUESSES[type]}
        propsOf={(line) => propsOf(line, props.open)}
        isWalked
        before={
          rows.length > 0 && articles.length === 0 && <p className={styles.none}>{say('shelf.filterNone')}</p>
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
          if (line.type === 'removed')
            return (
              <RemovedPage
                page={line.source}
                isUnwritten={unwritten.has(line.source.source)}
                actions={actions}
              />
            );
          return (
            <ShelfItem
              row={line.row}
              isOpen={line.row.id === props.open}
              progress={props.progressOf(line.row.id)}
              bookmarks={props.bookmarksOf(line.row.id)}
              isUnwritten={unwritten.has(line.row.source)}
              showsPage={line.showsPage}
              actions={actions}
            />
          );
        }}
      </LongList>
    </div>
  );
}

/** What a line's element says of itself. */
function propsOf(line: ShelfLine, open: string | null): RowProps {
  switch (line.type) {
    case 'item':
      return { className: styles.item ?? '', 'data-open': line.row.id === open };
    case 'unread':
      return { className: styles.unread ?? '', 'data-source': line.page.source };
    case 'removed':
      return { className: styles.removed ?? '', 'data-source': line.source.source };
    default:
      return {};
  }
}
