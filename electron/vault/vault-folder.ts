import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { clearTheWay } from './durable-file.ts';
import { EMPTY_HEAD, HeadFile } from './journal-head.ts';
import { type VaultMark, writeMark } from './vault-mark.ts';

/** Where each thing of a vault lies; FORMAT.md says what it is. */
export interface VaultPlaces {
  readonly folder: string;
  readonly journal: string;
  readonly head: string;
  readonly settings: string;
  readonly lock: string;
  readonly log: string;
  readonly originals: string;
  readonly backups: string;
  readonly aside: string;
  readonly temporary: string;
}

export function placesOf(folder: string): VaultPlaces {
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    journal: at('journal.ndjson'),
    head: at('head.json'),
    settings: at('settings.json'),
    lock: at('lock'),
    log: at('log.ndjson'),
    originals: at('originals'),
    backups: at('backups'),
    aside: at('aside'),
    temporary: at('temporary'),
  };
}

/** Makes the folders there must be. @returns what stood in their way and was moved, as `name → new name` */
export async function makeFolders(places: VaultPlaces): Promise<string[]> {
  const moved: string[] = [];
  const clear = async (path: string, wanted: 'file' | 'folder'): Promise<void> => {
    const to = await clearTheWay(path, wanted);
    if (to !== null) moved.push(`${basename(path)} → ${to}`);
  };
  for (const folder of [places.originals, places.backups, places.aside, places.temporary])
    await clear(folder, 'folder');
  for (const file of [places.lock, places.head, places.settings, places.log]) await clear(file, 'file');
  return moved;
}

/** Empties the place of files on their way; one that cannot be removed harms nothing. */
export async function clearTemporary({ temporary }: VaultPlaces): Promise<void> {
  for (const left of await readdir(temporary))
    await rm(join(temporary, left), { recursive: true, force: true }).catch(() => undefined);
}

/** Marks a folder as a vault; the mark comes last, so that a marked vault without journal or head has lost it. */
export async function makeVault(places: VaultPlaces): Promise<VaultMark> {
  await writeFile(places.journal, '', { flag: 'a', mode: 0o600, flush: true });
  await new HeadFile(places.head, places.temporary).replace(EMPTY_HEAD);
  return await writeMark(places.folder, places.temporary);
}
