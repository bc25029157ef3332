import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode, flushFolder, writeFlushed } from './durable-file.ts';
import type { JournalHead } from './journal-file.ts';
import { CHAIN_START, scanJournal } from './journal-line.ts';

const KEPT_BACKUPS = 2;

/** The sound lines before a damage, offered beside the days' backups. */
const SOUND_PART = 'sound-part';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface BackupFolders {
  readonly journal: string;
  readonly backups: string;
  readonly aside: string;
  readonly temporary: string;
}

/** Copies the journal once a day, if it has grown since the last copy. @returns whether a copy was made */
export async function backUpIfDue(folders: BackupFolders, head: JournalHead, day: string): Promise<boolean> {
  const newest = (await listDays(folders.backups)).at(-1);
  if (head.lines === 0 || (newest !== undefined && newest >= day)) return false;
  if (newest !== undefined && (await readHead(join(folders.backups, newest)))?.hash === head.hash)
    return false;
  return await makeBackup(folders, head, day);
}

/**
 * Copies the journal as the copy of that day. The copy is read back before it takes the place of one of the
 * same day and before older ones go. @returns false when it does not read back; nothing was replaced then
 */
export async function makeBackup(folders: BackupFolders, head: JournalHead, day: string): Promise<boolean> {
  const temporary = join(folders.temporary, randomUUID());
  await mkdir(temporary, { mode: 0o700 });
  await writeFlushed(join(temporary, 'journal.ndjson'), await readFile(folders.journal));
  await writeFlushed(join(temporary, 'backup.json'), Buffer.from(`${JSON.stringify(head)}\n`));
  await flushFolder(temporary);
  if (!(await isSound(temporary))) {
    await rm(temporary, { recursive: true });
    return false;
  }
  const place = join(folders.backups, day);
  await rm(place, { recursive: true, force: true });
  await rename(temporary, place);
  await flushFolder(folders.backups);
  const days = await listDays(folders.backups);
  for (const old of days.slice(0, Math.max(0, days.length - KEPT_BACKUPS)))
    await rm(join(folders.backups, old), { recursive: true });
  return true;
}

/** Oldest first; `sound-part` last, where the journal is damaged and has sound lines. */
export async function listBackups(
  folders: BackupFolders,
  damagedLine: number | null,
): Promise<readonly Backup[]> {
  const backups: Backup[] = [];
  for (const id of await listDays(folders.backups)) {
    const place = join(folders.backups, id);
    backups.push({ id, lines: (await readHead(place))?.lines ?? 0, sound: await isSound(place) });
  }
  if (damagedLine !== null) {
    const lines = scanJournal(await readIfThere(folders.journal)).ends.length;
    if (lines > 0) backups.push({ id: SOUND_PART, lines, sound: true });
  }
  return backups;
}

/**
 * The lines of a sound backup, to be put in the journal's place. What is there now is copied aside before it
 * answers, so that at no moment is there no journal.
 */
export async function readyBackup(folders: BackupFolders, id: string): Promise<Result<Buffer>> {
  const current = await readIfThere(folders.journal);
  const bytes = id === SOUND_PART ? soundPart(current) : await readSound(join(folders.backups, id));
  if (!bytes) return failure('vault-damaged', { backup: id });
  if (current.length > 0) {
    const at = new Date().toISOString().replaceAll(':', '');
    const name = `journal-${at}-${randomUUID().slice(0, 8)}.ndjson`;
    await writeFlushed(join(folders.aside, name), current);
    await flushFolder(folders.aside);
  }
  return success(bytes);
}

function soundPart(journal: Buffer): Buffer | null {
  const { ends } = scanJournal(journal);
  return ends.length > 0 ? journal.subarray(0, ends.at(-1)) : null;
}

async function readSound(place: string): Promise<Buffer | null> {
  return (await isSound(place)) ? await readFile(join(place, 'journal.ndjson')) : null;
}

/** Every line fits, and the last one is the one the backup was made with. */
async function isSound(place: string): Promise<boolean> {
  const head = await readHead(place);
  const scan = scanJournal(await readIfThere(join(place, 'journal.ndjson')));
  return (
    head !== null &&
    scan.damagedLine === null &&
    scan.tail === null &&
    scan.ends.length === head.lines &&
    (scan.hashes.at(-1) ?? CHAIN_START) === head.hash
  );
}

async function readHead(place: string): Promise<JournalHead | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(place, 'backup.json'), 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    if (!('lines' in value && 'hash' in value)) return null;
    const { lines, hash } = value;
    return typeof lines === 'number' && typeof hash === 'string' ? { lines, hash } : null;
  } catch {
    return null;
  }
}

async function listDays(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => DAY.test(name)).sort();
}

async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
