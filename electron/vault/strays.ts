import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readBackupName } from './backup-schedule.ts';

/** What belongs into a vault's folder; FORMAT.md says what each is. */
const OWN: ReadonlySet<string> = new Set([
  'vault.json',
  'journal.ndjson',
  'head.json',
  'originals',
  'settings.json',
  'backups',
  'aside',
  'log.ndjson',
  'log.ndjson.old',
  'lock',
  'lock.succession',
  'loopback-address',
  'page-keys.json',
  'open-duidu.html',
  'temporary',
  'beside',
]);

/**
 * Names what lies in a vault's folder and is not of it, as paths from there: what a system (`.DS_Store`,
 * `Thumbs.db`, `desktop.ini`) or a sync program left. Nothing of it is read or touched.
 */
export async function findStrays(vault: string): Promise<string[]> {
  const strays = (await readdir(vault)).filter((name) => !OWN.has(name));
  for (const { name, isFolder } of await entriesOf(join(vault, 'backups')))
    if (!isFolder || !readBackupName(name)) strays.push(`backups/${name}`);
  for (const { name, isFolder } of await entriesOf(join(vault, 'originals'))) {
    const shelf = `originals/${name}`;
    if (!isFolder || !/^[0-9a-f]{2}$/.test(name)) strays.push(shelf);
    else
      for (const original of await entriesOf(join(vault, shelf)))
        if (!isOriginal(name, original)) strays.push(`${shelf}/${original.name}`);
  }
  return strays.sort();
}

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What lies in a folder; nothing where it is none. */
export async function entriesOf(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
}

/** A file named by a hash, on the shelf of its first two digits. */
export const isOriginal = (shelf: string, { name, isFolder }: Entry): boolean =>
  !isFolder && /^[0-9a-f]{64}$/.test(name) && name.startsWith(shelf);
