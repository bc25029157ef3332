import { appendFile, readFile, rename, stat } from 'node:fs/promises';
import type { LogEntry } from '@shared/contracts/host.ts';
import { Queue } from '@shared/work/queue.ts';

/** Size at which the log becomes the older one of two. */
export const LOG_BYTES = 256 * 1024;

/** What happened here, for the person to read and copy: at most two files of `LOG_BYTES` and a line. */
export class LogFile {
  readonly #path: string;
  readonly #queue = new Queue();

  constructor(path: string) {
    this.#path = path;
  }

  /** A log that cannot be written must not stop what it would have told of. */
  write(entry: LogEntry): Promise<void> {
    return this.#queue.run(() => this.#append(entry)).catch(() => undefined);
  }

  /** Both files, oldest first; lines that are no entry are left out. */
  async read(): Promise<readonly LogEntry[]> {
    await this.#queue.idle();
    const texts = await Promise.all(
      [`${this.#path}.old`, this.#path].map((path) => readFile(path, 'utf8').catch(() => '')),
    );
    return texts.join('').split('\n').flatMap(parseEntry);
  }

  async #append(entry: LogEntry): Promise<void> {
    const size = await stat(this.#path).then(
      (found) => found.size,
      () => 0,
    );
    if (size >= LOG_BYTES) await rename(this.#path, `${this.#path}.old`);
    await appendFile(this.#path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }
}

function parseEntry(line: string): LogEntry[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'at' in value && 'what' in value
      ? [value as LogEntry]
      : [];
  } catch {
    return [];
  }
}
