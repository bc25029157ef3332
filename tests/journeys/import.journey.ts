import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import {
  chooseFiles,
  importFiles,
  layFiles,
  narrowShelf,
  openArticle,
  openRoom,
  selectWords,
  waitForPaint,
  words,
} from './desk-steps.ts';
import { hostsFor, isLong, newMachine, type OpenHost, openHost, shareHost } from './harness.ts';

const root = resolve(import.meta.dirname, '../..');
const SPECIMEN = resolve(root, 'resources/specimen/specimen-page.txt');
const PAGES = resolve(root, '../shared/pages');
const [REAL_PAGE] = existsSync(PAGES) ? readdirSync(PAGES).filter((name) => name.endsWith('.txt')) : [];
const JPEG = new Uint8Array([
  0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1,
]);

const SHORT = '渡口添了新船\n\n今年春天，青石镇的渡口添了两条新船，花费18万元。\n';
const CLI = resolve(root, 'electron/cli/duidu.mjs');

/** Drops what lies at a path of the disk on the middle of the window, as a file manager does. */
async function dropFolder(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  await session.detach();
}

interface Reading {
  readonly source: string;
  readonly article: { readonly id: string };
  readonly facts: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly value: unknown;
  }[];
}

/** A hash of articles with their facts, for each source by its own hash. */
function digest(readings: readonly Reading[]): Record<string, string> {
  const bySource = new Map<string, string[]>();
  for (const { source, article, facts } of readings) {
    const values = facts.map(({ id, start, end, value }) => JSON.stringify([id, start, end, value]));
    const told = JSON.stringify([article.id, values.sort()]);
    bySource.set(source, [...(bySource.get(source) ?? []), told]);
  }
  return Object.fromEntries(
    [...bySource].map(([source, told]) => [
      source,
      createHash('sha256').update(told.sort().join('\n')).digest('hex'),
    ]),
  );
}

/** Of what stands in the page's own database and came in by the person. */
async function digestLibrary(page: Page): Promise<Record<string, string>> {
  const readings = await page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((settle, fail) => {
        request.onsuccess = () => settle(request.result);
        request.onerror = () => fail(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      const isLibrary = database.objectStoreNames.contains('articles');
      const rows = isLibrary
        ? await Promise.all(
            ['sources', 'articles'].map((store) =>
              done(database.transaction(store).objectStore(store).getAll()),
            ),
          )
        : [];
      database.close();
      const [sources = [], articles = []] = rows as { origin: string; sha256: string; source: string }[][];
      const own = new Set(sources.flatMap(({ origin, sha256 }) => (origin === 'vault' ? [sha256] : [])));
      if (isLibrary) return articles.filter(({ source }) => own.has(source));
    }
    return [];
  });
  return digest(readings as unknown as readonly Reading[]);
}

/** Of what the command line printed. */
function digestDocuments(printed: string): Record<string, string> {
  const documents = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((document) => !('error' in document));
  return digest(
    documents.flatMap(({ source, articles, facts }) =>
      articles.map((article: { id: string }) => ({
        source: source.sha256,
        article,
        facts: facts.filter((fact: { article: string }) => fact.article === article.id),
      })),
    ),
  );
}

interface Deed {
  readonly type: string;
  readonly name?: string;
  readonly description?: { readonly newspaper?: string };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Patience for a hundred pages on a busy machine. */
const LONG_MS = 280_000;

/** The bundled articles. */
const BUNDLED = 13;

/** Leaves the files of the list that went wrong: the end of a long one is not in the document. */
const showAmiss = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /只看要处理的|Show only/ }).click();

/** Takes what has ended off the list of the journeys after. */
async function clearList(page: Page): Promise<void> {
  await page.getByRole('button', { name: words('import.clear') }).click();
  await page.locator('li[data-step]').first().waitFor({ state: 'detached' });
}

/** They stand where the last articles of the shelf would. */
async function closeFirstSteps(host: OpenHost): Promise<void> {
  await host.page.getByRole('button', { name: words('start.skip') }).click();
  // Settings are written a moment later, and each journey begins with the page loaded anew.
  while (!(await isWritten(host))) await host.page.waitForTimeout(100);
}

async function isWritten(host: OpenHost): Promise<boolean> {
  const read = await host.call('settings.read');
  return JSON.stringify(read).includes('"skipsFirstSteps":true');
}

