import { COMMANDS, runCommand } from './commands/commands.ts';
import { keysOf } from './commands/shortcuts.ts';
import styles from './desk-rail.module.css';
import { isMac } from './features/palette/Palette.tsx';
import type { Room } from './state/settings.ts';
import { useDesk, useDeskState } from './state/use-desk.ts';
import { Icon, type IconName } from './ui/icons.tsx';
import { useMessages } from './ui/messages.tsx';
import type { MessageKey } from './ui/read-messages.ts';

interface Place {
  readonly room: Room;
  readonly icon: IconName;
  readonly label: MessageKey;
  /** The command whose keys lead there. */
  readonly command: string | null;
}

const PLACES: readonly Place[] = [
  { room: 'shelf', icon: 'shelf', label: 'desk.shelf', command: 'showShelf' },
  { room: 'search', icon: 'search', label: 'desk.search', command: 'focusSearch' },
  { room: 'bookmarks', icon: 'bookmark', label: 'desk.bookmarks', command: 'showBookmarks' },
  { room: 'names', icon: 'names', label: 'desk.names', command: 'showNames' },
  { room: 'facts', icon: 'table', label: 'desk.factTable', command: 'showFacts' },
  { room: 'imports', icon: 'import', label: 'desk.import', command: null },
  { room: 'settings', icon: 'settings', label: 'desk.settings', command: 'showSettings' },
];

/** Rooms without a place of their own, and the place that they belong to. */
const WITHIN: Partial<Record<Room, Room>> = { reader: 'shelf', agreement: 'facts' };

/** Where the left column leads: one list at a time, beside the open article. */
export function DeskRail({ onChoose }: { readonly onChoose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const room = useDeskState('settings', (settings) => settings.place.room);
  const shown = WITHIN[room] ?? room;
  return (
    <nav className={styles.rail} aria-label={say('desk.mainNavigation')}>
      {PLACES.map(({ room: to, icon, label, command }) => {
        const shortcut = COMMANDS.find(({ id }) => id === command)?.shortcut;
        return (
          <button
            key={to}
            type="button"
            className={styles.place}
            aria-current={shown === to ? 'page' : undefined}
            title={shortcut ? keysOf(shortcut, isMac).join(' ') : undefined}
            onClick={() => {
              desk.settings.getState().goTo({ room: to });
              if (to === 'search') runCommand(desk, 'focusSearch');
              onChoose();
            }}
          >
            <Icon name={icon} size={21} />
            <span>{say(label)}</span>
          </button>
        );
      })}
    </nav>
  );
}
