import type { Result } from '@shared/contracts/results.ts';
import { connectWorker, type WorkerClient } from './connect-worker.ts';
import type { CallClient, CallMap, EventMap } from './message-calls.ts';

/** A worker that is started when something is asked of it, and stopped at any time. */
export interface LateWorker<Calls extends CallMap, Events extends EventMap>
  extends CallClient<Calls, Events> {
  /** Ends what is under way at once: its calls reject. The next call starts anew, as it does after a break. */
  stop(): void;
}

/** @param open is the worker's first call; where it fails, so does what was asked. */
export function startWhenAsked<Calls extends CallMap, Events extends EventMap>(
  start: () => Worker,
  open: (client: CallClient<Calls, Events>) => Promise<Result<null>>,
): LateWorker<Calls, Events> {
  const listeners: ((client: WorkerClient<Calls, Events>) => void)[] = [];
  let running: Promise<WorkerClient<Calls, Events>> | null = null;
  let client: WorkerClient<Calls, Events> | null = null;
  let closed: string | null = null;

  async function run(): Promise<WorkerClient<Calls, Events>> {
    const started = connectWorker<Calls, Events>(start());
    client = started;
    for (const listen of listeners) listen(started);
    const opened = await open(started);
    if (opened.ok) return started;
    started.close(opened.reason);
    throw new Error(opened.reason);
  }

  const end = (reason: string): void => {
    client?.close(reason);
    client = null;
    running = null;
  };

  async function ready(): Promise<WorkerClient<Calls, Events>> {
    if (closed !== null) throw new Error(closed);
    if (client && !client.isAlive()) end('the worker broke');
    running ??= run();
    return await running;
  }

  return {
    call: (name, ...args) => ready().then((worker) => worker.call(name, ...args)),
    on: (name, listener) => {
      let isHeard = true;
      const hear = (to: WorkerClient<Calls, Events>): void => {
        to.on(name, (payload) => isHeard && listener(payload));
      };
      listeners.push(hear);
      if (client) hear(client);
      return () => {
        isHeard = false;
      };
    },
    stop: () => end('stopped'),
    close: (reason) => {
      closed = reason;
      end(reason);
    },
  };
}
