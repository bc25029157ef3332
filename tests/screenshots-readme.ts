/** Writes a picture of every screen into `screenshots/`, and the README's into `resources/readme/`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { openLoopback } from './journeys/harness-loopback.ts';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'screenshots');
const readme = resolve(root, 'resources/readme');
const SPECIMEN = resolve(root, 'resources/specimen/specimen-page.txt');
const BUNDLED = '操场由沙变绿';
const IMPORTED = '湿地公园';
const SETTLE_MS = 450;
/** News at the foot of the desk has gone by then. */
const NEWS_MS = 7500;
const MOD = process.platform === 'darwin' ? 'Meta' : 'Control';

type Theme = 'light' | 'sepia' | 'dark';
type Language = 'zh' | 'en';

const home = mkdtempSync(resolve(tmpdir(), 'duidu-screenshots-'));
const host = await openLoopback({
  vault: resolve(home, 'vault'),
  profile: resolve(home, 'profile'),
  port: 0,
});
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(readme, { recursive: true });

try {
  const { page } = host;
  await page.setViewportSize({ width: 1440, height: 900 });
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      console.error(`console: ${message.text()}`);
  });
  await page.locator('[data-article]').first().waitFor();
  await dress(page, 'light', 'zh');
  await page.keyboard.press(`${MOD}+2`);
  await shoot(page, 'first-start');
  await importSpecimen(page);
  await makeThings(page);
  for (const language of ['zh', 'en'] as const)
    for (const theme of ['light', 'dark'] as const) {
      await dress(page, theme, language);
      await walkScreens(page, `${language}-${theme}`);
    }
  await dress(page, 'sepia', 'zh');
  await openArticle(page, BUNDLED);
  await page.keyboard.press('j');
  await shoot(page, 'zh-sepia-reader');
  await dress(page, 'light', 'zh');
  await shootNarrow(page);
  await shootForReadme(page);
} finally {
  await host.close();
  rmSync(home, { recursive: true, force: true });
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: resolve(folder, `${name}.png`) });
}

/** Chooses paper and language in the settings, as a person does. */
async function dress(page: Page, theme: Theme, language: Language): Promise<void> {
  const words: Record<Theme, string> = { light: '白|Light', sepia: '旧纸|Sepia', dark: '夜|Dark' };
  const languages: Record<Language, string> = { zh: '中文', en: 'English' };
  await page.keyboard.press(`${MOD}+Comma`);
  await page.getByText(new RegExp(`^(${words[theme]})$`)).click();
  await page.getByText(languages[language], { exact: true }).click();
  await page.waitForTimeout(100);
}

/** Opens the bundled article, or the imported one, whose headline has these words. */
async function openArticle(page: Page, words: string): Promise<void> {
  await page.keyboard.press(`${MOD}+2`);
  await page.locator('[data-article]').filter({ hasText: words }).first().click();
  await page.locator('article h1').filter({ hasText: words }).waitFor();
}

async function importSpecimen(page: Page): Promise<void> {
  await page.keyboard.press(`${MOD}+2`);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press(`${MOD}+o`);
  await (await chooser).setFiles([
    { name: 'specimen-page.txt', mimeType: 'text/plain', buffer: readFileSync(SPECIMEN) },
    { name: 'clipping.txt', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]) },
  ]);
  await page.locator('[data-step="done"]').waitFor();
  await page.locator('[data-step="failed"]').waitFor();
}

/** Bookmarks and confirmed facts, so that the screens have something to show. */
async function makeThings(page: Page): Promise<void> {
  await openArticle(page, BUNDLED);
  for (const [index, start, end, note, tags] of [
    [1, 6, 39, '与另一版的数字对一对', '待核 资金'],
    [3, 8, 32, '可引', '引用'],
  ] as const) {
    await selectWords(page, index, start, end);
    await page.keyboard.press('b');
    const fields = page.getByRole('dialog').getByRole('textbox');
    await fields.nth(0).fill(note);
    await fields.nth(1).fill(tags);
    await fields.nth(1).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForTimeout(250);
  }
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(NEWS_MS);
  await page.keyboard.press('Escape');
}

