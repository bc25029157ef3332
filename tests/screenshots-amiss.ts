/**
 * Writes a picture of what the desk shows when something is amiss into `screenshots/amiss/`, in both languages, on
 * light and dark paper and at three widths: `npm run screenshots:amiss`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { allSaved, bookmark, layFiles, openArticle, openRoom, words } from './journeys/desk-steps.ts';
import { type Machine, newMachine } from './journeys/harness.ts';
import { startLoopback } from './journeys/harness-loopback.ts';
import { makeReadOnly, mountDisk } from './vault/small-disk.ts';

const folder = resolve(import.meta.dirname, '../screenshots/amiss');
const SETTLE_MS = 500;
const LOOKS = [
  { scheme: 'light', width: 1440, height: 900 },
  { scheme: 'dark', width: 1024, height: 768 },
  { scheme: 'light', width: 390, height: 780 },
  { scheme: 'dark', width: 390, height: 780 },
] as const;
const LANGUAGES = [
  { name: 'zh', locale: 'zh-CN', system: 'zh_CN.UTF-8' },
  { name: 'en', locale: 'en-GB', system: 'en_GB.UTF-8' },
] as const;
const PAGE = [
  '老码头改造完工',
  '',
  '去年10月，青石镇投入资金860万元改造老码头，新建驳岸1.2公里。镇长周砚秋说，周砚秋和陆行舟一起验了收。',
  '',
  '山脚下的茶园今年第一次用上了滴灌，每亩茶园一季可以省下六十吨水。',
  '',
].join('\n');
const OTHER = '河湾村修成石板路\n\n今年春天，河湾村在渡口边上修了一条石板路，花费35万元。\n';

type Host = Awaited<ReturnType<typeof startLoopback>>;

/** One browser at one machine, whose host comes and goes. */
class Scene {
  readonly machine: Machine = newMachine();
  readonly language: (typeof LANGUAGES)[number];
  #host: Host | null = null;
  #context: BrowserContext | null = null;

  constructor(language: (typeof LANGUAGES)[number]) {
    this.language = language;
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
    await page.setViewportSize({ width: 1440, height: 900 });
    page.setDefaultTimeout(120_000);
    await prepare(page);
    const note = join(this.machine.vault, 'loopback-address');
    await page.goto(this.#host ? readLink(note, this.#host.address) : 'about:blank');
    return page;
  }

  async shoot(page: Page, name: string): Promise<void> {
    for (const { scheme, width, height } of LOOKS) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(SETTLE_MS);
      const path = resolve(folder, `${name}-${this.language.name}-${scheme}-${width}.png`);
      await page.screenshot({ path });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
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

async function importPages(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('nav').first().waitFor();
  await openRoom(page, 'import');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: words('import.choose') })
      .first()
      .click(),
  ]);
  await chooser.setFiles(layFiles(files));
  await page
    .locator('li[data-step="done"]')
    .nth(Object.keys(files).length - 1)
    .waitFor();
}

const SCENES: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'host gone': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '河湾.txt': OTHER });
    await openArticle(page, '老码头改造完工');
    await allSaved(page);
    await scene.stop();
    await bookmark(page, '新建驳岸', '先记下');
    const card = page.locator('li[data-family]', { hasText: '8,600,000' }).first();
    await card.getByRole('button').first().click();
    await card.getByRole('button', { name: words('facts.confirm') }).click();
    await page.locator('[data-unwritten]').first().waitFor();
    await scene.shoot(page, 'gone-reader');
    await openRoom(page, 'bookmarks');
    await scene.shoot(page, 'gone-bookmarks');
    await page
      .getByRole('contentinfo')
      .getByText(/^2 (处改动尚未存盘|changes not yet on disk)$/)
      .click();
    await scene.shoot(page, 'gone-outbox');
    await page.keyboard.press('Escape');
    await page.route('**/call/journal.append', (route) => route.fulfill({ status: 400, body: 'no' }));
    await scene.start();
    await page.locator('[data-phase="here"]').waitFor();
    await scene.shoot(page, 'refused-desk');
    await page.locator('[data-phase] button').first().click();
    await scene.shoot(page, 'refused-outbox');
  },
  'not ready': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByText(words('desk.unknownPage')).waitFor();
    await scene.shoot(page, 'unknown-page');
    await scene.stop();
    await page.waitForTimeout(1000);
    await scene.shoot(page, 'unknown-page-gone');
    const journal = join(scene.machine.vault, 'journal.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('码头', '马头'));
    await scene.start();
    const damaged = await scene.browse();
    await damaged.getByText(words('desk.notReady')).waitFor();
    await scene.shoot(damaged, 'vault-damaged');
  },
  storage: async (scene) => {
    await scene.start();
    const page = await scene.browse((blank) =>
      blank.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no', 'UnknownError');
        };
      }),
    );
    await page.getByText(words('desk.notReady')).waitFor();
    await scene.shoot(page, 'storage-shut');
    const other = await scene.browse((blank) =>
      blank.addInitScript(() => {
        (globalThis as { Worker: unknown }).Worker = class {
          constructor() {
            throw new TypeError('no workers here');
          }
        };
      }),
    );
    await other.getByText(words('desk.notReady')).waitFor();
    await scene.shoot(other, 'desk-failed');
  },
  'a part that throws': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE });
    await page.evaluate(() => {
      CSS.highlights.set = () => {
        throw new TypeError('no');
      };
    });
    await openRoom(page, 'shelf');
    await page.locator('button[data-article]', { hasText: '老码头' }).first().click();
    await page.getByText(words('desk.partFailed')).first().waitFor();
    await scene.shoot(page, 'part-failed');
  },
  'not read': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '河湾.txt': OTHER });
    const originals = join(scene.machine.vault, 'originals');
    const [first = ''] = readdirSync(originals);
    for (const name of readdirSync(join(originals, first)))
      writeFileSync(join(originals, first, name), 'something else');
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases())
        if (!name.includes('outbox')) indexedDB.deleteDatabase(name);
    });
    await page.reload();
    await openRoom(page, 'shelf');
    await page
      .getByText(/没能读|not read|未读/)
      .first()
      .waitFor();
    await scene.shoot(page, 'not-read');
  },
  'read only': async (scene) => {
    const unmount = mountDisk(scene.machine.vault, '4m');
    if (!unmount) return console.error('read only: not drawn, this user may not mount a disk');
    try {
      await scene.start();
      const page = await scene.browse();
      await importPages(page, { '码头.txt': PAGE });
      await openArticle(page, '老码头改造完工');
      await allSaved(page);
      await scene.stop();
      makeReadOnly(scene.machine.vault);
      await scene.start();
      await page.reload();
      await page.getByRole('contentinfo').getByText(words('desk.readOnly')).waitFor();
      await scene.shoot(page, 'read-only');
      await page.keyboard.press('Control+Comma');
      await scene.shoot(page, 'read-only-settings');
    } finally {
      unmount();
    }
  },
};

const only = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const language of LANGUAGES)
  for (const [name, draw] of Object.entries(SCENES)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const scene = new Scene(language);
    await draw(scene).catch((error: unknown) => console.error(`${name} (${language.name}):`, error));
    await scene.close();
  }
