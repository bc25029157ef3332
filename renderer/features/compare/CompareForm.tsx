import { useState } from 'react';
import { nameOfPage, type ShelfRow } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import styles from './compare.module.css';

const LISTED = 40;

/** Asks which article the open one is to be compared with. */
export function CompareForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const { comparing } = useDesk();
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const open = useDeskState('reader', ({ view }) => view?.article.id ?? null);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const fits = (row: ShelfRow): boolean =>
    row.id !== open && [row.title, nameOfPage(row)].some((words) => words.includes(wanted));
  const others = rows.filter(fits).slice(0, LISTED);
  return (
    <Dialog title={say('compare.with')} size="small" isOpen onClose={onClose}>
      <TextField label={say('compare.find')} value={typed} onChange={setTyped} autoFocus />
      {others.length === 0 && <p className={styles.none}>{say('compare.noOthers')}</p>}
      <ul className={styles.others}>
        {others.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              onClick={() => {
                onClose();
                if (open !== null) comparing.getState().compare([open, row.id]);
              }}
            >
              <span lang="zh-CN">{row.title}</span>
              <small>{[nameOfPage(row), row.published.value].filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
