import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import {
  chooseFiles,
  importFiles,
  layFiles,
  openArticle,
  openForm,
  openRoom,
  painted,
  placeOf,
  waitForPaint,
  words,
} from './desk-steps.ts';
import { hostsFor, isLong, shareHost } from './harness.ts';

const PAGE = [
  '老码头改造完工',
  '',
  '■ 周小禾',
  '',
  '去年10月，青石镇投入资金860万元改造老码头，新建驳岸1.2公里。',
  '',
  '镇长陆长河说：“往后一年能停靠货船3000艘次。”完工以后，码头',
  '又添了两座灯塔，增加就业岗位45个。',
  '',
].join('\n');

const FERRY = '渡口添了新船\n\n今年春天，青石镇的渡口添了两条新船，花费18万元。\n';

/** As long as a year of a village's rolls: one figure a line. */
const LINES = 30_000;
/** A limit for what hangs. */
const READ_WITHIN_MS = 500_000;
const ROLL = [
  '全村植树名册',
  '',
  ...Array.from({ length: LINES }, (_, i) => `　　种树${i + 1}棵。`),
  '',
].join('\n');

/** The middle of words, once the text before them has found its height. */
async function placeAtRest(page: Page, text: string): Promise<{ x: number; y: number }> {
  let last = await placeOf(page, text);
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(100);
    const now = await placeOf(page, text);
    if (now.x === last.x && now.y === last.y) break;
    last = now;
  }
  return last;
}

/** What Ctrl C puts on the clipboard. */
async function copy(page: Page): Promise<string> {
  // It listens before the keys are pressed: a page that is busy may hear them first.
  const copied = await page.evaluateHandle(() => {
    const heard = new Promise<string>((done) =>
      window.addEventListener(
        'copy',
        ({ clipboardData }) => done(clipboardData?.getData('text/plain') ?? ''),
        { once: true },
      ),
    );
    return { heard };
  });
  await page.keyboard.press('Control+c');
  return await copied.evaluate(({ heard }) => heard);
}

