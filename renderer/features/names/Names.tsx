import type { NameType } from '@shared/model/name.ts';
import { NAME_TYPES } from '@shared/model/name.ts';
import { useEffect, useMemo, useState } from 'react';
import { runCommand } from '../../commands/commands.ts';
import type { NamePage as Page } from '../../state/names.ts';
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
  const { say } = useMessages();
  const desk = useDesk();
  const { loaded, pages } = useDeskState('names', (names) => names);
  const shown = useDeskState('settings', (settings) => settings.place.name);
  const unwritten = useDeskState('session', (session) => session.unwritten.names);
  const [chosen, setChosen] = useState<NameType | null>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => desk.names.getState().watch(), [desk]);
  const counts = useMemo(() => countTypes(pages), [pages]);
  const page = pages.find(({ id }) => id === shown);
  if (page) return <NamePage page={page} onBack={() => desk.settings.getState().goTo({ name: null })} />;
  if (loaded && pages.length === 0)
    return (
      <EmptyState icon="names" title={say('names.empty')}>
        {say('names.emptyWhy')}
      </EmptyState>
    );
  // What no chip offers any more narrows nothing: nobody could take it off.
  const type = chosen !== null && counts.has(chosen) ? chosen : null;
  const wanted = typed.trim();
  const found = pages.filter(
    (one) =>
      (type === null || one.type === type) &&
      (wanted === '' || [one.form, ...one.forms].some((form) => form.includes(wanted))),
  );
  return (
    <div className={styles.names}>
      <ListFilter label={say('names.find')} value={typed} onChange={setTyped}>
        <IconButton icon="edit" label={say('names.words')} onPress={() => runCommand(desk, 'showWords')} />
      </ListFilter>
      <div className={styles.chips}>
        {NAME_TYPES.filter((one) => counts.has(one)).map((one) => (
          <Chip
            key={one}
            isSelected={type === one}
            count={counts.get(one) ?? 0}
            onChange={(on) => setChosen(on ? one : null)}
          >
            {say(`facts.name.${one}`)}
          </Chip>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>{say('names.none')}</p>}
      <NameList
        pages={found}
        unwritten={unwritten}
        onOpen={(name) => desk.settings.getState().goTo({ name })}
      />
    </div>
  );
}

function countTypes(pages: readonly Page[]): Map<NameType, number> {
  const counts = new Map<NameType, number>();
  for (const { type } of pages) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}
