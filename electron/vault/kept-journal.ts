import type { JournalLine } from '@shared/contracts/host.ts';
import { failure, type Result } from '@shared/contracts/results.ts';
import { errorCode } from './disk-failure.ts';
import { readIfThere } from './durable-file.ts';
import type { Findings } from './findings.ts';
import { JournalFile } from './journal-file.ts';
import { HeadFile, type JournalHead } from './journal-head.ts';
import { type MendedJournal, mendJournal } from './mend-journal.ts';
import type { VaultPlaces } from './vault-folder.ts';

/** The journal and the note of its end, which belong together: neither is written without the other. */
export class KeptJournal {
  readonly #places: VaultPlaces;
  readonly #heads: HeadFile;
  readonly #findings: Findings;
  #file: JournalFile;

  constructor(places: VaultPlaces, findings: Findings) {
    this.#places = places;
    this.#heads = new HeadFile(places.head, places.temporary);
    this.#findings = findings;
    this.#file = JournalFile.none(places.journal);
  }

  get head(): JournalHead {
    return this.#file.head;
  }

  get damagedLine(): number | null {
    return this.#file.damagedLine;
  }

  get isOpen(): boolean {
    return this.#file.isOpen;
  }

  /** Another program put a file in this one's place, or changed its size. */
  get isChanged(): boolean {
    return this.#file.isChanged;
  }

  /** Opens the file anew. @returns false, with nothing changed, where it does not go on from what was read */
  async open(isWritable: boolean): Promise<boolean> {
    const before = this.#file;
    const opened = await this.#openFile(isWritable);
    if (!opened.goesOnFrom(before.head)) {
      await opened.close();
      return false;
    }
    this.#file = opened;
    await before.close();
    return true;
  }

  async append(acts: readonly unknown[]): Promise<Result<readonly JournalLine[]>> {
    const appended = await this.#file.append(acts);
    if (appended.ok) await this.#heads.raise(this.head).catch((error: unknown) => this.#headFailed(error));
    return appended;
  }

  read(position: number): Promise<Result<readonly JournalLine[]>> {
    return this.#file.read(position);
  }

  /** See `JournalFile.gather`. */
  gather(copies: () => Promise<readonly Buffer[]>): Promise<Buffer | null> {
    return this.#file.gather(copies);
  }

  /** What can be put together of it. @param others backups, from the one to be trusted most */
  async mend(others: readonly Buffer[]): Promise<MendedJournal> {
    const own = (await readIfThere(this.#places.journal)) ?? Buffer.alloc(0);
    return mendJournal({ own, others, known: await this.#readKnownHead() });
  }

  /** Where the journal ended when it was last known; null where that is gone. */
  async #readKnownHead(): Promise<JournalHead | null> {
    return (await this.#heads.read()).head;
  }

  /** Puts other lines in the journal's place; where it fails, everything is as it was. */
  async put(lines: Buffer, head: JournalHead): Promise<void> {
    // A crash may leave the old journal or the new one: until that is known, either is whole.
    await this.#heads.announce((await this.#readKnownHead()) ?? this.head, head);
    const before = this.#file;
    this.#file = await JournalFile.put(this.#places.journal, lines, this.#places.temporary);
    await before.close().catch(() => undefined);
    await this.#remember();
  }

  /** @param isOurs the vault is still held, and nothing speaks against the journal. */
  async close(isOurs: boolean): Promise<void> {
    if (isOurs && this.damagedLine === null) await this.#heads.replace(this.head).catch(() => undefined);
    await this.#file.close();
  }

  /** A note that is gone or does not read is told: lines cut from the end would not have shown. */
  async #openFile(isWritable: boolean): Promise<JournalFile> {
    const known = await this.#heads.read();
    const { journal: path, aside: asideFolder } = this.#places;
    const options = { path, asideFolder, isWritable };
    let file = await JournalFile.open({ ...options, knownHead: known.head });
    if (known.restoring && file.damagedLine !== null) {
      // A crash came after the backup was put in place and before that was remembered.
      await file.close();
      file = await JournalFile.open({ ...options, knownHead: known.restoring });
    }
    if (known.isDamaged)
      await this.#findings.tell(failure('head-missing', { lines: file.head.lines }), 'warning');
    if (isWritable && file.damagedLine === null)
      await this.#heads.replace(file.head).catch((error: unknown) => this.#headFailed(error));
    return file;
  }

  async #remember(): Promise<void> {
    await this.#heads.replace(this.head).catch((error: unknown) => this.#headFailed(error));
  }

  /** The lines are on disk all the same: only that a loss of the last ones would show is not sure. */
  async #headFailed(error: unknown): Promise<void> {
    await this.#findings.tell(failure('head-unwritable', { code: errorCode(error) }), 'error');
  }
}
