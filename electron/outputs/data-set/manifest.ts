import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { OUTPUT_TABLES, type OutputTable } from '@shared/exchange/outputs/output-tables.ts';
import { errorCode } from '../../vault/disk-failure.ts';
import { readIfThere, replaceFile, SHARED_FILE } from '../../vault/durable-file.ts';

export const DATA_SET_FORMAT = 'duidu/data-set@1';

/** A file of a data set. */
export interface Part {
  readonly table: OutputTable;
  /** Of publication; `unknown` for rows without one. */
  readonly year: string;
  /** From the data set's folder, with `/`. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Sources that were written together; their rows stand in its parts and nowhere else. */
export interface Batch {
  readonly id: string;
  /** Of most of its sources. */
  readonly year: string;
  readonly sources: number;
  readonly parts: readonly Part[];
}

/** What a data set consists of. A change has happened when it is put. */
export interface Manifest {
  readonly format: typeof DATA_SET_FORMAT;
  /** Rises with every change. */
  readonly generation: number;
  readonly batches: readonly Batch[];
}

/** What engines do not read: the manifest, who stands in which batch, and what is under way. */
export const OWN_FOLDER = '_duidu';

/** Where the parts of a generation wait until its manifest is put. */
export const waitingFolder = (root: string): string => join(root, OWN_FOLDER, 'waiting');

export const membersFolder = (root: string, generation: number): string =>
  join(root, OWN_FOLDER, `members-${generation}`);

/** Held by the run that works at the data set. */
export const lockPath = (root: string): string => join(root, OWN_FOLDER, 'lock');

const manifestPath = (root: string): string => join(root, OWN_FOLDER, 'manifest.json');

/** The data set of a folder; an empty one where there is none yet. */
export async function readManifest(root: string): Promise<Result<Manifest, 'data-set-unknown'>> {
  const bytes = await readIfThere(manifestPath(root));
  if (bytes === null) return success({ format: DATA_SET_FORMAT, generation: 0, batches: [] });
  try {
    const manifest = JSON.parse(bytes.toString('utf8'));
    if (manifest.format === DATA_SET_FORMAT) return success(manifest);
  } catch {
    // Like one of another format: nothing in the folder is touched.
  }
  return failure('data-set-unknown', { path: root });
}

/** Commits a generation, and puts its parts in their places. */
export async function putManifest(root: string, manifest: Manifest): Promise<void> {
  const own = join(root, OWN_FOLDER);
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  await replaceFile(manifestPath(root), bytes, own, SHARED_FILE);
  await settleParts(root, manifest);
}

/**
 * Brings the folder to what its manifest says: parts that wait go to their places, and what no longer belongs goes
 * away. Done again after a run that ended before it was through.
 */
export async function settleParts(root: string, { generation, batches }: Manifest): Promise<void> {
  const listed = new Set(batches.flatMap(({ parts }) => parts.map(({ path }) => path)));
  const waiting = waitingFolder(root);
  for (const name of await listFolder(waiting)) {
    const path = name.replaceAll('~', '/');
    if (!listed.has(path)) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await rename(join(waiting, name), join(root, path));
  }
  await rm(waiting, { recursive: true, force: true });
  for (const table of OUTPUT_TABLES)
    for (const year of await listFolder(join(root, table)))
      for (const file of await listFolder(join(root, table, year))) {
        const path = `${table}/${year}/${file}`;
        if (PART.test(path) && !listed.has(path)) await rm(join(root, path));
      }
  for (const name of await listFolder(join(root, OWN_FOLDER)))
    if (/^members-\d+$/.test(name) && name !== `members-${generation}`)
      await rm(join(root, OWN_FOLDER, name), { recursive: true, force: true });
}

/** What a data set writes; a folder may hold what is none of ours. */
const PART = /^\w+\/year=(?:\d{4}|unknown)\/\d{6}\.parquet$/;

/** The name under which a part waits: its path in one step. */
export const waitingName = (path: string): string => path.replaceAll('/', '~');

async function listFolder(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}
