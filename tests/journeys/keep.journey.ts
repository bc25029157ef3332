import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import {
  allSaved,
  bookmark,
  importFiles,
  layFiles,
  narrowShelf,
  openArticle,
  openForm,
  openRoom,
  search,
  selectWords,
  waitForPaint,
  words,
} from './desk-steps.ts';
import { hostsFor, newMachine, openHost } from './harness.ts';

/** 灯塔 is cut by a line end. */
const PAGE = [
  '老码头改造完工',
  '',
  '去年10月，青石镇投入资金860万元改造老码头，新建驳岸1.2公里，又添了两座灯',
  '塔，增加就业岗位45个。',
  '',
].join('\n');

const OTHER = '渡口添了新船\n\n今年春天，青石镇的渡口添了两条新船，花费18万元。\n';

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

async function expectAllThere(page: Page): Promise<void> {
  await openRoom(page, 'bookmarks');
  await page.getByText('是谁出的钱').click();
  expect(await waitForPaint(page, 'bookmark')).toBe('两座灯塔');
  const marks = await search(page, '就业岗位');
  expect(await marks.first().textContent()).toBe('就业岗位');
}

const isTorn = (path: string): boolean => /IndexedDB.*MANIFEST/.test(path);

/** An article on the shelf with the tags and the mark that it was given. */
const labelled = (page: Page) =>
  page.locator('li', { has: page.locator('[data-mark="to-do"]'), hasText: '#水利' });

describe.each(hostsFor('loopback'))('what a person makes on the %s host', (kind) => {
  it('are tags, marks, coloured bookmarks and pages put back from the trash, there after a restart', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    const { page } = first;
    await page.getByRole('region', { name: words('start.title') }).waitFor();
    await importFiles(first, layFiles({ '码头.txt': PAGE, '渡口.txt': OTHER }));
    await openArticle(page, '老码头改造完工');
    const form = page.getByRole('dialog');
    await page.keyboard.press('t');
    await form.getByRole('textbox').fill('水利');
    await form.getByRole('button', { name: words('desk.save') }).click();
    await form.waitFor({ state: 'detached' });
    await page.keyboard.press('l');
    await labelled(page).waitFor();

    await openForm(page, '两座灯塔');
    await form.getByRole('textbox').first().fill('**是谁**出的钱');
    await form.getByText(words('bookmarks.colour.green')).click();
    await form.getByRole('button', { name: words('desk.save') }).click();
    await form.waitFor({ state: 'detached' });
    expect(await waitForPaint(page, 'bookmark-green')).toBe('两座灯塔');

    const other = page.locator('li', { hasText: '渡口添了新船' });
    await openRoom(page, 'shelf');
    await other.getByRole('button', { name: words('desk.moreOf') }).click();
    await page.getByRole('menuitem', { name: words('shelf.remove') }).click();
    await other.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words('shelf.trashCount') }).click();
    await form.getByRole('button', { name: words('shelf.restore') }).click();
    await form.getByText('渡口.txt').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    // The list stands at its end, where the trash is opened.
    await narrowShelf(page, '渡口添了新船');
    await other.waitFor();
    await allSaved(page);
    await first.close();

    const second = await openHost(kind, machine);
    await openArticle(second.page, '老码头改造完工');
    expect(await waitForPaint(second.page, 'bookmark-green')).toBe('两座灯塔');
    await labelled(second.page).waitFor();
    await second.page.locator('button[data-article]', { hasText: '渡口添了新船' }).waitFor();

    // Words that are furniture from now on leave their bookmark without a place: it is put on others.
    await second.page.keyboard.press('m');
    await second.page.getByRole('region', { name: words('mend.tool') }).waitFor();
    await selectWords(second.page, '两座灯塔');
    await second.page.keyboard.press('7');
    await openRoom(second.page, 'bookmarks');
    const placing = second.page.getByRole('button', { name: words('bookmarks.place') });
    await placing.waitFor();
    await second.page.getByRole('strong').filter({ hasText: '是谁' }).waitFor();
    await selectWords(second.page, '就业岗位');
    await placing.click();
    await second.page
      .getByRole('dialog')
      .getByRole('button', { name: /选中的文字|selected words/ })
      .click();
    await second.page.waitForFunction(
      () => [...(CSS.highlights.get('bookmark-green') ?? [])].join('') === '就业岗位',
    );
  });

  it('is there after a reload, a crash, and the loss of all that the browser keeps', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    await importFiles(first, layFiles({ '码头.txt': PAGE }));
    const marks = await search(first.page, '灯塔');
    await marks.first().click();
    await first.page.locator('[data-block]', { hasText: '灯塔' }).waitFor();
    await bookmark(first.page, '两座灯塔', '是谁出的钱');
    await openArticle(first.page, '老码头改造完工');
    // Settings are written a moment after they change.
    await first.page.waitForTimeout(1200);
    await first.page.reload();
    const isWhereItWas = (page: Page): Promise<void> =>
      page.locator('[data-block="0"]', { hasText: '老码头改造完工' }).waitFor();
    await isWhereItWas(first.page);
    await allSaved(first.page);
    await first.kill();

    const second = await openHost(kind, machine);
    await isWhereItWas(second.page);
    expect(await waitForPaint(second.page, 'bookmark')).toBe('两座灯塔');
    await second.page.keyboard.press('Control+z');
    await second.page.waitForFunction(() => (CSS.highlights.get('bookmark')?.size ?? 0) === 0);
    await second.page.keyboard.press('Control+Shift+z');
    expect(await waitForPaint(second.page, 'bookmark')).toBe('两座灯塔');
    await allSaved(second.page);
    await second.close();
    const torn = filesOf(machine.profile).filter(isTorn);
    expect(torn).not.toEqual([]);
    for (const path of torn) rmSync(path);

    const third = await openHost(kind, machine);
    await third.page.getByRole('button', { name: words('desk.clearStorage') }).click();
    await expectAllThere(third.page);
    await third.close();
    rmSync(machine.profile, { recursive: true, force: true });

    const fourth = await openHost(kind, machine);
    await expectAllThere(fourth.page);
  });
});
