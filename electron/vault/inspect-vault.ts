import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import type { Act } from '@shared/journal/act.ts';
import { readAct } from '@shared/journal/act-schema.ts';
import { fold } from '@shared/journal/fold.ts';
import { Backups } from './backups.ts';
import { failureOfDisk } from './disk-failure.ts';
import { JournalFile } from './journal-file.ts';
import { HeadFile } from './journal-head.ts';
import { Originals } from './originals.ts';
import { SettingsFile } from './settings-file.ts';
import { findStrays } from './strays.ts';
import { placesOf } from './vault-folder.ts';
import { readMark } from './vault-mark.ts';

/** Something amiss in a vault, with the name of where. */
export interface VaultFault {
  readonly place: string;
  readonly failure: Failure;
}

export interface VaultReport {
  readonly lines: number;
  readonly originals: number;
  readonly backups: number;
  /** ISO 8601; null where there is no backup. */
  readonly newestBackup: string | null;
  readonly faults: readonly VaultFault[];
  /** What is not Duidu's; no fault. */
  readonly strays: readonly string[];
}

/**
 * Reads everything a vault holds and changes nothing, also while a host has it open: journal, mark, settings,
 * backups, and every original there is or should be.
 */
export async function inspectVault(path: string): Promise<Result<VaultReport>> {
  const places = placesOf(path);
  try {
    const mark = await readMark(path);
    if (!mark.ok && mark.reason === 'vault-newer') return mark;
    if (mark.ok && mark.value === null) return failure('vault-missing', { path });
    const faults: VaultFault[] = mark.ok ? [] : [{ place: 'vault.json', failure: mark }];
    const known = await new HeadFile(places.head, places.temporary).read();
    const options = { path: places.journal, asideFolder: places.aside, isWritable: false };
    const journal = await JournalFile.open({ ...options, knownHead: known.head });
    const read = await journal.read(0);
    await journal.close();
    if (!read.ok) faults.push({ place: 'journal.ndjson', failure: read });
    const { lines } = journal.head;
    if (known.isDamaged) faults.push({ place: 'head.json', failure: failure('head-missing', { lines }) });
    const settings = new SettingsFile(places.settings, places.aside, places.temporary);
    if ((await settings.read()) === undefined)
      faults.push({ place: 'settings.json', failure: failure('settings-unsound') });
    const acts = read.ok ? read.value.map(({ act }) => readAct(act)) : [];
    const originals = await checkOriginals(
      new Originals(places.originals, places.temporary),
      acts.filter((act) => act.ok).map(({ value }) => value),
    );
    const backups = await new Backups(places, () => new Date()).list();
    for (const { id, sound } of backups)
      if (!sound) faults.push({ place: `backups/${id}`, failure: failure('backup-unsound', { backup: id }) });
    return success({
      lines,
      originals: originals.count,
      backups: backups.length,
      newestBackup: backups.at(-1)?.at ?? null,
      faults: [...faults, ...originals.faults],
      strays: await findStrays(path),
    });
  } catch (error) {
    return failureOfDisk(error, 'read');
  }
}

/** Every original on disk and every one that the acts count on, each against its hash. */
async function checkOriginals(
  originals: Originals,
  acts: readonly Act[],
): Promise<{ readonly count: number; readonly faults: readonly VaultFault[] }> {
  const { sources } = fold(acts);
  const hashes = new Set((await originals.list()).map(({ sha256 }) => sha256));
  for (const { source, status } of sources.values()) if (status !== 'erased') hashes.add(source);
  const faults: VaultFault[] = [];
  for (const sha256 of hashes) {
    const read = await originals.read(sha256);
    const name = [...sources.values()].find(({ source }) => source === sha256)?.name;
    const place = `originals/${sha256.slice(0, 2)}/${sha256}${name ? ` (${name})` : ''}`;
    if (!read.ok) faults.push({ place, failure: read });
  }
  return { count: hashes.size, faults };
}
