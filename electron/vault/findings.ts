import type { LogEntry } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import type { LogFile } from './log-file.ts';

/** What was found amiss since a vault was opened: noted in its log, and kept for the person to be told. */
export class Findings {
  readonly #log: LogFile;
  readonly #all: Failure[] = [];
  /** Is told of each finding that is new. */
  onFound: (found: Failure) => void = () => undefined;

  constructor(log: LogFile) {
    this.#log = log;
  }

  get all(): readonly Failure[] {
    return [...this.#all];
  }

  async tell(found: Failure, level: LogEntry['level']): Promise<void> {
    if (!this.#all.some(({ reason }) => reason === found.reason)) {
      this.#all.push(found);
      this.onFound(found);
    }
    await this.note(found, level);
  }

  /** In the log alone: it stands in the vault's state already. Nothing of the person goes there. */
  async note(found: Failure, level: LogEntry['level']): Promise<void> {
    const { path: _person, names: _theirs, ...detail } = found.detail ?? {};
    await this.#log.write({ ...logged(found.reason, detail), level });
  }
}

export function logged(what: string, detail?: Readonly<Record<string, string | number>>): LogEntry {
  const entry = { at: new Date().toISOString(), level: 'info', what } as const;
  return detail ? { ...entry, detail } : entry;
}
