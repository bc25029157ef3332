import type { Deed } from '@shared/journal/act.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { nameOfDeed } from '../../ui/name-of-deed.ts';
import styles from './mend.module.css';

/** What the person once said of this page that has no place in it any more; listed, never guessed. */
export function MendTray() {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const source = useDeskState('reader', (reader) => reader.source);
  const acts = useDeskState('session', (session) => session.acts);
  const unwritten = useDeskState('session', (session) => session.unwritten.acts);
  const labels = useDeskState('shelf', (shelf) => shelf.looseLabels);
  const ids = [
    ...(source?.unplacedCuts ?? []),
    ...(source?.unattachedVerdicts ?? []).map(({ act }) => act),
    ...(source?.unattachedNames ?? []),
    ...labels.filter(({ target }) => target.source === source?.sha256).map(({ act }) => act),
  ];
  const lost = ids.flatMap((id) => acts.find((act) => act.id === id) ?? []);
  if (lost.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={say('mend.unplaced')}>
      <h3>{say('mend.unplaced')}</h3>
      <p>{say('mend.unplacedWhy')}</p>
      <ul>
        {lost.map((act) => (
          <li key={act.id}>
            <span>{nameOfDeed(act.deed, messages)}</span>
            <q lang="zh-CN">{wordsOf(act.deed)}</q>
            {unwritten.has(act.id) && <NotOnDisk />}
            <Button look="link" icon="trash" onPress={() => owned(desk.log, desk.deeds.undoAct(act.id))}>
              {say('mend.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(deed: Deed): string {
  if (deed.type === 'page.cut') {
    const { cut } = deed;
    if (cut.type === 'merge') return cut.second.quote.exact;
    return 'at' in cut ? cut.at.quote.exact : cut.what.quote.exact;
  }
  return 'target' in deed ? deed.target.quote.exact : '';
}
