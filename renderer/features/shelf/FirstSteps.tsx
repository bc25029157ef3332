import { runCommand } from '../../commands/commands.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Spoken } from '../../ui/Spoken.tsx';
import styles from './first-steps.module.css';

const QUERY = '>1亿元';

/**
 * What can be tried first on a desk that only has what came with it: to read, to search, to bring in a page. A step is
 * done when the library shows that it was, in whatever way; the card goes when all are, or when it is closed.
 */
export function FirstSteps() {
  const { say } = useMessages();
  const desk = useDesk();
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const { place, recentSearches, skipsFirstSteps, goTo, change } = useDeskState(
    'settings',
    (settings) => settings,
  );
  const first = rows.find(({ origin }) => origin === 'pack');
  const isRead = place.article !== null;
  const isSearched = recentSearches.length > 0;
  const isBrought = rows.some(({ origin }) => origin !== 'pack');
  if (skipsFirstSteps || !first || (isRead && isSearched && isBrought)) return null;

  const steps = [
    {
      id: 'read',
      isDone: isRead,
      run: () => desk.reader.getState().open(first.id),
    },
    {
      id: 'search',
      isDone: isSearched,
      run: () => {
        goTo({ room: 'search' });
        owned(
          desk.log,
          desk.search
            .getState()
            .type(QUERY)
            .then(() => desk.search.getState().submit()),
        );
      },
    },
    { id: 'bring', isDone: isBrought, run: () => runCommand(desk, 'importFiles') },
  ] as const;
  return (
    <section className={styles.steps} aria-label={say('start.title')}>
      <header>
        <h2>{say('start.title')}</h2>
        <IconButton
          icon="close"
          label={say('start.skip')}
          isSmall
          onPress={() => change({ skipsFirstSteps: true })}
        />
      </header>
      <ol>
        {steps.map(({ id, isDone, run }) => (
          <li key={id} data-done={isDone}>
            <button type="button" onClick={run}>
              <span className={styles.tick}>{isDone && <Icon name="check" size={13} />}</span>
              <span>
                <b>{say(`start.${id}`, { query: QUERY })}</b>
                <small>{say(`start.${id}Why`)}</small>
              </span>
              {isDone && <Spoken>{say('start.done')}</Spoken>}
            </button>
          </li>
        ))}
      </ol>
      {!isBrought && (
        <p>
          <Button look="link" onPress={() => runCommand(desk, 'importSpecimen')}>
            {say('commands.importSpecimen')}
          </Button>
        </p>
      )}
    </section>
  );
}
