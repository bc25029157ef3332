import { createReadStream } from 'node:fs';
import { type Result, success } from '@shared/contracts/results.ts';
import { type MergeConflict, mergeActs } from '@shared/exchange/carry/merge-acts.ts';
import { readLibraryFile } from '@shared/exchange/carry/read-library-file.ts';
import type { Act } from '@shared/journal/act.ts';
import { readAct } from '@shared/journal/act-schema.ts';
import { fold } from '@shared/journal/fold.ts';
import { sha256 } from '../knowledge/sha256.ts';
import type { Vault } from '../vault/vault.ts';

/** What a library file would bring into a vault, or has brought. */
export interface MergeReport {
  /** Acts that the vault lacks. */
  readonly acts: number;
  readonly originals: number;
  readonly conflicts: readonly MergeConflict[];
  /** Ids under which the two sides have different acts; the vault's are kept. */
  readonly differing: readonly string[];
  /** Parts of the file that are not whole; the rest of it is merged all the same. */
  readonly damaged: readonly string[];
  /** Whether the file's settings come along: only into a vault that has none. */
  readonly settings: boolean;
  /** Sources that were erased on the other side and whose bytes go here too. */
  readonly erased: readonly string[];
}

/** Acts that are appended at once. */
const BATCH = 1000;

/**
 * Takes a library file into a vault: originals first, then the acts that count on them, each flushed as always.
 * @param isRehearsal only says what would change.
 */
export async function mergeLibrary(
  path: string,
  vault: Vault,
  isRehearsal: boolean,
): Promise<Result<MergeReport>> {
  const lines = await vault.read(0);
  if (!lines.ok) return lines;
  const mine: Act[] = [];
  for (const { act } of lines.value) {
    const read = readAct(act);
    if (!read.ok) return read;
    mine.push(read.value);
  }
  const held = new Set((await vault.originals.list()).map((original) => original.sha256));
  const lacking = new Set<string>();
  // Read once to know what it holds: an erased original is not brought back only to be deleted.
  const look = await readLibraryFile(createReadStream(path), sha256, async (hash) => {
    if (!held.has(hash)) lacking.add(hash);
    return success(null);
  });
  if (!look.ok) return look;
  const { fresh, conflicts, differing } = mergeActs(mine, look.value.acts);
  const { sources } = fold([...mine, ...fresh]);
  const isErased = (hash: string): boolean => sources.get(hash as never)?.status === 'erased';
  const wanted = new Set([...lacking].filter((hash) => !isErased(hash)));
  const erased = [...held].filter(isErased);
  const own = await vault.readSettings();
  if (!own.ok) return own;
  const takesSettings = own.value === null && look.value.settings !== null;
  const report: MergeReport = {
    acts: fresh.length,
    originals: wanted.size,
    conflicts,
    differing,
    damaged: look.value.damaged,
    settings: takesSettings,
    erased,
  };
  if (isRehearsal) return success(report);
  const kept = await readLibraryFile(createReadStream(path), sha256, async (hash, bytes) =>
    wanted.has(hash) ? vault.keepOriginal(bytes) : success(null),
  );
  if (!kept.ok) return kept;
  for (let from = 0; from < fresh.length; from += BATCH) {
    const appended = await vault.append(fresh.slice(from, from + BATCH));
    if (!appended.ok) return appended;
  }
  for (const hash of erased) {
    const gone = await vault.eraseOriginal(hash);
    if (!gone.ok) return gone;
  }
  const written = takesSettings ? await vault.writeSettings(look.value.settings) : success(null);
  return written.ok ? success(report) : written;
}
