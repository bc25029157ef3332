import type { UnreadSource } from '../../state/shelf.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import styles from './shelf.module.css';
import type { ShelfActions } from './shelf-actions.ts';

/** A page that is kept and was not read, with why and with what can be done about it. */
export function UnreadPage({
  page,
  isUnwritten,
  actions,
}: {
  readonly page: UnreadSource;
  readonly isUnwritten: boolean;
  readonly actions: ShelfActions;
}) {
  const { say, explain } = useMessages();
  const { source, name, reason, isOld, isPlain } = page;
  const isStopped = reason.reason === 'cancelled';
  const couldBePlain =
    !isPlain && (isStopped || reason.reason === 'page-unreadable' || reason.reason === 'page-too-slow');
  return (
    <>
      <span className={styles.sign}>{!isStopped && <Icon name="warning" size={16} />}</span>
      <span className={styles.unreadName}>{name}</span>
      <MenuButton
        label={say('desk.moreOf', { what: name })}
        choices={[{ id: 'remove', label: say('shelf.remove') }]}
        onChoose={() => actions.remove(source)}
      />
      <p>
        {isStopped ? say('shelf.readingStopped') : explain(reason)}
        {isOld && ` ${say('shelf.readBefore')}`} {isUnwritten && <NotOnDisk />}
      </p>
      <div className={styles.ways}>
        <Button look="link" onPress={() => actions.tryAgain(source)}>
          {say(isStopped ? 'shelf.readNow' : 'shelf.tryAgain')}
        </Button>
        {couldBePlain && (
          <Button look="link" onPress={() => actions.keepPlain(source)}>
            {say('shelf.keepPlain')}
          </Button>
        )}
      </div>
    </>
  );
}
