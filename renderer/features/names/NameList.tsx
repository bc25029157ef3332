import { useMemo } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import type { NamesFound } from '../../workers/names-calls.ts';
import styles from './names.module.css';

/** Pixels of a row, as `.row` in the style sheet says. */
const ROW_HEIGHT = 54;

/** Every name that is asked for, however many: only rows in sight are read and in the document. */
export function NameList({ found }: { readonly found: NamesFound }) {
  const { say } = useMessages();
  const desk = useDesk();
  const rows = useDeskState('names', (names) => names.rows);
  const unwritten = useDeskState('session', (session) => session.unwritten.names);
  const places = useMemo(() => Array.from({ length: found.names }, (_, place) => place), [found]);
  return (
    <LongList
      className={styles.list}
      label={say('names.list', { count: found.names })}
      rows={places}
      keyOf={String}
      guess={() => ROW_HEIGHT}
      onSight={desk.names.getState().need}
      isWalked
    >
      {(place) => {
        const one = rows.get(place);
        if (!one) return <span className={styles.row} />;
        return (
          <button
            type="button"
            className={styles.row}
            data-name={one.id}
            data-context={`name:${one.id}`}
            onClick={() => desk.settings.getState().goTo({ name: one.id })}
          >
            <span className={styles.form} lang="zh-CN">
              {one.form}
            </span>
            <span className={styles.count}>{one.mentions}</span>
            <span className={styles.particulars}>
              {unwritten.has(one.id) && <NotOnDisk />}{' '}
              {[say(`facts.name.${one.type}`), one.post].filter(Boolean).join(' · ')}
            </span>
          </button>
        );
      }}
    </LongList>
  );
}
