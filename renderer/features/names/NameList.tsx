import type { NamePage } from '../../state/names.ts';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import styles from './names.module.css';

/** Pixels of a row, as `.row` in the style sheet says. */
const ROW_HEIGHT = 54;

/** Every name that is asked for, however many: only rows in sight are in the document. */
export function NameList({
  pages,
  unwritten,
  onOpen,
}: {
  readonly pages: readonly NamePage[];
  /** Ids of pages by acts that are not on disk yet. */
  readonly unwritten: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
}) {
  const { say } = useMessages();
  return (
    <LongList
      className={styles.list}
      label={say('names.list', { count: pages.length })}
      rows={pages}
      keyOf={({ id }) => id}
      guess={() => ROW_HEIGHT}
      isWalked
    >
      {(one) => (
        <button type="button" className={styles.row} data-name={one.id} onClick={() => onOpen(one.id)}>
          <span className={styles.form} lang="zh-CN">
            {one.form}
          </span>
          <span className={styles.count}>{one.mentions.length}</span>
          <span className={styles.particulars}>
            {unwritten.has(one.id) && <NotOnDisk />}{' '}
            {[say(`facts.name.${one.type}`), ...one.roles.slice(0, 1)].join(' · ')}
          </span>
        </button>
      )}
    </LongList>
  );
}
