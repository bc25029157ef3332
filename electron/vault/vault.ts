import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, JournalLine, LogEntry, VaultState, VaultSurvey } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { Queue } from '@shared/work/queue.ts';
import { backUpIfDue, listBackups, makeBackup, readyBackup } from './backups.ts';
import { errorCode, failureOfDisk, replaceFile, sizeOf } from './durable-file.ts';
import { headOf, JournalFile, type JournalHead } from './journal-file.ts';
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

  /** Puts a backup in the journal's place; where it fails, everything is as it was. */
  restoreBackup(id: string): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const lines = await readyBackup(this.#folders, id);
      if (!lines.ok) return lines;
      const before = this.#journal;
      const known = before.damagedLine === null ? [before.head] : await readHeads(this.#path);
      // A crash may leave the old journal or the new one: until that is known, either is whole.
      await this.#rememberHead(...known, headOf(lines.value));
      this.#journal = await JournalFile.put(this.#folders.journal, lines.value, this.#at('temporary'));
      await before.close().catch(() => undefined);
      await this.#rememberHead(this.#journal.head).catch(() => undefined);
      return success(null);
    });
  }

  /** Gives the vault back. Nothing may be called after it. */
  async close(): Promise<void> {
    await this.#writes.idle();
    try {
      await this.log.write(logged('stopped'));
      if (await this.#lock.isHeld()) {
        if (this.#journal.damagedLine === null)
          await this.#rememberHead(this.#journal.head).catch(() => undefined);
        await this.#lock.release();
      }
    } finally {
      await this.#journal.close();
    }
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

  /** @param heads the ends that a whole journal may have; more than one while another is put in its place. */
  async #rememberHead(...heads: readonly JournalHead[]): Promise<void> {
    const [head, ...or] = heads;
    const text = JSON.stringify(or.length > 0 ? { ...head, or } : head);
    await replaceFile(this.#at('head.json'), Buffer.from(`${text}\n`), this.#at('temporary'));
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
    await readHeads(vaultPath),
  );
}

/** Where the journal ended when the vault last knew; empty where nothing is remembered. */
async function readHeads(vaultPath: string): Promise<readonly JournalHead[]> {
  try {
    const value: unknown = JSON.parse(await readFile(join(vaultPath, 'head.json'), 'utf8'));
    if (!isHead(value)) return [];
    const { lines, hash } = value;
    return [{ lines, hash }, ...('or' in value && Array.isArray(value.or) ? value.or.filter(isHead) : [])];
  } catch {
    return [];
  }
}

function isHead(value: unknown): value is JournalHead {
  if (typeof value !== 'object' || value === null || !('lines' in value && 'hash' in value)) return false;
  return typeof value.lines === 'number' && typeof value.hash === 'string';
}

function logged(what: string, detail?: Readonly<Record<string, string | number>>): LogEntry {
  const entry = { at: new Date().toISOString(), level: 'info', what } as const;
  return detail ? { ...entry, detail } : entry;
}
