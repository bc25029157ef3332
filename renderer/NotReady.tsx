import type { Backup } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { BackupList } from './features/settings/BackupList.tsx';
import type { ConnectedHost } from './host/connection.ts';
import { openOutbox } from './library/outbox.ts';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { useMessages } from './ui/messages.tsx';

/**
 * Shown in place of the desk when it cannot be opened: why, and what to do. Of a damaged library a backup can be
 * restored; where the host is not there or does not know the page, the desk opens once it does.
 */
export function NotReady({ failure, host }: { readonly failure: Failure; readonly host: ConnectedHost }) {
  const { say, explain } = useMessages();
  const [shown, setShown] = useState(failure);
  const [isShut, setShut] = useState(false);
  const [listed, setListed] = useState<readonly Backup[] | null>(null);
  const backups = listed ?? [];
  const isDamaged = failure.reason === 'vault-damaged';
  const phase = useStore(host.connection, (connection) => connection.phase);
  useEffect(() => {
    if (phase === 'back') location.reload();
  }, [phase]);
  useEffect(() => {
    if (isDamaged) host.call('backups.list').then((found) => setListed(found.ok ? found.value : []));
  }, [isDamaged, host]);
  useEffect(() => {
    if (failure.reason === 'storage-failed' || failure.reason === 'desk-failed')
      isStorageShut(host).then(setShut);
  }, [failure, host]);
  const clear = async (): Promise<void> => {
    const cleared = await host.call('storage.clear');
    if (cleared.ok) location.reload();
    else setShown(cleared);
  };
  const restore = async (backup: string): Promise<void> => {
    const restored = await host.call('backups.restore', backup);
    if (restored.ok) location.reload();
    else setShown(restored);
  };
  return (
    <EmptyState
      icon="warning"
      title={say(TITLES[shown.reason] ?? 'desk.notReady')}
      action={
        <>
          {listed?.length === 0 && <p>{say('desk.noBackups')}</p>}
          {backups.length > 0 && <BackupList backups={backups} onRestore={restore} />}
          {isShut && (
            <>
              <p>{say('desk.clearStorageWhy')}</p>
              <Button look="accent" onPress={clear}>
                {say('desk.clearStorage')}
              </Button>
            </>
          )}
          <Button look={backups.length > 0 || isShut ? 'plain' : 'accent'} onPress={() => location.reload()}>
            {say('desk.retry')}
          </Button>
        </>
      }
    >
      {explain(shown)}
    </EmptyState>
  );
}

/** Whether no database of this page can be opened: then nothing that waits in one is lost with them. */
async function isStorageShut(host: ConnectedHost): Promise<boolean> {
  const info = await host.call('host.info');
  return info.ok && !(await openOutbox(info.value.vault.id).read()).ok;
}

const TITLES: {
  readonly [Reason in Failure['reason']]?: 'desk.unknownPage' | 'desk.otherVault' | 'desk.hostGone';
} = {
  'page-unknown': 'desk.unknownPage',
  'vault-other': 'desk.otherVault',
  'host-gone': 'desk.hostGone',
};
