import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import {
  allSaved,
  bookmark,
  importFiles,
  layFiles,
  openArticle,
  openRoom,
  placeOf,
  runInPalette,
  selectWords,
  waitForPaint,
  words,
} from './desk-steps.ts';
import { hostsFor, newMachine, openHost } from './harness.ts';

/** 灯塔 is cut by a line end where it stands for the second time. */
const HARBOUR = [
  '老码头改造完工',
  '',
  '去年10月，青石镇投入资金860万元改造老码头，码头上的灯塔重新刷了漆。',
  '',
  '今年夏天，镇上在码头东边又修了一座灯',
  '塔，夜里行船有了方向。',
  '',
].join('\n');

/** Days of a daily of which one is not there. */
const DAYS = ['03', '04', '05', '06', '07', '08', '09', '10', '12', '13', '14'];

const issueOf = (day: string): string =>
  [
    '第01版',
    '',
    `潮声日报 2019年04月${day}日`,
    '',
    `渡口第${Number(day)}日记事`,
    '',
    `渡口在这一天又添了${Number(day)}条新船，船工说，客人比前一天多了一成。`,
    '',
  ].join('\n');

/** Asks for the menu of words of the text with the other button. */
async function askOn(page: Page, text: string): Promise<void> {
  const { x, y } = await placeOf(page, text);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menu', { name: words('desk.context') }).waitFor();
}

/** Chooses what a menu offers; its keys stand beside the words. */
const choose = (page: Page, key: string): Promise<void> =>
  page
    .getByRole('menuitem')
    .filter({ has: page.getByText(words(key)) })
    .click();

describe.each(hostsFor('loopback'))('a day at the desk on the %s host', (kind) => {
  it('begins with three steps, which tick themselves off and are gone once all are done', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    const { page } = first;
    const steps = page.getByRole('region', { name: words('start.title') });
    const done = steps.locator('[data-done="true"]');
    await steps.getByRole('button', { name: /读一篇文章|Read an article/ }).click();
    await page.locator('[data-block]').first().waitFor();
    await done.first().waitFor();
    await steps.getByRole('button', { name: />1亿元/ }).click();
    await page.locator('[data-answer] mark').first().waitFor();
    await openRoom(page, 'shelf');
    await done.nth(1).waitFor();
    await importFiles(first, layFiles({ '码头.txt': HARBOUR }));
    await openArticle(page, '老码头改造完工');
    await steps.waitFor({ state: 'detached' });
    await allSaved(page);
    // Settings are written a moment after they change.
    await page.waitForTimeout(1200);
    await first.close();

    const second = await openHost(kind, machine);
    await second.page.locator('[data-block="0"]', { hasText: '老码头改造完工' }).waitFor();
    expect(await second.page.getByRole('region', { name: words('start.title') }).count()).toBe(0);
  });

  it('has a menu on words, on what is selected, on cards and on rows, and each does what it says', async () => {
    const host = await openHost(kind, newMachine());
    const { page } = host;
    const form = page.getByRole('dialog');
    await importFiles(host, layFiles({ '码头.txt': HARBOUR }));
    await openArticle(page, '老码头改造完工');

    await askOn(page, '重新刷了漆');
    await choose(page, 'commands.findInArticle');
    await page.getByRole('textbox', { name: words('commands.findInArticle') }).waitFor();
    await page.keyboard.press('Escape');

    await selectWords(page, '灯塔');
    await askOn(page, '灯塔');
    await choose(page, 'commands.bookmarkSelection');
    await form.getByRole('textbox').first().fill('哪一座');
    await form.getByRole('button', { name: words('desk.save') }).click();
    await form.waitFor({ state: 'detached' });
    expect(await waitForPaint(page, 'bookmark')).toBe('灯塔');

    await page
      .locator('aside li', { hasText: /860|8,600,000/ })
      .first()
      .click({ button: 'right' });
    await choose(page, 'commands.confirmFact');
    await page.locator('[data-trust="confirmed"]').waitFor();

    const row = page.locator('li', {
      has: page.locator('button[data-article]', { hasText: '老码头改造完工' }),
    });
    await row.click({ button: 'right' });
    await choose(page, 'commands.tagArticles');
    await form.getByRole('textbox').fill('水利');
    await form.getByRole('button', { name: words('desk.save') }).click();
    await form.waitFor({ state: 'detached' });
    await row.getByText('#水利').waitFor();
  });

  it('finds words in the article, in the page as it came, and in notes', async () => {
    const host = await openHost(kind, newMachine());
    const { page } = host;
    await importFiles(host, layFiles({ '码头.txt': HARBOUR }));
    await openArticle(page, '老码头改造完工');
    await page.locator('#reading-text').focus();
    await page.keyboard.press('Control+f');
    const box = page.getByRole('textbox', { name: words('commands.findInArticle') });
    // Folded as the search folds, over the end of a line.
    await box.fill('燈塔');
    const bar = page.locator('search [data-hits]');
    await bar.filter({ hasText: /1.*2/ }).waitFor();
    expect(await waitForPaint(page, 'found-now')).toBe('灯塔');
    await page.keyboard.press('Enter');
    await bar.filter({ hasText: /2.*2/ }).waitFor();
    await page.keyboard.press('Shift+Enter');
    await bar.filter({ hasText: /1.*2/ }).waitFor();
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });

    await page.keyboard.press('o');
    await page.locator('[data-line]').first().waitFor();
    await page.keyboard.press('Control+f');
    await bar.filter({ hasText: /1.*2/ }).waitFor();
    // Words of the article are one hit with those of the page as it came, where a line end cuts the last of them.
    await page.keyboard.press('Shift+Enter');
    await bar.filter({ hasText: /2.*2/ }).waitFor();
    await page.waitForFunction(() => [...(CSS.highlights.get('part-found-now') ?? [])].join('|') === '灯|塔');
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');

    await bookmark(page, '青石镇', '预算要再核一遍');
    await openRoom(page, 'bookmarks');
    const note = page.getByText('预算要再核一遍');
    const filter = page.getByRole('searchbox', { name: words('bookmarks.find') });
    await filter.fill('再核');
    await note.waitFor();
    await filter.fill('没有写过的');
    await note.waitFor({ state: 'detached' });
  });

  it('lays the issues of a paper out by day, opens one, and marks a day on which one would be expected', async () => {
    const host = await openHost(kind, newMachine());
    const { page } = host;
    await importFiles(
      host,
      layFiles(Object.fromEntries(DAYS.map((day) => [`潮声-${day}.txt`, issueOf(day)]))),
    );
    await openRoom(page, 'shelf');
    await runInPalette(page, 'calendar', 'showIssues');
    const calendar = page.getByRole('dialog', { name: words('shelf.calendar') });
    await calendar.getByRole('button', { name: /潮声日报/ }).waitFor();
    await calendar.getByRole('img', { name: /^(2019年4月11日|11 April 2019)/ }).waitFor();
    expect(await calendar.getByRole('img').count()).toBe(1);
    await calendar.getByRole('button', { name: /^(2019年4月12日|12 April 2019)$/ }).click();
    await page.locator('[data-block="0"]', { hasText: '渡口第12日记事' }).waitFor();
  });
});
