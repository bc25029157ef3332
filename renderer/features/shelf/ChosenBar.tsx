import { runCommand } from '../../commands/commands.ts';
import { ARTICLE_COMMANDS } from '../../commands/shelf-commands.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import styles from './shelf.module.css';

/** Below the shelf: how many articles are chosen, and what can be done with all of them. */
export function ChosenBar({ count }: { readonly count: number }) {
  const { say } = useMessages();
  const desk = useDesk();
  return (
    <section className={styles.chosenBar} data-chosen-bar aria-label={say('shelf.chosen', { count })}>
      <span role="status">{say('shelf.chosen', { count })}</span>
      <Button look="quiet" icon="tag" onPress={() => runCommand(desk, 'tagArticles')}>
        {say('shelf.tags')}
      </Button>
      <MenuButton
        label={say('desk.moreOf', { what: say('shelf.chosen', { count }) })}
        choices={ARTICLE_COMMANDS.map((id) => ({ id, label: say(`commands.${id}`) }))}
        onChoose={(id) => runCommand(desk, id)}
      />
      <IconButton
        icon="close"
        label={say('shelf.chooseNone')}
        shortcut="Esc"
        onPress={() => desk.chosen.getState().clear()}
      />
    </section>
  );
}
