import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openTestDesk } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

let close: (() => void)[] = [];

afterEach(() => {
  for (const each of close) each();
  close = [];
});

it('goes from the facts to the page as it came and back, by click and by the arrow keys', async () => {
  const test = await openTestDesk('panel');
  const hide = await showDesk(test.desk);
  close = [hide, () => test.close()];
  const facts = page.getByRole('tab', { name: '事实' });
  const original = page.getByRole('tab', { name: '原版' });
  await expect.element(facts).toHaveAttribute('aria-selected', 'true');

  await original.click();
  await expect.element(original).toHaveAttribute('aria-selected', 'true');
  expect(test.desk.settings.getState().place.original).toBe(true);

  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(facts).toHaveAttribute('aria-selected', 'true');
  await expect.element(facts).toHaveFocus();
  expect(test.desk.settings.getState().place.original).toBe(false);

  await userEvent.keyboard('{ArrowRight}');
  await expect.element(original).toHaveFocus();
});

it('leaves the text where it is when another room is opened beside it', async () => {
  const test = await openTestDesk('panel-rooms');
  const hide = await showDesk(test.desk);
  close = [hide, () => test.close()];
  const text = page.getByRole('main');
  await expect.element(text).toBeVisible();
  const place = () => JSON.stringify(text.element().getBoundingClientRect());
  const before = place();
  for (const room of ['search', 'names', 'bookmarks'] as const) {
    test.desk.settings.getState().goTo({ room });
    await expect.poll(() => document.querySelector('[data-room]')?.getAttribute('data-room')).toBe(room);
    expect(place()).toBe(before);
  }
});

it('makes way for the room that is asked for on a window of middle width', async () => {
  const test = await openTestDesk('panel-middle');
  const hide = await showDesk(test.desk);
  await page.viewport(1024, 700);
  close = [hide, () => test.close()];
  const panel = page.getByRole('tab', { name: '事实' });
  const list = page.getByText('书架还是空的');
  await page.getByRole('button', { name: '打开右栏' }).click();
  await expect.element(panel).toBeVisible();
  await expect.poll(() => list.query()).toBeNull();
  await page.getByRole('navigation').getByRole('button', { name: '书架' }).click();
  await expect.element(list).toBeVisible();
  expect(panel.query()).toBeNull();
});
