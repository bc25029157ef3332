import { keysOf } from './commands/shortcuts.ts';
import styles from './desk-header.module.css';
import { isMac } from './features/palette/Palette.tsx';
import { SearchBox } from './features/search/SearchBox.tsx';
import { IconButton } from './ui/Button.tsx';
import { useMessages } from './ui/messages.tsx';

export interface DeskHeaderProps {
  readonly onShelf: () => void;
  readonly onPanel: () => void;
  /** The answers to a search are to be seen. */
  readonly onAnswers: () => void;
}

export function DeskHeader({ onShelf, onPanel, onAnswers }: DeskHeaderProps) {
  const { say } = useMessages();
  return (
    <header className={styles.header}>
      <span className={styles.onlyNarrow}>
        <IconButton icon="menu" label={say('desk.openShelf')} onPress={onShelf} />
      </span>
      <p className={styles.brand}>
        <b>对读</b>
        <small>Duidu</small>
      </p>
      <div className={styles.find}>
        <SearchBox shortcut={keysOf('Mod+k', isMac).join(' ')} onAsk={onAnswers} />
      </div>
      <p className={styles.seal} title={say('desk.offlineWhy')}>
        <span className={styles.sealMark} aria-hidden="true">
          离线
        </span>
        <span className={styles.spoken}>{say('desk.offline')}</span>
      </p>
      <span className={styles.onlyMiddle}>
        <IconButton icon="panel" label={say('desk.openPanel')} shortcut="P" onPress={onPanel} />
      </span>
    </header>
  );
}
