import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryBeside } from '@shared/contracts/host.ts';
import { type Result, success } from '@shared/contracts/results.ts';
import { readLibraryFile } from '@shared/exchange/carry/read-library-file.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { Vault } from '../vault/vault.ts';
import { mergeLibrary } from './merge-library.ts';

/**
 * Takes a library file into a vault of its own in `folder`. A library is known by its first act, which it keeps for
 * ever: the same one again, as it is later, goes into the vault that it has there, and nothing in that is lost.
 */
async function unpackBeside(file: string, folder: string): Promise<Result<Omit<LibraryBeside, 'address'>>> {
  const read = await readLibraryFile(createReadStream(file), sha256, async () => success(null));
  if (!read.ok) return read;
  const [first] = read.value.acts;
  const path = join(
    folder,
    createHash('sha256')
      .update(first?.id ?? '')
      .digest('hex')
      .slice(0, 16),
  );
  const opened = await Vault.open({ path, host: 'cli' });
  if (!opened.ok) {
    if (opened.reason !== 'vault-locked') return opened;
    return success({ path, damaged: read.value.damaged, wasOpen: true });
  }
  try {
    const merged = await mergeLibrary(file, opened.value, false);
    return merged.ok ? success({ path, damaged: merged.value.damaged, wasOpen: false }) : merged;
  } finally {
    await opened.value.close();
  }
}

/**
 * Unpacks a library file, which goes then, and opens the vault.
 * @param open opens a vault in a window of its own.
 */
export async function openBeside(
  file: string,
  folder: string,
  open: (vaultPath: string) => Promise<Result<string | null>>,
): Promise<Result<LibraryBeside>> {
  try {
    const unpacked = await unpackBeside(file, folder);
    if (!unpacked.ok) return unpacked;
    const opened = await open(unpacked.value.path);
    return opened.ok ? success({ ...unpacked.value, address: opened.value }) : opened;
  } finally {
    await rm(file, { force: true });
  }
}
