import type { Host } from '@shared/contracts/host.ts';
import type { Result } from '@shared/contracts/results.ts';
import { startReaders } from '../workers/page-readers.ts';
import { startSearching } from '../workers/search-client.ts';
import { type Desk, openDesk } from './desk.ts';

/** Opens the desk of the page that was built: its workers and what was built beside it. */
export async function openPage(host: Host): Promise<Result<Desk>> {
  const { vault } = await host.call('host.info');
  const surroundings = {
    // Two vaults opened in one browser profile keep their derived rows apart.
    library: `duidu ${vault.id}`,
    knowledge: new URL('knowledge/', document.baseURI).href,
    pack: new URL('pack/pack.json', document.baseURI).href,
  };
  return openDesk({
    host,
    readers: startReaders(surroundings),
    searching: startSearching(),
    surroundings,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
}
