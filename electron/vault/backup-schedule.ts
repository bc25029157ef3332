import type { BackupReason } from '@shared/contracts/host.ts';

/** A backup as its folder's name tells of it. */
export interface BackupName {
  readonly id: string;
  /** Counts the backups of a vault: their order, whatever the clock said. 0 for those of before, one a day. */
  readonly sequence: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: BackupReason;
}

/** Between two copies that nobody asked for. */
const INTERVAL_MS = 2 * 60 * 60 * 1000;

/** Copies by schedule that stay: the newest, then the last of each day and week that has one. */
const KEPT_NEWEST = 4;
const KEPT_DAYS = 7;
const KEPT_WEEKS = 5;
/** Copies for another reason that stay: what a person asked for is not thinned by what nobody did. */
const KEPT_OTHERS = 12;

const DAY_MS = 24 * 60 * 60 * 1000;

const NAME = /^(\d{6,9})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(scheduled|asked|before-restore|held)$/;
const NAME_OF_BEFORE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a folder's name; null where it is no backup's. */
export function readBackupName(id: string): BackupName | null {
  const [, sequence, year, month, day, hour, minute, second, reason] = NAME.exec(id) ?? [];
  if (reason) {
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
    return { id, sequence: Number(sequence), at, reason: reason as BackupReason };
  }
  return NAME_OF_BEFORE.test(id) ? { id, sequence: 0, at: `${id}T00:00:00Z`, reason: 'scheduled' } : null;
}

/** The name of the next backup after these. */
export function nameBackup(made: readonly BackupName[], reason: BackupReason, now: Date): BackupName {
  const sequence = Math.max(0, ...made.map((one) => one.sequence)) + 1;
  const at = `${now.toISOString().slice(0, 19)}Z`;
  const id = `${String(sequence).padStart(6, '0')}-${at.replaceAll(/[-:]/g, '')}-${reason}`;
  return { id, sequence, at, reason };
}

/** In the order in which they were made. */
export const inOrder = (made: readonly BackupName[]): BackupName[] =>
  made.toSorted((a, b) => a.sequence - b.sequence || (a.at < b.at ? -1 : 1));

/** Whether a copy is due after the newest: on another day, or some time later. A clock that went back makes it due. */
export function isDue(newest: BackupName | undefined, now: Date): boolean {
  if (!newest) return true;
  const passed = now.getTime() - Date.parse(newest.at);
  return passed < 0 || passed >= INTERVAL_MS || newest.at.slice(0, 10) !== now.toISOString().slice(0, 10);
}

/**
 * Those that may go. Days and weeks are counted as they occur among the copies and not from today, so that a
 * clock that is wrong by years ages nothing.
 */
export function thin(made: readonly BackupName[]): readonly BackupName[] {
  const newestFirst = inOrder(made).reverse();
  const scheduled = newestFirst.filter(({ reason }) => reason === 'scheduled');
  const others = newestFirst.filter(({ reason }) => reason !== 'scheduled');
  const kept = new Set([...scheduled.slice(0, KEPT_NEWEST), ...others.slice(0, KEPT_OTHERS)]);
  const periods: readonly [number, (at: number) => number][] = [
    [KEPT_DAYS, (at) => Math.floor(at / DAY_MS)],
    [KEPT_WEEKS, (at) => Math.floor(at / (7 * DAY_MS))],
  ];
  for (const [count, periodOf] of periods) {
    const seen = new Set<number>();
    for (const one of scheduled) {
      const period = periodOf(Date.parse(one.at));
      if (seen.has(period) || seen.size === count) continue;
      seen.add(period);
      kept.add(one);
    }
  }
  return made.filter((one) => !kept.has(one));
}
