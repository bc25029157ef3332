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
    child.on('close', (code) => settle({ code, ...said }));
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
