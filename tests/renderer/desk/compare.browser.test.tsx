import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { runCommand } from '../../../renderer/commands/commands.ts';
import { importPages, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const TALE = '镇里的老船工说，往年一到汛期，家家户户都要把粮食搬上阁楼，如今总算能睡个安稳觉。';
/** So much text that neither pane can show all of it. */
const long = (sentence: string): string => Array.from({ length: 30 }, () => sentence).join('\n\n');
const MORNING = long('风从东边来，渡口没有一条船。');
const EVENING = long('守堤人提着灯，走过泥泞的小路。');
const PAGES = {
  '防洪堤建成.txt': `防洪堤建成\n\n石滩镇防洪堤全长12.6公里，有860名民工参加施工。\n\n${MORNING}\n\n${TALE}\n`,
  '长堤合龙.txt': `长堤合龙\n\n${TALE.replace('阁楼', '二楼')}\n\n石滩镇防洪堤全长12.6公里，堤上种了3000棵柳树。\n\n${EVENING}\n`,
};

let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  await page.viewport(1280, 800);
  opened = await openTestDesk(`compare-${crypto.randomUUID()}`);
  await importPages(opened.desk, PAGES);
  hide = await showDesk(opened.desk);
  opened.desk.settings.getState().goTo({ room: 'shelf' });
});

afterEach(() => {
  hide();
  opened.close();
});

const face = (title: string) =>
  page.getByRole('button', { name: new RegExp(`^(?!.*更多).*${title}`) }).first();
const beside = () => page.getByRole('region', { name: '对照两篇文章' });
const pane = (title: string) => beside().getByRole('region', { name: title });
const painted = (layer: string): string[] =>
  [...(CSS.highlights.get(layer) ?? [])].map((range) => (range as Range).toString());

it('lays two chosen articles side by side, with passages, figures in line and what one alone says', async () => {
  await face('防洪堤建成').click({ modifiers: ['Control'] });
  await face('长堤合龙').click({ modifiers: ['Control'] });
  await userEvent.keyboard('v');
  await expect.element(beside().getByText('相同的段落 1 处')).toBeVisible();
  const same = beside().getByRole('button', { name: /12\.6.*一致.*12\.6/ });
  await expect.element(same).toBeVisible();
  await expect.element(beside().getByRole('button', { name: /^860/ })).toBeVisible();
  await expect.element(beside().getByRole('button', { name: /^3,?000/ })).toBeVisible();
  await expect.poll(() => painted('shared-changed').sort()).toEqual(['二', '阁']);
  await expect.poll(() => painted('figure-meets')).toEqual(['12.6公里', '12.6公里']);

  // The passage stands at the end of one and at the beginning of the other.
  await beside().getByRole('button', { name: '下一处相同的段落' }).click();
  await expect.element(beside().getByText('第 1 处，共 1 处')).toBeVisible();
  await expect.poll(() => pane('防洪堤建成').element().scrollTop).toBeGreaterThan(300);
  expect(pane('长堤合龙').element().scrollTop).toBeLessThan(100);
  await expect.poll(() => painted('compared-now')).toEqual([TALE, TALE.replace('阁楼', '二楼')]);

  await same.click();
  await expect.poll(() => pane('防洪堤建成').element().scrollTop).toBeLessThan(100);
  await expect.poll(() => painted('compared-now')).toEqual(['12.6公里', '12.6公里']);
  await expect.element(same).toHaveAttribute('aria-current', 'true');

  // What one alone tells is shown there, and the other text follows.
  pane('长堤合龙').element().scrollTop = 1e6;
  await expect.poll(() => pane('长堤合龙').element().scrollTop).toBeGreaterThan(300);
  await beside().getByRole('button', { name: /^860/ }).click();
  await expect.poll(() => pane('长堤合龙').element().scrollTop).toBeLessThan(100);
  await expect.poll(() => painted('compared-now')).toEqual(['860名']);

  // The figure that is looked at is rejected: it is in line no more, and no other is looked at in its place.
  await same.click();
  const { judging, comparing, shelf } = opened.desk;
  const { id, facts } = comparing.getState().found!.sides[0];
  const fact = facts.find(({ text }) => text === '12.6公里')!;
  const { source } = shelf.getState().rows.find((row) => row.id === id)!;
  await judging.reject([{ fact, source }]);
  await expect.element(beside().getByText('没有找到两篇都说到的数字。')).toBeVisible();
  await expect.poll(() => painted('compared-now')).toEqual([]);
});

