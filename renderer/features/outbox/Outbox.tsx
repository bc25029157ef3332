import type { Act, Deed } from '@shared/journal/act.ts';
import { useState } from 'react';
import type { RefusedActs } from '../../state/session.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { nameOfDeed } from '../../ui/name-of-deed.ts';
import { Dialog } from '../../ui/Overlay.tsx';
import { sayTime } from '../../ui/value-words.ts';
import styles from './outbox.module.css';

/** What the person did that is not on disk: what waits for the host, and what it would not take. */
export function Outbox({ onClose }: { readonly onClose: () => void }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { waiting, refused, hindrance } = useDeskState('session', (session) => session);
  return (
    <Dialog title={say('outbox.title')} isOpen onClose={onClose}>
      {waiting.length + refused.length === 0 && <p>{say('outbox.empty')}</p>}
      {waiting.length > 0 && (
        <section className={styles.part} aria-label={say('outbox.title')}>
          <p>{say('outbox.why')}</p>
          {hindrance && (
            <p className={styles.why} role="status">
              {explain(hindrance)}{' '}
              <Button look="link" onPress={() => desk.session.getState().writeWaiting()}>
                {say('outbox.tryAgain')}
              </Button>
            </p>
          )}
          <ol className={styles.list}>
            {waiting.flatMap(({ acts }) => acts.map((act) => <Entry key={act.id} act={act} />))}
          </ol>
        </section>
      )}
      {refused.length > 0 && (
        <section className={styles.part} aria-label={say('outbox.refused')}>
          <h3>{say('outbox.refused')}</h3>
          <p>{say('outbox.refusedWhy')}</p>
          <ul className={styles.list}>
            {refused.map((one) => (
              <Refused key={one.id} refused={one} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function Entry({ act }: { readonly act: Act }) {
  const messages = useMessages();
  return (
    <li>
      <b>{nameOfDeed(act.deed, messages)}</b>
      <span lang="zh-CN">{wordsOf(act.deed)}</span>
      <time dateTime={act.at}>{sayTime(act.at.slice(0, 16), messages)}</time>
    </li>
  );
}

function Refused({ refused }: { readonly refused: RefusedActs }) {
  const messages = useMessages();
  const { say, explain } = messages;
  const desk = useDesk();
  const [isSure, setIsSure] = useState(false);
  const { id, acts, refusal } = refused;
  const { tryAgain, discard } = desk.session.getState();
  const copy = () => desk.copy(acts.map(({ deed }) => wordsOf(deed)).join('\n'));
  return (
    <li>
      {acts.map(({ id, deed }) => (
        <span key={id} className={styles.refused}>
          <b>{nameOfDeed(deed, messages)}</b>
          <span lang="zh-CN">{wordsOf(deed)}</span>
        </span>
      ))}
      <p className={styles.why}>{explain(refusal)}</p>
      <footer>
        <Button look="link" icon="undo" onPress={() => tryAgain(id)}>
          {say('outbox.tryAgain')}
        </Button>
        <Button look="link" icon="copy" onPress={copy}>
          {say('outbox.copy')}
        </Button>
        <Button look="link" onPress={() => (isSure ? discard(id) : setIsSure(true))}>
          {say(isSure ? 'outbox.discardSure' : 'outbox.discard')}
        </Button>
      </footer>
    </li>
  );
}

/** What a deed holds of the person's own, to know it by and to copy. */
function wordsOf(deed: Deed): string {
  const parts = [
    'target' in deed ? deed.target.quote.exact : null,
    'note' in deed ? deed.note : null,
    'tags' in deed ? deed.tags.join(' ') : null,
    'name' in deed ? deed.name : null,
    'forms' in deed ? `${deed.forms.join('、')} → ${deed.as}` : null,
    'word' in deed ? deed.word : null,
    'form' in deed ? deed.form : null,
    'correction' in deed ? valuesOf(deed.correction) : null,
    'description' in deed ? valuesOf(deed.description) : null,
    'query' in deed ? deed.query : null,
  ];
  return parts
    .filter(Boolean)
    .join(' · ')
    .replace(/(?<!\s)\s*[\r\n]\s*/g, ' ');
}

const valuesOf = (made: object): string =>
  Object.values(made)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' ');
