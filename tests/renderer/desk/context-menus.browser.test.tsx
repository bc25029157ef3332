import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { importPages, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const STORY = '渡口通航\n\n今年春天，河湾村修了一座新码头，县长林国平说，投入资金三十五万元。\n';
const OTHER = '茶园用水\n\n河湾村的茶园用上了滴灌。\n';

let test: TestDesk;
let hide: () => void;
beforeAll(async () => {
  await page.viewport(1440, 820);
  test = await openTestDesk('context-menus');
  await importPages(test.desk, { '渡口.txt': STORY, '茶园.txt': OTHER });
  hide = await showDesk(test.desk);
});
afterAll(() => {
  hide();
  test.close();
});

const menu = page.getByRole('menu', { name: '菜单' });

/** The words of the menu that a click with the other button brings. */
async function ask(where: Locator): Promise<string[]> {
  await where.click({ button: 'right', timeout: 20_000 });
  await expect.element(menu).toBeVisible();
  return menu
    .getByRole('menuitem')
    .elements()
    .map((item) => item.querySelector('span')?.textContent ?? '');
}

async function choose(words: string): Promise<void> {
  await menu.getByRole('menuitem', { name: words }).click({ timeout: 20_000 });
  await expect.element(menu).not.toBeInTheDocument();
}

it('whatever is asked with the other button offers what can be done with it, and does it', async () => {
  const { desk } = test;
  const [story] = desk.shelf.getState().rows.filter(({ title }) => title === '渡口通航');
  desk.reader.getState().open(story?.id ?? '');
  await whenState(desk.reader, ({ view }) => view !== null);

  // A card, which is open then.
  const card = page.getByRole('listitem').filter({ hasText: '350,000' });
  expect(await ask(card)).toEqual([
    '复制引文与出处',
    '确认这条事实',
    '改正这条事实或名称……',
    '这不是事实，或不是名称',
  ]);
  await choose('确认这条事实');
  await expect.poll(() => document.querySelector('[data-trust="confirmed"]')).not.toBeNull();

  // The text, where nothing is under the pointer; Esc leaves everything as it was.
  desk.focus.getState().release();
  const text = page.getByRole('heading', { name: '渡口通航' });
  expect(await ask(text)).toEqual(expect.arrayContaining(['在本文中查找', '标签……']));
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();

  // Selected words.
  desk.reader.getState().selectBlocks([{ block: 1, start: 5, end: 8 }]);
  expect(await ask(text)).toEqual(expect.arrayContaining(['复制', '为选中的文字加书签……']));
  await choose('为选中的文字加书签……');
  await expect.element(page.getByRole('dialog', { name: '加书签' })).toBeVisible();
  await page.getByText('取消').click();
  desk.reader.getState().select([]);

  // An answer to a search is in hand only for as long as its form is open.
  desk.settings.getState().goTo({ room: 'search' });
  await desk.search.getState().type('滴灌');
  await whenState(desk.search, ({ found }) => found.length === 1);
  expect(await ask(page.getByText('茶园用水').first())).toEqual(
    expect.arrayContaining(['打开', '标签……', '移走这一版']),
  );
  await choose('标签……');
  const form = page.getByRole('dialog');
  await form.getByRole('textbox').fill('水利');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => desk.shelf.getState().rows.find(({ title }) => title === '茶园用水')?.tags)
    .toEqual(['水利']);
  await expect.poll(() => desk.chosen.getState().ids.size).toBe(0);
  await ask(page.getByText('茶园用水').first());
  await choose('导出……');
  await expect.poll(() => desk.exports.getState().scope.type).toBe('chosen');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => desk.chosen.getState().ids.size).toBe(0);
  expect(desk.reader.getState().view?.article.title?.text).toBe('渡口通航');
});

it('so do rows of the table of facts, and names in their list, under the menu key', async () => {
  const { desk } = test;
  desk.settings.getState().goTo({ room: 'facts' });
  await expect.poll(() => document.querySelectorAll('[data-fact]').length).toBeGreaterThan(1);
  expect(
    await ask(page.elementLocator(document.querySelector('[data-fact] [data-column="value"]')!)),
  ).toEqual(['到文中查看', '确认这条事实', '改正这条事实或名称……', '这不是事实，或不是名称']);
  await userEvent.keyboard('{Escape}');

  desk.settings.getState().goTo({ room: 'names', name: null });
  const row = () => document.querySelector('[data-name="person:林国平"]');
  await expect.poll(row).not.toBeNull();
  row()?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  await expect.element(page.getByRole('dialog', { name: '菜单' })).toBeVisible();
  // The first choice has the focus: keys go on from there.
  await expect.element(menu.getByRole('menuitem', { name: '这个名称的全部' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => desk.search.getState().query).toMatch(/^(name|名称):"林国平"$/);
});

it('a row that has a button for its menu opens that', async () => {
  const { desk } = test;
  desk.settings.getState().goTo({ room: 'shelf' });
  await page
    .getByRole('listitem')
    .filter({ hasText: '茶园用水' })
    .click({ button: 'right', timeout: 20_000 });
  const own = page.getByRole('menu', { name: '更多：茶园用水' });
  await expect.element(own.getByRole('menuitem', { name: '标签……' })).toBeVisible();
});