it('scrolls both together as long as the person wants it', async () => {
  opened.desk.reader.getState().open(opened.desk.shelf.getState().rows[0]!.id);
  await whenState(opened.desk.reader, ({ view }) => view !== null);
  // One is open, the other is chosen by its menu.
  const other = opened.desk.shelf.getState().rows[1]!.title;
  await page.getByRole('button', { name: `更多：${other}` }).click();
  await page.getByRole('menuitem', { name: '对照两篇文章……' }).click();
  const [first, second] = ['防洪堤建成', '长堤合龙'].map((title) => () => pane(title).element());
  await expect.element(pane('长堤合龙')).toBeVisible();
  await userEvent.hover(pane('防洪堤建成'));
  first!().scrollTop = 1e6;
  await expect.poll(() => second!().scrollTop).toBeGreaterThan(300);
  await beside().getByRole('button', { name: '一起滚动' }).click();
  await userEvent.hover(pane('防洪堤建成'));
  const before = second!().scrollTop;
  first!().scrollTop = 0;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(second!().scrollTop).toBe(before);

  await userEvent.keyboard('{Escape}');
  await expect.element(beside()).not.toBeInTheDocument();
  await expect.element(page.getByRole('article')).toBeVisible();
});

it('asks which article the open one is compared with, and on a narrow window shows one at a time', async () => {
  opened.desk.reader
    .getState()
    .open(opened.desk.shelf.getState().rows.find(({ title }) => title === '长堤合龙')!.id);
  await whenState(opened.desk.reader, ({ view }) => view !== null);
  // Beside the text stands what others print of it; a mark lists them and lays one beside it, at the passage.
  expect(runCommand(opened.desk, 'toggleCopies')).toBe(true);
  await expect.element(page.getByRole('button', { name: '1 篇别的文章也印了这一段' })).toBeVisible();
  // It ends where the text does, and above a bar that stands below the text.
  const edge = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
  for (const height of [1600, 400]) {
    await page.viewport(1280, height);
    opened.desk.find.getState().open('长堤');
    await expect.element(page.getByRole('button', { name: '下一处', exact: true })).toBeVisible();
    const bar = () =>
      page.getByRole('button', { name: '下一处', exact: true }).element().getBoundingClientRect();
    await expect.poll(() => edge('[data-copies]').bottom - bar().top).toBeLessThanOrEqual(0);
    const lastLine = () =>
      [...document.querySelectorAll('main [data-block]')].at(-1)!.getBoundingClientRect().bottom;
    await expect.poll(() => edge('[data-copies]').bottom - lastLine()).toBeLessThan(40);
    opened.desk.find.getState().close();
  }
  await page.viewport(1280, 820);
  await page.getByRole('button', { name: '1 篇别的文章也印了这一段' }).click();
  await page.getByRole('menuitem', { name: /防洪堤建成/ }).click();
  await expect.element(beside().getByText('第 1 处，共 1 处')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(beside()).not.toBeInTheDocument();
  expect(runCommand(opened.desk, 'toggleCopies')).toBe(true);
  await userEvent.keyboard('v');
  const form = page.getByRole('dialog', { name: '与哪一篇对照' });
  // Which share passages with it is found in the whole library.
  await expect.element(form.getByRole('heading', { name: '有相同段落的文章 1 篇' })).toBeVisible();
  await expect.element(form.getByText('相同的段落 1 处，共 39 字')).toBeVisible();
  await userEvent.fill(form.getByRole('textbox'), '防洪');
  await expect.element(form.getByRole('heading', { name: /有相同段落/ })).not.toBeInTheDocument();
  await expect.element(form.getByRole('button', { name: /防洪堤建成/ })).toBeVisible();
  await userEvent.fill(form.getByRole('textbox'), '');
  await form.getByRole('button', { name: /防洪堤建成.*共 39 字/ }).click();
  await expect.element(beside().getByText('第 1 处，共 1 处')).toBeVisible();
  await expect.poll(() => pane('防洪堤建成').element().scrollTop).toBeGreaterThan(300);
  await page.viewport(390, 800);
  await expect.element(pane('防洪堤建成')).not.toBeInTheDocument();
  await beside().getByRole('tab', { name: '第二篇' }).click();
  await expect.element(pane('防洪堤建成')).toBeVisible();
  await expect.poll(() => painted('figure-meets')).toEqual(['12.6公里']);
  await beside().getByRole('tab', { name: '数字' }).click();
  await beside().getByRole('button', { name: /^860/ }).click();
  await expect.element(pane('防洪堤建成')).toBeVisible();
  await expect.poll(() => painted('compared-now')).toEqual(['860名']);
});
