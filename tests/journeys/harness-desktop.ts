import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { HostCall, HostCalls } from '@shared/contracts/host.ts';
import { chromium, type Page } from 'playwright';
import type { Controls } from '../electron-double/controls.ts';
import type { Machine, OpenHost } from './harness.ts';
import { type HostProcess, root, startProcess, untilThere } from './harness-process.ts';

export interface DesktopHost extends OpenHost {
  readonly process: HostProcess;
  /** Runs a function inside the app's process; it may use nothing from outside itself. */
  readonly ask: <Argument, Answer>(
    question: (controls: Controls, argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ) => Promise<Answer>;
}

/** Opens the built desktop app on the double of `electron`. */
export async function openDesktop(machine: Machine): Promise<DesktopHost> {
  const portFile = join(machine.profile, 'chromium', 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const process = startDesktop(machine);
  const ask = askIn(process);
  const whileItRuns = <Found>(look: () => Found): Found => {
    if (process.child.exitCode !== null) throw new Error(`the app ended: ${process.output()}`);
    return look();
  };
  const ports = await untilThere(
    () => whileItRuns(() => existsSync(portFile) && readFileSync(portFile, 'utf8')),
    () => `no port of Chromium's; ${process.output()}`,
  );
  await ask(async ({ electron }) => {
    await electron.app.whenReady();
  });
  const [port] = ports.split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium has no context');
  const isApp = (url: string): boolean => url.startsWith('http://duidu.app.localhost');
  const opened = await untilThere(
    () => whileItRuns(() => context.pages().find((open) => isApp(open.url()))),
    () => `pages ${context.pages().map((open) => open.url())}; ${process.output()}`,
  );
  await opened.waitForLoadState();
  const gone = async (): Promise<void> => {
    await process.exited;
    await browser.close().catch(() => undefined);
  };
  return {
    page: opened,
    call: (name, ...args) => callInPage(opened, name, args),
    process,
    ask,
    close: async () => {
      if (process.child.exitCode === null && process.child.connected)
        await ask(({ electron }) => electron.app.quit()).catch(() => undefined);
      await gone();
    },
    kill: async () => {
      process.child.kill('SIGKILL');
      await gone();
    },
    pickFiles: async (paths, choose) => {
      await ask(({ nextPaths }, chosen) => {
        nextPaths.open.push([...(chosen ?? [])]);
      }, paths);
      await choose();
    },
    saveFile: async (path, save) => {
      await ask(({ nextPaths }, chosen) => void nextPaths.save.push(String(chosen)), path);
      await save();
      await whenThere(path);
    },
  };
}

/** A file stands in its place by rename, whole. */
export async function whenThere(path: string): Promise<void> {
  await untilThere(
    () => existsSync(path),
    () => `${path} is not there, but ${readdirSync(dirname(path))}`,
  );
}

/** The app's process alone, whether or not it comes to show a window. */
export function startDesktop(machine: Machine, files: readonly string[] = []): HostProcess {
  return startProcess(
    'out/main/index.js',
    [`--vault=${machine.vault}`, `--user-data-dir=${machine.profile}`, ...files],
    ['--import', resolve(root, 'tests/electron-double/register.ts')],
  );
}

/** Byte arrays cross to the page and back as lists of numbers. */
export async function callInPage<Call extends HostCall>(
  page: Page,
  name: Call,
  args: Parameters<HostCalls[Call]>,
): Promise<ReturnType<HostCalls[Call]>> {
  const revive = `(key, value) => value && value.$bytes ? Uint8Array.from(value.$bytes) : value`;
  const replace = `(key, value) => value instanceof Uint8Array ? { $bytes: [...value] } : value`;
  const sent = JSON.stringify(JSON.stringify(args, new Function(`return ${replace}`)()));
  const answer = await page.evaluate<string>(
    `window.duidu.call('${name}', ...JSON.parse(${sent}, ${revive})).then((value) => JSON.stringify(value, ${replace}))`,
  );
  return JSON.parse(answer, new Function(`return ${revive}`)());
}

function askIn({ child, exited }: HostProcess): DesktopHost['ask'] {
  let last = 0;
  return (question, argument) =>
    new Promise((settle, fail) => {
      const id = ++last;
      const hear = (answer: { id: number; value?: never; error?: string }): void => {
        if (answer.id !== id) return;
        child.off('message', hear);
        if (answer.error === undefined) settle(answer.value as never);
        else fail(new Error(answer.error));
      };
      child.on('message', hear);
      void exited.then(() => fail(new Error('the app ended')));
      child.send({ id, source: String(question), argument });
    });
}
