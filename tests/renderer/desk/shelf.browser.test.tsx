import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { runCommand } from '../../../renderer/commands/commands.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const TITLES = ['堤坝加固', '渡船复航', '茶园开采'];
const PAGES = TITLES.map((title, at) => ({
  name: `${title}.txt`,
  bytes: bytesOf(`${title}\n\n${1998 + at}年，临江镇投入资金${at + 2}0万元。\n`),
}));

let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`shelf-${crypto.randomUUID()}`);
  await opened.desk.imports.getState().take({ files: PAGES, refused: [] });
  await whenState(opened.desk.shelf, ({ rows }) => rows.length === PAGES.length);
  hide = await showDesk(opened.desk);
  opened.desk.settings.getState().goTo({ room: 'shelf' });
});

afterEach(() => {
  hide();
  opened.close();
});

const face = (title: string) =>
  page.getByRole('button', { name: new RegExp(`^(?!.*更多).*${title}`) }).first();
const labels = () =>
  opened.desk.shelf
    .getState()
    .rows.map(({ title, tags, mark }) => [title, ...tags, mark ?? ''].join(' '))
    .sort();

it('tags and marks several articles at once, undoes each at once, and groups the shelf by them', async () => {
  const { desk } = opened;
  await face('堤坝加固').click();
  await whenState(desk.reader, ({ view }) => view !== null);
  // All by the keyboard: the list, all of it, tags.
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByRole('status').getByText('已选 3 篇')).toBeVisible();
  await userEvent.keyboard('t');
  const form = page.getByRole('dialog', { name: '3 篇文章的标签' });
  await userEvent.fill(form.getByRole('textbox', { name: '标签' }), '水利 旧报');
  await userEvent.keyboard('{Enter}');
  await expect.poll(labels).toEqual(['堤坝加固 水利 旧报 ', '渡船复航 水利 旧报 ', '茶园开采 水利 旧报 ']);
  await desk.deeds.undo();
  await expect.poll(labels).toEqual(['堤坝加固 ', '渡船复航 ', '茶园开采 ']);
  await desk.deeds.redo();

  // Two of them, from the one with the focus whichever is open; then what they have in common.
  await userEvent.keyboard('{Escape}');
  const faces = [...document.querySelectorAll<HTMLElement>('[data-article]')];
  const twoAre = (title: string): boolean =>
    faces.slice(1).some(({ textContent }) => textContent.includes(title));
  expect(TITLES.filter(twoAre)).toHaveLength(2);
  faces[1]?.focus();
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await userEvent.keyboard('l');
  const labelled = (two: string, other: string) =>
    TITLES.map((title) => `${title} ${twoAre(title) ? two : other}`).sort();
  await expect.poll(labels).toEqual(labelled('水利 旧报 to-do', '水利 旧报 '));
  await page.getByRole('button', { name: '标签', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '#旧报' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect.poll(labels).toEqual(labelled('水利 to-do', '水利 旧报 '));

  await page.getByRole('button', { name: '排序' }).click();
  await page.getByRole('menuitem', { name: '按标签' }).click();
  await expect.element(page.getByRole('heading', { name: '#旧报' })).toBeVisible();
});

it('is sorted and narrowed as it was left, when the person comes back to it', async () => {
  await page.getByRole('searchbox').fill('渡船');
  await page.getByRole('button', { name: '排序' }).click();
  await page.getByRole('menuitem', { name: '按来源' }).click();
  const rooms = page.getByRole('navigation').first();
  await rooms.getByRole('button', { name: '书签' }).click();
  await expect.element(page.getByRole('searchbox', { name: '在书架里找标题' })).not.toBeInTheDocument();
  await rooms.getByRole('button', { name: '书架' }).click();
  await expect.element(page.getByRole('searchbox')).toHaveValue('渡船');
  await page.getByRole('button', { name: '排序' }).click();
  await expect.element(page.getByRole('menuitem').filter({ hasText: '●' })).toHaveTextContent('按来源');
});

it('keeps what is taken away in the trash, with its bookmarks, until it is put back', async () => {
  const { desk } = opened;
  await face('堤坝加固').click();
  const { view } = await whenState(desk.reader, (reader) => reader.view !== null);
  desk.reader.getState().selectBlocks([{ block: 0, start: 0, end: 2 }]);
  await userEvent.keyboard('b');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect.poll(() => desk.bookmarks.getState().placed.length).toBe(1);
  await desk.bookmarks.getState().remove(desk.bookmarks.getState().placed[0]!.bookmark.id);

  await face('渡船复航').click({ modifiers: ['Control'] });
  await face('茶园开采').click({ modifiers: ['Control'] });
  await page.getByRole('region', { name: /已选/ }).getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: '移走这一版' }).click();
  await expect.poll(() => desk.shelf.getState().rows.length).toBeLessThan(3);
  await page.getByRole('button', { name: /^回收站/ }).click();
  const trash = page.getByRole('dialog', { name: '回收站' });
  await expect.element(trash.getByText('堤坝', { exact: true })).toBeVisible();
  const bookmark = trash.getByRole('listitem').filter({ hasText: /^堤坝/ });
  await bookmark.getByRole('button', { name: '放回' }).click();
  await expect.poll(() => desk.bookmarks.getState().placed.length).toBe(1);

  // A page is erased only after a question that can be declined.
  await trash
    .getByRole('button', { name: /永远删除/ })
    .first()
    .click();
  await expect.element(trash.getByRole('alert')).toBeVisible();
  await trash.getByRole('button', { name: '取消' }).click();
  while (desk.shelf.getState().removed.length > 0) {
    const { length } = desk.shelf.getState().removed;
    await trash.getByRole('button', { name: '放回' }).first().click();
    await expect.poll(() => desk.shelf.getState().removed.length).toBeLessThan(length);
  }
  await expect.poll(() => desk.shelf.getState().rows.length).toBe(3);
  expect(view?.article.title?.text).toBe('堤坝加固');
});

