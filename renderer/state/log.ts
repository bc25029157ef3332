import type { LogEntry } from '@shared/contracts/host.ts';
import { Queue } from '@shared/work/queue.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';

/** What happened, without the person's text, to be copied into a report. */
export interface Log {
  /** What the host had when it was asked, and everything since. */
  readonly entries: readonly LogEntry[];
  report(level: LogEntry['level'], what: string, detail?: LogEntry['detail']): void;
  /** Reads the host's entries anew; of a host that is gone, those of this page stay. */
  load(): Promise<void>;
  /** One entry a line. */
  asText(): string;
}

/** Entries of a page whose host is gone for good; the oldest go first. */
const MAX_UNWRITTEN = 500;

export function createLog(host: ConnectedHost, now: () => Date): StoreApi<Log> {
  const queue = new Queue();
  let unwritten: readonly LogEntry[] = [];

  async function writeNow(): Promise<void> {
    for (let [next] = unwritten; next; [next] = unwritten) {
      const written = await host.call('log.write', next);
      // One that the host will not take must not keep the others back.
      if (!written.ok && host.connection.getState().phase !== 'here') return;
      unwritten = unwritten.slice(1);
    }
  }

  /** There is no other place to tell of a log that fails; its entries stay on the page. */
  const writeAll = (): void => queue.post(writeNow, () => undefined);

  host.connection.subscribe(({ phase }) => {
    if (phase === 'here') writeAll();
  });
  return createStore<Log>()((set, get) => ({
    entries: [],
    report: (level, what, detail) => {
      const entry: LogEntry = { at: now().toISOString(), level, what, ...(detail ? { detail } : {}) };
      set({ entries: [...get().entries, entry] });
      unwritten = [...unwritten, entry].slice(-MAX_UNWRITTEN);
      writeAll();
    },
    load: async () => {
      const read = await host.call('log.read');
      if (read.ok) set({ entries: [...read.value, ...unwritten] });
    },
    asText: () =>
      get()
        .entries.map(({ at, level, what, detail }) =>
          [at, level, what, ...Object.entries(detail ?? {}).map(([key, value]) => `${key}=${value}`)].join(
            ' ',
          ),
        )
        .join('\n'),
  }));
}
