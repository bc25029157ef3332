import type { KeptSource } from '@shared/journal/state.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import type { ShelfActions } from './shelf-actions.ts';

/** A page that the person took off the shelf; its original is kept until it is erased. */
export function RemovedPage({
  page,
  isUnwritten,
  actions,
}: {
  readonly page: KeptSource;
  readonly isUnwritten: boolean;
  readonly actions: ShelfActions;
}) {
  const { say } = useMessages();
  return (
    <>
      <span>
        {page.name} {isUnwritten && <NotOnDisk />}
      </span>
      <Button look="link" onPress={() => actions.restore(page.source)}>
        {say('shelf.restore')}
      </Button>
      <MenuButton
        label={say('desk.moreOf', { what: page.name })}
        choices={[{ id: 'erase', label: say('shelf.erase') }]}
        onChoose={() => actions.erase(page)}
      />
    </>
  );
}
