import { memo } from 'react';
import type { ShelfRow } from '../../state/shelf.ts';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import { nameOfPage } from './arrange.ts';
import styles from './shelf.module.css';
import type { ShelfActions } from './shelf-actions.ts';

export interface ShelfItemProps {
  readonly row: ShelfRow;
  readonly isOpen: boolean;
  /** 0 to 1. */
  readonly progress: number;
  readonly bookmarks: number;
  /** Something was done on its page that is not on disk yet. */
  readonly isUnwritten: boolean;
  readonly showsPage: boolean;
  readonly actions: ShelfActions;
}

/** An article on the shelf. Memoised: a shelf that scrolls leaves the rows that stay as they are. */
export const ShelfItem = memo(function ShelfItem(props: ShelfItemProps) {
  const { row, isOpen, progress, bookmarks, isUnwritten, showsPage, actions } = props;
  const { say } = useMessages();
  const particulars = [
    showsPage && (row.origin === 'vault' || row.description.newspaper) ? nameOfPage(row) : null,
    row.description.reading === 'plain' ? say('shelf.plain') : null,
    row.kind === 'article' ? null : say(`shelf.${row.kind}`),
    say('shelf.facts', { count: row.facts }),
    bookmarks > 0 ? say('shelf.bookmarks', { count: bookmarks }) : null,
    row.doubts > 0 ? say('shelf.doubts', { count: row.doubts }) : null,
  ].filter((words) => words !== null);
  return (
    <>
      <button
        type="button"
        className={styles.face}
        data-article={row.id}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => actions.open(row.id)}
      >
        <span className={styles.title} lang="zh-CN">
          {row.hasTitle ? row.title : say('shelf.untitled', { start: row.title })}
        </span>
        <span className={styles.particulars}>{particulars.join(' · ')}</span>
        {isUnwritten && <NotOnDisk />}
        {progress > 0.01 && (
          <span
            className={styles.progress}
            role="img"
            aria-label={say('shelf.readTo', { percent: Math.round(progress * 100) })}
          >
            <span style={{ width: `${progress * 100}%` }} />
          </span>
        )}
      </button>
      <span className={styles.menu}>
        <MenuButton
          label={say('desk.moreOf', { what: row.title })}
          choices={[
            { id: 'describe', label: say('shelf.describe') },
            ...(row.description.reading === 'plain'
              ? [{ id: 'asPage' as const, label: say('shelf.asPage') }]
              : []),
            { id: 'remove', label: say('shelf.remove') },
          ]}
          onChoose={(id) => actions[id](row.source)}
        />
      </span>
    </>
  );
});
