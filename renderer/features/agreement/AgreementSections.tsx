import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { AGREEMENT_SECTIONS } from '../../workers/compare-calls.ts';
import styles from './agreement.module.css';

/** What figures of one thing say of each other, with how many things are told so; and how far that is to be trusted. */
export function AgreementSections() {
  const { say, number } = useMessages();
  const { agreements } = useDesk();
  const { section, found } = useDeskState('agreements', (state) => state);
  return (
    <nav className={styles.sections} aria-label={say('agreement.sections')}>
      <h2>{say('agreement.sections')}</h2>
      {AGREEMENT_SECTIONS.map((id) => (
        <button
          key={id}
          type="button"
          className={styles.section}
          aria-current={section === id ? 'true' : undefined}
          onClick={() => agreements.getState().show(id)}
        >
          {say(`agreement.section.${id}`)} <b>{found && number(found.counts[id])}</b>
        </button>
      ))}
      <p className={styles.trust}>{say('agreement.trust')}</p>
    </nav>
  );
}
