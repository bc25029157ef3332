import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, JournalLine, VaultState, VaultSurvey } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { Queue } from '@shared/work/queue.ts';
import { type BackedUp, Backups } from './backups.ts';
import { failureOfDisk, failureOfReading } from './disk-failure.ts';
import { asideName, clearTheWay, readIfThere, sizeOf, writeFlushed } from './durable-file.ts';
import { Findings, logged } from './findings.ts';
import { KeptJournal } from './kept-journal.ts';
import { type HostName, sayHolder, takeLock, type VaultLock } from './lock.ts';
import { LogFile } from './log-file.ts';
import { readMachineId } from './machine-id.ts';
import { mendSettings } from './mend-settings.ts';
import { Originals } from './originals.ts';
import { RegularBackups } from './regular-backups.ts';
import { SettingsFile } from './settings-file.ts';
import { findStrays } from './strays.ts';
import { clearTemporary, makeFolders, makeVault, placesOf, type VaultPlaces } from './vault-folder.ts';
import { deviceOf, readMark, type VaultMark } from './vault-mark.ts';

export interface VaultOptions {
  readonly path: string;
  readonly host: HostName;
  readonly now?: () => Date;
}

/** What can be put together from every copy, offered beside the backups where the journal is damaged. */
const MENDED = 'mended';

/** What a person made, on disk. One process at a time writes it; its layout stands in FORMAT.md. */
export class Vault {
  readonly originals: Originals;
  readonly log: LogFile;
  readonly device: string;
  readonly #id: string;
  readonly #host: HostName;
  readonly #now: () => Date;
  readonly #places: VaultPlaces;
  readonly #settings: SettingsFile;
  readonly #backups: Backups;
  readonly #regularBackups: RegularBackups;
  readonly #findings: Findings;
  #strays: readonly string[] = [];
  readonly #journal: KeptJournal;
  /** Null where it could not be taken: the vault is then only read. */
  #lock: VaultLock | null = null;
  #readOnly: Failure | null = null;
  /** Set once another program changed the journal beneath this one. */
  #changed: Failure | null = null;
  /** The calls that write run one after another. */
  readonly #writes = new Queue();

  private constructor(options: VaultOptions, mark: VaultMark, machineId: string) {
    this.#places = placesOf(options.path);
    this.#host = options.host;
    this.#now = options.now ?? (() => new Date());
    this.#id = mark.id;
    this.device = deviceOf(mark, machineId);
    const { originals, log, settings, aside, temporary } = this.#places;
    this.originals = new Originals(originals, temporary);
    this.log = new LogFile(log);
    this.#settings = new SettingsFile(settings, aside, temporary);
    this.#findings = new Findings(this.log);
    this.#backups = new Backups(this.#places, this.#now);
    this.#regularBackups = new RegularBackups(this.#backups, this.#findings, this.#now);
    this.#journal = new KeptJournal(this.#places, this.#findings);
  }

  /**
   * Opens or makes a vault; a newer one, a foreign one and one that is held are left as they are. One on a disk
   * that is full or may not be written opens for reading.
   */
  static async open(options: VaultOptions): Promise<Result<Vault>> {
    const places = placesOf(options.path);
    try {
      const marked = await readMark(options.path);
      if (!marked.ok) return marked;
      if (marked.value) return await Vault.#openMarked(options, marked.value);
      await makeFolders(places);
      const lock = await takeLock(places.lock, places.temporary, options.host);
      if (!lock.ok) return lock;
      try {
        const mark = await makeVault(places);
        return await Vault.#openMarked(options, mark, lock.value);
      } catch (error) {
        await lock.value.release();
        throw error;
      }
    } catch (error) {
      return failureOfDisk(error);
    }
  }

