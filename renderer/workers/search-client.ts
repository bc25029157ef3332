import { connectWorker } from './connect-worker.ts';
import type { CallClient } from './message-calls.ts';
import type { SearchCalls, SearchEvents } from './search-calls.ts';

export type SearchClient = CallClient<SearchCalls, SearchEvents>;

/** Starts the worker that searches; `search.open` comes first. */
export const startSearching = (): SearchClient =>
  connectWorker<SearchCalls, SearchEvents>(
    new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
  );
