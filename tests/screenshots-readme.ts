/** Draws the pictures of the READMEs: `npm run screenshots:readme`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { openArticle } from './journeys/desk-steps.ts';
import { openLoopback } from './journeys/harness-loopback.ts';

const folder = resolve(import.meta.dirname, '../resources/readme');
const ARTICLE = '操场由沙变绿';
const SETTLE_MS = 450;

const home = mkdtempSync(resolve(tmpdir(), 'duidu-screenshots-'));
const host = await openLoopback({
  vault: resolve(home, 'vault'),
  profile: resolve(home, 'profile'),
  port: 0,
});
mkdirSync(folder, { recursive: true });

try {
  const { page } = host;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('[data-article]').first().waitFor();
  for (const [language, file] of [
    ['English', 'desk.png'],
    ['中文', 'desk.zh.png'],
  ] as const) {
    await dress(page, language);
    await openArticle(page, ARTICLE);
    await page.locator('[data-tone="money"]').click();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^(全部|All)$/ }).click();
    await page.locator('[aria-expanded="true"]').scrollIntoViewIfNeeded();
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: resolve(folder, file) });
  }
} finally {
  await host.close();
  rmSync(home, { recursive: true, force: true });
}

/** Chooses white paper and a language in the settings, as a person does. */
async function dress(page: Page, language: string): Promise<void> {
  const mod = process.platform === 'darwin' ? 'Meta' : 'Control';
  await page.keyboard.press(`${mod}+Comma`);
  await page.getByText(/^(白|Light)$/).click();
  await page.getByText(language, { exact: true }).click();
  await page.waitForTimeout(100);
}
