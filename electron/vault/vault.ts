import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, JournalLine, LogEntry, VaultState, VaultSurvey } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { Queue } from '@shared/work/queue.ts';
import { backUpIfDue, listBackups, makeBackup, restoreBackup } from './backups.ts';
import { errorCode, failureOfDisk, replaceFile, sizeOf } from './durable-file.ts';
import { JournalFile, type JournalHead } from './journal-file.ts';
import { type HostName, takeLock, type VaultLock } from './lock.ts';
import { LogFile } from './log-file.ts';
import { Originals } from './originals.ts';
import { deviceOf, readMark, type VaultMark, writeMark } from './vault-mark.ts';

export interface VaultOptions {
  readonly path: string;
  readonly host: HostName;
  /** Today as `YYYY-MM-DD`; names the day's backup. */
  readonly today?: () => string;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** What a person made, on disk. One process at a time has it; its layout stands in FORMAT.md. */
export class Vault {
  readonly originals: Originals;
  readonly log: LogFile;
  readonly device: string;
  readonly #id: string;
  readonly #path: string;
  readonly #lock: VaultLock;
  readonly #today: () => string;
  #journal: JournalFile;
  /** Calls that write, one after another. */
  readonly #writes = new Queue();

  private constructor(options: VaultOptions, mark: VaultMark, lock: VaultLock, journal: JournalFile) {
    this.#path = options.path;
    this.#today = options.today ?? today;
    this.#lock = lock;
    this.#journal = journal;
    this.#id = mark.id;
    this.device = deviceOf(mark);
    this.originals = new Originals(this.#at('originals'), this.#at('temporary'));
    this.log = new LogFile(this.#at('log.ndjson'));
  }

  /** Opens or makes a vault; a newer one, a foreign one and one that is held are left as they are. */
  static async open(options: VaultOptions): Promise<Result<Vault>> {
    const at = (name: string) => join(options.path, name);
    try {
      const marked = await readMark(options.path);
      if (!marked.ok) return marked;
      for (const folder of ['originals', 'backups', 'aside', 'temporary'])
        await mkdir(at(folder), { recursive: true, mode: 0o700 });
      const taken = await takeLock(at('lock'), at('temporary'), options.host);
      if (!taken.ok) return taken;
      return await Vault.#openHeld(options, marked.value, taken.value);
    } catch (error) {
      return failureOfDisk(error);
    }
  }

  static async #openHeld(
    options: VaultOptions,
    marked: VaultMark | null,
    lock: VaultLock,
  ): Promise<Result<Vault>> {
    const at = (name: string) => join(options.path, name);
    try {
      for (const left of await readdir(at('temporary')))
        await rm(join(at('temporary'), left), { recursive: true, force: true });
      // The journal is there before the mark, so a marked vault without a journal has lost it.
      if (!marked) await writeFile(at('journal.ndjson'), '', { flag: 'a', mode: 0o600, flush: true });
      const mark = marked ?? (await writeMark(options.path, at('temporary')));
      const journal = await openJournal(options.path);
      const vault = new Vault(options, mark, lock, journal);
      await vault.#start();
      return success(vault);
    } catch (error) {
      await lock.release();
      return failureOfDisk(error);
    }
  }

  get state(): VaultState {
    return {
      id: this.#id,
      path: this.#path,
      damagedLine: this.#journal.damagedLine,
      endedUncleanly: this.#lock.wasLeftBehind,
    };
  }

  append(acts: readonly unknown[]): Promise<Result<readonly JournalLine[]>> {
    return this.#inTurn(async () => {
      await this.#backUp();
      return this.#journal.append(acts);
    });
  }

  read(position: number): Promise<Result<readonly JournalLine[]>> {
    return this.#writes.run(() => this.#journal.read(position));
  }

