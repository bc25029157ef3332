import type { BlockRole } from '@shared/journal/act.ts';
import { runCommand } from '../../commands/commands.ts';
import { wordsOfSelection } from '../../state/page-words.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import styles from './reader.module.css';

const ROLES: readonly BlockRole[] = [
  'title',
  'subtitle',
  'byline',
  'heading',
  'body',
  'caption',
  'furniture',
];

const CUTS = [
  { id: 'splitArticle', label: 'mend.split' },
  { id: 'breakParagraph', label: 'mend.break' },
  { id: 'joinParagraph', label: 'mend.join' },
  { id: 'readFirst', label: 'mend.reorderFirst' },
  { id: 'readAfter', label: 'mend.reorder' },
] as const;

/** What can be done with the selected words, in either text. */
export function SelectionTools() {
  const { say } = useMessages();
  const desk = useDesk();
  const pinned = useDeskState('focus', (focus) => focus.pinned);
  const hasPinned = useDeskState('reader', ({ view }) => view?.itemById.get(pinned ?? '')?.type === 'fact');
  const mend = (id: string) => {
    desk.mending.begin();
    runCommand(desk, id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the selection while a button is pressed
    <div className={styles.selectionTools} onMouseDown={(event) => event.preventDefault()}>
      <Button look="quiet" icon="bookmark" onPress={() => runCommand(desk, 'bookmarkSelection')}>
        {say('reader.bookmark')}
      </Button>
      <Button look="quiet" icon="plus" onPress={() => runCommand(desk, 'addFact')}>
        {say('reader.addFact')}
      </Button>
      <Button look="quiet" icon="names" onPress={() => runCommand(desk, 'addName')}>
        {say('reader.addName')}
      </Button>
      {hasPinned && (
        <Button look="quiet" icon="edit" onPress={() => runCommand(desk, 'useSelectedWords')}>
          {say('reader.useWords')}
        </Button>
      )}
      <Button look="quiet" icon="copy" onPress={() => desk.copy(wordsOfSelection(desk.reader.getState()))}>
        {say('reader.copy')}
      </Button>
      <Button look="quiet" icon="quote" onPress={() => runCommand(desk, 'copyQuotation')}>
        {say('reader.cite')}
      </Button>
      <MenuButton
        icon="mend"
        label={say('reader.mend')}
        choices={[
          ...CUTS.map(({ id, label }) => ({ id: id as string, label: say(label) })),
          ...ROLES.map((role) => ({
            id: `markAs.${role}`,
            label: `${say('mend.mark')} ${say(`mend.mark.${role}`)}`,
          })),
        ]}
        onChoose={mend}
      />
    </div>
  );
}
