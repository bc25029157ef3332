import { COMMANDS, runCommand } from './commands/commands.ts';
import { keysOf } from './commands/shortcuts.ts';
import styles from './desk-header.module.css';
import { isMac } from './features/palette/Palette.tsx';
import { SearchBox } from './features/search/SearchBox.tsx';
import { useDesk, useDeskState } from './state/use-desk.ts';
import { IconButton } from './ui/Button.tsx';
import type { IconName } from './ui/icons.tsx';
import { useMessages } from './ui/messages.tsx';

export interface DeskHeaderProps {
  readonly onShelf: () => void;
  /** Whether something can stand beside the text. */
  readonly hasPanel: boolean;
  readonly onPanel: () => void;
  /** The answers to a search are to be seen. */
  readonly onAnswers: () => void;
}

export function DeskHeader({ onShelf, hasPanel, onPanel, onAnswers }: DeskHeaderProps) {
  const { say } = useMessages();
  return (
    <header className={styles.header}>
      <span className={styles.onlyNarrow}>
        <IconButton icon="menu" label={say('desk.openShelf')} onPress={onShelf} />
      </span>
      <span className={styles.ways}>
        <Way command="goBack" icon="back" label={say('desk.back')} />
        <Way command="goForward" icon="forward" label={say('desk.forward')} />
      </span>
      <p className={styles.brand}>
        <b>对读</b>
        <small>Duidu</small>
      </p>
      <div className={styles.find}>
        <SearchBox shortcut={keysOf('Mod+k', isMac).join(' ')} onAsk={onAnswers} />
      </div>
      <p className={styles.seal} title={say('desk.offlineWhy')}>
        <span className={styles.sealMark}>{say('desk.offline')}</span>
      </p>
      <span className={styles.onlyMiddle}>
        {hasPanel && <IconButton icon="panel" label={say('desk.openPanel')} shortcut="P" onPress={onPanel} />}
      </span>
    </header>
  );
}

interface WayProps {
  readonly command: 'goBack' | 'goForward';
  readonly icon: IconName;
  readonly label: string;
}

/** A way back, or forward again, through what was read. */
function Way({ command, icon, label }: WayProps) {
  const desk = useDesk();
  // What was visited, and what of it is there yet, decide whether it leads anywhere.
  useDeskState('visited', (visited) => visited.at);
  useDeskState('shelf', (shelf) => shelf.rows);
  const { enabled, shortcut } = COMMANDS.find(({ id }) => id === command) ?? {};
  return (
    <IconButton
      icon={icon}
      label={label}
      shortcut={shortcut ? keysOf(shortcut, isMac).join(' ') : undefined}
      isDisabled={!enabled?.(desk)}
      onPress={() => runCommand(desk, command)}
    />
  );
}
