import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { findRunningHost } from './running-host.ts';

/** How long a second host may take until it answers. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 100;

/** The first port of hosts that stand beside this one, and how many there are. */
const FIRST_PORT = 49_200;
const PORTS = 2_000;

/** A port of its own for each vault, so that a browser finds again what it derived from it. */
const portOf = (vaultPath: string): number =>
  FIRST_PORT + (createHash('sha256').update(vaultPath).digest().readUInt32BE() % PORTS);

/**
 * Starts another host of this program on a vault. It ends with this one.
 * @param program the built loopback host.
 * @returns the link that opens its page.
 */
export async function openLibrary(program: string, vaultPath: string): Promise<Result<string>> {
  const running = await findRunningHost(vaultPath);
  if (running) return success(running);
  const args = ['--vault', vaultPath, '--port', String(portOf(vaultPath)), '--no-open'];
  const child = fork(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  let hasEnded = false;
  for (const event of ['exit', 'error'])
    child.on(event, () => {
      hasEnded = true;
    });
  for (let waited = 0; waited < PATIENCE_MS && !hasEnded; waited += LOOK_MS) {
    const address = await findRunningHost(vaultPath);
    if (address) return success(address);
    await new Promise((settle) => setTimeout(settle, LOOK_MS));
  }
  child.kill();
  return failure('beside-failed', { path: vaultPath });
}
