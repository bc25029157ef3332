import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './disk-failure.ts';

/** Modes of new files: a library is its person's alone; what engines share is for whom the system's mask lets in. */
const OF_ONE_PERSON = 0o600;
export const SHARED_FILE = 0o666;

/**
 * Replaces a file so that after a crash it holds either all of the old bytes or all of the new ones:
 * a temporary file on the same disk, flushed, renamed, and the folder flushed.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  temporaryFolder: string,
  mode = OF_ONE_PERSON,
): Promise<void> {
  const temporary = join(temporaryFolder, randomUUID());
  try {
    await writeFlushed(temporary, bytes, mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}

/** Writes a new file and flushes it; throws where one is there already. */
export async function writeFlushed(path: string, bytes: Uint8Array, mode = OF_ONE_PERSON): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename or removal in a folder last through a power cut; Windows has no such call and needs none. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Bytes of a file, 0 where there is none. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** What a file holds; null where there is none, or something that is no file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorCode(error))) return null;
    throw error;
  }
}

/** A name for what is set aside: what it was and when, with nothing that a disk refuses in it. */
export function asideName(path: string): string {
  return `${basename(path)}-${new Date().toISOString().replaceAll(':', '')}-${randomUUID().slice(0, 4)}`;
}

/**
 * Makes room where a file or folder of the vault belongs and the other of the two stands, as a sync program
 * may leave it: what stands there is moved beside it under another name. @returns that name; null where the way was free
 */
export async function clearTheWay(path: string, wanted: 'file' | 'folder'): Promise<string | null> {
  let moved: string | null = null;
  try {
    const found = await stat(path);
    if (wanted === 'file' ? found.isDirectory() : !found.isDirectory()) moved = asideName(path);
  } catch (error) {
    // A link that leads nowhere is in the way of a folder; for a file, nothing is there.
    if (errorCode(error) === 'ENOENT' && wanted === 'folder' && (await isLink(path))) moved = asideName(path);
    else if (errorCode(error) !== 'ENOENT') throw error;
  }
  if (moved !== null) await rename(path, join(dirname(path), moved));
  if (wanted === 'folder') await mkdir(path, { recursive: true, mode: 0o700 });
  return moved;
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}
