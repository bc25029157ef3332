import { NAME_TYPES } from '@shared/model/name.ts';
import { useEffect } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Chip, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListFilter } from '../../ui/ListFilter.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NameList } from './NameList.tsx';
import { NamePage } from './NamePage.tsx';
import styles from './names.module.css';

/** Everyone and everything that the library names, and the page of one of them. */
export function Names() {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const found = useDeskState('names', (names) => names.found);
  const chosen = useDeskState('names', (names) => names.filter.type);
  const page = useDeskState('names', (names) => names.page);
  const unavailable = useDeskState('names', (names) => names.unavailable);
  const shown = useDeskState('settings', (settings) => settings.place.name);
  useEffect(() => desk.names.getState().watch(), [desk]);
  useEffect(() => desk.names.getState().open(shown), [desk, shown]);
  const { narrow } = desk.names.getState();
  if (unavailable)
    return (
      <EmptyState icon="names" title={say('desk.names')}>
        {explain(unavailable)}
      </EmptyState>
    );
  if (page && page.id === shown)
    return <NamePage page={page} onBack={() => desk.settings.getState().goTo({ name: null })} />;
  const types = found?.types ?? {};
  const offered = NAME_TYPES.filter((one) => types[one]);
  if (found && offered.length === 0)
    return (
      <EmptyState icon="names" title={say('names.empty')}>
        {say('names.emptyWhy')}
      </EmptyState>
    );
  return (
    <div className={styles.names}>
      <NameFilterField />
      <div className={styles.chips}>
        {offered.map((one) => (
          <Chip
            key={one}
            isSelected={chosen === one}
            count={types[one] ?? 0}
            onChange={(on) => narrow({ type: on ? one : null })}
          >
            {say(`facts.name.${one}`)}
          </Chip>
        ))}
      </div>
      {found?.names === 0 && <p className={styles.none}>{say('names.none')}</p>}
      {found && <NameList found={found} />}
    </div>
  );
}

function NameFilterField() {
  const { say } = useMessages();
  const desk = useDesk();
  const words = useDeskState('names', (names) => names.filter.words);
  return (
    <ListFilter
      label={say('names.find')}
      value={words}
      onChange={(typed) => desk.names.getState().narrow({ words: typed })}
    >
      <IconButton icon="edit" label={say('names.words')} onPress={() => runCommand(desk, 'showWords')} />
    </ListFilter>
  );
}
