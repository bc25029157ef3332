import type { KeptSource } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { type KeyboardEvent, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { ShelfRow, UnreadSource } from '../../state/shelf.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import { PLAIN_INPUT } from '../../ui/plain-input.ts';
import { ARRANGEMENTS, type Arrangement, arrangeShelf, nameOfPage, type ShelfGroup } from './arrange.ts';
import { ShelfItem } from './ShelfItem.tsx';
import styles from './shelf.module.css';
import type { ShelfActions } from './shelf-actions.ts';
import { UnreadPages } from './UnreadPages.tsx';

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

/** Everything there is to read: what was imported and what came with the app. */
export function Shelf(props: ShelfProps) {
  const { rows, removed, unread, unwritten, actions } = props;
  const { say } = useMessages();
  const [arrangement, setArrangement] = useState<Arrangement>('year');
  const [filter, setFilter] = useState('');
  const imported = rows.filter((row) => row.origin === 'vault');
  const bundled = rows.filter((row) => row.origin === 'pack');

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

  const part = (title: string, members: readonly ShelfRow[]) => {
    const groups = arrangeShelf(members, arrangement, filter);
    if (groups.length === 0) return null;
    return (
      <section className={styles.part} aria-label={title}>
        <h2 className={styles.partTitle}>
          {title}
          <span>{members.length}</span>
        </h2>
        {groups.map((group) => (
          <Group key={group.key} group={group} {...props} />
        ))}
      </section>
    );
  };
  const found = part(say('shelf.imported'), imported);
  const foundBundled = part(say('shelf.bundled'), bundled);
  return (
    <div className={styles.shelf}>
      <div className={styles.bar}>
        <SearchField
          className={styles.filter ?? ''}
          aria-label={say('shelf.filter')}
          value={filter}
          onChange={setFilter}
        >
          <Input {...PLAIN_INPUT} placeholder={say('shelf.filter')} />
        </SearchField>
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
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons within */}
      <div className={styles.list} onKeyDown={walkButtons}>
        <UnreadPages unread={unread} unwritten={unwritten} actions={actions} />
        {found}
        {foundBundled}
        {rows.length > 0 && !found && !foundBundled && (
          <p className={styles.none}>{say('shelf.filterNone')}</p>
        )}
        {removed.length > 0 && (
          <section className={styles.part} aria-label={say('shelf.removed')}>
            <h2 className={styles.partTitle}>
              {say('shelf.removed')}
              <span>{removed.length}</span>
            </h2>
            <ul>
              {removed.map((source) => (
                <li key={source.source} className={styles.removed}>
                  <span>
                    {source.name} {unwritten.has(source.source) && <NotOnDisk />}
                  </span>
                  <Button look="link" onPress={() => actions.restore(source.source)}>
                    {say('shelf.restore')}
                  </Button>
                  <MenuButton
                    label={say('desk.more')}
                    choices={[{ id: 'erase', label: say('shelf.erase') }]}
                    onChoose={() => actions.erase(source)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function Group({ group, ...props }: ShelfProps & { readonly group: ShelfGroup }) {
  const { say } = useMessages();
  const first = group.rows[0];
  const title =
    group.type === 'year'
      ? group.key
        ? say('shelf.year', { year: group.key })
        : say('shelf.yearUnknown')
      : group.type === 'source' && first
        ? nameOfPage(first)
        : null;
  return (
    <>
      {title !== null && <h3 className={styles.groupTitle}>{title}</h3>}
      <ul>
        {group.rows.map((row) => (
          <ShelfItem
            key={row.id}
            row={row}
            isOpen={row.id === props.open}
            progress={props.progressOf(row.id)}
            bookmarks={props.bookmarksOf(row.id)}
            isUnwritten={props.unwritten.has(row.source)}
            showsPage={group.type !== 'source'}
            actions={props.actions}
          />
        ))}
      </ul>
    </>
  );
}

/** Up and down go from article to article, as in any list. */
function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-article]')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
