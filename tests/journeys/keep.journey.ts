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
  await page.getByText('是谁出的钱').click();
  expect(await waitForPaint(page, 'bookmark')).toBe('两座灯塔');
  const marks = await search(page, '就业岗位');
  expect(await marks.first().textContent()).toBe('就业岗位');
}

const isTorn = (path: string): boolean => /IndexedDB.*MANIFEST/.test(path);

describe.each(hostsFor('loopback'))('what a person makes on the %s host', (kind) => {
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
