import { VERDICTS } from '@shared/analysis/agreement/figure-groups.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import styles from './agreement.module.css';

/** What figures of one thing say of each other, with how many things are told so; and how far that is to be trusted. */
export function AgreementSections() {
  const { say, number } = useMessages();
  const { agreements } = useDesk();
  const { section, found } = useDeskState('agreements', (state) => state);
  return (
    <nav className={styles.sections} aria-label={say('agreement.sections')}>
      <h2>{say('agreement.sections')}</h2>
      {VERDICTS.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={styles.section}
          aria-current={section === verdict ? 'true' : undefined}
          onClick={() => agreements.getState().show(verdict)}
        >
          {say(`compare.verdict.${verdict}`)} <b>{found && number(found.counts[verdict])}</b>
        </button>
      ))}
      <p className={styles.trust}>{say('agreement.trust')}</p>
    </nav>
  );
}
