import type { MergeReport } from '@shared/exchange/carry/take-library.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Beside } from './Beside.tsx';
import { type SourceNames, sayConflict, sayDamaged } from './carry-words.ts';
import styles from './exchange.module.css';

/** The library as one file for another machine, and another's file: what it would change before it is taken. */
export function CarryForm({ onClose }: { readonly onClose: () => void }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { phase, progress, name, looked, taken, beside, saved, failure } = useDeskState(
    'carrying',
    (state) => state,
  );
  const { save, open, openBeside, take, stop, clear } = desk.carrying.getState();
  const isBusy = phase === 'writing' || phase === 'looking' || phase === 'taking' || phase === 'opening';
  const names: SourceNames = new Map(looked?.sources.map((one) => [one.source, one.name]));
  return (
    <Dialog
      title={say('commands.carryLibrary')}
      size="large"
      isOpen
      onClose={() => {
        if (!isBusy) clear();
        onClose();
      }}
    >
      <div className={styles.form}>
        {(phase === 'empty' || phase === 'writing') && (
          <p className={styles.hint}>{say('export.carry.why')}</p>
        )}
        {failure && (
          <p className={styles.wrong} role="alert">
            {explain(failure)}
          </p>
        )}
        {saved && (
          <p className={styles.good} role="status">
            {saved.path === null
              ? say('export.carry.downloaded')
              : say('export.carry.saved', { path: saved.path })}
            {saved.leftBehind > 0 && ` ${say('export.carry.leftBehind', { count: saved.leftBehind })}`}
          </p>
        )}
        {isBusy && (
          <Progress
            label={say(`export.carry.${phase}`)}
            done={progress.done}
            total={progress.total}
            onStop={stop}
          />
        )}
        {phase === 'looked' && looked && (
          <section className={styles.report} aria-label={name}>
            <h3>{name}</h3>
            <Changes report={looked.report} names={names} isDone={false} />
            <Beside beside={looked.beside} names={names} />
          </section>
        )}
        {phase === 'taken' && taken && (
          <section className={styles.report} aria-label={name}>
            <h3>{name}</h3>
            <Changes report={taken} names={names} isDone />
          </section>
        )}
        {phase === 'beside' && beside && (
          <section className={styles.report} aria-label={name}>
            <h3>{name}</h3>
            <p className={styles.good} role="status">
              {say('export.carry.beside', { path: beside.path })}
            </p>
            {beside.wasOpen && <p className={styles.wrong}>{say('export.carry.besideOpen')}</p>}
            {beside.damaged.length > 0 && (
              <p className={styles.wrong}>{say('export.carry.damaged', { count: beside.damaged.length })}</p>
            )}
            {beside.address !== null && (
              <p>
                <a href={beside.address} target="_blank" rel="noreferrer">
                  {say('export.carry.goBeside')}
                </a>
              </p>
            )}
          </section>
        )}
        <footer className={styles.foot}>
          <Button icon="export" isBusy={isBusy} onPress={() => owned(desk.log, save())}>
            {say('export.carry.save')}
          </Button>
          <Button
            look={phase === 'looked' ? 'plain' : 'accent'}
            icon="import"
            isBusy={isBusy}
            onPress={() => owned(desk.log, open())}
          >
            {say('export.carry.open')}
          </Button>
          {phase === 'looked' && (
            <Button icon="panel" onPress={() => owned(desk.log, openBeside())}>
              {say('export.carry.openBeside')}
            </Button>
          )}
          {phase === 'looked' && looked && (
            <Button
              look="accent"
              icon="check"
              isDisabled={looked.report.acts + looked.report.originals === 0}
              onPress={() => owned(desk.log, take())}
            >
              {say(looked.report.damaged.length > 0 ? 'export.carry.takeWhole' : 'export.carry.take')}
            </Button>
          )}
        </footer>
      </div>
    </Dialog>
  );
}

/** What a file changes here, or has changed. */
function Changes(props: {
  readonly report: MergeReport;
  readonly names: SourceNames;
  readonly isDone: boolean;
}) {
  const messages = useMessages();
  const { say } = messages;
  const { report, names, isDone } = props;
  const { acts, originals, conflicts, differing, damaged, erased } = report;
  const isNothing = acts + originals === 0;
  return (
    <>
      {damaged.length > 0 && (
        <div className={styles.wrong} role="alert">
          <p>{say('export.carry.damaged', { count: damaged.length })}</p>
          <ul>
            {damaged.map((part) => (
              <li key={part}>{sayDamaged(part, names, messages)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.good} role="status">
        {isNothing
          ? say('export.carry.nothingNew')
          : say(isDone ? 'export.carry.took' : 'export.carry.wouldTake', { acts, originals })}
      </p>
      {erased.length > 0 && <p>{say('export.carry.erased', { count: erased.length })}</p>}
      {differing.length > 0 && <p>{say('export.carry.differing', { count: differing.length })}</p>}
      {conflicts.length > 0 && (
        <>
          <p>{say('export.carry.conflicts', { count: conflicts.length })}</p>
          <ul className={styles.findings}>
            {conflicts.map((conflict) => (
              <li key={conflict.about}>{sayConflict(conflict, names, messages)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
