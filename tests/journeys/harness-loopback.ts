import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { callLoopback, comeIn } from '../loopback/call-loopback.ts';
import type { Machine, OpenHost } from './harness.ts';
import { type HostProcess, startProcess, untilThere } from './harness-process.ts';

export interface LoopbackHost extends OpenHost {
  /** What the next page opens by; it is another once it was used. */
  readonly link: () => string;
  /** Ends the host's process as a crash does and leaves the browser with its pages. */
  readonly stopHost: () => Promise<void>;
  /** Starts the host again where its pages look for it. */
  readonly startHost: () => Promise<void>;
}

/** A host that runs, with the link of its next page. */
export interface LoopbackProcess {
  readonly process: HostProcess;
  readonly address: string;
}

export async function openLoopback(machine: Machine): Promise<LoopbackHost> {
  let host = await startLoopback(machine);
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(machine.profile, {
    ...(executablePath ? { executablePath } : {}),
    headless: true,
    viewport: { width: 1280, height: 860 },
    locale: 'zh-CN',
    args: [...CHROMIUM_FLAGS],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(host.address);
  const note = join(machine.vault, 'loopback-address');
  const link = (): string => readFileSync(note, 'utf8').trim();
  await page.waitForFunction(() => location.hash === '');
  // A library that is only read keeps no link for a second page.
  const keepsLink = existsSync(note);
  if (keepsLink)
    await untilThere(
      () => link() !== host.address,
      () => `the link stays the one that was used; ${host.process.output()}`,
    );
  const address = keepsLink ? await comeIn(link()) : '';
  const endHost = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    host.process.child.kill(signal);
    await host.process.exited;
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await context.close();
    await endHost(signal);
  };
  return {
    link,
    stopHost: () => endHost('SIGKILL'),
    startHost: async () => {
      host = await startLoopback(machine);
    },
    page,
    call: (name, ...args) => callLoopback(address, name, ...args),
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pickFiles: (paths, choose) => chooseInBrowser(page, paths, choose),
    saveFile: async (path, save) => {
      const download = page.waitForEvent('download');
      await save();
      await (await download).saveAs(path);
    },
  };
}

/** The host alone, with no browser, until its test is over. */
export async function runLoopback(machine: Machine): Promise<LoopbackProcess> {
  const host = await startLoopback(machine);
  onTestFinished(async () => {
    host.process.child.kill('SIGTERM');
    await host.process.exited;
  });
  return host;
}

/** The host alone, with no browser. */
export async function startLoopback(machine: Machine): Promise<LoopbackProcess> {
  const process = startProcess(
    'out/main/loopback.js',
    ['--vault', machine.vault, '--port', String(machine.port), '--no-open'],
    [],
  );
  const [, address = ''] = await process.waitFor(/Duidu: (\S+)/);
  machine.port = Number(new URL(address).port);
  return { process, address };
}

/** Files that a person chooses in their browser's own dialog. */
export async function chooseInBrowser(
  page: Page,
  paths: readonly string[],
  choose: () => Promise<void>,
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose()]);
  await chooser.setFiles([...paths]);
}
