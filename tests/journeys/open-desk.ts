import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';

const root = resolve(import.meta.dirname, '../..');

/** A person's machine: one vault, one browser profile, and Duidu started and ended on them at will. */
export interface Machine {
  /** Starts Duidu and opens its desk. */
  start(): Promise<Page>;
  /** Ends process and window as a person does; vault and profile stay. */
  end(): Promise<void>;
  /** Kills both without a word. */
  kill(): Promise<void>;
  /** Ends everything and clears it away. */
  dispose(): Promise<void>;
}

/** Duidu as it is served to the person's own browser, as built. */
export async function createLoopbackMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'duidu-journey-'));
  const port = await findFreePort();
  let host: ChildProcess | null = null;
  let browser: BrowserContext | null = null;

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const [process, context] = [host, browser];
    host = null;
    browser = null;
    if (process) {
      const gone = new Promise((done) => process.once('exit', done));
      process.kill(signal);
      await gone;
    }
    await context?.close();
  }

  return {
    start: async () => {
      host = spawn(
        process.execPath,
        [
          join(root, 'out/main/loopback.js'),
          '--vault',
          join(folder, 'vault'),
          '--port',
          String(port),
          '--no-open',
        ],
        { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } },
      );
      const address = await readAddress(host);
      const executablePath = findChromium();
      browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
        ...(executablePath ? { executablePath } : {}),
        args: [...CHROMIUM_FLAGS],
        locale: 'zh-CN',
        viewport: { width: 1440, height: 900 },
      });
      const page = browser.pages()[0] ?? (await browser.newPage());
      await page.goto(address);
      return page;
    },
    end: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    dispose: async () => {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function readAddress(host: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    host.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) found(address);
    });
    host.once('exit', (code) => fail(new Error(`the host ended with ${code} before it said where it is`)));
  });
}

function findFreePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
