import { Fragment, type KeyboardEvent, type MouseEvent, memo } from 'react';
import { ARTICLE_COMMANDS } from '../../commands/shelf-commands.ts';
import { nameOfPage, type ShelfRow } from '../../state/shelf.ts';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { RowMenu } from '../../ui/RowMenu.tsx';
import styles from './shelf.module.css';
import type { Press, ShelfActions } from './shelf-actions.ts';

export interface ShelfItemProps {
  readonly row: ShelfRow;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  /** Ids of the articles as they stand. */
  readonly listOrder: () => readonly string[];
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
  const { row, isOpen, isChosen, listOrder, progress, bookmarks, isUnwritten, showsPage, actions } = props;
  const { say } = useMessages();
  const particulars = [
    showsPage && (row.origin === 'vault' || row.description.newspaper) ? nameOfPage(row) : null,
    row.description.reading === 'plain' ? say('shelf.plain') : null,
    row.kind === 'article' ? null : say(`shelf.${row.kind}`),
    say('shelf.facts', { count: row.facts }),
    bookmarks > 0 ? say('shelf.bookmarks', { count: bookmarks }) : null,
    row.doubts > 0 ? say('shelf.doubts', { count: row.doubts }) : null,
    ...row.tags.map((tag) => `#${tag}`),
  ].filter((words) => words !== null);
  return (
    <>
      <button
        type="button"
        className={styles.face}
        data-article={row.id}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) => actions.press(row.id, howPressed(event), listOrder)}
        onKeyDown={(event) => {
          if (chooseByKey(event, props)) event.preventDefault();
        }}
      >
        <span className={styles.title} lang="zh-CN">
          {isChosen && (
            <span className={styles.check} role="img" aria-label={say('shelf.isChosen')}>
              <Icon name="check" size={14} />
            </span>
          )}
          {row.mark && (
            <span className={styles.mark} data-mark={row.mark}>
              {say(`shelf.mark.${row.mark}`)}
            </span>
          )}
          {row.hasTitle ? row.title : say('shelf.untitled', { start: row.title })}
        </span>
        <span className={styles.particulars}>
          {particulars.map((words, at) => (
            <Fragment key={words}>
              {at > 0 && ' '}
              <span>{at < particulars.length - 1 ? `${words} ·` : words}</span>
            </Fragment>
          ))}
        </span>
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
        <RowMenu
          label={say('desk.moreOf', { what: row.title })}
          choices={[
            ...ARTICLE_COMMANDS.map((id) => ({ id, label: say(`commands.${id}`) })),
            ...(row.description.reading === 'plain'
              ? [{ id: 'asPage' as const, label: say('shelf.asPage') }]
              : []),
          ]}
          onChoose={(id) => (id === 'asPage' ? actions.asPage(row.source) : actions.run(id, row.id))}
        />
      </span>
    </>
  );
});

const howPressed = ({ shiftKey, ctrlKey, metaKey }: MouseEvent): Press => {
  if (shiftKey) return 'reach';
  return ctrlKey || metaKey ? 'toggle' : 'open';
};

/**
 * Ctrl Space adds an article or takes it out, Ctrl A chooses all, Shift with an arrow goes on choosing; the list itself
 * takes the focus on. @returns whether the key is done with.
 */
function chooseByKey(
  { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
  { row: { id: article }, isChosen, listOrder, actions: { press, chooseAll } }: ShelfItemProps,
): boolean {
  const isMod = ctrlKey || metaKey;
  if (isMod && key === ' ') press(article, 'toggle', listOrder);
  else if (isMod && key.toLowerCase() === 'a') chooseAll(listOrder());
  else {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const order = step === undefined ? [] : listOrder();
    const next = order[order.indexOf(article) + (step ?? 0)];
    if (!shiftKey || next === undefined) return false;
    // The one that is left begins the range, whichever article is open.
    if (!isChosen) press(article, 'toggle', listOrder);
    press(next, 'reach', listOrder);
    return false;
  }
  return true;
}
