import type { Result } from '@shared/contracts/results.ts';
import type { ConnectedHost } from '../host/connection.ts';
import { openImportQueue } from '../library/import-queue.ts';
import { openOutbox } from '../library/outbox.ts';
import { openComparing } from '../workers/compare-client.ts';
import { openExchange } from '../workers/exchange-client.ts';
import { startReaders } from '../workers/page-readers.ts';
import { openPlacing } from '../workers/place-client.ts';
import { startSearching } from '../workers/search-client.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './open-desk.ts';

/** Opens the desk of the page that was built: its workers and what was built beside it. */
export async function openPage(host: ConnectedHost): Promise<Result<Desk>> {
  await host.look();
  const info = await host.call('host.info');
  if (!info.ok) return info;
  const { vault } = info.value;
  const surroundings = {
    // Two vaults opened in one browser profile keep their derived rows apart.
    library: `duidu ${vault.id}`,
    knowledge: new URL('knowledge/', document.baseURI).href,
    pack: new URL('pack/pack.json', document.baseURI).href,
  };
  return openDesk({
    host,
    outbox: openOutbox(vault.id),
    queue: openImportQueue(surroundings.library),
    readers: startReaders(surroundings),
    searching: startSearching(),
    exchange: openExchange(surroundings),
    comparer: openComparing(surroundings),
    placing: openPlacing(surroundings.library),
    surroundings,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
}
