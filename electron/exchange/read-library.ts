import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { writeLibraryFile } from '@shared/exchange/carry/write-library-file.ts';
import type { Act } from '@shared/journal/act.ts';
import { readActs } from '@shared/journal/act-schema.ts';
import { fold } from '@shared/journal/fold.ts';
import type { LibraryState } from '@shared/journal/state.ts';
import { actsOfSource } from '@shared/pipeline/source-acts.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { failureOfDisk } from '../vault/disk-failure.ts';
import { JournalFile } from '../vault/journal-file.ts';
import { HeadFile } from '../vault/journal-head.ts';
import { Originals } from '../vault/originals.ts';
import { SettingsFile } from '../vault/settings-file.ts';
import { placesOf, type VaultPlaces } from '../vault/vault-folder.ts';
import { readMark } from '../vault/vault-mark.ts';
import type { Exportable } from './export-sources.ts';

/** A vault as it stands on disk, read without its lock: lines are only ever added, originals never change. */
export interface ReadLibrary {
  readonly acts: readonly Act[];
  readonly state: LibraryState;
  readonly originals: Originals;
  /** Null where there are none yet. */
  readonly settings: Result<unknown, 'settings-unsound'>;
}

/** Reads a vault that may be open elsewhere; what a host is writing at this moment is not in it yet. */
export async function readLibrary(path: string): Promise<Result<ReadLibrary>> {
  const places = placesOf(path);
  try {
    const mark = await readMark(path);
    if (!mark.ok) return mark;
    if (mark.value === null) return failure('vault-missing', { path });
    const journal = await JournalFile.open({
      path: places.journal,
      asideFolder: places.aside,
      isWritable: false,
      knownHead: (await new HeadFile(places.head, places.temporary).read()).head,
    });
    const lines = await journal.read(0);
    await journal.close();
    if (!lines.ok) return lines;
    const acts = readActs(lines.value);
    if (!acts.ok) return acts;
    const originals = new Originals(places.originals, places.temporary);
    const settings = await readSettings(places);
    return success({ acts: acts.value, state: fold(acts.value), originals, settings });
  } catch (error) {
    return failureOfDisk(error, 'read');
  }
}

async function readSettings({ settings, aside, temporary }: VaultPlaces): Promise<ReadLibrary['settings']> {
  const read = await new SettingsFile(settings, aside, temporary).read();
  return read === undefined ? failure('settings-unsound') : success(read);
}

/** A library as one file for another machine; originals and settings that are damaged here are named and left behind. */
export function carryLibrary(
  { acts, state, settings, originals }: ReadLibrary,
  leaveBehind: (name: string, failure: Failure) => void,
): AsyncGenerator<Uint8Array> {
  if (!settings.ok) leaveBehind('settings.json', settings);
  const carried = { acts, settings: settings.ok ? settings.value : null, originals: soundOriginals() };
  return writeLibraryFile(carried, sha256);

  async function* soundOriginals(): AsyncGenerator<{ sha256: string; bytes: Uint8Array }> {
    for (const { source, name, status } of state.sources.values()) {
      if (status === 'erased') continue;
      const bytes = await originals.read(source);
      if (bytes.ok) yield { sha256: source, bytes: bytes.value };
      else leaveBehind(name, bytes);
    }
  }
}

/** Sources of a library that are there, in the order in which they were added. */
export function listExportables({ state, originals }: ReadLibrary): Exportable[] {
  const bookmarks = [...state.bookmarks.values()];
  return [...state.sources.values()]
    .filter(({ status }) => status === 'present')
    .map(({ source, name }) => ({
      name,
      acts: actsOfSource(state, source),
      bookmarks: bookmarks.filter(({ target }) => target.source === source),
      continued: state.continued.filter(
        ({ first, second }) => first.source === source || second.source === source,
      ),
      read: () => originals.read(source),
    }));
}
