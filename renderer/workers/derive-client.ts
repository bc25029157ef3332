import type { DeriveCalls } from './derive-calls.ts';
import { type CallClient, connectCalls } from './message-calls.ts';

export type DeriveClient = CallClient<DeriveCalls, Record<string, never>>;

/** Starts the worker that derives; `derive.open` comes first. */
export function startDeriving(): DeriveClient {
  const worker = new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module' });
  const client = connectCalls<DeriveCalls, Record<string, never>>(worker);
  return {
    ...client,
    close: (reason) => {
      worker.terminate();
      client.close(reason);
    },
  };
}
