import { connectWorker, type WorkerClient } from './connect-worker.ts';
import type { ExchangeCalls, ExchangeEvents } from './exchange-calls.ts';
import type { CallClient } from './message-calls.ts';

type Calls = Omit<ExchangeCalls, 'exchange.open'>;

/** The worker for what goes out and comes in. It is started when something is asked of it, and stopped at any time. */
export interface Exchange extends CallClient<Calls, ExchangeEvents> {
  /** Ends what is under way at once: its calls reject. The next call starts anew. */
  stop(): void;
}

/** Addresses are absolute. */
export function openExchange(surroundings: {
  readonly library: string;
  readonly knowledge: string;
}): Exchange {
  const listeners: ((client: WorkerClient<ExchangeCalls, ExchangeEvents>) => void)[] = [];
  let running: Promise<WorkerClient<ExchangeCalls, ExchangeEvents>> | null = null;
  let client: WorkerClient<ExchangeCalls, ExchangeEvents> | null = null;
  let closed: string | null = null;

  async function start(): Promise<WorkerClient<ExchangeCalls, ExchangeEvents>> {
    const started = connectWorker<ExchangeCalls, ExchangeEvents>(
      new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' }),
    );
    client = started;
    for (const listen of listeners) listen(started);
    const open = await started.call('exchange.open', surroundings);
    if (open.ok) return started;
    started.close(open.reason);
    throw new Error(open.reason);
  }

  const end = (reason: string): void => {
    client?.close(reason);
    client = null;
    running = null;
  };

  return {
    call: async (name, ...args) => {
      if (closed !== null) throw new Error(closed);
      if (client && !client.isAlive()) end('the worker broke');
      running ??= start();
      return (await (await running).call(name, ...(args as never))) as never;
    },
    on: (name, listener) => {
      let isHeard = true;
      const hear = (to: WorkerClient<ExchangeCalls, ExchangeEvents>): void => {
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
