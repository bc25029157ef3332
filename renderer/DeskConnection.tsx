import styles from './desk-connection.module.css';
import type { Connection } from './host/connection.ts';
import { useDesk, useDeskState } from './state/use-desk.ts';
import { Button } from './ui/Button.tsx';
import { Icon } from './ui/icons.tsx';
import { useMessages } from './ui/messages.tsx';
import type { Messages } from './ui/read-messages.ts';

/** A line above the desk while not all is well between the page and its host: what, what is safe, what to do. */
export function DeskConnection() {
  const messages = useMessages();
  const { say, explain } = messages;
  const desk = useDesk();
  const connection = useDeskState('connection', (state) => state);
  const { waiting, refused, hindrance, writeWaiting } = useDeskState('session', (session) => session);
  const kept = waiting.reduce((sum, { acts }) => sum + acts.length, 0);
  const declined = refused.reduce((sum, { acts }) => sum + acts.length, 0);
  const isHere = connection.phase === 'here';
  if (isHere && hindrance === null && declined === 0) return null;
  const words = [
    hindrance ? explain(hindrance) : sayPhase(connection, messages),
    kept > 0 ? say('desk.connection.kept', { count: kept }) : null,
    declined > 0 ? say('desk.connection.declined', { count: declined }) : null,
  ];
  return (
    <div className={styles.connection} role="status" data-phase={connection.phase}>
      <Icon name="warning" size={16} />
      <p>{words.filter(Boolean).join(' ')}</p>
      {kept + declined > 0 && (
        <Button look="link" onPress={() => desk.surfaces.getState().show('outbox')}>
          {say('desk.connection.see')}
        </Button>
      )}
      {hindrance && (
        <Button look="link" onPress={() => writeWaiting()}>
          {say('desk.retry')}
        </Button>
      )}
      {(connection.phase === 'gone' || connection.phase === 'refused') && (
        <Button look="link" onPress={() => desk.host.look()}>
          {say('desk.connection.look')}
        </Button>
      )}
    </div>
  );
}

function sayPhase({ phase, failure }: Connection, { say, explain }: Messages): string | null {
  if (phase === 'back') return say('desk.connection.back');
  return failure && explain(failure);
}
