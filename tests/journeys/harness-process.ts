import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface HostProcess {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Settles with the exit code, null after a signal. */
  readonly exited: Promise<number | null>;
  /** The first match in the output; throws with the output where the process ends before. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Starts a built program of the project with the Node that runs its scripts. */
export function startProcess(
  program: string,
  args: readonly string[],
  nodeArgs: readonly string[],
): HostProcess {
  const built = resolve(root, program);
  if (!existsSync(built)) throw new Error(`${program} is not there: npm run build`);
  const child = spawn(scriptNode(), [...nodeArgs, built, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    output += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const exited = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)));
  return {
    child,
    output: () => output,
    exited,
    waitFor: (pattern) =>
      new Promise((settle, fail) => {
        const look = (): void => {
          const match = pattern.exec(output);
          if (!match) return;
          listeners.delete(look);
          settle(match);
        };
        listeners.add(look);
        look();
        void exited.then((code) => fail(new Error(`${program} ended with ${code}: ${output}`)));
      }),
  };
}

/** Milliseconds between two looks, and those after which what is looked for is given up. */
const BETWEEN_MS = 50;
const PATIENCE_MS = 120_000;

/**
 * Looks again and again until there is something.
 * @param seen says what there is in its place, for the error.
 * @throws Error where there is nothing for two minutes.
 */
export async function untilThere<Found>(
  look: () => Found | null | undefined | false | Promise<Found | null | undefined | false>,
  seen: () => string,
): Promise<Found> {
  for (let waited = 0; waited < PATIENCE_MS; waited += BETWEEN_MS) {
    const found = await look();
    if (found) return found;
    await new Promise((settle) => setTimeout(settle, BETWEEN_MS));
  }
  throw new Error(`looked in vain for two minutes: ${seen()}`);
}

/** npm scripts run on the project's own Node; so does this where tests were started without npm. */
export function scriptNode(): string {
  const own = resolve(root, 'node_modules/node/bin/node');
  return existsSync(own) ? own : process.execPath;
}
