import { randomUUID } from 'node:crypto';
import { link, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { errorCode } from './disk-failure.ts';
import { replaceFile, writeFlushed } from './durable-file.ts';
import { readMachineId } from './machine-id.ts';

export type HostName = 'desktop' | 'loopback' | 'cli';

/** What stands in the lock file. */
export interface LockHolder {
  readonly host: HostName;
  readonly pid: number;
  /** The machine's name, for people. */
  readonly machine: string;
  /** What it is known by though its name changes; not there in locks of before. */
  readonly machineId?: string;
  readonly startedAt: string;
  /** When the process began by the system's count, where it tells: a reused process id shows by it. */
  readonly processStart: string | null;
  readonly token: string;
}

/** `gone`: no lock is there, as when the folder was moved; `taken`: another host has the vault. */
export type LockState = 'held' | 'gone' | 'taken';

export interface VaultLock {
  /** Nothing may be written where it is not held. */
  readonly look: () => Promise<LockState>;
  readonly release: () => Promise<void>;
  /** The lock was left behind by a run that did not end by itself. */
  readonly wasLeftBehind: boolean;
}

/**
 * Takes the vault for this process, or says who has it. A holder that no longer runs is replaced, never killed.
 * Of many that find such a lock only one may replace it: the one that takes the lock beside it, which is taken
 * the same way. The path is never without a lock meanwhile, so nobody else can step in.
 */
export async function takeLock(
  path: string,
  temporaryFolder: string,
  host: HostName,
): Promise<Result<VaultLock, 'vault-locked'>> {
  const mine: LockHolder = {
    host,
    pid: process.pid,
    machine: hostname(),
    machineId: await readMachineId(),
    startedAt: new Date().toISOString(),
    processStart: await readProcessStart(process.pid),
    token: randomUUID(),
  };
  while (!(await createLock(path, temporaryFolder, mine))) {
    const held = await readLock(path);
    if (held === null) continue;
    if (held.holder && (await isRunning(held.holder))) return refuse(held.holder);
    const succession = await takeLock(`${path}.succession`, temporaryFolder, host);
    if (!succession.ok) return succession;
    try {
      if ((await readLock(path))?.text !== held.text) continue;
      await replaceFile(path, contentOf(mine), temporaryFolder);
      return success(lockHeldBy(path, mine, true));
    } finally {
      await succession.value.release();
    }
  }
  return success(lockHeldBy(path, mine, false));
}

function lockHeldBy(path: string, { token }: LockHolder, wasLeftBehind: boolean): VaultLock {
  const look = async (): Promise<LockState> => {
    const found = await readLock(path);
    if (found === null) return 'gone';
    return found.holder?.token === token ? 'held' : 'taken';
  };
  return {
    wasLeftBehind,
    look,
    release: async () => {
      if ((await look()) === 'held') await rm(path, { force: true });
    },
  };
}

/** What a person is told of a holder. */
type Told = { readonly host: string } & Pick<LockHolder, 'pid' | 'machine' | 'startedAt'>;

const contentOf = (holder: LockHolder): Buffer => Buffer.from(`${JSON.stringify(holder)}\n`);

function refuse({ host, pid, machine, startedAt }: Told): Failure<'vault-locked'> {
  return failure('vault-locked', { host, pid, machine, startedAt });
}

/** A link appears with its content whole, so nobody reads half a lock. */
async function createLock(path: string, temporaryFolder: string, holder: LockHolder): Promise<boolean> {
  const content = contentOf(holder);
  const temporary = join(temporaryFolder, holder.token);
  await writeFlushed(temporary, content);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    // The one that has just taken the vault clears its temporary files away: it is the one to look at.
    if (['EEXIST', 'ENOENT'].includes(errorCode(error))) return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(errorCode(error))) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  // A disk without hard links.
  try {
    await writeFlushed(path, content);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readLock(path: string): Promise<{ text: string; holder: LockHolder | null } | null> {
  try {
    const text = await readFile(path, 'utf8');
    return { text, holder: parseHolder(text) };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
    throw error;
  }
}

/** Who has a vault open, by its lock; null where nobody has, or whoever had is gone. */
async function findHolder(path: string): Promise<LockHolder | null> {
  const holder = (await readLock(path))?.holder ?? null;
  return holder && (await isRunning(holder)) ? holder : null;
}

/** Says who has a vault, where its lock is another's. */
export async function sayHolder(path: string): Promise<Failure<'vault-locked'>> {
  return refuse((await findHolder(path)) ?? { host: '', pid: 0, machine: '', startedAt: '' });
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return 'pid' in value && typeof value.pid === 'number' && 'machine' in value
      ? (value as LockHolder)
      : null;
  } catch {
    return null;
  }
}

/** Of another machine (a vault on a shared disk) nothing can be known, so its holder counts as running. */
async function isRunning(holder: LockHolder): Promise<boolean> {
  const isHere =
    holder.machineId === undefined
      ? holder.machine === hostname()
      : holder.machineId === (await readMachineId());
  if (!isHere) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  if (holder.processStart === null) return true;
  return (await readProcessStart(holder.pid)) === holder.processStart;
}

/** Boot and start tick of a process, from Linux's /proc; null elsewhere. */
async function readProcessStart(pid: number): Promise<string | null> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The second field is the command in brackets and may hold spaces; the start tick is the 22nd.
    const tick = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
    return tick ? `${boot.trim()}:${tick}` : null;
  } catch {
    return null;
  }
}
