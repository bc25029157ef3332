import { memo } from 'react';
import type { ImportEntry } from '../../library/import-queue.ts';
import { isEnded } from '../../state/import-steps.ts';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './imports.module.css';

/** One file of the queue: how far it is or how it went, and what can be done. Drawn anew when it alone changes. */
export const ImportItem = memo(function ImportItem({ entry }: { readonly entry: ImportEntry }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { id, path, step, failure, articles, facts, files, firstArticle, twin, hasBytes } = entry;
  const isAmiss = step === 'failed' || step === 'unread' || step === 'twin';
  const words = (): string => {
    if (step === 'done') return say('import.done', { articles, facts });
    if (step === 'unpacked') return say('import.unpacked', { files });
    if (step === 'twin') return say('import.twin', { name: twin ?? '' });
    if (step === 'unread' && failure?.reason === 'cancelled') return say('import.unreadStopped');
    return isAmiss && failure ? explain(failure) : say(`import.step.${step}`);
  };
  return (
    <>
      <span className={styles.sign}>
        {isAmiss ? (
          <Icon name="warning" size={16} />
        ) : (
          isEnded(entry) && step !== 'stopped' && <Icon name="check" size={16} />
        )}
      </span>
      <span className={styles.name}>{path}</span>
      <span className={styles.words}>
        {words()}
        {step === 'failed' && failure && (
          <>
            {' '}
            <code className={styles.code}>{failure.reason}</code>
          </>
        )}
      </span>
      <span className={styles.acts}>
        {firstArticle !== null && (
          <Button look="link" onPress={() => desk.reader.getState().open(firstArticle)}>
            {say(step === 'twin' ? 'import.openTwin' : 'import.openFirst')}
          </Button>
        )}
        {step === 'twin' && hasBytes && (
          <Button look="link" onPress={() => owned(desk.log, desk.imports.getState().keepBoth(id))}>
            {say('import.keepBoth')}
          </Button>
        )}
        {(step === 'unread' || ((step === 'failed' || step === 'stopped') && hasBytes)) && (
          <Button look="link" onPress={() => owned(desk.log, desk.imports.getState().tryAgain([id]))}>
            {say('import.tryAgain')}
          </Button>
        )}
      </span>
    </>
  );
});
