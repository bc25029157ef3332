import { useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { COMMANDS } from '../../commands/commands.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import type { MessageKey } from '../../ui/read-messages.ts';
import styles from './palette.module.css';

export const isMac = navigator.platform.startsWith('Mac');

/** Every command that can be done now, found by typing. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const commands = COMMANDS.filter(({ id, enabled }) => id !== 'showPalette' && enabled(desk));
  return (
    <Dialog title={say('desk.palette')} isOpen onClose={onClose}>
      <div className={styles.palette}>
        <Autocomplete inputValue={typed} onInputChange={setTyped} filter={contains}>
          <SearchField aria-label={say('commands.find')} autoFocus className={styles.find ?? ''}>
            <Input placeholder={say('commands.find')} />
          </SearchField>
          <Menu
            aria-label={say('desk.palette')}
            className={styles.list ?? ''}
            renderEmptyState={() => <p className={styles.none}>{say('commands.none')}</p>}
            onAction={(id) => {
              onClose();
              void commands.find((command) => command.id === id)?.run(desk);
            }}
          >
            {commands.map(({ id, group, keywords, shortcut }) => {
              const label = say(`commands.${id}` as MessageKey);
              return (
                <MenuItem
                  key={id}
                  id={id}
                  className={styles.item ?? ''}
                  textValue={[label, id, ...keywords].join(' ')}
                >
                  <span>{label}</span>
                  <small>{say(`commands.group.${group}`)}</small>
                  {shortcut && <Keys shortcut={shortcut} />}
                </MenuItem>
              );
            })}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  );
}

export function Keys({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className={styles.keys}>
      {keysOf(shortcut, isMac).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
