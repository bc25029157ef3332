import type { ReactNode } from 'react';
import styles from './desk-panel.module.css';
import { useDeskState } from './state/use-desk.ts';
import { IconButton } from './ui/Button.tsx';
import { useMessages } from './ui/messages.tsx';
import { Tabs } from './ui/Tabs.tsx';

interface DeskPanelProps {
  readonly isDrawer: boolean;
  /** What it is made wider or higher by. */
  readonly handle: ReactNode;
  readonly facts: ReactNode;
  readonly original: ReactNode;
  readonly onClose: () => void;
}

const PARTS = {
  tabs: styles.panelTabs ?? '',
  head: styles.panelHead ?? '',
  list: styles.panelTabList ?? '',
  tab: styles.panelTab ?? '',
  panel: styles.panelBody ?? '',
};

/** What stands beside the article: its facts, or the page as it came. */
export function DeskPanel({ isDrawer, handle, facts, original, onClose }: DeskPanelProps) {
  const { say } = useMessages();
  const { place, goTo } = useDeskState('settings', (settings) => settings);
  return (
    <aside className={styles.panel} data-drawer={isDrawer}>
      <Tabs
        className={PARTS}
        label={say('desk.panel')}
        tabs={[
          { id: 'facts', label: say('desk.facts'), content: facts },
          { id: 'original', label: say('desk.original'), content: original },
        ]}
        chosen={place.original ? 'original' : 'facts'}
        onChoose={(id) => goTo({ original: id === 'original' })}
        beside={<IconButton icon="close" label={say('desk.closePanel')} onPress={onClose} />}
      />
      {handle}
    </aside>
  );
}
