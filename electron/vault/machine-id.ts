import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

let known: Promise<string> | null = null;

/**
 * Names this machine without telling anything of it, the same when its name changes: sixteen hexadecimal
 * digits. Two containers of one machine are two, for neither sees the other's processes.
 */
export function readMachineId(): Promise<string> {
  known ??= findMachineId().then((id) =>
    createHash('sha256').update(`duidu\n${id}`).digest('hex').slice(0, 16),
  );
  return known;
}

/** The id that the system keeps for the installation; its name where it keeps none. */
async function findMachineId(): Promise<string> {
  try {
    switch (process.platform) {
      case 'linux':
        return await readLinuxId();
      case 'darwin':
        return await ask('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], /"IOPlatformUUID" = "([^"]+)"/);
      case 'win32': {
        const key = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
        return await ask('reg', ['query', key, '/v', 'MachineGuid'], /MachineGuid\s+REG_SZ\s+(\S+)/);
      }
    }
  } catch {
    // A system that keeps no id, or lets nobody read it.
  }
  return hostname();
}

/** machine-id(5), with the namespace in which this process's ids count. */
async function readLinuxId(): Promise<string> {
  const id = await readFile('/etc/machine-id', 'utf8').catch(() =>
    readFile('/var/lib/dbus/machine-id', 'utf8'),
  );
  if (id.trim() === '') throw new Error('the id is not set yet');
  return `${id.trim()}\n${await readlink('/proc/self/ns/pid').catch(() => '')}`;
}

async function ask(program: string, args: readonly string[], answer: RegExp): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { timeout: 5000 });
  const [, id] = answer.exec(stdout) ?? [];
  if (!id) throw new Error(`${program} names no machine`);
  return id;
}
