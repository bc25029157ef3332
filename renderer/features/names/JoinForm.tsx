import { useState } from 'react';
import type { NamePage } from '../../state/names.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './names.module.css';

const LISTED = 30;

/** Chooses the other name that is the same; the one whose page is open gives the form they go by. */
export function JoinForm({ page, onClose }: { readonly page: NamePage; readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const pages = useDeskState('names', (names) => names.pages);
  const { save } = useSave(onClose);
  const [typed, setTyped] = useState('');
  const others = pages
    .filter((one) => one.type === page.type && one.id !== page.id && one.form.includes(typed.trim()))
    .slice(0, LISTED);
  return (
    <Dialog title={say('names.joinTitle', { name: page.form })} size="small" isOpen onClose={onClose}>
      <TextField label={say('names.find')} value={typed} onChange={setTyped} autoFocus />
      <ul className={styles.list}>
        {others.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={styles.row}
              onClick={() => {
                const forms = [...page.forms, ...other.forms, other.form];
                save(() => desk.names.getState().join(page.type, [...new Set(forms)], page.form));
              }}
            >
              <span className={styles.form} lang="zh-CN">
                {other.form}
              </span>
              <span className={styles.count}>{other.mentions.length}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
