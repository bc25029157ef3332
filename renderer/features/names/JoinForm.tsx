import { useEffect, useState } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import type { ListedName, NamePage } from '../../workers/names-calls.ts';
import styles from './names.module.css';

const LISTED = 30;

/** Chooses the other name that is the same; the one whose page is open gives the form they go by. */
export function JoinForm({ page, onClose }: { readonly page: NamePage; readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const { save } = useSave(onClose);
  const [typed, setTyped] = useState('');
  const [others, setOthers] = useState<readonly ListedName[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const { offer } = desk.names.getState();
    owned(
      desk.log,
      offer(page, typed, LISTED).then((found) => isCurrent && setOthers(found)),
    );
    return () => {
      isCurrent = false;
    };
  }, [desk, page, typed]);
  const join = (other: ListedName) => {
    const { joinWith } = desk.names.getState();
    save(() => joinWith(page, other));
  };
  return (
    <Dialog title={say('names.joinTitle', { name: page.form })} size="small" isOpen onClose={onClose}>
      <TextField label={say('names.find')} value={typed} onChange={setTyped} autoFocus />
      <ul className={styles.list}>
        {others.map((other) => (
          <li key={other.id}>
            <button type="button" className={styles.row} onClick={() => join(other)}>
              <span className={styles.form} lang="zh-CN">
                {other.form}
              </span>
              <span className={styles.count}>{other.mentions}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
