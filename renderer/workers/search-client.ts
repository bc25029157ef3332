import { connectWorker } from './connect-worker.ts';
import type { ListsCalls, ListsEvents } from './lists-calls.ts';
import type { CallClient } from './message-calls.ts';
import type { SearchCalls, SearchEvents } from './search-calls.ts';

export type SearchClient = CallClient<SearchCalls & ListsCalls, SearchEvents & ListsEvents>;

/** Starts the worker that searches; `search.open` comes first. */
export const startSearching = (): SearchClient =>
  connectWorker<SearchCalls & ListsCalls, SearchEvents & ListsEvents>(
    new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
  );