  /** Null at the first start, and where the file no longer reads: it is then set aside. */
  async readSettings(): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.#at('settings.json'), 'utf8'));
    } catch (error) {
      if (error instanceof SyntaxError) {
        const name = `settings-${new Date().toISOString().replaceAll(':', '')}.json`;
        await rename(this.#at('settings.json'), join(this.#at('aside'), name)).catch(() => undefined);
      } else if (errorCode(error) !== 'ENOENT') throw error;
      return null;
    }
  }

  writeSettings(settings: unknown): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const bytes = Buffer.from(`${JSON.stringify(settings)}\n`);
      await replaceFile(this.#at('settings.json'), bytes, this.#at('temporary'));
      return success(null);
    });
  }

  keepOriginal(bytes: Uint8Array): Promise<Result<{ readonly sha256: string; readonly isNew: boolean }>> {
    return this.#inTurn(() => this.originals.keep(bytes));
  }

  eraseOriginal(sha256: string): Promise<Result<null>> {
    return this.#inTurn(() => this.originals.erase(sha256));
  }

  async survey(): Promise<Result<VaultSurvey>> {
    try {
      const lines = await this.read(0);
      return success({
        lines: lines.ok ? lines.value.length : 0,
        damagedLine: this.#journal.damagedLine,
        journalBytes: await sizeOf(this.#folders.journal),
        originals: await this.originals.list(),
      });
    } catch (error) {
      return failureOfDisk(error);
    }
  }

  listBackups(): Promise<readonly Backup[]> {
    return this.#writes.run(() => listBackups(this.#folders, this.#journal.damagedLine));
  }

  /** A copy of the journal as it is now; a damaged one is not copied. */
  makeBackup(): Promise<Result<Backup>> {
    return this.#inTurn(async () => {
      const { damagedLine, head } = this.#journal;
      if (damagedLine !== null) return failure('vault-damaged', { line: damagedLine });
      const id = this.#today();
      const isMade = await makeBackup(this.#folders, head, id);
      return isMade
        ? success({ id, lines: head.lines, sound: true })
        : failure('vault-damaged', { backup: id });
    });
  }

  restoreBackup(id: string): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const restored = await restoreBackup(this.#folders, id);
      if (!restored.ok) return restored;
      await this.#rememberHead(restored.value);
      await this.#journal.close();
      this.#journal = await openJournal(this.#path);
      return success(null);
    });
  }

  /** Gives the vault back. Nothing may be called after it. */
  async close(): Promise<void> {
    await this.#writes.idle();
    await this.log.write(logged('stopped'));
    if (await this.#lock.isHeld()) {
      if (this.#journal.damagedLine === null)
        await this.#rememberHead(this.#journal.head).catch(() => undefined);
      await this.#lock.release();
    }
    await this.#journal.close();
  }

  /** What opening a vault owes the person: a word in the log, a backup, and a look after a crash. */
  async #start(): Promise<void> {
    await this.log.write(logged('started', { lines: this.#journal.head.lines }));
    if (this.#journal.damagedLine !== null) {
      await this.log.write({
        ...logged('vault-damaged', { line: this.#journal.damagedLine }),
        level: 'error',
      });
      return;
    }
    await this.#rememberHead(this.#journal.head).catch(() => undefined);
    await this.#backUp();
    if (!this.#lock.wasLeftBehind) return;
    const { count, damaged } = await this.originals.check();
    const level = damaged.length > 0 ? 'error' : 'warning';
    const detail = { originals: count, damaged: damaged.length };
    await this.log.write({ ...logged('checked-after-unclean-end', detail), level });
  }

  /** A backup that cannot be made is told in the log; it must not keep a person from writing. */
  async #backUp(): Promise<void> {
    if (this.#journal.damagedLine !== null) return;
    try {
      await backUpIfDue(this.#folders, this.#journal.head, this.#today());
    } catch (error) {
      await this.log.write({ ...logged('backup-failed', { code: errorCode(error) }), level: 'error' });
    }
  }

  async #rememberHead(head: JournalHead): Promise<void> {
    await replaceFile(this.#at('head.json'), Buffer.from(`${JSON.stringify(head)}\n`), this.#at('temporary'));
  }

  #inTurn<Value>(write: () => Promise<Result<Value>>): Promise<Result<Value>> {
    return this.#writes.run(async () => {
      try {
        return (await this.#lock.isHeld()) ? await write() : failure('vault-locked');
      } catch (error) {
        return failureOfDisk(error);
      }
    });
  }

  get #folders() {
    return {
      journal: this.#at('journal.ndjson'),
      backups: this.#at('backups'),
      aside: this.#at('aside'),
      temporary: this.#at('temporary'),
    };
  }

  #at(name: string): string {
    return join(this.#path, name);
  }
}

async function openJournal(vaultPath: string): Promise<JournalFile> {
  return JournalFile.open(
    join(vaultPath, 'journal.ndjson'),
    join(vaultPath, 'aside'),
    await readHead(vaultPath),
  );
}

/** Where the journal ended when the vault last knew; null where nothing is remembered. */
async function readHead(vaultPath: string): Promise<JournalHead | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(vaultPath, 'head.json'), 'utf8'));
    if (typeof value !== 'object' || value === null || !('lines' in value && 'hash' in value)) return null;
    const { lines, hash } = value;
    return typeof lines === 'number' && typeof hash === 'string' ? { lines, hash } : null;
  } catch {
    return null;
  }
}

function logged(what: string, detail?: Readonly<Record<string, string | number>>): LogEntry {
  const entry = { at: new Date().toISOString(), level: 'info', what } as const;
  return detail ? { ...entry, detail } : entry;
}
