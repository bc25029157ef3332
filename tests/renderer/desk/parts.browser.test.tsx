import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import type { PlacedBookmark } from '../../../renderer/state/bookmarks.ts';
import { openTestDesk } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

it('a part of the desk that throws says why, what is safe and how to go on; the others stay', async () => {
  const opened = await openTestDesk('parts');
  const { desk, host } = opened;
  const hide = await showDesk(desk);
  onTestFinished(() => {
    hide();
    opened.close();
  });
  desk.settings.getState().goTo({ room: 'bookmarks' });
  await expect.element(page.getByText('还没有书签')).toBeVisible();
  // Its day cannot be said: the list throws.
  const broken = { bookmark: { id: 'b', note: '', tags: [], madeAt: 'no day' }, words: '渡口', spans: [] };
  desk.bookmarks.setState({ placed: [broken as unknown as PlacedBookmark] });

  await expect.element(page.getByText('书桌的这一部分出了错')).toBeVisible();
  await expect.element(page.getByText(/RangeError.*保存过的内容不受影响/)).toBeVisible();
  await expect.element(page.getByRole('main').getByText('选一篇文章来读')).toBeVisible();
  await expect.element(page.getByText('全部已存盘')).toBeVisible();
  await expect.poll(() => host.memory.log.map(({ what }) => what)).toContain('part-failed');

  desk.bookmarks.setState({ placed: [] });
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect.element(page.getByText('还没有书签')).toBeVisible();

  desk.bookmarks.setState({ placed: [broken as unknown as PlacedBookmark] });
  await expect.element(page.getByText('书桌的这一部分出了错')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: '书架' }).click();
  await expect.element(page.getByText('书桌的这一部分出了错')).not.toBeInTheDocument();
});
