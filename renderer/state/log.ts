import type { Host, LogEntry } from '@shared/contracts/host.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What happened, without the person's text, to be copied into a report. */
export interface Log {
  readonly entries: readonly LogEntry[];
  report(level: LogEntry['level'], what: string, detail?: LogEntry['detail']): void;
  /** Reads the host's entries anew. */
  load(): Promise<void>;
  /** One entry a line. */
  asText(): string;
}

export function createLog(host: Host, now: () => Date): StoreApi<Log> {
  return createStore<Log>()((set, get) => ({
    entries: [],
    report: (level, what, detail) => {
      const entry: LogEntry = { at: now().toISOString(), level, what, ...(detail ? { detail } : {}) };
      set({ entries: [...get().entries, entry] });
      void host.call('log.write', entry);
    },
    load: async () => set({ entries: await host.call('log.read') }),
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
