import { useEffect, useState } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Field.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { AGREEMENT_SECTIONS, type GroupRow } from '../../workers/compare-calls.ts';
import styles from './agreement.module.css';
import { LooseList } from './LooseList.tsx';
import { SettleForm } from './SettleForm.tsx';
import { ThingRow } from './ThingRow.tsx';

/** Where the list of sections has no place beside what it lists. */
const NARROW = '(max-width: 760px)';
/** Pixels that a row is likely to take: two wordings of two lines, and what stands below them. */
const ROW_HEIGHT = 150;

/** What the figures of the whole library say of the same things: of each both wordings, what weighs most first. */
export function LibraryAgreement() {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { section, phase, found, rows, at, failure } = useDeskState('agreements', (state) => state);
  useEffect(() => desk.agreements.getState().begin(), [desk]);
  const listed = rows.map((row, place) => ({ row, place }));
  const count = found?.counts[section] ?? 0;
  const isNarrow = useMedia(NARROW);
  const [settling, setSettling] = useState<GroupRow | null>(null);
  return (
    <section className={styles.page} aria-label={say('agreement.title')} data-things={phase}>
      <AgreementHead />
      {found && <LooseList loose={found.loose} />}
      {failure || phase === 'stopped' ? (
        <EmptyState
          icon="warning"
          title={say('agreement.notFound')}
          action={
            <Button onPress={() => desk.agreements.getState().lookAgain()}>{say('compare.tryAgain')}</Button>
          }
        >
          {failure ? explain(failure) : say('agreement.stopped')}
        </EmptyState>
      ) : found && count === 0 && phase === 'found' ? (
        <EmptyState icon="table" title={say('agreement.none')}>
          {say('agreement.noneWhy')}
        </EmptyState>
      ) : (
        <LongList
          className={styles.list}
          label={say(`agreement.section.${section}`)}
          rows={listed}
          keyOf={({ row }) => row.figures.map(({ fact, article }) => `${article} ${fact.id}`).join()}
          guess={() => ROW_HEIGHT}
          shown={at}
          isWalked
          after={
            <>
              {rows.length > 0 && rows.length < count && (
                <p className={styles.more}>
                  <Button onPress={() => desk.agreements.getState().more()}>
                    {say('agreement.more', { count: count - rows.length })}
                  </Button>
                </p>
              )}
              {isNarrow && <p className={styles.trust}>{say('agreement.trust')}</p>}
            </>
          }
        >
          {({ row, place }) => (
            <ThingRow
              row={row}
              isLast={place === at}
              onOpen={() => desk.agreements.getState().open(place)}
              onSettle={() => setSettling(row)}
            />
          )}
        </LongList>
      )}
      {settling && <SettleForm row={settling} onClose={() => setSettling(null)} />}
    </section>
  );
}

/** What this is, how far it is, and what is listed. */
function AgreementHead() {
  const { say } = useMessages();
  const desk = useDesk();
  const isNarrow = useMedia(NARROW);
  const { section, phase, progress, found } = useDeskState('agreements', (state) => state);
  return (
    <header className={styles.head}>
      <h1>{say('agreement.title')}</h1>
      <Button look="link" icon="table" onPress={() => runCommand(desk, 'showFacts')}>
        {say('desk.factTable')}
      </Button>
      {isNarrow && (
        <Select
          label={say('agreement.sections')}
          value={section}
          choices={AGREEMENT_SECTIONS.map((id) => ({
            id,
            label: `${say(`agreement.section.${id}`)} ${found?.counts[id] ?? ''}`,
          }))}
          onChange={(id) => desk.agreements.getState().show(id)}
        />
      )}
      <p className={styles.caution}>{say('compare.caution')}</p>
      {phase === 'looking' && (
        <Progress
          label={say(`agreement.${progress.step}`)}
          done={progress.done}
          total={progress.total}
          onStop={() => desk.agreements.getState().stop()}
        />
      )}
    </header>
  );
}
