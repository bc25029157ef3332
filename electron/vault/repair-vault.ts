import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { Backups } from './backups.ts';
import { failureOfDisk } from './disk-failure.ts';
import { asideName, clearTheWay, readIfThere } from './durable-file.ts';
import { takeLock } from './lock.ts';
import { Vault } from './vault.ts';
import { makeFolders, placesOf } from './vault-folder.ts';
import { findId, readMark, writeMark } from './vault-mark.ts';

/**
 * Puts right what can be put right of a vault that no host has open, and deletes nothing: the mark, the journal
 * from every copy of its lines, the note of its end, the settings. @returns what was found, and what was lost
 */
export async function repairVault(path: string): Promise<Result<readonly Failure[]>> {
  try {
    const mended: Failure[] = [];
    const marked = await readMark(path);
    if (marked.ok && marked.value === null) return failure('vault-missing', { path });
    if (!marked.ok) {
      if (marked.reason !== 'vault-mark-damaged') return marked;
      const made = await repairMark(path);
      if (!made.ok) return made;
      mended.push(failure('vault-mark-mended', { id: made.value }));
    }
    const opened = await Vault.open({ path, host: 'cli' });
    if (!opened.ok) return opened;
    const vault = opened.value;
    try {
      if (vault.state.readOnly) return vault.state.readOnly;
      const { damagedLine } = vault.state;
      if (damagedLine !== null) {
        const lost = await vault.mend();
        if (!lost.ok) return lost;
        const { lines, positions } = lost.value;
        mended.push(failure('journal-mended', { line: damagedLine, lines }));
        if (positions.length > 0)
          mended.push(failure('steps-lost', { count: positions.length, positions: sayRanges(positions) }));
      }
      const settings = await vault.readSettings();
      if (!settings.ok) mended.push(settings);
      return success([...mended, ...vault.state.findings]);
    } finally {
      await vault.close();
    }
  } catch (error) {
    return failureOfDisk(error);
  }
}

/** Marks a vault anew with the id that pages know it by: as the mark still shows it, else as a backup does. */
async function repairMark(path: string): Promise<Result<string>> {
  const places = placesOf(path);
  await makeFolders(places);
  const lock = await takeLock(places.lock, places.temporary, 'cli');
  if (!lock.ok) return lock;
  try {
    const file = join(path, 'vault.json');
    const damaged = await readIfThere(file);
    if (damaged) await copyFile(file, join(places.aside, asideName(file)));
    await clearTheWay(file, 'file');
    const shown = findId(damaged?.toString('utf8') ?? '');
    const backups = new Backups(places, () => new Date());
    const kept = shown?.isProved ? null : await backups.newest(({ vault }) => vault);
    const { id } = await writeMark(path, places.temporary, kept ?? shown?.id);
    return success(id);
  } finally {
    await lock.value.release();
  }
}

/** 3, 4, 5, 9 as `3–5, 9`. */
function sayRanges(positions: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const position of positions) {
    const last = ranges.at(-1);
    if (last && position === last.to + 1) last.to = position;
    else ranges.push({ from: position, to: position });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
