import type { CheckedItem, Finding } from '@shared/exchange/proof/verify.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { VerifiedExport } from '../../workers/exchange-calls.ts';
import styles from './exchange.module.css';
import { sayFinding, sayWhere } from './finding-words.ts';

/** Exports held against their sources: what holds, and each item that does not, with why. */
export function VerifyForm({ onClose }: { readonly onClose: () => void }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { phase, progress, report, refused, failure } = useDeskState('verifying', (state) => state);
  const { choose, addSources, stop, clear } = desk.verifying.getState();
  const isBusy = phase === 'reading' || phase === 'checking';
  const lacks = report.some(
    (one) => one.failure === null && one.fallen.some(({ finding }) => finding.state === 'missing'),
  );
  return (
    <Dialog
      title={say('commands.verifyExport')}
      size="large"
      isOpen
      onClose={() => {
        clear();
        onClose();
      }}
    >
      <div className={styles.form}>
        <p className={styles.hint}>{say('export.verify.why')}</p>
        {failure && (
          <p className={styles.wrong} role="alert">
            {explain(failure)}
          </p>
        )}
        {refused.map(({ name, failure: why }) => (
          <p key={name} className={styles.wrong}>
            {name}: {explain(why)}
          </p>
        ))}
        {isBusy && (
          <Progress
            label={say('export.verify.checking')}
            done={progress.done}
            total={progress.total}
            onStop={stop}
          />
        )}
        {phase === 'done' && report.map((one) => <Report key={one.name} report={one} />)}
        <footer className={styles.foot}>
          {phase === 'done' && (
            <Button
              look={lacks ? 'accent' : 'quiet'}
              icon="plus"
              onPress={() => owned(desk.log, addSources())}
            >
              {say('export.verify.addSources')}
            </Button>
          )}
          <Button
            look={phase === 'empty' ? 'accent' : 'plain'}
            icon="import"
            isBusy={isBusy}
            onPress={() => owned(desk.log, choose())}
          >
            {say('export.verify.choose')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

function Report({ report }: { readonly report: VerifiedExport }) {
  const { say, explain } = useMessages();
  const unread = report.unread.map(({ name, failure }) => (
    <p key={name} className={styles.wrong}>
      {name}: {explain(failure)}
    </p>
  ));
  if (report.failure)
    return (
      <section className={styles.report} aria-label={report.name}>
        <h3>{report.name}</h3>
        <p className={styles.wrong}>{explain(report.failure)}</p>
        {unread}
      </section>
    );
  const { name, items, holds, said, notices, fallen, more } = report;
  return (
    <section className={styles.report} aria-label={name}>
      <h3>{name}</h3>
      <p className={holds === items ? styles.good : styles.wrong} role="status">
        {items === 0 ? say('export.verify.none') : say('export.verify.sum', { holds, count: items })}
      </p>
      {said > 0 && <p className={styles.hint}>{say('export.verify.said', { count: said })}</p>}
      {notices.map(({ state, source, file }) => (
        <p key={`${state} ${source}`} className={styles.hint}>
          {say(`export.verify.${state}`, { file })}
        </p>
      ))}
      {unread}
      {fallen.length > 0 && (
        <ul className={styles.findings}>
          {fallen.map((item) => (
            <FallenItem key={item.where} item={item} />
          ))}
        </ul>
      )}
      {more > 0 && <p className={styles.hint}>{say('export.verify.more', { count: more })}</p>}
    </section>
  );
}

function FallenItem({ item }: { readonly item: CheckedItem }) {
  const messages = useMessages();
  const finding = item.finding as Exclude<Finding, { state: 'holds' }>;
  return (
    <li data-state={finding.state}>
      <span className={styles.where}>{sayWhere(item.where, messages)}</span>
      {item.words && <q lang="zh-CN">{item.words}</q>}
      <span>{sayFinding(finding, messages)}</span>
    </li>
  );
}
