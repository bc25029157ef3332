import type { Result } from '@shared/contracts/results.ts';
import { connectHost } from '../host/connect-host.ts';
import { startDeriving } from '../workers/derive-client.ts';
import { startSearching } from '../workers/search-client.ts';
import { type Desk, openDesk } from './desk.ts';

/** Opens the desk of the page that was built: its host, its workers and what was built beside it. */
export const openPage = (): Promise<Result<Desk>> =>
  openDesk({
    host: connectHost(),
    deriving: startDeriving(),
    searching: startSearching(),
    surroundings: {
      library: 'duidu',
      knowledge: new URL('knowledge/', document.baseURI).href,
      pack: new URL('pack/pack.json', document.baseURI).href,
    },
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
