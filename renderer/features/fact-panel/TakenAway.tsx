import type { Fact } from '@shared/model/fact.ts';
import type { Unwritten } from '../../state/unwritten.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { sayValue } from '../../ui/value-words.ts';
import styles from './fact-panel.module.css';

interface TakenAwayProps {
  readonly facts: readonly { readonly act: string; readonly fact: Fact }[];
  readonly unwritten: Unwritten;
  readonly onTakeBack: (act: string) => unknown;
}

/** What the person marked as no fact of this article, so that it can be looked at and taken back. */
export function TakenAway({ facts, unwritten, onTakeBack }: TakenAwayProps) {
  const messages = useMessages();
  const { say } = messages;
  if (facts.length === 0) return null;
  return (
    <details className={styles.takenAway}>
      <summary>{say('facts.takenAway', { count: facts.length })}</summary>
      <ul>
        {facts.map(({ act, fact }) => {
          const { bound, number, unit } = sayValue(fact, messages);
          return (
            <li key={act}>
              <span lang="zh-CN">{fact.text}</span>
              {fact.value !== null && (
                <span className={styles.aside}>{`${bound}${number} ${unit}`.trim()}</span>
              )}
              {unwritten.acts.has(act) && <NotOnDisk />}
              <Button look="link" icon="undo" onPress={() => onTakeBack(act)}>
                {say('facts.takeBack')}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
