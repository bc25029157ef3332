import { type Delays, SlowLine } from './delays.ts';

/** The workers of the page, each with a library that takes its time; a worker's name is the seed of its delays. */
const START: Readonly<Record<string, (name: string) => Worker>> = {
  derive: (name) => new Worker(new URL('./slow-derive.worker.ts', import.meta.url), { type: 'module', name }),
  search: (name) => new Worker(new URL('./slow-search.worker.ts', import.meta.url), { type: 'module', name }),
  compare: (name) =>
    new Worker(new URL('./slow-compare.worker.ts', import.meta.url), { type: 'module', name }),
  place: (name) => new Worker(new URL('./slow-place.worker.ts', import.meta.url), { type: 'module', name }),
};

/**
 * Has every worker that is started from now on, and what it is told and tells, take its time.
 * @param nextSeed for the delays within a worker.
 * @returns a function that starts workers as before.
 */
export function slowWorkersDown(delays: Delays, nextSeed: () => number): () => void {
  const Fast = globalThis.Worker;
  globalThis.Worker = new Proxy(Fast, {
    construct: (_class, [url, options]: [URL | string, WorkerOptions?]) => {
      const [, name = ''] = /\/workers\/(\w+)\.worker\.ts/.exec(String(url)) ?? [];
      const start = START[name];
      return start ? new SlowWorker(start(String(nextSeed())), delays) : new Fast(url, options);
    },
  });
  return () => {
    globalThis.Worker = Fast;
  };
}

/** A worker whose messages, either way, arrive in their order and late. */
class SlowWorker extends EventTarget {
  readonly #worker: Worker;
  readonly #out: SlowLine;
  #hasEnded = false;

  constructor(worker: Worker, delays: Delays) {
    super();
    this.#worker = worker;
    this.#out = new SlowLine(delays);
    const back = new SlowLine(delays);
    worker.addEventListener('message', ({ data }) =>
      back.send(() => !this.#hasEnded && this.dispatchEvent(new MessageEvent('message', { data }))),
    );
    worker.addEventListener('error', ({ message }) =>
      back.send(() => this.dispatchEvent(new ErrorEvent('error', { message }))),
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    // Of now: whoever sent it may change it, and one that cannot be sent throws here.
    const sent = structuredClone({ message, transfer }, { transfer });
    this.#out.send(() => !this.#hasEnded && this.#worker.postMessage(sent.message, sent.transfer));
  }

  terminate(): void {
    this.#hasEnded = true;
    this.#worker.terminate();
  }
}
