import { afterAll, beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { importPages, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const PAGES = {
  '一版.txt': [
    '第01版：要闻',
    '潮声日报 2023年09月12日 星期二',
    '',
    '盐田上的风车',
    '本报记者 卢海青',
    '',
    '天还没亮，白沙盐场的老盐工丁水生已经站在风车底下听风。他说风大了要收卤，风小了要放水。',
    '',
    '去年冬天，盐场把最后六架木风车修好了，花了45万元，请来的木匠住了整整两个月，',
    '（下转第四版）',
    '',
  ],
  '四版.txt': [
    '第04版：综合',
    '潮声日报 2023年09月12日 星期二',
    '',
    '风车又转起来',
    '（上接第一版）连吃饭都在架子上。',
    '',
    '丁水生说，风车转起来的那天，盐场放了半天假，来看的有860人。',
    '',
  ],
};

let test: TestDesk;
let hide: () => void;
beforeAll(async () => {
  test = await openTestDesk('stories');
  await importPages(test.desk, PAGES);
  hide = await showDesk(test.desk);
});
afterAll(() => {
  hide();
  test.close();
});

const idOf = (title: string): string =>
  test.desk.shelf.getState().rows.find((row) => row.title === title)?.id ?? '';
const text = () => document.querySelector('#reading-text')?.textContent ?? '';

it('offers a story that goes on on another page, reads it as one, and parts it by undo', async () => {
  test.desk.reader.getState().open(idOf('盐田上的风车'));
  await expect.element(page.getByText('这一篇在第04版还有下文')).toBeVisible();
  expect(text()).not.toContain('连吃饭都在架子上');
  await page.getByRole('button', { name: '接成一篇' }).click();

  // Both parts stand below each other, the other named by its page, with the facts of both.
  await expect.element(page.getByRole('region', { name: '下转第04版' })).toBeVisible();
  expect(text().indexOf('连吃饭都在架子上')).toBeGreaterThan(text().indexOf('住了整整两个月'));
  await page.getByText(/第04版的事实/).click();
  await page.getByRole('button', { name: /860/ }).click();
  await whenState(test.desk.reader, ({ view }) => view?.article.title?.text === '风车又转起来');
  await expect.element(page.getByText('上接第01版')).toBeVisible();
  await page.getByRole('button', { name: '盐田上的风车' }).last().click();
  await whenState(test.desk.reader, ({ view }) => view?.article.title?.text === '盐田上的风车');

  // What is selected, copied and printed is the whole story, without the desk's own words in between.
  await expect.element(page.getByRole('region', { name: '下转第04版' })).toBeVisible();
  (document.activeElement as HTMLElement | null)?.blur();
  await userEvent.keyboard('{Control>}a{/Control}');
  const selected = (getSelection()?.toString() ?? '').split('\n').filter(Boolean);
  expect(selected[0]).toBe('盐田上的风车');
  expect(selected.at(-1)).toMatch(/^丁水生说.*860人。$/);
  expect(selected.join()).not.toMatch(/打开这一部分|不再相接/);
  getSelection()?.removeAllRanges();
  window.dispatchEvent(new Event('beforeprint'));
  const sheet = document.querySelector('body > article');
  window.dispatchEvent(new Event('afterprint'));
  expect(sheet?.textContent).toMatch(/盐田上的风车.*住了整整两个月.*第04版.*连吃饭都在架子上/);
  const numbers = [...(sheet?.querySelectorAll('sup') ?? [])].map(({ textContent }) => textContent);
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => String(i + 1)));
  expect(sheet?.querySelector('ol')?.textContent).toMatch(/45万元.*860/);
  expect(sheet?.textContent?.match(/SHA-256 [0-9a-f]{64}/g)).toHaveLength(2);

  // The search names it, and undo parts it again.
  await test.desk.search.getState().type('风车');
  await whenState(test.desk.search, ({ found }) => found.length === 2);
  expect(test.desk.stories.getState().next.size).toBe(1);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => test.desk.stories.getState().next.size).toBe(0);
  await expect.element(page.getByRole('button', { name: '接成一篇' })).toBeVisible();
});