/** Selects part of the nth paragraph, as dragging over it does. */
async function selectWords(page: Page, paragraph: number, start: number, end: number): Promise<void> {
  await page.evaluate(
    ([nth, from, to]) => {
      const node = document.querySelectorAll('article [data-role="paragraph"] p')[nth]?.firstChild;
      if (!(node instanceof Text)) throw new Error(`no paragraph ${nth}`);
      document.getSelection()?.setBaseAndExtent(node, from, node, Math.min(to, node.length));
    },
    [paragraph, start, end] as const,
  );
  await page.waitForTimeout(80);
}

async function walkScreens(page: Page, name: string): Promise<void> {
  await openArticle(page, BUNDLED);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await shoot(page, `${name}-reader-pinned`);
  await page.keyboard.press('Escape');
  await selectWords(page, 0, 2, 30);
  await page.locator('#reading-text').dispatchEvent('pointerup');
  await shoot(page, `${name}-reader-selection`);
  await page.keyboard.press('b');
  await shoot(page, `${name}-bookmark-form`);
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.getSelection()?.removeAllRanges());

  await page.locator('[data-tone="money"]').click();
  await page.keyboard.press('j');
  await shoot(page, `${name}-reader-money`);
  await page.keyboard.press('e');
  await shoot(page, `${name}-fact-form`);
  await page.keyboard.press('Escape');
  await page.locator('[aria-pressed]').first().click();
  await page.keyboard.press('Escape');

  await openArticle(page, IMPORTED);
  await page.keyboard.press('o');
  await shoot(page, `${name}-original`);
  await page.keyboard.press('m');
  await shoot(page, `${name}-mending`);
  await page.keyboard.press('m');
  await page.keyboard.press('o');

  const box = page.getByRole('combobox').first();
  await page.keyboard.press(`${MOD}+k`);
  await box.fill('');
  await shoot(page, `${name}-search-help`);
  await box.fill('援疆资金');
  await shoot(page, `${name}-search-results`);
  await page.locator('[data-answer] mark').first().click();
  await shoot(page, `${name}-search-hit`);
  await box.fill('kind:（ “没合上');
  await shoot(page, `${name}-search-problem`);
  await box.fill('');
  await box.press('Escape');

  await page.keyboard.press(`${MOD}+3`);
  await shoot(page, `${name}-bookmarks`);
  await page.keyboard.press(`${MOD}+4`);
  await shoot(page, `${name}-names`);
  await page.locator('[data-name]').first().click();
  await shoot(page, `${name}-name-page`);
  await page.getByRole('button', { name: /^(返回|Back)$/ }).click();
  await page.locator('nav button').nth(5).click();
  await shoot(page, `${name}-imports`);
  await page.keyboard.press(`${MOD}+Comma`);
  await shoot(page, `${name}-settings`);
  await page.locator('main button').last().scrollIntoViewIfNeeded();
  await shoot(page, `${name}-your-library`);
  await page.keyboard.press(`${MOD}+p`);
  await shoot(page, `${name}-palette`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await shoot(page, `${name}-help`);
  await page.keyboard.press('Escape');
}

async function shootNarrow(page: Page): Promise<void> {
  await openArticle(page, BUNDLED);
  await page.setViewportSize({ width: 900, height: 860 });
  await shoot(page, 'zh-light-middle');
  await page.keyboard.press('j');
  await shoot(page, 'zh-light-middle-pinned');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 430, height: 860 });
  await shoot(page, 'zh-light-narrow');
  await page.keyboard.press('j');
  await shoot(page, 'zh-light-narrow-pinned');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The reading desk with a sum of money pinned, in both languages. */
async function shootForReadme(page: Page): Promise<void> {
  for (const [language, file] of [
    ['en', 'desk.png'],
    ['zh', 'desk.zh.png'],
  ] as const) {
    await dress(page, 'light', language);
    await openArticle(page, BUNDLED);
    await page.locator('[data-tone="money"]').click();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^(全部|All)$/ }).click();
    await page.locator('[aria-expanded="true"]').scrollIntoViewIfNeeded();
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: resolve(readme, file) });
  }
}
