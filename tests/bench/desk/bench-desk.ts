/**
 * Prints what a person waits for at the desk: for each step its time until it is seen, and what the page's main thread
 * did meanwhile in milliseconds of processor, all of it and in its longest task, on pages of 30, 1,000, 10,000 and
 * 30,000 paragraphs (or of those named), each with two figures.
 *
 *     npm run bench:desk -- [paragraphs…]
 */
import type { Page } from 'playwright';
import { chooseFiles, layFiles, openArticle, openRoom, words } from '../../journeys/desk-steps.ts';
import { newMachine } from '../../journeys/harness.ts';
import { openLoopback } from '../../journeys/harness-loopback.ts';
import { watchMainThread } from './main-thread.ts';

/** A limit for what hangs. */
const IMPORT_LIMIT_MS = 600_000;
const SIZES = process.argv.slice(2).map(Number);

/** A story of short paragraphs, each with a figure and a name. */
function makePage(paragraphs: number): string {
  const places = ['河口村', '渡口镇', '石桥乡', '茶园村', '南塘镇'];
  const lines = Array.from(
    { length: paragraphs },
    (_, i) => `　　${places[i % places.length]}第${(i % 30) + 1}户领到树苗${i + 1}棵，都种在屋后的坡上。`,
  );
  return `树苗送到家家户户\n　　本报记者　田禾\n${lines.join('\n')}\n`;
}

/** Runs a step and prints how long it took until seen, and what it cost the page's main thread. */
async function measure(page: Page, name: string, step: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  let took = 0;
  const { all, longest, long } = await watchMainThread(page, async () => {
    await step();
    took = performance.now() - began;
  });
  const [ms, cpu, task] = [took, all, longest].map((value) => value.toFixed(0).padStart(7));
  console.log(`  ${name.padEnd(40)} ${ms} ms ${cpu} ms cpu   longest task ${task} ms cpu, over 50: ${long}`);
}

/** Holds a key as a keyboard that repeats fifty times a second does; ends with the frame after the last. */
async function holdKey(page: Page, key: string, repeats: number): Promise<void> {
  await page.evaluate(
    async ([held, times]) => {
      const frame = () => new Promise<unknown>((settle) => requestAnimationFrame(settle));
      const target = document.activeElement ?? document.body;
      const began = performance.now();
      for (let sent = 0; sent < times; ) {
        await new Promise((settle) => setTimeout(settle, 5));
        for (; sent < times && sent * 20 <= performance.now() - began; sent++)
          target.dispatchEvent(
            new KeyboardEvent('keydown', {
              key: held,
              code: `Key${held.toUpperCase()}`,
              repeat: sent > 0,
              bubbles: true,
              cancelable: true,
            }),
          );
      }
      await frame();
      await frame();
    },
    [key, repeats] as const,
  );
}

for (const size of SIZES.length > 0 ? SIZES : [30, 1000, 10_000, 30_000]) {
  const host = await openLoopback(newMachine());
  const { page } = host;
  console.log(`${size.toLocaleString('en')} paragraphs`);
  await chooseFiles(host, layFiles({ '树苗.txt': makePage(size) }));
  await page.locator('li[data-step="done"]').first().waitFor({ timeout: IMPORT_LIMIT_MS });
  await openRoom(page, 'shelf');
  await measure(page, 'open the article', () => openArticle(page, '树苗送到'));
  await measure(page, 'all blocks in the document', () =>
    page.waitForFunction((count) => document.querySelectorAll('[data-block]').length >= count, size, {
      timeout: IMPORT_LIMIT_MS,
    }),
  );
  const pane = page.locator('#reading-text');
  await pane.click({ position: { x: 20, y: 300 } });
  await measure(page, 'j held: 100 repeats, 50 a second', () => holdKey(page, 'j', 100));
  await measure(page, 'hover over 20 places', async () => {
    const box = await pane.boundingBox();
    for (let at = 0; at < 20; at++)
      await page.mouse.move((box?.x ?? 0) + 150 + at * 15, (box?.y ?? 0) + 120 + at * 20);
  });
  await measure(page, 'scroll to the end', () =>
    page.evaluate(async () => {
      const reader = document.querySelector('#reading-text') as HTMLElement;
      for (let step = 1; step <= 20; step++) {
        reader.scrollTop = (reader.scrollHeight * step) / 20;
        await new Promise(requestAnimationFrame);
      }
    }),
  );
  await measure(page, 'the panel: one family and back', async () => {
    const chips = page.locator('section[aria-label] button[aria-pressed]');
    for (const at of [1, 2, 0]) await chips.nth(at).click();
  });
  await measure(page, 'select all and let go', async () => {
    await pane.focus();
    await page.keyboard.press('Control+a');
    await page.waitForTimeout(50);
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
  });
  await measure(page, 'the page as it came', async () => {
    await page.getByRole('tab', { name: words('desk.original') }).click();
    await page.locator('[data-line]').first().waitFor();
  });
  await measure(page, 'back to the facts', () =>
    page.getByRole('tab', { name: words('desk.facts') }).click(),
  );
  await measure(page, 'find in the article', async () => {
    await pane.focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('种在屋');
    await page.waitForFunction(() => (CSS.highlights.get('found-now')?.size ?? 0) > 0);
    await page.keyboard.press('Escape');
  });
  await measure(page, 'three characters in the search box', async () => {
    await page
      .locator('nav')
      .getByRole('button', { name: words('desk.search') })
      .click();
    await page.keyboard.type('种在屋');
    await page.waitForTimeout(200);
  });
  await host.close();
}
process.exit(0);
