import type { BlockRole } from '@shared/journal/act.ts';
import type { ReactNode } from 'react';
import { COMMANDS, runCommand } from '../../commands/commands.ts';
import { quoteWords, roleOfWords } from '../../state/page-words.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, Chip } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './mend.module.css';

/** In the order in which an article is printed. */
const ROLES: readonly BlockRole[] = [
  'title',
  'subtitle',
  'byline',
  'heading',
  'body',
  'caption',
  'furniture',
];

const CUTS = {
  paragraph: [
    { id: 'breakParagraph', label: 'mend.break' },
    { id: 'joinParagraph', label: 'mend.join' },
    { id: 'readAfter', label: 'mend.reorder' },
    { id: 'readFirst', label: 'mend.reorderFirst' },
  ],
  article: [
    { id: 'splitArticle', label: 'mend.split' },
    { id: 'mergeArticle', label: 'mend.merge' },
    { id: 'articleEarlier', label: 'mend.earlier' },
    { id: 'articleLater', label: 'mend.later' },
  ],
} as const;

/** The tool in hand: what the selected words are, and what is to become of them. */
export function MendBar() {
  const { say } = useMessages();
  const desk = useDesk();
  const { view, source, selection } = useDeskState('reader', (reader) => reader);
  if (!view || !source) return null;
  const role = roleOfWords(view, source, selection);
  const isEnabled = (id: string): boolean =>
    COMMANDS.find((command) => command.id === id)?.enabled(desk) ?? false;
  return (
    <section className={styles.bar} aria-label={say('mend.tool')} onMouseDown={keepSelection}>
      <p className={styles.selected} aria-live="polite">
        {selection.length > 0 ? (
          <q lang="zh-CN">{quoteWords(view.sourceText, selection)}</q>
        ) : (
          say('mend.why')
        )}
      </p>
      <Row label={say('mend.mark')}>
        {ROLES.map((one) => (
          <Chip
            key={one}
            isSelected={one === role}
            isDisabled={!isEnabled(`markAs.${one}`)}
            onChange={(isSelected) => isSelected && runCommand(desk, `markAs.${one}`)}
          >
            {say(`mend.mark.${one}`)}
            <kbd>{COMMANDS.find(({ id }) => id === `markAs.${one}`)?.shortcut}</kbd>
          </Chip>
        ))}
      </Row>
      {(['paragraph', 'article'] as const).map((part) => (
        <Row key={part} label={say(`mend.${part}`)}>
          {CUTS[part].map(({ id, label }) => (
            <Button key={id} look="quiet" isDisabled={!isEnabled(id)} onPress={() => runCommand(desk, id)}>
              {say(label)}
            </Button>
          ))}
        </Row>
      ))}
    </section>
  );
}

/** Tools of a kind behind the name of the kind. */
function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row} role="toolbar" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <div>{children}</div>
    </div>
  );
}

/** A button that is pressed would take the selection with the keyboard. */
const keepSelection = (event: React.MouseEvent): void => event.preventDefault();
