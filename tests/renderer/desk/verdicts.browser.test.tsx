import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { painted, showDesk } from './show-desk.tsx';

const PAGE = [
  '盐场修起新堤',
  '',
  '2019年，白沙盐场投入资金450万元修筑海堤，新堤全长2.6公里，盐工说往后涨潮不用守夜了。',
  '',
].join('\n');

let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`verdicts-${crypto.randomUUID()}`);
  const { desk } = opened;
  await desk.imports.getState().take({ files: [{ name: '盐场.txt', bytes: bytesOf(PAGE) }], refused: [] });
  const { rows } = await whenState(desk.shelf, (shelf) => shelf.rows.length === 1);
  hide = await showDesk(desk);
  desk.reader.getState().open(rows[0]?.id ?? '');
  await whenState(desk.reader, ({ view }) => view !== null);
});

afterEach(() => {
  hide();
  opened.close();
});

const card = (number: string) => page.getByRole('listitem').filter({ hasText: number });
const verdicts = () => [...opened.desk.session.getState().state.verdicts.values()].flat();

it('shows of a corrected fact how it was read, keeps both corrections and what was confirmed', async () => {
  const correct = async (field: string, value: string) => {
    await page.getByRole('button', { name: '改正' }).click();
    const form = page.getByRole('dialog');
    await userEvent.fill(form.getByRole('textbox', { name: field, exact: true }), value);
    await form.getByRole('button', { name: '保存' }).click();
  };
  await card('4,500,000').getByRole('button').first().click();
  await correct('数值', '4600000');
  await expect.element(page.getByText('原读作： 4,500,000 元')).toBeVisible();
  await correct('单位', 'HKD');
  await expect.element(card('4,600,000').getByText('港元').first()).toBeVisible();
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await expect
    .poll(verdicts)
    .toMatchObject([{ verdict: 'confirmed', correction: { value: 4600000, unit: 'HKD' } }]);
  await expect.element(card('4,600,000').getByText('原读作： 4,500,000 元')).toBeVisible();
});

it('lists what was marked as no fact and takes it back', async () => {
  await card('4,500,000').getByRole('button').first().click();
  await page.getByRole('button', { name: '不是事实' }).click();
  const taken = page.getByText('1 条已标为“不是事实”');
  await expect.element(taken).toBeVisible();
  await expect.element(page.getByText('4,500,000 元')).not.toBeVisible();
  await userEvent.keyboard('j');
  await expect.element(card('2.6').getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  await taken.click();
  await expect.element(page.getByText('4,500,000 元')).toBeVisible();
  await page.getByRole('button', { name: '取消标记' }).click();
  await expect.element(taken).not.toBeInTheDocument();
  await expect.element(card('4,500,000')).toBeVisible();
  await expect.element(page.getByText('撤销了：已标为“不是事实”')).toBeVisible();
});

it('goes on to the next unchecked fact where the person likes that, and confirms a family at once', async () => {
  const { desk } = opened;
  desk.settings.getState().change({ goesOn: true });
  await card('4,500,000').getByRole('button').first().click();
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await expect.element(card('2.6').getByRole('button').first()).toHaveAttribute('aria-expanded', 'true');
  await userEvent.keyboard('x');
  await expect.element(page.getByText('1 条已标为“不是事实”')).toBeVisible();
  await expect.poll(() => desk.focus.getState().pinned).not.toBeNull();

  const verdictsOf = (what: string) => verdicts().filter(({ verdict }) => verdict === what).length;
  await page.getByRole('button', { name: '未核' }).click();
  await userEvent.keyboard('{Shift>}c{/Shift}');
  await expect.poll(() => verdictsOf('confirmed')).toBeGreaterThan(1);
  await expect.element(page.getByText('这一类里没有')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => verdictsOf('confirmed')).toBe(1);
});

it('finds words in the article and in the page beside it, by keys, and leaves an input method its own', async () => {
  const { desk } = opened;
  await userEvent.keyboard('{Control>}f{/Control}');
  const box = page.getByRole('textbox', { name: '在本文中查找' });
  await expect.element(box).toHaveFocus();
  // In the other script; the headline says it too.
  await userEvent.keyboard('鹽');
  await expect.element(page.getByText('第 1 处，共 3 处')).toBeVisible();
  const enter = { key: 'Enter', bubbles: true, cancelable: true };
  box.element().dispatchEvent(new KeyboardEvent('keydown', { ...enter, keyCode: 229 }));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('第 2 处，共 3 处')).toBeVisible();
  await expect.poll(() => painted('found-now')).toBe('盐');
  await userEvent.keyboard('{Shift>}{Enter}{Enter}{/Shift}');
  await expect.element(page.getByText('第 3 处，共 3 处')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(box).not.toBeInTheDocument();
  await expect.poll(() => painted('found')).toBe('');

  // The bar of what can be done with selected words covers none of them.
  const text = [...document.querySelectorAll('[data-block]')].at(-1)?.firstChild as Text;
  document.getSelection()?.setBaseAndExtent(text, 0, text, text.length);
  document.querySelector('#reading-text')?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  await userEvent.click(page.getByRole('button', { name: '加书签' }));
  const note = page.getByRole('textbox', { name: '批注' });
  await note.fill('再核');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect
    .poll(() => desk.bookmarks.getState().placed.map(({ bookmark }) => bookmark.note))
    .toEqual(['再核']);
});
