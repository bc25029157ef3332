import type { Page } from 'playwright';
import { chooseFiles, layFiles, openArticle, openRoom, words } from '../../journeys/desk-steps.ts';
import { newMachine } from '../../journeys/harness.ts';
import { openLoopback } from '../../journeys/harness-loopback.ts';
import { measure } from './measure-step.ts';

/** A limit for what hangs. */
const IMPORT_LIMIT_MS = 600_000;

const PLACES = ['河口村', '渡口镇', '石桥乡', '茶园村', '南塘镇'];

/** A story of short paragraphs, each with a figure and a name. */
const shortParagraphs = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `　　${PLACES[i % PLACES.length]}第${(i % 30) + 1}户领到树苗${i + 1}棵，都种在屋后的坡上。`,
  );

/** Paragraphs of ten figures each. */
const paragraphsOfFigures = (figures: number): string[] =>
  Array.from({ length: Math.ceil(figures / 10) }, (_, i) => {
    const said = Array.from({ length: 10 }, (_, k) => `每户种在屋后${i * 10 + k + 1}棵`);
    return `　　${PLACES[i % PLACES.length]}${said.join('，')}。`;
  });

const makePage = (paragraphs: readonly string[]): string =>
  `树苗送到家家户户\n　　本报记者　田禾\n${paragraphs.join('\n')}\n`;

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

/** @param paragraphs of one article. */
export async function measureLongPage(paragraphs: number): Promise<void> {
  console.log(`${paragraphs.toLocaleString('en')} paragraphs`);
  await measureArticle(shortParagraphs(paragraphs));
}

/** @param figures of one article, ten a paragraph. */
export async function measureFigures(figures: number): Promise<void> {
  console.log(`${figures.toLocaleString('en')} figures`);
  await measureArticle(paragraphsOfFigures(figures));
}

async function measureArticle(paragraphs: readonly string[]): Promise<void> {
  const host = await openLoopback(newMachine());
  const { page } = host;
  await chooseFiles(host, layFiles({ '树苗.txt': makePage(paragraphs) }));
  await page.locator('li[data-step="done"]').first().waitFor({ timeout: IMPORT_LIMIT_MS });
  await openRoom(page, 'shelf');
  await measure(page, 'open the article', () => openArticle(page, '树苗送到'));
  await measure(page, 'all blocks in the document', () =>
    page.waitForFunction(
      (count) => document.querySelectorAll('[data-block]').length >= count,
      paragraphs.length,
      {
        timeout: IMPORT_LIMIT_MS,
      },
    ),
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
