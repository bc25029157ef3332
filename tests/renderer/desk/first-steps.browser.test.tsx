import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { bytesOf, openTestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const STORY = '渡口通航\n\n今年春天，河湾村修了一座渡口，投入资金2.3亿元。\n';

it('shows on a desk with what came with it what to try, ticks what was done, and goes when it is closed', async () => {
  const opened = await openTestDesk('first-steps');
  const { desk } = opened;
  const hide = await showDesk(desk);
  onTestFinished(() => {
    hide();
    opened.close();
  });
  const steps = page.getByRole('region', { name: '先试这三步' });
  const ticked = (): number => steps.element().querySelectorAll('[data-done="true"]').length;
  await desk.imports.getState().take({ files: [{ name: '渡口.txt', bytes: bytesOf(STORY) }], refused: [] });
  desk.settings.getState().goTo({ room: 'shelf' });
  const { rows } = await whenState(desk.shelf, (shelf) => shelf.rows.length > 0);
  // Nothing of the person's own is taught to them.
  await expect.element(page.getByRole('button', { name: /渡口通航/ }).first()).toBeVisible();
  await expect.element(steps).not.toBeInTheDocument();

  desk.shelf.setState({ rows: rows.map((row) => ({ ...row, origin: 'pack' })) });
  await expect.element(steps).toBeVisible();
  expect(ticked()).toBe(0);
  await steps.getByRole('button', { name: /读一篇文章/ }).click();
  await whenState(desk.reader, ({ view }) => view !== null);
  await expect.poll(ticked).toBe(1);
  await steps.getByRole('button', { name: />1亿元/ }).click();
  await whenState(desk.search, ({ found }) => found.length > 0);
  await page.getByRole('navigation').getByRole('button', { name: '书架' }).click();
  await expect.poll(ticked).toBe(2);

  await steps.getByRole('button', { name: '不用了' }).click();
  await expect.element(steps).not.toBeInTheDocument();
  expect(desk.settings.getState().skipsFirstSteps).toBe(true);
  await desk.importSpecimen();
  const { entries } = desk.imports.getState();
  expect(entries.map(({ name, step }) => [name, step])).toContainEqual(['specimen-page.txt', 'done']);
});
