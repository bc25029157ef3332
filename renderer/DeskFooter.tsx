import { useMemo } from 'react';
import { runCommand } from './commands/commands.ts';
import styles from './desk-footer.module.css';
import type { ArticleView } from './state/article-view.ts';
import { showsText } from './state/settings.ts';
import { useDesk, useDeskState } from './state/use-desk.ts';
import { useMessages } from './ui/messages.tsx';
import { Progress } from './ui/Progress.tsx';
import { secondsLeft } from './ui/seconds-left.ts';

/** How far the open article is checked, the keys of reading, and whether everything is on disk. */
export function DeskFooter() {
  const { say } = useMessages();
  const desk = useDesk();
  const view = useDeskState('reader', (reader) => reader.view);
  const isComparing = useDeskState('comparing', ({ pair }) => pair !== null);
  // What takes the text's place has keys of its own.
  const hasText = useDeskState('settings', ({ place }) => showsText(place.room));
  const passages = useDeskState('reader', (reader) => reader.passages.length);
  const saving = useDeskState('session', (session) => session.saving);
  const waiting = useDeskState('session', (session) => session.waiting);
  const refused = useDeskState('session', (session) => session.refused);
  const isReadOnly = useDeskState('session', ({ info }) => info.vault.readOnly !== null);
  const isHere = useDeskState('connection', ({ phase }) => phase === 'here' || phase === 'back');
  const unwritten = [...waiting, ...refused].reduce((sum, { acts }) => sum + acts.length, 0);
  const derivation = useDeskState('derivation', (state) => state);
  const unread = useDeskState('shelf', (shelf) => shelf.unread.length);
  const facts = useMemo(() => countFacts(view), [view]);
  const saved = () => {
    if (saving > 0) return say('desk.saving');
    if (unwritten > 0)
      return (
        <button
          type="button"
          className={styles.unwritten}
          onClick={() => desk.surfaces.getState().show('outbox')}
        >
          {say('desk.unwritten', { count: unwritten })}
        </button>
      );
    if (!isHere) return say('desk.hostGone');
    return say(isReadOnly ? 'desk.readOnly' : 'desk.saved');
  };
  return (
    <footer className={styles.footer}>
      {view && hasText && !isComparing && (
        <>
          <span className={styles.strong}>
            {say('desk.confirmedOf', { confirmed: facts.checked, total: facts.all })}
          </span>
          <span>{say('desk.bookmarkCount', { count: passages })}</span>
          <Key command="toggleOriginal" keys="O" label={say('desk.hintOriginal')} />
          <Key command="nextFact" keys="J" label={say('desk.hintNext')} />
          <Key command="previousFact" keys="K" label={say('desk.hintPrevious')} />
        </>
      )}
      <Key command="showHelp" keys="?" label={say('desk.help')} />
      {(derivation.trouble || unread > 0) && (
        <button
          type="button"
          className={styles.amiss}
          onClick={() => desk.settings.getState().goTo({ room: 'shelf' })}
        >
          {derivation.trouble ? say('desk.trouble') : say('desk.unread', { count: unread })}
        </button>
      )}
      <span className={styles.status} role="status">
        {derivation.running ? (
          <Progress
            label={say('desk.work.derive')}
            done={derivation.done}
            total={derivation.total}
            secondsLeft={secondsLeft(derivation)}
            onStop={() => desk.derivation.getState().stop()}
          />
        ) : (
          saved()
        )}
      </span>
    </footer>
  );
}

/** Facts of an article, and those of which the person has spoken. */
function countFacts(view: ArticleView | null): { readonly all: number; readonly checked: number } {
  const facts = view?.items.filter((item) => item.type === 'fact') ?? [];
  return { all: facts.length, checked: facts.filter(({ trust }) => trust !== 'found').length };
}

interface KeyProps {
  readonly command: string;
  readonly keys: string;
  readonly label: string;
}

function Key({ command, keys, label }: KeyProps) {
  const desk = useDesk();
  return (
    <button type="button" className={styles.key} onClick={() => runCommand(desk, command)}>
      {label} <kbd>{keys}</kbd>
    </button>
  );
}
