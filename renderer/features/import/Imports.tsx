import { useMemo, useState } from 'react';
import { runCommand } from '../../commands/commands.ts';
import type { ImportEntry } from '../../library/import-queue.ts';
import { isEnded, weightOf } from '../../state/import-steps.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { DescribeByNames } from './DescribeByNames.tsx';
import { reportFailures } from './failure-report.ts';
import { ImportItem } from './ImportItem.tsx';
import styles from './imports.module.css';

/** What a person has to do something about. */
const isAmiss = ({ step }: Pick<ImportEntry, 'step'>): boolean =>
  step === 'failed' || step === 'unread' || step === 'twin' || step === 'stopped';

/** The queue of imports: what is coming in, how it went with the rest, and what to do. */
export function Imports() {
  const { say } = useMessages();
  const desk = useDesk();
  const entries = useDeskState('imports', (state) => state.entries);
  const firstGiven = useDeskState('imports', (state) => state.firstGiven);
  const [onlyAmiss, setOnlyAmiss] = useState(false);
  const [isDescribing, setDescribing] = useState(false);
  const amiss = entries.filter(isAmiss);
  const listed = onlyAmiss && amiss.length > 0 ? amiss : entries;
  // Files that are given come behind all that came before, which may be thousands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that files are given
  const shown = useMemo(() => listed.findIndex(({ id }) => id === firstGiven), [firstGiven]);
  const choose = (
    <div className={styles.choose}>
      <Button look="accent" icon="import" onPress={() => runCommand(desk, 'importFiles')}>
        {say('import.choose')}
      </Button>
      <Button look="quiet" onPress={() => runCommand(desk, 'importFolder')}>
        {say('import.chooseFolder')}
      </Button>
      <Watched />
    </div>
  );
  if (entries.length === 0)
    return (
      <EmptyState icon="import" title={say('import.title')} action={choose}>
        {say('import.emptyWhy')}
      </EmptyState>
    );
  return (
    <>
      <LongList
        className={styles.imports}
        rows={listed}
        shown={shown}
        keyOf={({ id }) => String(id)}
        guess={({ step }) => (isAmiss({ step }) ? 104 : 62)}
        propsOf={({ step, firstArticle }) => ({
          className: styles.entry,
          'data-context': firstArticle === null ? undefined : `article:${firstArticle}`,
          'data-step': step,
        })}
        before={
          <>
            <div className={styles.more}>{choose}</div>
            <Head entries={entries} amiss={amiss} onDescribe={() => setDescribing(true)} />
            {amiss.length > 0 && amiss.length < entries.length && (
              <div className={styles.filter}>
                <Button look="link" onPress={() => setOnlyAmiss(!onlyAmiss)}>
                  {onlyAmiss ? say('import.showAll') : say('import.showAmiss', { count: amiss.length })}
                </Button>
              </div>
            )}
          </>
        }
      >
        {(entry) => <ImportItem entry={entry} />}
      </LongList>
      {isDescribing && <DescribeByNames entries={entries} onClose={() => setDescribing(false)} />}
    </>
  );
}

/** The folder that is watched, or a way to choose one where the browser can. */
function Watched() {
  const { say } = useMessages();
  const desk = useDesk();
  const { folder, taken, isPossible } = useDeskState('watching', (state) => state);
  if (folder === null)
    return isPossible ? (
      <Button look="quiet" onPress={() => runCommand(desk, 'watchFolder')}>
        {say('import.watch')}
      </Button>
    ) : null;
  return (
    <p className={styles.watched}>
      <span role="status">{say('import.watching', { name: folder, taken })}</span>
      <Button look="link" onPress={() => runCommand(desk, 'stopWatching')}>
        {say('import.stopWatching')}
      </Button>
    </p>
  );
}

function Head({
  entries,
  amiss,
  onDescribe,
}: {
  readonly entries: readonly ImportEntry[];
  readonly amiss: readonly ImportEntry[];
  readonly onDescribe: () => void;
}) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const { running, isPaused, startedAt, endedWeight } = useDeskState('imports', (state) => state);
  const count = (step: ImportEntry['step']): number => entries.filter((entry) => entry.step === step).length;
  const ended = entries.filter(isEnded).length;
  const [failed, unread, done] = [count('failed'), count('unread'), count('done') + count('known')];
  const held = entries.some(({ step }) => step === 'held');
  const waiting = entries.some(({ step }) => step === 'waiting');
  const again = amiss.filter(({ step, hasBytes }) => step === 'unread' || (step !== 'twin' && hasBytes));
  const { imports } = desk;
  const saveReport = async (): Promise<boolean> =>
    desk.deeds.saveFile(say('import.reportName'), await reportFailures(amiss, messages));
  if (running)
    return (
      <div className={styles.head}>
        <Progress
          label={say(held ? 'import.heldAll' : isPaused ? 'import.pausing' : 'desk.work.import')}
          done={ended}
          total={entries.length}
          secondsLeft={held || isPaused ? null : secondsLeft(entries, startedAt, endedWeight)}
          onStop={() => runCommand(desk, 'stopImport')}
        />
        {!isPaused && (
          <Button look="link" onPress={() => runCommand(desk, 'pauseImport')}>
            {say('import.pause')}
          </Button>
        )}
      </div>
    );
  return (
    <div className={styles.head}>
      <p className={styles.summary}>
        {unread > 0
          ? say('import.summaryUnread', { done, unread, failed })
          : say('import.summary', { done, failed })}
        {isPaused && waiting && ` · ${say('import.paused', { count: count('waiting') })}`}
      </p>
      <div className={styles.deeds}>
        {isPaused && waiting && (
          <Button look="accent" onPress={() => runCommand(desk, 'goOnImport')}>
            {say('import.goOn')}
          </Button>
        )}
        {again.length > 0 && (
          <Button
            look="link"
            onPress={() => owned(desk.log, imports.getState().tryAgain(again.map(({ id }) => id)))}
          >
            {say('import.tryAllAgain')}
          </Button>
        )}
        {amiss.length > 0 && (
          <Button look="link" onPress={() => owned(desk.log, saveReport())}>
            {say('import.saveReport')}
          </Button>
        )}
        {done + unread > 0 && (
          <Button look="link" onPress={onDescribe}>
            {say('import.describe')}
          </Button>
        )}
        {entries.some(isEnded) && (
          <Button look="link" onPress={() => owned(desk.log, imports.getState().clear())}>
            {say('import.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Seconds before which a pace says nothing. */
const SECONDS_OF_PACE = 2;

/** Seconds that the rest takes at the pace so far; null while that cannot be said. */
function secondsLeft(entries: readonly ImportEntry[], startedAt: number, endedWeight: number): number | null {
  const seconds = (Date.now() - startedAt) / 1000;
  if (endedWeight === 0 || seconds < SECONDS_OF_PACE) return null;
  const rest = entries.reduce((sum, entry) => sum + (isEnded(entry) ? 0 : weightOf(entry)), 0);
  return (seconds / endedWeight) * rest;
}
