import { runCommand } from '../../commands/commands.ts';
import { ENDED_STEPS, type ImportEntry } from '../../state/imports.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './imports.module.css';

/** The files that were brought in since the desk was opened, each with how it went and what to do. */
export function Imports() {
  const { say } = useMessages();
  const desk = useDesk();
  const { entries, running, startedAt } = useDeskState('imports', (state) => state);
  const done = entries.filter(({ step }) => ENDED_STEPS.includes(step)).length;
  const failed = entries.filter(({ step }) => step === 'failed').length;
  const notTaken = entries.filter(({ step }) => step === 'twin').length;
  const held = entries.some(({ step }) => step === 'held');
  const unread = entries.filter(({ step }) => step === 'unread').length;
  const choose = (
    <Button look="accent" icon="import" onPress={() => runCommand(desk, 'importFiles')}>
      {say('import.choose')}
    </Button>
  );
  if (entries.length === 0)
    return (
      <EmptyState icon="import" title={say('import.title')} action={choose}>
        {say('shelf.emptyWhy')}
      </EmptyState>
    );
  return (
    <div className={styles.imports}>
      <div className={styles.head}>
        {running ? (
          <Progress
            label={say(held ? 'import.heldAll' : 'desk.work.import')}
            done={done}
            total={entries.length}
            secondsLeft={held ? null : secondsLeft(startedAt, done, entries.length)}
            onStop={() => runCommand(desk, 'stopImport')}
          />
        ) : (
          <p className={styles.summary}>
            <span>
              {unread > 0
                ? say('import.summaryUnread', { done: done - failed - unread - notTaken, unread, failed })
                : say('import.summary', { done: done - failed - notTaken, failed })}
            </span>
            <Button look="link" onPress={() => desk.imports.getState().clear()}>
              {say('import.clear')}
            </Button>
          </p>
        )}
      </div>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      <div className={styles.more}>{choose}</div>
    </div>
  );
}

/** Seconds that the rest takes at the pace so far; null until the first is done. */
function secondsLeft(startedAt: number, done: number, total: number): number | null {
  if (done === 0) return null;
  return (((Date.now() - startedAt) / done) * (total - done)) / 1000;
}

function Entry({ entry }: { readonly entry: ImportEntry }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { id, name, step, failure, articles, facts, firstArticle, twin } = entry;
  const isAmiss = step === 'failed' || step === 'unread' || step === 'twin';
  const words = (): string => {
    if (step === 'done') return say('import.done', { articles, facts });
    if (step === 'twin') return say('import.twin', { name: twin ?? '' });
    if (step === 'unread' && failure?.reason === 'cancelled') return say('import.unreadStopped');
    return isAmiss && failure ? explain(failure) : say(`import.step.${step}`);
  };
  return (
    <li className={styles.entry} data-step={step}>
      <span className={styles.sign}>
        {isAmiss ? (
          <Icon name="warning" size={16} />
        ) : (
          ENDED_STEPS.includes(step) && <Icon name="check" size={16} />
        )}
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.words}>{words()}</span>
      {firstArticle !== null && (
        <Button look="link" onPress={() => desk.reader.getState().open(firstArticle)}>
          {say(step === 'twin' ? 'import.openTwin' : 'import.openFirst')}
        </Button>
      )}
      {step === 'twin' && (
        <Button look="link" onPress={() => owned(desk.log, desk.imports.getState().keepBoth(id))}>
          {say('import.keepBoth')}
        </Button>
      )}
    </li>
  );
}
