import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupReason } from '@shared/contracts/host.ts';
import { type BackupName, inOrder, isDue, nameBackup, readBackupName, thin } from './backup-schedule.ts';
import { flushFolder, readIfThere, writeFlushed } from './durable-file.ts';
import type { JournalHead } from './journal-head.ts';
import { CHAIN_START, scanJournal } from './journal-line.ts';

export interface BackupFolders {
  readonly backups: string;
  readonly temporary: string;
}

/** What a backup holds. */
export interface BackedUp {
  readonly journal: Buffer;
  readonly head: JournalHead;
  readonly settings: Buffer | null;
  /** Id of the vault; null in backups of before. */
  readonly vault: string | null;
}

/** Copies of what cannot be made again and is not kept by its hash: the journal, the settings, the vault's id. */
export class Backups {
  readonly #folders: BackupFolders;
  readonly #now: () => Date;

  constructor(folders: BackupFolders, now: () => Date) {
    this.#folders = folders;
    this.#now = now;
  }

  /** Whether a copy of a journal with this end is due by schedule. */
  async isDue(head: JournalHead): Promise<boolean> {
    if (head.lines === 0) return false;
    const newest = (await this.names()).at(-1);
    if (!isDue(newest, this.#now())) return false;
    return newest === undefined || (await this.#readHead(newest.id))?.hash !== head.hash;
  }

  /**
   * Makes a copy, which takes the place of none. It is read back before older ones are thinned out; one that
   * cannot be made leaves nothing behind. @returns null when it does not read back
   */
  async make(what: BackedUp, reason: BackupReason): Promise<Backup | null> {
    const { backups } = this.#folders;
    const temporary = join(this.#folders.temporary, randomUUID());
    const made = await this.names();
    const name = nameBackup(made, reason, this.#now());
    const note = { ...what.head, vault: what.vault, at: name.at, reason };
    try {
      await mkdir(temporary, { mode: 0o700 });
      await writeFlushed(join(temporary, 'journal.ndjson'), what.journal);
      if (what.settings) await writeFlushed(join(temporary, 'settings.json'), what.settings);
      await writeFlushed(join(temporary, 'backup.json'), Buffer.from(`${JSON.stringify(note)}\n`));
      await flushFolder(temporary);
      if (!(await readSound(temporary))) return null;
      await rename(temporary, join(backups, name.id));
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    await flushFolder(backups);
    for (const { id } of thin([...made, name])) await this.#remove(id);
    return { id: name.id, at: name.at, reason, lines: what.head.lines, sound: true, lost: 0 };
  }

  /** In the order in which they were made; what else lies in the folder is passed over. */
  async names(): Promise<BackupName[]> {
    const entries = await readdir(this.#folders.backups, { withFileTypes: true });
    const names = entries.map((entry) => (entry.isDirectory() ? readBackupName(entry.name) : null));
    return inOrder(names.filter((name) => name !== null));
  }

  /** Oldest first. */
  async list(): Promise<readonly Backup[]> {
    const backups: Backup[] = [];
    for (const { id, at, reason } of await this.names()) {
      const sound = await this.read(id);
      const lines = sound?.head.lines ?? (await this.#readHead(id))?.lines ?? 0;
      backups.push({ id, at, reason, lines, sound: sound !== null, lost: 0 });
    }
    return backups;
  }

  /** A backup of that name whose every line fits; null where there is none. */
  async read(id: string): Promise<BackedUp | null> {
    return readBackupName(id) ? await readSound(join(this.#folders.backups, id)) : null;
  }

  /** The newest sound backup that has what is asked of it. */
  async newest<Value>(take: (backup: BackedUp) => Value | null): Promise<Value | null> {
    for (const { id } of (await this.names()).reverse()) {
      const backup = await this.read(id);
      const value = backup && take(backup);
      if (value !== null) return value;
    }
    return null;
  }

  /** Journals of every backup, sound or not, newest first: lines to mend with. */
  async journals(): Promise<Buffer[]> {
    const journals: Buffer[] = [];
    for (const { id, reason } of (await this.names()).reverse()) {
      // What a person went back from is not brought again by a mend.
      if (reason === 'before-restore') continue;
      const journal = await readIfThere(join(this.#folders.backups, id, 'journal.ndjson'));
      if (journal) journals.push(journal);
    }
    return journals;
  }

  /** In one step, so that half of it is never taken for a damaged one. */
  async #remove(id: string): Promise<void> {
    const leaving = join(this.#folders.temporary, randomUUID());
    await rename(join(this.#folders.backups, id), leaving);
    await rm(leaving, { recursive: true });
  }

  async #readHead(id: string): Promise<JournalHead | null> {
    return (await readNote(join(this.#folders.backups, id)))?.head ?? null;
  }
}

/** Every line fits, and the last one is the one the backup was made with. */
async function readSound(place: string): Promise<BackedUp | null> {
  const note = await readNote(place);
  const journal = await readIfThere(join(place, 'journal.ndjson'));
  if (!note || !journal) return null;
  const scan = scanJournal(journal);
  const isSound =
    scan.damagedLine === null &&
    scan.tail === null &&
    scan.ends.length === note.head.lines &&
    (scan.hashes.at(-1) ?? CHAIN_START) === note.head.hash;
  return isSound ? { ...note, journal, settings: await readIfThere(join(place, 'settings.json')) } : null;
}

async function readNote(place: string): Promise<Pick<BackedUp, 'head' | 'vault'> | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(place, 'backup.json'), 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    if (!('lines' in value && 'hash' in value)) return null;
    const { lines, hash } = value;
    if (typeof lines !== 'number' || typeof hash !== 'string') return null;
    const vault = 'vault' in value && typeof value.vault === 'string' ? value.vault : null;
    return { head: { lines, hash }, vault };
  } catch {
    return null;
  }
}
