import { useEffect, useMemo, useState } from 'react';
import type { ComparisonStart } from '../../state/comparing.ts';
import { nameOfPage, type ShelfRow } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { sayPublication } from '../../ui/value-words.ts';
import { CopiesList } from './CopiesList.tsx';
import styles from './compare.module.css';

const LISTED = 40;

/** Asks which article the open one is to be compared with, and says which share passages with it. */
export function CompareForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const { comparing } = useDesk();
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const open = useDeskState('reader', ({ view }) => view?.article.id ?? null);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (open !== null) comparing.getState().findCopies(open);
  }, [open, comparing]);
  const wanted = typed.trim();
  const others = useMemo(() => {
    const fits = (row: ShelfRow): boolean =>
      row.id !== open && [row.title, nameOfPage(row)].some((words) => words.includes(wanted));
    return rows.filter(fits).slice(0, LISTED);
  }, [rows, open, wanted]);
  const choose = (article: string, startsAt: ComparisonStart = null): void => {
    onClose();
    if (open !== null) comparing.getState().compare([open, article], startsAt);
  };
  return (
    <Dialog title={say('compare.with')} size="small" isOpen onClose={onClose}>
      <TextField label={say('compare.find')} value={typed} onChange={setTyped} autoFocus />
      {wanted === '' && <CopiesList open={open} onChoose={(article) => choose(article, { passage: 0 })} />}
      <h3 className={styles.part}>{say('compare.onShelf')}</h3>
      {others.length === 0 && <p className={styles.none}>{say('compare.noOthers')}</p>}
      <ul className={styles.others}>
        {others.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => choose(row.id)}>
              <Article row={row} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** An article by its headline, its page and its date. */
function Article({ row }: { readonly row: ShelfRow }) {
  const messages = useMessages();
  const date = sayPublication(row.published, messages);
  return (
    <>
      <span lang="zh-CN">{row.title}</span>
      <small>{[nameOfPage(row), date].filter(Boolean).join(' · ')}</small>
    </>
  );
}
