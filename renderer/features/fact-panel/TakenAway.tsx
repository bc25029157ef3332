import type { Unwritten } from '../../state/unwritten.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import styles from './fact-panel.module.css';

interface TakenAwayProps {
  readonly title: string;
  /** Each with the act that took it away. */
  readonly taken: readonly { readonly act: string; readonly words: string; readonly aside: string | null }[];
  readonly unwritten: Unwritten;
  readonly onTakeBack: (act: string) => unknown;
}

/** What the person marked as no fact, or no name, of this article, so that it can be looked at and taken back. */
export function TakenAway({ title, taken, unwritten, onTakeBack }: TakenAwayProps) {
  const { say } = useMessages();
  if (taken.length === 0) return null;
  return (
    <details className={styles.takenAway}>
      <summary>{title}</summary>
      <ul>
        {taken.map(({ act, words, aside }) => (
          <li key={act}>
            <span lang="zh-CN">{words}</span>
            {aside !== null && <span className={styles.aside}>{aside}</span>}
            {unwritten.acts.has(act) && <NotOnDisk />}
            <Button look="link" icon="undo" onPress={() => onTakeBack(act)}>
              {say('facts.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