it('goes back and forward through what was read, by buttons and keys', async () => {
  const { desk } = opened;
  const open = () => desk.reader.getState().view?.article.title?.text;
  const back = page.getByRole('button', { name: '后退' });
  await expect.element(back).toBeDisabled();
  await face('堤坝加固').click();
  await expect.poll(open).toBe('堤坝加固');
  await face('渡船复航').click();
  await expect.poll(open).toBe('渡船复航');
  await back.click();
  await expect.poll(open).toBe('堤坝加固');
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await expect.poll(open).toBe('渡船复航');
  for (const type of ['mousedown', 'mouseup'])
    document.body.dispatchEvent(new MouseEvent(type, { button: 3, bubbles: true, cancelable: true }));
  await expect.poll(open).toBe('堤坝加固');
});

it('reads a date as a person writes it and shows it as the language does, whatever the browser speaks', async () => {
  const { desk } = opened;
  await face('堤坝加固').click();
  await whenState(desk.reader, ({ view }) => view !== null);
  const form = page.getByRole('dialog', { name: '这一版的信息' });
  const date = form.getByRole('textbox', { name: '出版日期' });
  const save = form.getByRole('button', { name: '保存' });
  const published = () =>
    desk.shelf.getState().rows.find(({ title }) => title === '堤坝加固')?.published.value;
  runCommand(desk, 'describeSource');
  await date.fill('1998年2月30日');
  await expect.element(form.getByText('这不是日期')).toBeVisible();
  await expect.element(save).toBeDisabled();
  await date.fill('1998/6/3');
  await expect.element(form.getByText('这不是日期')).not.toBeInTheDocument();
  await save.click();
  await expect.poll(published).toBe('1998-06-03');
  runCommand(desk, 'describeSource');
  await expect.element(date).toHaveValue('1998年6月3日');
  await userEvent.keyboard('{Escape}');
  await expect.element(form).not.toBeInTheDocument();
});

it('lays the issues of a newspaper out in weeks and tells the days on which one would be expected', async () => {
  const { desk } = opened;
  const days = Array.from({ length: 12 }, (_, at) => String(at + 3).padStart(2, '0')).filter(
    (day) => day !== '11',
  );
  const files = days.map((day) => ({
    name: `临江日报-${day}.txt`,
    bytes: bytesOf(`${day}日的渡口\n\n临江镇的渡口在${Number(day)}日又添了${Number(day)}条新船。\n`),
  }));
  await desk.imports.getState().take({ files, refused: [] });
  await whenState(desk.shelf, ({ rows }) => rows.length === PAGES.length + days.length);
  await desk.deeds.perform(
    ...days.map((day) => ({
      type: 'source.describe' as const,
      source: desk.shelf.getState().sources.find(({ record }) => record.name.includes(`-${day}`))!.sha256,
      description: { newspaper: '临江日报', publishedOn: `2019-04-${day}` },
    })),
  );
  await whenState(
    desk.shelf,
    ({ rows }) => rows.filter((row) => row.description.newspaper).length === days.length,
  );
  runCommand(desk, 'showIssues');
  const calendar = page.getByRole('dialog', { name: '按日看各期' });
  await expect.element(calendar.getByRole('status')).toHaveTextContent('11 期 · 看来每天出一期');
  await expect.element(calendar.getByRole('status')).toHaveTextContent('没有其中 1 天的报');
  await expect
    .element(calendar.getByRole('img', { name: '2019年4月11日：书库里没有这一天的报' }))
    .toBeVisible();
  // The first of April was a Monday, the first column of a week.
  const week = calendar.getByRole('row').nth(1);
  await expect.element(week.getByRole('cell').first()).toHaveTextContent('1');
  await expect.element(week.getByRole('cell').nth(2).getByRole('button')).toHaveTextContent('3');
  await calendar.getByRole('button', { name: '2019年4月5日' }).click();
  await expect.element(calendar).not.toBeInTheDocument();
  await whenState(desk.reader, ({ view }) => view?.article.title?.text === '05日的渡口');
});
