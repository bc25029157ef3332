import { failure } from '@shared/contracts/results.ts';
import type { BackedUp, Backups } from './backups.ts';
import { errorCode } from './disk-failure.ts';
import type { Findings } from './findings.ts';
import type { JournalHead } from './journal-head.ts';

/** Between two looks whether a backup is due, and after one that could not be made. */
const LOOK_MS = 60 * 1000;
const RETRY_MS = 60 * 60 * 1000;

/** Makes backups by schedule. One that cannot be made is told, keeps nobody from writing, and is not tried at each act. */
export class RegularBackups {
  readonly #backups: Backups;
  readonly #findings: Findings;
  readonly #now: () => Date;
  #nextLook = Number.NEGATIVE_INFINITY;

  constructor(backups: Backups, findings: Findings, now: () => Date) {
    this.#backups = backups;
    this.#findings = findings;
    this.#now = now;
  }

  /** @param head where the journal ends that `read` reads for the copy */
  async makeIfDue(head: JournalHead, read: () => Promise<BackedUp>): Promise<void> {
    const now = this.#now().getTime();
    const wait = this.#nextLook - now;
    if (wait > 0 && wait <= RETRY_MS) return;
    this.#nextLook = now + LOOK_MS;
    try {
      if (!(await this.#backups.isDue(head))) return;
      if (await this.#backups.make(await read(), 'scheduled')) return;
      throw Object.assign(new Error('the copy does not read back'), { code: 'UNSOUND' });
    } catch (error) {
      this.#nextLook = now + RETRY_MS;
      await this.#findings.tell(failure('backup-failed', { code: errorCode(error) }), 'error');
    }
  }
}
