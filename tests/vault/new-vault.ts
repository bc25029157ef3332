import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backup } from '@shared/contracts/host.ts';
import { onTestFinished } from 'vitest';
import { Vault, type VaultOptions } from '../../electron/vault/vault.ts';

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a vault that must open; it is closed after the test where the test has not closed it. */
export async function openVault(path: string, options: Partial<VaultOptions> = {}): Promise<Vault> {
  const opened = await Vault.open({ path, host: 'loopback', ...options });
  if (!opened.ok) throw new Error(`${opened.reason} ${JSON.stringify(opened.detail)}`);
  return opened.value;
}

export const act = (id: string): { readonly id: string } => ({ id });

/** The acts of a journal that must read. */
export async function actsOf(vault: Vault): Promise<unknown[]> {
  const lines = await vault.read(0);
  if (!lines.ok) throw new Error(lines.reason);
  return lines.value.map((line) => line.act);
}

/** A closed vault with one append an act. */
export async function makeVault(path: string, ids: readonly string[]): Promise<void> {
  const vault = await openVault(path);
  for (const id of ids) await vault.append([act(id)]);
  await vault.close();
}

/** The bytes of every file in a folder, by its path. */
export const picture = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  );

/** The backups of a vault that must list them. */
export async function backupsOf(vault: Vault): Promise<readonly Backup[]> {
  const listed = await vault.listBackups();
  if (!listed.ok) throw new Error(listed.reason);
  return listed.value;
}

/** A clock that a test moves. */
export function newClock(start: string): { now: () => Date; set: (at: string) => void } {
  let at = start;
  return {
    now: () => new Date(at),
    set: (to) => {
      at = to;
    },
  };
}
