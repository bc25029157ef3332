import { type CallClient, connectCalls } from './message-calls.ts';
import type { SearchCalls, SearchEvents } from './search-calls.ts';

export type SearchClient = CallClient<SearchCalls, SearchEvents>;

/** Starts the worker that searches; `search.open` comes first. */
export function startSearching(): SearchClient {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const client = connectCalls<SearchCalls, SearchEvents>(worker);
  return {
    ...client,
    close: (reason) => {
      worker.terminate();
      client.close(reason);
    },
  };
}
