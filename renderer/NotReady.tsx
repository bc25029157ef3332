import type { Failure } from '@shared/contracts/results.ts';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { useMessages } from './ui/messages.tsx';

/** Shown in place of the desk when the library cannot be opened. */
export function NotReady({ failure }: { readonly failure: Failure }) {
  const { say, explain } = useMessages();
  return (
    <EmptyState
      icon="warning"
      title={say('desk.notReady')}
      action={
        <Button look="accent" onPress={() => location.reload()}>
          {say('desk.retry')}
        </Button>
      }
    >
      {explain(failure)}
    </EmptyState>
  );
}
