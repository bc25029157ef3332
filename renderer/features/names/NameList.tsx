import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { NamePage } from '../../state/names.ts';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import styles from './names.module.css';

/** As `.row` in the style sheet says: rows are laid out by count, never measured. */
const ROW = { rowHeight: 54 };

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
    <Virtualizer layout={ListLayout} layoutOptions={ROW}>
      <ListBox
        className={styles.list ?? ''}
        aria-label={say('names.list', { count: pages.length })}
        items={pages}
        selectionMode="none"
        onAction={(id) => onOpen(String(id))}
      >
        {(one) => (
          <ListBoxItem id={one.id} textValue={one.form} className={styles.row ?? ''} data-name={one.id}>
            <span className={styles.form} lang="zh-CN">
              {one.form}
            </span>
            <span className={styles.count}>{one.mentions.length}</span>
            <span className={styles.particulars}>
              {unwritten.has(one.id) && <NotOnDisk />}{' '}
              {[say(`facts.name.${one.type}`), ...one.roles.slice(0, 1)].join(' · ')}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