  static async #openMarked(
    options: VaultOptions,
    mark: VaultMark,
    lock: VaultLock | null = null,
  ): Promise<Result<Vault>> {
    const vault = new Vault(options, mark, await readMachineId());
    vault.#lock = lock;
    const writable = await vault.#makeWritable().catch(failureOfDisk);
    if (!writable.ok) {
      if (writable.reason === 'vault-locked') return writable;
      vault.#readOnly = writable;
      await vault.#journal.open(false);
    }
    await vault.#start();
    return success(vault);
  }

  /** Is told of what is found amiss from now on; what was before stands in the state. */
  set onFinding(listener: (found: Failure) => void) {
    this.#findings.onFound = listener;
  }

  /** A path for a file on its way; what is left there goes when the vault is opened again. */
  temporaryFile(): string {
    return join(this.#places.temporary, randomUUID());
  }

  get state(): VaultState {
    return {
      id: this.#id,
      path: this.#places.folder,
      damagedLine: this.#journal.damagedLine,
      endedUncleanly: this.#lock?.wasLeftBehind ?? false,
      readOnly: this.#readOnly,
      findings: this.#findings.all,
      strays: this.#strays,
    };
  }

  append(acts: readonly unknown[]): Promise<Result<readonly JournalLine[]>> {
    return this.#inTurn(async () => {
      if (this.#changed) return this.#changed;
      await this.#backUp();
      const appended = await this.#journal.append(acts);
      return this.#journal.isChanged ? await this.#keepWhatWasChanged() : appended;
    });
  }

  read(position: number): Promise<Result<readonly JournalLine[]>> {
    return this.#writes.run(() => this.#journal.read(position)).catch(failureOfReading);
  }

  /** Null at the first start. Damaged ones are set aside, and those of the newest backup put in their place. */
  async readSettings(): Promise<Result<unknown>> {
    try {
      const settings = await this.#settings.read();
      if (settings !== undefined && settings !== null) return success(settings);
      const mending = {
        settings: this.#settings,
        backups: this.#backups,
        findings: this.#findings,
        inTurn: (write: () => Promise<Result<null>>) => this.#inTurn(write),
      };
      return success(await mendSettings(mending, settings === undefined));
    } catch (error) {
      return failureOfReading(error);
    }
  }

  writeSettings(settings: unknown): Promise<Result<null>> {
    return this.#inTurn(async () => {
      await this.#settings.write(settings);
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
        journalBytes: await sizeOf(this.#places.journal),
        originals: await this.originals.list(),
        readOnly: this.#readOnly,
        findings: this.#findings.all,
        strays: this.#strays,
      });
    } catch (error) {
      return failureOfReading(error);
    }
  }

  /** Oldest first; `mended` last, where the journal is damaged and lines of it are left. */
  async listBackups(): Promise<Result<readonly Backup[]>> {
    try {
      return success(await this.#writes.run(() => this.#listBackups()));
    } catch (error) {
      return failureOfReading(error);
    }
  }

  /** A copy of the journal as it is now, beside all others; a damaged one is not copied. */
  makeBackup(): Promise<Result<Backup>> {
    return this.#inTurn(async () => {
      const { damagedLine } = this.#journal;
      if (damagedLine !== null) return failure('vault-damaged', { line: damagedLine });
      const made = await this.#backups.make(await this.#whatIsThere(), 'asked');
      return made ? success(made) : failure('backup-unsound', { backup: this.#now().toISOString() });
    });
  }

  /**
   * Puts a sound backup in the journal's place; where it fails, everything is as it was. A sound journal becomes a
   * backup first, a damaged one is copied aside.
   */
  restoreBackup(id: string): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const backup = id === MENDED ? await this.#mend() : await this.#backups.read(id);
      if (!backup) return failure('backup-unsound', { backup: id });
      const { journal, aside } = this.#places;
      const current = await readIfThere(journal);
      if (current && current.length > 0) {
        if (this.#journal.damagedLine !== null || this.#changed)
          await writeFlushed(join(aside, asideName(journal)), current);
        else if (!(await this.#backups.make(await this.#whatIsThere(), 'before-restore')))
          return failure('backup-unsound', { backup: 'before-restore' });
      }
      await clearTheWay(journal, 'file');
      await this.#journal.put(backup.journal, backup.head);
      this.#changed = null;
      return success(null);
    });
  }

  /** Puts the journal together from every copy of its lines. @returns the lines it has, and the places of those lost */
  async mend(): Promise<Result<{ readonly lines: number; readonly positions: readonly number[] }>> {
    const { lost } = await this.#writes.run(() => this.#mend());
    const restored = await this.restoreBackup(MENDED);
    return restored.ok ? success({ lines: this.#journal.head.lines, positions: lost }) : restored;
  }

  /** Gives the vault back. Nothing may be called after it. */
  async close(): Promise<void> {
    await this.#writes.idle();
    await this.log.write(logged('stopped'));
    let isHeld = false;
    try {
      isHeld = (await this.#lock?.look()) === 'held';
    } finally {
      await this.#journal.close(isHeld && !this.#changed && !this.#readOnly);
    }
    if (isHeld) await this.#lock?.release();
  }

  /** What opening a vault owes the person: a word in the log, a backup, and a look after a crash. */
  async #start(): Promise<void> {
    await this.log.write(logged('started', { lines: this.#journal.head.lines }));
    this.#strays = await findStrays(this.#places.folder).catch(() => []);
    if (this.#strays.length > 0) await this.log.write(logged('strays', { count: this.#strays.length }));
    if (this.#readOnly) await this.#findings.note(this.#readOnly, 'error');
    const { damagedLine } = this.#journal;
    if (damagedLine !== null)
      await this.#findings.note(failure('vault-damaged', { line: damagedLine }), 'error');
    if (damagedLine !== null || this.#readOnly) return;
    await this.#backUp();
    if (!this.#lock?.wasLeftBehind) return;
    const { count, damaged } = await this.originals.check();
    const detail = { originals: count, damaged: damaged.length };
    await this.log.write({ ...logged('checked-after-unclean-end', detail), level: 'warning' });
    if (damaged.length > 0)
      await this.#findings.tell(failure('originals-damaged', { count: damaged.length }), 'error');
  }

  /** Takes the lock and opens the journal for writing, where that was not done or is not so any more. */
  async #makeWritable(): Promise<Result<null>> {
    const state = (await this.#lock?.look()) ?? 'gone';
    if (state === 'taken') return await sayHolder(this.#places.lock);
    const isOpen = this.#journal.isOpen && this.#readOnly === null;
    if (state === 'held' && isOpen) return success(null);
    const mark = await readMark(this.#places.folder);
    if (!mark.ok) return mark;
    if (mark.value?.id !== this.#id) return failure('vault-gone', { path: this.#places.folder });
    const moved = await makeFolders(this.#places);
    if (moved.length > 0)
      await this.#findings.tell(failure('way-cleared', { names: moved.join(', ') }), 'warning');
    if (state === 'gone') {
      const lock = await takeLock(this.#places.lock, this.#places.temporary, this.#host);
      if (!lock.ok) return lock;
      this.#lock = lock.value;
      await clearTemporary(this.#places);
    }
    // Another program wrote meanwhile, or put an older file there.
    if (!(await this.#journal.open(true))) return await this.#keepWhatWasChanged();
    this.#readOnly = null;
    return success(null);
  }

  /** Another program changed the journal: all that was acknowledged is kept as a backup, and nothing written. */
  async #keepWhatWasChanged(): Promise<Failure> {
    if (this.#changed) return this.#changed;
    const bytes = await this.#journal.gather(() => this.#backups.journals());
    const { head } = this.#journal;
    const held =
      bytes && (await this.#backups.make(await this.#whatIsThere(bytes), 'held').catch(() => null));
    this.#changed = failure('journal-changed', { lines: held ? head.lines : 0 });
    await this.#findings.tell(this.#changed, 'error');
    return this.#changed;
  }

  async #whatIsThere(bytes?: Buffer): Promise<BackedUp> {
    const { head } = this.#journal;
    const journal = bytes ?? (await readFile(this.#places.journal));
    return { journal, head, settings: await this.#settings.readSound(), vault: this.#id };
  }

  async #listBackups(): Promise<readonly Backup[]> {
    const backups = await this.#backups.list();
    if (this.#journal.damagedLine === null) return backups;
    const { head, lost } = await this.#mend();
    if (head.lines === 0) return backups;
    const mended = { id: MENDED, at: this.#now().toISOString(), reason: 'mended' } as const;
    return [...backups, { ...mended, lines: head.lines, sound: true, lost: lost.length }];
  }

  async #mend(): Promise<BackedUp & { readonly lost: readonly number[] }> {
    const { bytes, head, lost } = await this.#journal.mend(await this.#backups.journals());
    return { journal: bytes, head, lost, settings: null, vault: this.#id };
  }

  async #backUp(): Promise<void> {
    if (this.#journal.damagedLine === null)
      await this.#regularBackups.makeIfDue(this.#journal.head, () => this.#whatIsThere());
  }

  #inTurn<Value>(write: () => Promise<Result<Value>>): Promise<Result<Value>> {
    return this.#writes.run(async () => {
      try {
        const ready = await this.#makeWritable();
        return ready.ok ? await write() : ready;
      } catch (error) {
        return failureOfDisk(error);
      }
    });
  }
}
