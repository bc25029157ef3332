import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { replaceFile } from '../vault/durable-file.ts';
import { proofOf } from './page-keys.ts';

/** The link that the running host's next page opens by, kept in its vault for the next start to find. */
const NOTE = 'loopback-address';

export async function noteAddress(vaultPath: string, address: string): Promise<void> {
  // Whole at every moment: another start may be reading it.
  await replaceFile(join(vaultPath, NOTE), Buffer.from(`${address}\n`), join(vaultPath, 'temporary'));
}

export async function forgetAddress(vaultPath: string): Promise<void> {
  await rm(join(vaultPath, NOTE), { force: true });
}

/** The address of the loopback host that has this vault, if it is running and is ours; else null. */
export async function findRunningHost(vaultPath: string): Promise<string | null> {
  try {
    const address = (await readFile(join(vaultPath, NOTE), 'utf8')).trim();
    const { origin, hash } = new URL(address);
    const token = hash.replace('#token=', '');
    const nonce = randomBytes(16).toString('hex');
    const response = await fetch(`${origin}/greeting?nonce=${nonce}`, { signal: AbortSignal.timeout(3000) });
    const greeting = v.parse(v.object({ proof: v.string() }), await response.json());
    return greeting.proof === proofOf(token, nonce) ? address : null;
  } catch {
    return null;
  }
}
