import { type CallClient, type CallMap, connectCalls, type EventMap } from './message-calls.ts';

/** Asks a worker; one that could not be started, or that broke, fails its calls with the reason. */
export interface WorkerClient<Calls extends CallMap, Events extends EventMap>
  extends CallClient<Calls, Events> {
  readonly isAlive: () => boolean;
}

export function connectWorker<Calls extends CallMap, Events extends EventMap>(
  worker: Worker,
): WorkerClient<Calls, Events> {
  const client = connectCalls<Calls, Events>(worker);
  let isAlive = true;
  const close = (reason: string): void => {
    if (!isAlive) return;
    isAlive = false;
    worker.terminate();
    client.close(reason);
  };
  worker.addEventListener('error', ({ message }) => {
    reportError(new Error(message || 'a worker could not be started'));
    close(message || 'a worker could not be started');
  });
  worker.addEventListener('messageerror', () => close('a worker answered what cannot be read'));
  return { ...client, close, isAlive: () => isAlive };
}
