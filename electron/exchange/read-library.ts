import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { writeLibraryFile } from '@shared/exchange/carry/write-library-file.ts';
import type { Act } from '@shared/journal/act.ts';
import { readAct } from '@shared/journal/act-schema.ts';
import { fold } from '@shared/journal/fold.ts';
import type { LibraryState } from '@shared/journal/state.ts';
import { actsOfSource } from '@shared/pipeline/source-acts.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { failureOfFile } from '../vault/disk-failure.ts';
import { CHAIN_START, readLine, scanJournal } from '../vault/journal-line.ts';
import { Originals } from '../vault/originals.ts';
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
  let bytes: Buffer;
  try {
    bytes = await readFile(join(path, 'journal.ndjson'));
  } catch (error) {
    return failureOfFile(error);
  }
  const { ends, damagedLine } = scanJournal(bytes);
  if (damagedLine !== null) return failure('vault-damaged', { line: damagedLine });
  const acts: Act[] = [];
  let [from, previous] = [0, CHAIN_START];
  for (const [index, end] of ends.entries()) {
    const line = readLine(bytes.toString('utf8', from, end - 1), index + 1, previous);
    if (line === null) return failure('vault-damaged', { line: index + 1 });
    const act = readAct(line.act);
    if (!act.ok) return act;
    acts.push(act.value);
    [from, previous] = [end, line.hash];
  }
  const originals = new Originals(join(path, 'originals'), join(path, 'temporary'));
  return success({ acts, state: fold(acts), originals, settings: await readSettings(path) });
}

async function readSettings(path: string): Promise<ReadLibrary['settings']> {
  try {
    return success(JSON.parse(await readFile(join(path, 'settings.json'), 'utf8')));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? success(null) : failure('settings-unsound');
  }
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
      read: () => originals.read(source),
    }));
}
