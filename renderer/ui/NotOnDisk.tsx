import { useMessages } from './messages.tsx';
import styles from './not-on-disk.module.css';

/** Stands beside what is shown and not written yet. */
export function NotOnDisk() {
  const { say } = useMessages();
  return (
    <span className={styles.mark} data-unwritten>
      {say('desk.notOnDisk')}
    </span>
  );
}