describe.each(hostsFor('loopback'))('importing on the %s host', (kind) => {
  const desk = shareHost(kind, closeFirstSteps);

  it('names the file that is no text, keeps the bytes of the other as they are, and knows them again', async () => {
    const host = desk.open();
    const { page } = host;
    await openRoom(page, 'shelf');
    await expect.poll(() => page.locator('button[data-article]').count()).toBe(BUNDLED);
    const [picture = ''] = layFiles({ '照片.txt': JPEG });
    await importFiles(host, [picture, SPECIMEN]);
    const failed = page.locator('li[data-step="failed"]');
    expect(await failed.textContent()).toContain('照片.txt');
    expect(await failed.textContent()).toContain('JPEG');
    expect(await page.locator('li[data-step="done"]').textContent()).toContain('specimen-page.txt');
    await openRoom(page, 'shelf');
    expect(await page.locator('button[data-article]').count()).toBeGreaterThan(BUNDLED);
    const acts = await host.call('journal.read', 0);
    if (!acts.ok) throw new Error(acts.reason);
    const [{ deed }] = acts.value.map(({ act }) => act) as [{ deed: { source: string } }];
    const kept = await host.call('originals.read', deed.source);
    expect(kept.ok && Buffer.from(kept.value).equals(readFileSync(SPECIMEN))).toBe(true);
    await importFiles(host, [SPECIMEN]);
    await page.locator('li[data-step="known"]').waitFor();
    await clearList(page);
  });

  // This one, and others that are long: a test in the browser tells it too, with a host in memory.
  it.runIf(isLong)(
    'lets a page that is never done hold up no other, stops it, and keeps it as plain text',
    async () => {
      const host = desk.open();
      const { page } = host;
      const [endless = ''] = layFiles({ '没完没了.txt': '一'.repeat(600_000) });
      await chooseFiles(host, [endless, ...layFiles({ '短.txt': SHORT })]);
      await page.locator('li[data-step="done"]', { hasText: '短.txt' }).waitFor();
      expect(await page.locator('li[data-step="deriving"]').textContent()).toContain('没完没了.txt');
      await page
        .getByRole('button', { name: words('desk.stop') })
        .first()
        .click();
      await page.locator('li[data-step="unread"]').waitFor();
      await openRoom(page, 'shelf');
      const unread = page.locator('li[data-source]', { hasText: '没完没了.txt' });
      await unread.getByText('没完没了.txt').waitFor();
      await unread.getByRole('button', { name: words('shelf.keepPlain') }).click();
      await unread.waitFor({ state: 'detached' });

      const again = await desk.restart();
      await openArticle(again.page, '一一一一');
      expect(await again.page.locator('li[data-source]').count()).toBe(0);
      await openRoom(again.page, 'import');
      await clearList(again.page);
    },
  );

  it(
    'opens an archive, describes its pages by their names, and lists what is broken after a restart',
    async () => {
      const host = desk.open();
      const count = isLong ? 100 : 3;
      const pages = Array.from({ length: count }, (_, i) => [
        `湖口日报-2019-${twoDigits(1 + Math.floor(i / 28))}-${twoDigits(1 + (i % 28))}-0${1 + (i % 8)}.txt`,
        strToU8(`第${i + 1}座桥修好\n\n今年春天，河湾村修了第${i + 1}座桥，花费${i + 35}万元。\n`),
      ]);
      const archive = zipSync({ ...Object.fromEntries(pages), '照片.txt': JPEG });
      const [path = ''] = layFiles({ '四月.zip': archive });
      const { page } = host;
      await chooseFiles(host, [path]);
      const deeds = async (): Promise<readonly Deed[]> => {
        const acts = await host.call('journal.read', 0);
        return acts.ok ? acts.value.map(({ act }) => (act as { deed: Deed }).deed) : [];
      };
      const isAdded = ({ name }: Deed): boolean => name?.startsWith('湖口日报') ?? false;
      await expect.poll(async () => (await deeds()).filter(isAdded).length, { timeout: LONG_MS }).toBe(count);
      await page.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: LONG_MS });
      await showAmiss(page);
      expect(await page.locator('li[data-step="failed"]').textContent()).toContain('四月.zip/照片.txt');
      await page.getByRole('button', { name: words('import.describe') }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('textbox').inputValue()).toBe('{paper}-{date}-{page}');
      expect(await dialog.getByRole('row').nth(1).textContent()).toContain('湖口日报2019-01-011');
      await dialog.locator('button[type="submit"]').click();
      await dialog.waitFor({ state: 'detached' });
      const described = async () =>
        (await deeds()).flatMap(({ description }) => (description?.newspaper ? [description] : []));
      await expect.poll(async () => (await described()).length, { timeout: LONG_MS }).toBe(count);
      expect(await described()).toContainEqual({
        newspaper: '湖口日报',
        publishedOn: '2019-01-03',
        edition: '3',
      });
      await page.keyboard.press('Control+z');
      await expect
        .poll(async () => (await deeds()).filter(({ type }) => type === 'undo').length, { timeout: LONG_MS })
        .toBe(count);

      const again = await desk.restart();
      await openRoom(again.page, 'import');
      await showAmiss(again.page);
      const failed = again.page.locator('li[data-step="failed"]');
      await failed.waitFor();
      expect(await failed.textContent()).toContain('not-text');
      await again.page.getByRole('button', { name: words('import.clear') }).click();
      await failed.waitFor({ state: 'detached' });
    },
    2 * LONG_MS,
  );

  it.runIf(isLong)(
    'reads a page in the encoding that the person chooses, and shows the place of its words in the original',
    async () => {
      const host = desk.open();
      const { page } = host;
      const bytes = Uint8Array.from(
        '<html><title>Gare</title><body><h1>Une gare neuve</h1><p>Le caf\x8e de la gare ouvre \x88 midi.</p><p>Le train part.</p></body></html>',
        (letter) => letter.charCodeAt(0),
      );
      await importFiles(host, layFiles({ 'gare.html': bytes }));
      await narrowShelf(page, 'Une gare neuve');
      const row = page.locator('li', {
        has: page.locator('button[data-article]', { hasText: 'Une gare neuve' }),
      });
      await row.getByRole('button', { name: words('desk.moreOf') }).click();
      await page.getByRole('menuitem', { name: words('commands.describeSource') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /文字编码|Encoding/ }).click();
      await page.getByRole('option', { name: 'MACINTOSH', exact: true }).click();
      await dialog.getByText('Le café de la gare ouvre à midi.').waitFor();
      await dialog.locator('button[type="submit"]').click();
      await dialog.waitFor({ state: 'detached' });
      await openArticle(page, 'Une gare neuve');
      await page.locator('[data-block]', { hasText: 'Le café de la gare ouvre à midi.' }).waitFor();

      await selectWords(page, 'ouvre à midi');
      await page.keyboard.press('o');
      expect(await waitForPaint(page, 'part-selected')).toBe('ouvre à midi');
      const line = page.locator('[data-line]', { hasText: 'ouvre à midi' });
      expect(await line.textContent()).toBe('Le café de la gare ouvre à midi.');
      await page.keyboard.press('o');
      await line.waitFor({ state: 'detached' });
    },
  );

  it('takes a folder that is dropped, goes on after a crash, and gives what the command line gives', async () => {
    const machine = newMachine();
    const host = await openHost(kind, machine);
    const folder = mkdtempSync(join(tmpdir(), 'duidu-folder-'));
    mkdirSync(join(folder, '四月'));
    const story = (place: string): string => `${place}修路\n\n今年春天，${place}修了一条路，花费35万元。\n`;
    const places = ['渡口', '茶园', '盐场', '石桥', '堤坝', '水库', '果园', '码头'];
    for (const place of places) writeFileSync(join(folder, `${place}.txt`), story(place));
    const page = `<html><title>山谷修路</title><h1>山谷修路</h1><p>${story('山谷').repeat(3)}</html>`;
    writeFileSync(join(folder, '四月', '山谷.html'), page);
    const archive = zipSync({ '河湾.txt': strToU8(story('河湾')), '坏.docx': strToU8('PK\u0003\u0004坏') });
    writeFileSync(join(folder, '四月', '包.zip'), archive);

    await openRoom(host.page, 'import');
    await dropFolder(host.page, folder);
    await host.page.locator('li[data-step]').nth(places.length).waitFor();
    await host.kill();
    const again = await openHost(kind, machine);
    await openRoom(again.page, 'import');
    await again.page
      .locator('li[data-step="done"]')
      .nth(places.length + 1)
      .waitFor();
    expect(await again.page.locator('li[data-step="failed"]').textContent()).toContain('坏.docx');

    const printed = spawnSync(process.execPath, [CLI, 'extract', folder], { encoding: 'utf8' });
    expect(await digestLibrary(again.page)).toEqual(digestDocuments(printed.stdout));
  });

  it.runIf(isLong)('asks before it puts the same page on the shelf in other bytes', async () => {
    const host = desk.open();
    const { page } = host;
    const text = '河口修起新桥\n\n今年春天，河口村修了一座桥，花费35万元。\n';
    const wide = Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
    await importFiles(host, layFiles({ '河口.txt': text, '河口-另存.txt': wide }));
    const twin = page.locator('li[data-step="twin"]');
    expect(await twin.textContent()).toContain('河口.txt');
    const articles = page.locator('button[data-article]');
    await twin.getByRole('button', { name: words('import.openTwin') }).click();
    await page.getByRole('heading', { name: '河口修起新桥', level: 1 }).waitFor();
    await twin.getByRole('button', { name: words('import.keepBoth') }).click();
    await twin.waitFor({ state: 'detached' });
    await narrowShelf(page, '河口修起新桥');
    await expect.poll(() => articles.filter({ hasText: '河口修起新桥' }).count()).toBe(2);
    await openRoom(page, 'import');
    await clearList(page);
  });

  it.skipIf(!REAL_PAGE)('puts the articles of a real page on the shelf', async () => {
    const host = desk.open();
    const name = String(REAL_PAGE);
    await importFiles(host, [resolve(PAGES, name)]);
    await host.page.locator('li[data-step="done"]', { hasText: name }).getByRole('button').click();
    await host.page.locator('[data-block]').first().waitFor();
    await openRoom(host.page, 'shelf');
    expect(await host.page.locator('button[data-article]').count()).toBeGreaterThan(BUNDLED);
    const title = await host.page.locator('[data-block="0"]').textContent();
    await narrowShelf(host.page, String(title).slice(0, 6));
    await openArticle(host.page, String(title).slice(0, 6));
  });
});
