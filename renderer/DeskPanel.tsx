import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import styles from './desk-panel.module.css';
import { useDeskState } from './state/use-desk.ts';
import { IconButton } from './ui/Button.tsx';
import { useMessages } from './ui/messages.tsx';

interface DeskPanelProps {
  readonly isDrawer: boolean;
  readonly facts: ReactNode;
  readonly original: ReactNode;
  readonly onClose: () => void;
}

/** What stands beside the article: its facts, or the page as it came. */
export function DeskPanel({ isDrawer, facts, original, onClose }: DeskPanelProps) {
  const { say } = useMessages();
  const { place, goTo } = useDeskState('settings', (settings) => settings);
  return (
    <aside className={styles.panel} data-drawer={isDrawer}>
      <Tabs
        className={styles.panelTabs!}
        selectedKey={place.original ? 'original' : 'facts'}
        onSelectionChange={(key) => goTo({ original: key === 'original' })}
      >
        <div className={styles.panelHead}>
          <TabList className={styles.panelTabList!} aria-label={say('desk.panel')}>
            <Tab id="facts" className={styles.panelTab!}>
              {say('desk.facts')}
            </Tab>
            <Tab id="original" className={styles.panelTab!}>
              {say('desk.original')}
            </Tab>
          </TabList>
          <IconButton icon="close" label={say('desk.closePanel')} onPress={onClose} />
        </div>
        <TabPanel id="facts" className={styles.panelBody!}>
          {facts}
        </TabPanel>
        <TabPanel id="original" className={styles.panelBody!}>
          {original}
        </TabPanel>
      </Tabs>
    </aside>
  );
}
