import type { Backup, Host } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import { useEffect, useState } from 'react';
import { BackupList } from './features/settings/BackupList.tsx';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { useMessages } from './ui/messages.tsx';

/** Shown in place of the desk when the library cannot be opened; of a damaged one, a backup can be restored. */
export function NotReady({ failure, host }: { readonly failure: Failure; readonly host: Host }) {
  const { say, explain } = useMessages();
  const [shown, setShown] = useState(failure);
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  const isDamaged = failure.reason === 'vault-damaged';
  useEffect(() => {
    if (isDamaged) void host.call('backups.list').then((listed) => setBackups(listed.ok ? listed.value : []));
  }, [isDamaged, host]);
  const restore = async (backup: string): Promise<void> => {
    const restored = await host.call('backups.restore', backup);
    if (restored.ok) location.reload();
    else setShown(restored);
  };
  return (
    <EmptyState
      icon="warning"
      title={say('desk.notReady')}
      action={
        <>
          {backups.length > 0 && (
            <BackupList backups={backups} onRestore={(backup) => void restore(backup)} />
          )}
          <Button look={backups.length > 0 ? 'plain' : 'accent'} onPress={() => location.reload()}>
            {say('desk.retry')}
          </Button>
        </>
      }
    >
      {explain(shown)}
    </EmptyState>
  );
}
