import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode } from './disk-failure.ts';
import { replaceFile, sizeOf } from './durable-file.ts';
import { entriesOf } from './strays.ts';

/** Number of the layout that FORMAT.md describes. */
export const VAULT_FORMAT = 1;

const MARK = 'vault.json';

/** What `vault.json` says: that a folder is a vault, of which layout, and its own id. */
export interface VaultMark {
  readonly format: typeof VAULT_FORMAT;
  readonly id: string;
}

/**
 * Reads the mark of a folder without touching anything; null where there is none yet. A folder with acts or
 * originals in it had one: there it is damaged.
 */
export async function readMark(
  folder: string,
): Promise<Result<VaultMark | null, 'vault-newer' | 'vault-mark-damaged'>> {
  let text: string;
  try {
    text = await readFile(join(folder, MARK), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'EISDIR') return failure('vault-mark-damaged', { path: folder });
    if (errorCode(error) !== 'ENOENT') throw error;
    return (await holdsAnything(folder)) ? failure('vault-mark-damaged', { path: folder }) : success(null);
  }
  const damaged = failure('vault-mark-damaged', { path: folder });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged;
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) return damaged;
  const { format } = value;
  if (typeof format !== 'number' || !Number.isSafeInteger(format) || format < 1) return damaged;
  const id = 'id' in value && typeof value.id === 'string' ? value.id : null;
  // Whatever a newer program may mean by the rest.
  if (format > VAULT_FORMAT) return failure('vault-newer', { found: format, known: VAULT_FORMAT });
  // Marks of before have no check.
  if (id !== null && 'check' in value && value.check !== checkOf(format, id)) return damaged;
  return id === null ? damaged : success({ format: VAULT_FORMAT, id });
}

async function holdsAnything(folder: string): Promise<boolean> {
  if ((await sizeOf(join(folder, 'journal.ndjson'))) > 0) return true;
  return (await entriesOf(join(folder, 'originals'))).length > 0;
}

/** Marks a folder as a vault, with the id that it is known by or a new one. */
export async function writeMark(
  folder: string,
  temporaryFolder: string,
  id: string = randomUUID(),
): Promise<VaultMark> {
  const mark = { format: VAULT_FORMAT, id, check: checkOf(VAULT_FORMAT, id) } as const;
  await replaceFile(join(folder, MARK), Buffer.from(`${JSON.stringify(mark)}\n`), temporaryFolder);
  return { format: VAULT_FORMAT, id };
}

/** The id that a damaged mark still shows; null where none does. `isProved`: its check holds. */
export function findId(text: string): { readonly id: string; readonly isProved: boolean } | null {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0];
  return id === undefined ? null : { id, isProved: text.includes(checkOf(VAULT_FORMAT, id)) };
}

/** Names this vault on this machine without telling anything of the machine. */
export function deviceOf(mark: VaultMark, machineId: string): string {
  return createHash('sha256').update(`${mark.id}\n${machineId}`).digest('hex').slice(0, 16);
}

const checkOf = (format: number, id: string): string =>
  createHash('sha256').update(`${format}\n${id}`).digest('hex').slice(0, 16);
