import type { Backup } from '@shared/contracts/host.ts';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { sayMoment } from '../../ui/value-words.ts';
import styles from './settings.module.css';

export interface BackupListProps {
  /** Oldest first, as the host lists them. */
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: string) => void;
}

/** The copies of the journal that can be put in its place; asks before it is done. */
export function BackupList({ backups, onRestore }: BackupListProps) {
  const messages = useMessages();
  const { say } = messages;
  const [asked, setAsked] = useState<Backup | null>(null);
  const nameOf = ({ at, reason, lost }: Backup): string =>
    reason === 'mended' ? say('settings.mended', { lost }) : sayMoment(at, messages);
  if (backups.length === 0) return <p className={styles.quiet}>{say('settings.noBackup')}</p>;
  return (
    <>
      <ul className={styles.rows} aria-label={say('settings.backups')}>
        {backups.toReversed().map((backup) => (
          <li key={backup.id}>
            <span>{nameOf(backup)}</span>
            <span className={styles.quiet}>{say(`settings.reason.${backup.reason}`)}</span>
            <span className={styles.quiet}>{say('settings.acts', { count: backup.lines })}</span>
            {backup.sound ? (
              <Button look="link" icon="undo" onPress={() => setAsked(backup)}>
                {say('settings.restore')}
              </Button>
            ) : (
              <span className={styles.wrong}>{say('settings.unsound')}</span>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog
          title={say('settings.restoreTitle', { backup: nameOf(asked) })}
          size="small"
          isOpen
          onClose={() => setAsked(null)}
        >
          <p>{say('settings.restoreWhy', { count: asked.lines })}</p>
          <footer className={styles.foot}>
            <Button look="quiet" autoFocus onPress={() => setAsked(null)}>
              {say('desk.cancel')}
            </Button>
            <Button
              look="accent"
              icon="undo"
              onPress={() => {
                setAsked(null);
                onRestore(asked.id);
              }}
            >
              {say('settings.restore')}
            </Button>
          </footer>
        </Dialog>
      )}
    </>
  );
}
