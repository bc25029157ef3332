import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import {
  allSaved,
  bookmark,
  importFiles,
  layFiles,
  openArticle,
  openRoom,
  search,
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

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

async function expectAllThere(page: Page): Promise<void> {
  await openRoom(page, 'bookmarks');
  await page.getByText('量一量').click();
  expect(await waitForPaint(page, 'bookmark')).toBe('驳岸');
  const marks = await search(page, '就业岗位');
  expect(await marks.first().textContent()).toBe('就业岗位');
}

describe.each(hostsFor('loopback'))('what a person makes on the %s host', (kind) => {
  it('finds a word that a line end splits, and a bookmark on it after a restart', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    await importFiles(first, layFiles({ '码头.txt': PAGE }));
    const marks = await search(first.page, '灯塔');
    await marks.first().click();
    await first.page.locator('[data-block]', { hasText: '灯塔' }).waitFor();
    await bookmark(first.page, '两座灯塔', '是谁出的钱');
    await allSaved(first.page);
    await first.close();

    const second = await openHost(kind, machine);
    await openRoom(second.page, 'bookmarks');
    await second.page.getByText('是谁出的钱').click();
    expect(await waitForPaint(second.page, 'bookmark')).toBe('两座灯塔');
  });

  it('undoes a bookmark after a restart', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    await importFiles(first, layFiles({ '码头.txt': PAGE }));
    await openArticle(first.page, '老码头改造完工');
    await bookmark(first.page, '驳岸', '');
    await allSaved(first.page);
    await first.kill();

    const second = await openHost(kind, machine);
    await openArticle(second.page, '老码头改造完工');
    expect(await waitForPaint(second.page, 'bookmark')).toBe('驳岸');
    await second.page.keyboard.press('Control+z');
    await second.page.waitForFunction(() => (CSS.highlights.get('bookmark')?.size ?? 0) === 0);
    await second.page.keyboard.press('Control+Shift+z');
    expect(await waitForPaint(second.page, 'bookmark')).toBe('驳岸');
  });

  it('is all there when IndexedDB can be opened no more, and when it is emptied', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    await importFiles(first, layFiles({ '码头.txt': PAGE }));
    await openArticle(first.page, '老码头改造完工');
    await bookmark(first.page, '驳岸', '量一量');
    await allSaved(first.page);
    await first.close();
    const torn = filesOf(machine.profile).filter((path) => /IndexedDB.*MANIFEST/.test(path));
    expect(torn).not.toEqual([]);
    for (const path of torn) rmSync(path);

    const second = await openHost(kind, machine);
    await second.page.getByRole('button', { name: words('desk.clearStorage') }).click();
    await expectAllThere(second.page);
    await second.close();
    rmSync(machine.profile, { recursive: true, force: true });

    const third = await openHost(kind, machine);
    await expectAllThere(third.page);
  });

  it('opens where it was after a reload and after a crash', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    await importFiles(first, layFiles({ '码头.txt': PAGE }));
    await openArticle(first.page, '老码头改造完工');
    const article = first.page.locator('[data-block="0"]', { hasText: '老码头改造完工' });
    await article.waitFor();
    // Settings are written a moment after they change.
    await first.page.waitForTimeout(1200);
    await first.page.reload();
    await article.waitFor();
    await first.kill();

    const second = await openHost(kind, machine);
    await second.page.locator('[data-block="0"]', { hasText: '老码头改造完工' }).waitFor();
  });
});
