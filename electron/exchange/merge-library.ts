import { createReadStream } from 'node:fs';
import { type Result, success } from '@shared/contracts/results.ts';
import {
  lookAtLibrary,
  type MergeReport,
  type TakingLibrary,
  takeLibrary,
} from '@shared/exchange/carry/take-library.ts';
import { readActs } from '@shared/journal/act-schema.ts';
import { sha256 } from '../knowledge/sha256.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * Takes a library file into a vault, each step flushed as always.
 * @param isRehearsal only says what would change.
 */
export async function mergeLibrary(
  path: string,
  vault: Vault,
  isRehearsal: boolean,
): Promise<Result<MergeReport>> {
  const library = await describeVault(vault);
  if (!library.ok) return library;
  const open = () => createReadStream(path);
  if (!isRehearsal) return await takeLibrary(open, library.value, sha256);
  const look = await lookAtLibrary(open(), library.value, sha256);
  return look.ok ? success(look.value.report) : look;
}

async function describeVault(vault: Vault): Promise<Result<TakingLibrary>> {
  const lines = await vault.read(0);
  if (!lines.ok) return lines;
  const acts = readActs(lines.value);
  if (!acts.ok) return acts;
  const settings = await vault.readSettings();
  if (!settings.ok) return settings;
  return success({
    acts: acts.value,
    held: new Set((await vault.originals.list()).map((original) => original.sha256)),
    hasSettings: settings.value !== null,
    keepOriginal: (bytes) => vault.keepOriginal(bytes),
    append: (fresh) => vault.append(fresh),
    eraseOriginal: (hash) => vault.eraseOriginal(hash),
    writeSettings: (written) => vault.writeSettings(written),
  });
}
