import { runCommand } from '../../commands/commands.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { DoubtNotes } from './DoubtNotes.tsx';
import { MendBar } from './MendBar.tsx';
import { MendTray } from './MendTray.tsx';
import styles from './mend.module.css';

/** What stands above the page as it came: what is unsure of it, and the tool that puts it right. */
export function MendPanel() {
  const { say } = useMessages();
  const desk = useDesk();
  const isMending = useDeskState('surfaces', (surfaces) => surfaces.mending);
  const count = useDeskState('reader', (reader) => reader.view?.doubts.length ?? 0);
  return (
    <>
      <header className={styles.head}>
        <p>
          {count > 0 ? (
            <>
              <b>{say('mend.open', { count })}</b>
              <IconButton
                icon="up"
                label={say('commands.previousDoubt')}
                shortcut="Shift+D"
                onPress={() => runCommand(desk, 'previousDoubt')}
              />
              <IconButton
                icon="down"
                label={say('commands.nextDoubt')}
                shortcut="D"
                onPress={() => runCommand(desk, 'nextDoubt')}
              />
            </>
          ) : (
            say('mend.clear')
          )}
        </p>
        <Button
          look={isMending ? 'accent' : 'plain'}
          icon={isMending ? 'check' : 'mend'}
          onPress={() => runCommand(desk, 'mendPage')}
        >
          {say(isMending ? 'mend.end' : 'mend.begin')}
        </Button>
      </header>
      <DoubtNotes />
      {isMending && <MendBar />}
      <MendTray />
    </>
  );
}
