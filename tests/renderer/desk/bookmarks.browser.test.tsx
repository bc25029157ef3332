import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { describeWords } from '../../../renderer/state/reader.ts';
import { bytesOf, openTestDesk, whenState } from './open-test-desk.ts';
import { painted, showDesk } from './show-desk.tsx';

const STORY = '渡口通航\n\n今年春天，河湾村在渡口旁修了一座新码头，投入资金三十五万元。\n';

/** The desk with the one article open. */
async function openStory(library: string) {
  const opened = await openTestDesk(library);
  const { desk } = opened;
  const hide = await showDesk(desk);
  onTestFinished(() => {
    hide();
    opened.close();
  });
  await desk.imports.getState().take({ files: [{ name: '渡口.txt', bytes: bytesOf(STORY) }], refused: [] });
  const [row] = (await whenState(desk.shelf, ({ rows }) => rows.length > 0)).rows;
  desk.reader.getState().open(row?.id ?? '');
  const { view } = await whenState(desk.reader, (reader) => reader.view !== null);
  return { desk, view: view! };
}

it('a bookmark without a place is put on the passage that the person chooses, and that is undone', async () => {
  const { desk, view } = await openStory('bookmarks-placed');
  desk.reader.getState().selectBlocks([{ block: 0, start: 0, end: 2 }]);
  const { selection } = desk.reader.getState();
  const standing = describeWords(view, selection);
  const exact = '河湾村去年要在渡口边修一座大码头';
  await desk.bookmarks
    .getState()
    .add({ ...standing, quote: { ...standing.quote, exact } }, { note: '再核', tags: [] });

  await page.getByRole('navigation').getByRole('button', { name: '书签' }).click();
  await expect.element(page.getByRole('heading', { name: '放不回原处的' })).toBeVisible();
  await page.getByRole('button', { name: '找回原处……' }).click();
  const form = page.getByRole('dialog', { name: '给书签找回原处' });
  await form.getByRole('button', { name: /河湾村在渡口旁修了一座新码头.*相似/ }).click();
  await expect.element(page.getByRole('heading', { name: '放不回原处的' })).not.toBeInTheDocument();
  const [placed] = desk.bookmarks.getState().placed;
  expect(placed).toMatchObject({ how: 'exact', bookmark: { note: '再核' } });
  expect(placed?.words).toContain('河湾村在渡口旁修了一座新码头');

  await desk.deeds.undo();
  await expect.element(page.getByRole('heading', { name: '放不回原处的' })).toBeVisible();
  expect(desk.bookmarks.getState().tray[0]?.words).toBe(exact);

  // What is selected in the article can be chosen too.
  await page.getByRole('button', { name: '找回原处……' }).click();
  await form.getByRole('button', { name: /选中的文字/ }).click();
  await expect.poll(() => desk.bookmarks.getState().placed[0]?.words).toBe('渡口');
});

it('a bookmark whose words a mending leaves to no article says so, and one of which a part is left opens it', async () => {
  const { desk, view } = await openStory('bookmarks-mended');
  const wordsFrom = (start: number, end: number) => {
    desk.reader.getState().selectBlocks([{ block: 1, start, end }]);
    return describeWords(view, desk.reader.getState().selection);
  };
  const marked = wordsFrom(0, 8);
  await desk.bookmarks.getState().add(marked, { note: '', tags: [] });
  const furniture = (what: typeof marked) =>
    desk.deeds.perform({ type: 'page.cut', cut: { type: 'mark', what, role: 'furniture' } });
  await page.getByRole('navigation').getByRole('button', { name: '书签' }).click();
  const entry = page.getByRole('button', { name: /^今年春天，河湾村/ });
  const isTold = page.getByText('这些文字还在版面上，但已不属于任何一篇文章。');

  await furniture(wordsFrom(0, 5));
  await whenState(desk.reader, (reader) => reader.view?.article.body?.text.startsWith('河湾村') === true);
  await expect.element(entry).toBeEnabled();
  await expect.element(isTold).not.toBeInTheDocument();
  await desk.deeds.undo();
  await furniture(marked);
  await expect.element(isTold).toBeVisible();
  await expect.element(entry).toBeDisabled();
  await expect.element(page.getByRole('button', { name: '找回原处……' })).toBeVisible();
});

it('a bookmark has a colour with a name and a note with marks, is told apart by it, and takes the change back', async () => {
  const { desk, view } = await openStory('bookmarks-coloured');
  const wordsAt = (block: number, start: number, end: number) => {
    desk.reader.getState().selectBlocks([{ block, start, end }]);
    return describeWords(view, desk.reader.getState().selection);
  };
  await desk.bookmarks.getState().add(wordsAt(0, 0, 2), { note: '', tags: [] });
  wordsAt(1, 5, 8);
  desk.surfaces.getState().show('bookmark-form');
  const form = page.getByRole('dialog', { name: '加书签' });
  await form
    .getByRole('textbox', { name: '批注' })
    .fill('**再核**造价\n\n- <img src=x>\n- [去年的](https://example.org)');
  // It is shown as it will look while it is typed.
  await expect.element(form.getByRole('region', { name: '批注显示为' }).getByRole('strong')).toBeVisible();
  await userEvent.click(form.getByText('绿'));
  await form.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => painted('bookmark-green')).toBe('河湾村');
  await expect.poll(() => painted('bookmark')).toBe('渡口');

  await page.getByRole('navigation').getByRole('button', { name: '书签' }).click();
  await expect.element(page.getByRole('strong')).toHaveTextContent('再核');
  expect(
    page
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(expect.arrayContaining(['<img src=x>', '去年的（https://example.org）']));
  expect(document.querySelector('img, a[href*="example"]')).toBeNull();

  // Those of a day, and those of none.
  const one = page.getByRole('button', { name: '渡口', exact: true });
  await page.getByRole('button', { name: '何时加的' }).click();
  await page.getByRole('menuitem', { name: '自选日期……' }).click();
  const today = new Date().toLocaleDateString('sv-SE');
  await page.getByLabelText('从', { exact: true }).fill(today);
  await page.getByLabelText('到', { exact: true }).fill(today);
  await expect.element(one).toBeVisible();
  await page.getByLabelText('从', { exact: true }).fill('2001-01-01');
  await page.getByLabelText('到', { exact: true }).fill('2001-12-31');
  await expect.element(page.getByText('没有这样的书签')).toBeVisible();
  await page.getByRole('button', { name: '不限日期' }).click();
  await expect.element(one).toBeVisible();

  await expect.element(page.getByRole('button', { name: '找回原处……' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: /^绿/ }).click();
  await expect.element(page.getByRole('button', { name: '渡口', exact: true })).not.toBeInTheDocument();
  await page.getByRole('button', { name: '更多：河湾村' }).click();
  await page.getByRole('menuitem', { name: '颜色：蓝' }).click();
  await expect.poll(() => painted('bookmark-blue')).toBe('河湾村');
  // The chip that is gone narrows nothing any more.
  await expect.element(page.getByRole('button', { name: '渡口', exact: true })).toBeVisible();
  await desk.deeds.undo();
  await expect.poll(() => painted('bookmark-green')).toBe('河湾村');
  expect(
    desk.bookmarks.getState().placed.map(({ bookmark }) => [bookmark.colour, bookmark.note !== '']),
  ).toEqual([
    ['green', true],
    [undefined, false],
  ]);
});
