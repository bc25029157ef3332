import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright';
import type { OpenHost } from './harness.ts';

const root = resolve(import.meta.dirname, '../..');

/** A message of the interface, in whichever language it is shown and with any values: a pattern that takes both. */
export function words(key: string): RegExp {
  const [file = '', ...rest] = key.split('.');
  const forms = ['zh', 'en'].map((language) => {
    const path = join(root, 'resources/locales', language, `${file}.json`);
    const message: unknown = JSON.parse(readFileSync(path, 'utf8'))[rest.join('.')];
    if (typeof message !== 'string') throw new Error(`no message ${key} in ${language}`);
    return message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\{\w+\\\}/g, '.*');
  });
  return new RegExp(`^(${forms.join('|')})$`);
}

/** Writes files that the person has on their disk. */
export function layFiles(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-files-'));
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

/** Files of the list of imports that have ended, well or not. */
const ENDED = ['done', 'known', 'twin', 'failed', 'unread']
  .map((step) => `li[data-step="${step}"]`)
  .join(', ');

/** Where files are chosen: a page, and the way in which its host asks for them. */
export type ChoosingHost = Pick<OpenHost, 'page' | 'pickFiles'>;

const chooseButton = (page: Page): Locator =>
  page.getByRole('button', { name: words('import.choose') }).first();

/** Chooses files to import. */
export async function chooseFiles(
  { page, pickFiles }: ChoosingHost,
  paths: readonly string[],
): Promise<void> {
  await openRoom(page, 'import');
  await pickFiles(paths, () => chooseButton(page).click());
}

/** Chooses files to import and waits until each of them has ended, well or not, whatever ended before. */
export async function importFiles(host: ChoosingHost, paths: readonly string[]): Promise<void> {
  const { page } = host;
  const ended = paths.map((path) =>
    page.locator(ENDED, { has: page.getByText(basename(path), { exact: true }) }),
  );
  await openRoom(page, 'import');
  await chooseButton(page).waitFor();
  const before = await Promise.all(ended.map((files) => files.count()));
  await chooseFiles(host, paths);
  for (const [index, files] of ended.entries()) await files.nth(before[index] ?? 0).waitFor();
}

export async function openRoom(
  page: Page,
  room: 'shelf' | 'bookmarks' | 'names' | 'factTable' | 'import',
): Promise<void> {
  await page
    .locator('nav')
    .getByRole('button', { name: words(`desk.${room}`) })
    .click();
}

/** Narrows the shelf to headlines with these words: of a long list only the rows near the window are in the document. */
export async function narrowShelf(page: Page, headline: string): Promise<void> {
  await openRoom(page, 'shelf');
  await page.getByRole('searchbox', { name: words('shelf.filter') }).fill(headline);
}

/** Opens an article from the shelf by words of its headline. */
export async function openArticle(page: Page, headline: string): Promise<void> {
  await openRoom(page, 'shelf');
  await page.locator('button[data-article]', { hasText: headline }).first().click();
  await page.locator('[data-block]').first().waitFor();
}

const ATTEMPTS = 5;
const PATIENCE_MS = 4000;

/** The words that a layer of paint lies on. */
export const painted = (page: Page, layer: string): Promise<string[]> =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range)), layer);

/** Waits until a layer of paint lies on something, and says on what. */
export async function waitForPaint(page: Page, layer: string): Promise<string> {
  await page.waitForFunction((name) => (CSS.highlights.get(name)?.size ?? 0) > 0, layer);
  return (await painted(page, layer)).join('');
}

/** The middle of words in the text, in the window. */
export async function placeOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((sought) => {
    for (const block of document.querySelectorAll('[data-block]')) {
      const node = block.firstChild;
      const start = node?.textContent?.indexOf(sought) ?? -1;
      if (!node || start < 0) continue;
      block.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + sought.length);
      const [box] = range.getClientRects();
      if (box) return { x: box.x + Math.min(box.width, 20) / 2, y: box.y + box.height / 2 };
    }
    return null;
  }, text);
  if (!place) throw new Error(`${text} stands in no block`);
  return place;
}

/** Selects words of the text as a person does. */
export async function selectWords(page: Page, text: string): Promise<void> {
  await placeOf(page, text);
  await page.evaluate((sought) => {
    getSelection()?.removeAllRanges();
    for (const block of document.querySelectorAll('[data-block]')) {
      const node = block.firstChild;
      const start = node?.textContent?.indexOf(sought) ?? -1;
      if (!node || start < 0) continue;
      getSelection()?.setBaseAndExtent(node, start, node, start + sought.length);
      return;
    }
  }, text);
  // The page hears of a selection in a task of its own.
  await page.evaluate(
    () => new Promise((heard) => requestAnimationFrame(() => requestAnimationFrame(() => heard(null)))),
  );
}

/** Opens a form on words, of a bookmark by its key; asks again where the page had not yet seen the selection. */
export async function openForm(page: Page, text: string, key = 'b'): Promise<Locator> {
  const form = page.getByRole('dialog');
  for (let attempt = 0; attempt < ATTEMPTS && !(await form.isVisible()); attempt++) {
    await selectWords(page, text);
    await page.keyboard.press(key);
    await form.waitFor({ timeout: PATIENCE_MS }).catch(() => null);
  }
  return form;
}

/** Bookmarks words of the open article. */
export async function bookmark(page: Page, text: string, note: string): Promise<void> {
  const form = await openForm(page, text);
  await form.getByRole('textbox').first().fill(note);
  await form.getByRole('button', { name: words('desk.save') }).click();
  await form.waitFor({ state: 'detached' });
  await page.waitForFunction(() => (CSS.highlights.get('bookmark')?.size ?? 0) > 0);
}

/** Types a query; @returns the marks of its answers. */
export async function search(page: Page, query: string): Promise<Locator> {
  await page.getByRole('combobox').fill(query);
  return page.locator('[data-answer] mark');
}

/** Chooses a command in the palette, found by a name or keyword in either language. */
export async function runInPalette(page: Page, name: string, command: string): Promise<void> {
  const palette = page.getByRole('dialog');
  await page.keyboard.press('Control+Shift+p');
  await palette.getByRole('searchbox').fill(name);
  await palette.getByText(words(`commands.${command}`)).click();
}

/** Waits until nothing is on its way to the disk any more. */
export const allSaved = (page: Page): Promise<void> => page.getByText(words('desk.saved')).first().waitFor();
