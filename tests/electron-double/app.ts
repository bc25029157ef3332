import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { startChromium } from './chromium-process.ts';
import { serveSchemes } from './schemes.ts';

const switchOf = (name: string): string =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';

const userData = switchOf('user-data-dir') || join(homedir(), '.config', 'Duidu');
const instanceFile = join(userData, 'double-instance');
const portFile = join(userData, 'double-port');

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly switches = new Map<string, string | undefined>();
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      if (this.context) throw new Error('double: a switch after ready does nothing');
      this.switches.set(name, value);
    },
    appendArgument: () => undefined,
    getSwitchValue: switchOf,
    hasSwitch: (name: string) => process.argv.some((argument) => argument.startsWith(`--${name}`)),
    removeSwitch: () => undefined,
  };
  isSandboxed = false;
  context: BrowserContext | null = null;
  /** Set by `browser-window.ts`; closes each window as the person would. */
  closeWindows: () => Promise<boolean> = async () => true;
  #isQuitting = false;
  #handOver: Promise<unknown> = Promise.resolve();
  #tellReady = (): void => undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.#tellReady = resolve;
  });

  constructor() {
    super();
    mkdirSync(userData, { recursive: true });
    setImmediate(() => void this.#start());
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }
  getPath(name: string): string {
    if (name !== 'userData') throw new Error(`double: getPath('${name}') is not doubled`);
    return userData;
  }
  getLocale(): string {
    return 'zh-CN';
  }
  getPreferredSystemLanguages(): string[] {
    return ['zh-CN'];
  }
  whenReady(): Promise<void> {
    return this.#ready;
  }

  /** The first process to ask has the lock; a later one hands its arguments over. */
  requestSingleInstanceLock(): boolean {
    try {
      writeFileSync(instanceFile, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (isRunning(Number(readFileSync(instanceFile, 'utf8')))) {
        this.#handOver = tellFirstInstance();
        return false;
      }
      rmSync(instanceFile, { force: true });
      return this.requestSingleInstanceLock();
    }
  }

  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    void this.closeWindows().then((areClosed) => {
      this.#isQuitting = areClosed;
      if (areClosed && this.#mayGoOn('will-quit')) this.exit(0);
    });
  }

  exit(code = 0): void {
    this.#isQuitting = true;
    const end = async (): Promise<void> => {
      this.emit('quit', {}, code);
      await this.#handOver;
      await this.context?.close().catch(() => undefined);
      if (this.context) rmSync(instanceFile, { force: true });
      process.exit(code);
    };
    void end();
  }

  /** The last window is gone. */
  windowsAllClosed(): void {
    if (this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  async #start(): Promise<void> {
    if (this.#isQuitting) return;
    const port = await serveSchemes((body) => {
      const { argv, folder } = JSON.parse(body);
      this.emit('second-instance', {}, argv, folder, null);
    });
    writeFileSync(portFile, String(port));
    this.context = await startChromium(userData, this.switches, port);
    this.context.on('close', () => {
      if (!this.#isQuitting) this.exit(0);
    });
    this.emit('ready', {}, {});
    this.#tellReady();
  }

  #mayGoOn(event: string): boolean {
    let mayGoOn = true;
    this.emit(event, {
      preventDefault: () => {
        mayGoOn = false;
      },
    });
    return mayGoOn;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function tellFirstInstance(): Promise<unknown> {
  const port = readFileSync(portFile, 'utf8');
  const body = JSON.stringify({ argv: process.argv, folder: process.cwd() });
  return fetch(`http://127.0.0.1:${port}/second-instance`, { method: 'POST', body }).catch(console.error);
}

// As when Electron is told to run a folder: the argument after the program is the app itself.
Object.defineProperty(process, 'defaultApp', { value: true });

export const app = new App();

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());
