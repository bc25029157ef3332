import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFolder } from '../outputs/read-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The command line as it is built, by this Node. */
export const DUIDU: readonly string[] = [process.execPath, resolve(ROOT, 'electron/cli/duidu.mjs')];

const isSound = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** A Python that has Dask's scheduler, the system's own before another; null where there is none. */
export const PYTHON_WITH_DASK: string | null =
  ['/usr/bin/python3', 'python3'].find((python) => isSound(python, '-c', 'import distributed')) ?? null;

export const hasParallel = isSound('parallel', '--version');

export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Seconds of processor that it and all it started took, as far as looking four times a second sees them. */
  readonly cpuSeconds: number;
  /** Bytes of memory that it and all it started held at most at one look, each counted whole. */
  readonly peakBytes: number;
}

/**
 * Runs a program to its end.
 * @param killAfter milliseconds after which it is killed, as with a machine that goes.
 * @param killOneAfter milliseconds after which a command line that it has started is killed.
 */
export function run(
  [command = '', ...args]: readonly string[],
  {
    input = '',
    killAfter,
    killOneAfter,
  }: { readonly input?: string; readonly killAfter?: number; readonly killOneAfter?: number } = {},
): Promise<Ended> {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { cwd: ROOT });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk;
    });
    child.on('error', fail);
    const spent = new Map<number, number>();
    let peakBytes = 0;
    const look = setInterval(() => {
      const all = [child.pid ?? 0, ...descendantsOf(child.pid ?? 0)].map(
        (pid) => [pid, usageOf(pid)] as const,
      );
      for (const [pid, { cpuSeconds }] of all) if (cpuSeconds > 0) spent.set(pid, cpuSeconds);
      peakBytes = Math.max(
        peakBytes,
        all.reduce((sum, [, { bytes }]) => sum + bytes, 0),
      );
    }, LOOK_MS);
    child.on('close', (code) => {
      clearInterval(look);
      const cpuSeconds = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0);
      settle({ code, ...said, cpuSeconds, peakBytes });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
    if (killOneAfter !== undefined)
      setTimeout(() => {
        const [one] = descendantsOf(child.pid ?? 0).filter(isCommandLine);
        if (one !== undefined) process.kill(one, 'SIGKILL');
      }, killOneAfter);
  });
}

/** Processes that a process has started, and those that these have, as Linux lists them. */
function descendantsOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \w (\d+)/.exec(readProcess(name, 'stat'))?.[1])] as const);
  const below = (of: number): number[] =>
    parents.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

const LOOK_MS = 250;
/** Of Linux on every common machine: ticks a second, bytes a page. */
const TICKS = 100;
const PAGE_BYTES = 4096;

/** What a process has used so far (proc(5): fields 14, 15 and 24 of `stat`); nothing where it has ended. */
function usageOf(pid: number): { readonly cpuSeconds: number; readonly bytes: number } {
  const fields = readProcess(String(pid), 'stat')
    .replace(/^.*\) /, '')
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, pages = 0] = [fields[11], fields[12], fields[21]];
  return { cpuSeconds: (user + system) / TICKS, bytes: pages * PAGE_BYTES };
}

const isCommandLine = (pid: number): boolean => readProcess(String(pid), 'cmdline').includes('duidu.mjs\0');

/** Empty for a process that has ended meanwhile. */
function readProcess(pid: string, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Outputs of a folder by their names, each by a hash of its bytes. */
export const digestFolder = (root: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readFolder(root)).map(([path, bytes]) => [
      path,
      createHash('sha256').update(bytes, 'latin1').digest('hex'),
    ]),
  );
