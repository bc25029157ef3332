import type { VaultSurvey } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import { useEffect } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import type { VaultCheck } from '../../state/vault-care.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { secondsLeft } from '../../ui/seconds-left.ts';
import { sayMoment, saySize } from '../../ui/value-words.ts';
import { BackupList } from './BackupList.tsx';
import styles from './settings.module.css';

/** Where the person's library lies, how large it is, its backups, and whether it is whole. */
export function YourLibrary() {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const { path } = useDeskState('session', (session) => session.info.vault);
  const { survey, backups, check, load, backUp, restore, checkAll } = useDeskState(
    'vaultCare',
    (care) => care,
  );
  useEffect(() => owned(desk.log, load()), [desk, load]);
  const newest = backups.findLast(({ reason }) => reason !== 'mended');
  const bytes = survey?.originals.reduce((sum, original) => sum + original.bytes, survey.journalBytes) ?? 0;
  return (
    <section aria-label={say('settings.library')}>
      <h2>{say('settings.library')}</h2>
      <p>{say('settings.dataWhy')}</p>
      <p className={styles.path}>
        <code>{path}</code>
        <Button look="link" icon="copy" onPress={() => desk.copy(path)}>
          {say('settings.copyPath')}
        </Button>
      </p>
      {survey && (
        <dl className={styles.numbers}>
          <div>
            <dt>{say('settings.originals')}</dt>
            <dd>{survey.originals.length}</dd>
          </div>
          <div>
            <dt>{say('settings.actsMade')}</dt>
            <dd>{survey.lines}</dd>
          </div>
          <div>
            <dt>{say('settings.size')}</dt>
            <dd>{saySize(bytes, messages)}</dd>
          </div>
          <div>
            <dt>{say('settings.lastBackup')}</dt>
            <dd>{newest ? sayMoment(newest.at, messages) : say('settings.never')}</dd>
          </div>
        </dl>
      )}

      {survey && <Findings survey={survey} />}

      <h3>{say('settings.backups')}</h3>
      <p>{say('settings.backupsWhy')}</p>
      <BackupList backups={backups} onRestore={(backup) => owned(desk.log, restore(backup))} />
      <Button
        icon="copy"
        isDisabled={survey === null || survey.lines === 0}
        onPress={() => owned(desk.log, backUp())}
      >
        {say('settings.backUp')}
      </Button>

      <h3>{say('settings.carry')}</h3>
      <p>{say('settings.carryWhy')}</p>
      <Button icon="export" onPress={() => runCommand(desk, 'carryLibrary')}>
        {say('commands.carryLibrary')}
      </Button>

      <h3>{say('settings.check')}</h3>
      <p>{say('settings.checkWhy')}</p>
      {check?.step === 'running' ? (
        <Progress
          label={say('settings.checking')}
          done={check.done}
          total={check.total}
          secondsLeft={secondsLeft(check)}
          onStop={() => desk.vaultCare.getState().stop()}
        />
      ) : (
        <Button icon="check" onPress={() => owned(desk.log, checkAll())}>
          {say(check ? 'settings.checkAgain' : 'settings.checkNow')}
        </Button>
      )}
      {check && <CheckResult check={check} />}
    </section>
  );
}

/** What was found amiss when the library was opened and since, and what lies there that is not Duidu's. */
function Findings({ survey }: { readonly survey: VaultSurvey }) {
  const { say, explain } = useMessages();
  const found = survey.readOnly ? [survey.readOnly, ...survey.findings] : survey.findings;
  return (
    <>
      {found.map((finding) => (
        <p key={finding.reason} className={styles.wrong} role="status">
          {explain(finding)}
        </p>
      ))}
      {survey.strays.length > 0 && (
        <details>
          <summary>{say('settings.strays', { count: survey.strays.length })}</summary>
          <ul className={styles.rows}>
            {survey.strays.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function CheckResult({ check }: { readonly check: VaultCheck }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { step, done, total, faults } = check;
  const sayFault = (failure: Failure): string =>
    failure.reason === 'original-missing' || failure.reason === 'original-damaged'
      ? say(`settings.${failure.reason}`)
      : explain(failure);
  return (
    <div className={styles.result} role="status" data-step={step}>
      {step === 'done' && faults.length === 0 && <p>{say('settings.allSound', { count: total })}</p>}
      {step === 'stopped' && <p>{say('settings.checkStopped', { done, total })}</p>}
      {faults.length > 0 && (
        <>
          <p className={styles.wrong}>{say('settings.faults', { count: faults.length })}</p>
          <ul className={styles.rows}>
            {faults.map(({ sha256, name, failure }) => (
              <li key={sha256}>
                <span lang="zh-CN">{name ?? say('settings.unnamed')}</span>
                <code title={sha256}>{sha256.slice(0, 12)}</code>
                <span className={styles.wrong}>{sayFault(failure)}</span>
              </li>
            ))}
          </ul>
          <p>{say('settings.faultsHelp')}</p>
          <Button icon="import" onPress={() => runCommand(desk, 'importFiles')}>
            {say('settings.importAgain')}
          </Button>
        </>
      )}
    </div>
  );
}