describe.each(hostsFor('loopback'))('reading on the %s host', (kind) => {
  const desk = shareHost(kind, (host) => importFiles(host, layFiles({ '码头.txt': PAGE })));

  it('lights a claim on hover and pins it on click, from the text and from the panel', async () => {
    const { page } = desk.open();
    await openArticle(page, '老码头改造完工');

    const money = await placeOf(page, '860万元');
    await page.mouse.move(money.x, money.y);
    expect(await waitForPaint(page, 'claim-hovered')).toContain('860万元');
    await page.mouse.click(money.x, money.y);
    expect(await waitForPaint(page, 'claim-pinned')).toContain('860万元');
    const pinned = page.locator('li[data-pinned="true"]');
    expect(await pinned.textContent()).toContain('8,600,000');
    expect(await pinned.isVisible()).toBe(true);

    await page.keyboard.press('Escape');
    await pinned.waitFor({ state: 'detached' });
    expect(await painted(page, 'claim-pinned')).toEqual([]);

    const card = page.locator('li[data-family]', { hasText: '45' }).first();
    await card.hover();
    expect(await waitForPaint(page, 'claim-hovered')).toContain('45个');
    await card.getByRole('button').first().click();
    expect(await waitForPaint(page, 'claim-pinned')).toContain('45个');
  });

  it('walks the claims with j and k', async () => {
    const { page } = desk.open();
    await openArticle(page, '老码头改造完工');
    await page.locator('#reading-text').focus();
    await page.keyboard.press('j');
    const first = await waitForPaint(page, 'claim-pinned');
    await page.keyboard.press('j');
    await page.waitForFunction(
      (before) => [...(CSS.highlights.get('claim-pinned') ?? [])].join('') !== before,
      first,
    );
    await page.keyboard.press('k');
    await page.waitForFunction(
      (before) => [...(CSS.highlights.get('claim-pinned') ?? [])].join('') === before,
      first,
    );
  });

  it.runIf(isLong)(
    'goes back and forward, sets two side by side, finds in both texts, widens a pane',
    async () => {
      const { page } = desk.open();
      await importFiles(desk.open(), layFiles({ '渡口.txt': FERRY }));
      const headline = (words: string) => page.locator('[data-block="0"]', { hasText: words }).waitFor();
      await openArticle(page, '老码头改造完工');
      await openArticle(page, '渡口添了新船');
      await page.keyboard.press('Alt+ArrowLeft');
      await headline('老码头改造完工');
      await page.keyboard.press('Alt+ArrowRight');
      await headline('渡口添了新船');
      await page.goBack();
      await headline('老码头改造完工');

      await page.keyboard.press('v');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /渡口添了新船/ })
        .last()
        .click();
      await page.locator('[data-compared]', { hasText: '添了两条新船' }).first().waitFor();
      await page.locator('[data-compared]', { hasText: '新建驳岸' }).first().waitFor();
      await page.keyboard.press('Escape');
      await headline('老码头改造完工');

      await page.keyboard.press('o');
      await page.locator('[data-line]', { hasText: '老码头改造完工' }).waitFor();
      await page.keyboard.press('Control+f');
      await page.keyboard.type('驳岸');
      expect(await waitForPaint(page, 'found-now')).toBe('驳岸');
      expect(await waitForPaint(page, 'part-found-now')).toBe('驳岸');
      await page.keyboard.press('Escape');
      await page.locator('#reading-text').focus();
      await page.keyboard.press('o');

      const edge = page.getByRole('separator', { name: words('desk.listWidth') });
      const width = async (): Promise<number> => Number(await edge.getAttribute('aria-valuenow'));
      const before = await width();
      await edge.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(width).toBeGreaterThan(before);
      const after = await width();
      // Settings are written a moment after they change.
      await page.waitForTimeout(1200);
      await page.reload();
      await expect.poll(width).toBe(after);
      await edge.focus();
      await page.keyboard.press('Enter');
      await expect.poll(width).toBe(before);
    },
  );

  it.runIf(isLong)(
    'reads a page of thirty thousand lines as it reads a short one',
    { timeout: READ_WITHIN_MS },
    async () => {
      const { page } = desk.open();
      await chooseFiles(desk.open(), layFiles({ '名册.txt': ROLL }));
      await page
        .locator('li[data-step="done"]', { hasText: '名册.txt' })
        .waitFor({ timeout: READ_WITHIN_MS });
      await openArticle(page, '全村植树名册');

      // It is all there soon, and only the cards in sight are.
      await page.waitForFunction((count) => document.querySelectorAll('[data-block]').length > count, LINES, {
        timeout: READ_WITHIN_MS,
      });
      const cards = () => page.locator('li[data-family]').count();
      const card = (figure: number) =>
        page.locator('li[data-pinned="true"]', { hasText: figure.toLocaleString('en') });
      expect(await cards()).toBeLessThan(100);

      const near = await placeAtRest(page, '12棵');
      await page.mouse.move(near.x, near.y);
      expect(await waitForPaint(page, 'claim-hovered')).toBe('12棵');
      await page.mouse.click(near.x, near.y);
      await card(12).waitFor();
      await page.keyboard.press('j');
      await card(13).waitFor();

      const far = await placeAtRest(page, `${LINES - 7}棵`);
      await page.mouse.click(far.x, far.y);
      await card(LINES - 7).waitFor();
      await page.keyboard.press('j');
      await card(LINES - 6).waitFor();
      await page.keyboard.press('k');
      await card(LINES - 7).waitFor();
      expect(await cards()).toBeLessThan(100);

      // From the first to the last, by the keys and by two clicks.
      await page.keyboard.press('Control+a');
      await page.waitForFunction(() => (CSS.highlights.get('selected')?.size ?? 0) > 0);
      const all = await copy(page);
      expect(all.startsWith('全村植树名册\n种树1棵。\n')).toBe(true);
      expect(all.match(/棵。/g)?.length).toBe(LINES);
      await page.keyboard.press('Escape');
      const first = await placeAtRest(page, '种树1棵');
      await page.mouse.click(first.x, first.y);
      const last = await placeAtRest(page, `种树${LINES}棵`);
      await page.keyboard.down('Shift');
      await page.mouse.click(last.x, last.y);
      await page.keyboard.up('Shift');
      await page.waitForFunction(() => (CSS.highlights.get('selected')?.size ?? 0) > 0);
      expect((await copy(page)).match(/棵。/g)?.length).toBe(LINES - 1);

      await page.keyboard.press('Control+f');
      await page.keyboard.type(`树${LINES / 2}棵`);
      expect(await waitForPaint(page, 'found-now')).toBe(`树${LINES / 2}棵`);
      await page.keyboard.press('Escape');

      const form = await openForm(page, `种树${LINES - 3}棵`);
      await form.getByRole('textbox').first().fill('名册的末尾');
      await form.getByRole('button', { name: words('desk.save') }).click();
      await form.waitFor({ state: 'detached' });
      expect(await waitForPaint(page, 'bookmark')).toBe(`种树${LINES - 3}棵`);
      await openRoom(page, 'bookmarks');
      await page.getByText('名册的末尾').first().waitFor();
    },
  );
});
