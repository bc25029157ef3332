/** Pictures of the desk in both languages, on light and dark paper and at three widths. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { importFiles, layFiles } from './journeys/desk-steps.ts';
import { type Machine, newMachine } from './journeys/harness.ts';
import { chooseInBrowser, startLoopback } from './journeys/harness-loopback.ts';

const SETTLE_MS = 500;
const LOOKS = [
  { scheme: 'light', width: 1440, height: 900 },
  { scheme: 'dark', width: 1024, height: 768 },
  { scheme: 'light', width: 390, height: 780 },
  { scheme: 'dark', width: 390, height: 780 },
] as const;
/** Pages zoomed in to 200 and 400 %, and the narrowest there is: WCAG 2.2, 1.4.10. */
export const ZOOMED = [
  { scheme: 'light', width: 720, height: 450 },
  { scheme: 'light', width: 320, height: 256 },
  { scheme: 'dark', width: 320, height: 640 },
] as const;
const LANGUAGES = [
  { name: 'zh', locale: 'zh-CN', system: 'zh_CN.UTF-8' },
  { name: 'en', locale: 'en-GB', system: 'en_GB.UTF-8' },
] as const;

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

type Host = Awaited<ReturnType<typeof startLoopback>>;

/** One browser at one machine, whose host comes and goes. */
export class Scene {
  readonly machine: Machine = newMachine();
  readonly language: (typeof LANGUAGES)[number];
  readonly #folder: string;
  #host: Host | null = null;
  #context: BrowserContext | null = null;

  constructor(language: (typeof LANGUAGES)[number], folder: string) {
    this.language = language;
    this.#folder = folder;
  }

  async start(): Promise<void> {
    // For the host alone: Chromium opens no file with a Chinese name where the system lacks the locale.
    process.env.LC_ALL = this.language.system;
    this.#host = await startLoopback(this.machine);
    delete process.env.LC_ALL;
  }

  async stop(): Promise<void> {
    this.#host?.process.child.kill('SIGKILL');
    await this.#host?.process.exited;
    this.#host = null;
  }

  /** A browser in its own profile, at the desk. */
  async browse(prepare: (page: Page) => Promise<unknown> = async () => undefined): Promise<Page> {
    await this.#context?.close();
    const executablePath = findChromium();
    this.#context = await chromium.launchPersistentContext(this.machine.profile, {
      ...(executablePath ? { executablePath } : {}),
      headless: true,
      locale: this.language.locale,
      args: [...CHROMIUM_FLAGS],
    });
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    await page.setViewportSize(LOOKS[0]);
    page.setDefaultTimeout(120_000);
    await prepare(page);
    const note = join(this.machine.vault, 'loopback-address');
    await page.goto(this.#host ? readLink(note, this.#host.address) : 'about:blank');
    return page;
  }

  /**
   * A picture in each look.
   * @param arrive brings in what is to be seen, where it does not stay when the window changes.
   */
  async shoot(
    page: Page,
    name: string,
    arrive?: () => Promise<unknown>,
    looks: readonly Look[] = LOOKS,
  ): Promise<void> {
    for (const { scheme, width, height } of looks) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await arrive?.();
      await page.waitForTimeout(SETTLE_MS);
      const path = resolve(this.#folder, `${name}-${this.language.name}-${scheme}-${width}.png`);
      await page.screenshot({ path });
    }
    await page.emulateMedia({ colorScheme: LOOKS[0].scheme });
    await page.setViewportSize(LOOKS[0]);
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await this.stop();
    rmSync(join(this.machine.vault, '..'), { recursive: true, force: true });
  }
}

/** The link of the next page; a library that is only read notes none. */
function readLink(note: string, otherwise: string): string {
  try {
    return readFileSync(note, 'utf8').trim();
  } catch {
    return otherwise;
  }
}

export async function importPages(
  page: Page,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  await page.locator('nav').first().waitFor();
  const pickFiles = (paths: readonly string[], choose: () => Promise<void>) =>
    chooseInBrowser(page, paths, choose);
  await importFiles({ page, pickFiles }, layFiles(files));
}

/** What to draw, by what a command names it. */
export type Scenes = Readonly<Record<string, (scene: Scene) => Promise<void>>>;

/** Draws scenes into `screenshots/<name>/`; those whose names the command line gives, where it gives any. */
export async function drawScenes(name: string, scenes: Scenes): Promise<void> {
  const folder = resolve(import.meta.dirname, '../screenshots', name);
  mkdirSync(folder, { recursive: true });
  const only = process.argv.slice(2);
  for (const language of LANGUAGES)
    for (const [what, draw] of Object.entries(scenes)) {
      if (only.length > 0 && !only.includes(what)) continue;
      const scene = new Scene(language, folder);
      await draw(scene).catch((error: unknown) => console.error(`${what} (${language.name}):`, error));
      await scene.close();
    }
}
