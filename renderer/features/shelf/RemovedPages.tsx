import type { KeptSource } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import styles from './shelf.module.css';
import type { ShelfActions } from './shelf-actions.ts';

/** Pages that the person took off the shelf; their originals are kept until they are erased. */
export function RemovedPages({
  removed,
  unwritten,
  actions,
}: {
  readonly removed: readonly KeptSource[];
  readonly unwritten: ReadonlySet<SourceHash>;
  readonly actions: ShelfActions;
}) {
  const { say } = useMessages();
  if (removed.length === 0) return null;
  return (
    <section className={styles.part} aria-label={say('shelf.removed')}>
      <h2 className={styles.partTitle}>
        {say('shelf.removed')}
        <span>{removed.length}</span>
      </h2>
      <ul>
        {removed.map((source) => (
          <li key={source.source} className={styles.removed}>
            <span>
              {source.name} {unwritten.has(source.source) && <NotOnDisk />}
            </span>
            <Button look="link" onPress={() => actions.restore(source.source)}>
              {say('shelf.restore')}
            </Button>
            <MenuButton
              label={say('desk.moreOf', { what: source.name })}
              choices={[{ id: 'erase', label: say('shelf.erase') }]}
              onChoose={() => actions.erase(source)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
