import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode, replaceFile } from './durable-file.ts';

/** Number of the layout that FORMAT.md describes. */
export const VAULT_FORMAT = 1;

/** What `vault.json` says: that a folder is a vault, of which layout, and its own id. */
export interface VaultMark {
  readonly format: typeof VAULT_FORMAT;
  readonly id: string;
}

/** Reads the mark of a folder without touching anything; null where there is none yet. */
export async function readMark(
  folder: string,
): Promise<Result<VaultMark | null, 'vault-newer' | 'vault-damaged'>> {
  let text: string;
  try {
    text = await readFile(join(folder, 'vault.json'), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return success(null);
    throw error;
  }
  const damaged = failure('vault-damaged', { file: 'vault.json' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged;
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) return damaged;
  if (typeof value.format !== 'number' || !Number.isSafeInteger(value.format) || value.format < 1)
    return damaged;
  if (value.format > VAULT_FORMAT)
    return failure('vault-newer', { found: value.format, known: VAULT_FORMAT });
  return 'id' in value && typeof value.id === 'string'
    ? success({ format: VAULT_FORMAT, id: value.id })
    : damaged;
}

export async function writeMark(folder: string, temporaryFolder: string): Promise<VaultMark> {
  const mark: VaultMark = { format: VAULT_FORMAT, id: randomUUID() };
  await replaceFile(join(folder, 'vault.json'), Buffer.from(`${JSON.stringify(mark)}\n`), temporaryFolder);
  return mark;
}

/** Names this vault on this machine without telling the machine's name. */
export function deviceOf(mark: VaultMark): string {
  return createHash('sha256').update(`${mark.id}\n${hostname()}`).digest('hex').slice(0, 16);
}
