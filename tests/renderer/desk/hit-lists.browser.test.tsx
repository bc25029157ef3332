import { afterAll, beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { importPages, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const PAGES = {
  '茶园.txt': [
    '茶山日报 2021年04月02日 星期五',
    '',
    '高坡的茶园',
    '',
    '高坡村种下新茶320亩，花了45万元。茶农说，新茶要三年才采。',
    '',
  ],
  '盐场.txt': [
    '茶山日报 2019年08月05日 星期一',
    '',
    '盐场修起新堤',
    '',
    '白沙盐场投入450万元修筑海堤，老堤边上种了新茶。',
    '',
  ],
};

let test: TestDesk;
let hide: () => void;
beforeAll(async () => {
  test = await openTestDesk('hit-lists');
  await importPages(test.desk, PAGES);
  await test.desk.search.getState().type('新茶');
  await whenState(test.desk.search, ({ articles }) => articles === 2);
  test.desk.search.getState().clear();
  hide = await showDesk(test.desk);
});
afterAll(() => {
  hide();
  test.close();
});

const lists = () => test.desk.hitLists.getState();

it('searches for a list of terms, each row leading to its results, and lists every place of a search', async () => {
  test.desk.settings.getState().goTo({ room: 'search' });
  await page.getByRole('button', { name: '按词表检索……' }).click();
  await userEvent.fill(page.getByRole('textbox', { name: '词表' }), '新茶\n>100万元\n没有的词\n新茶');
  await page.getByRole('button', { name: '逐词检索' }).click();
  await expect.element(page.getByRole('button', { name: /^新茶 ?文章 ?2 ?处 ?3 ?报纸 ?1/ })).toBeVisible();
  expect(
    lists().terms?.map(({ term, articles, hits, first, last }) => [term, articles, hits, first, last]),
  ).toEqual([
    ['新茶', 2, 3, '2019-08-05', '2021-04-02'],
    ['>100万元', 1, 1, '2019-08-05', '2019-08-05'],
    ['没有的词', 0, 0, null, null],
  ]);
  await page.getByRole('button', { name: /^新茶/ }).click();
  await whenState(test.desk.search, ({ query, articles }) => query === '新茶' && articles === 2);

  // Every place with the words around it; sorted by what stands before, each leads to its place.
  await page
    .getByRole('button', { name: /更多|这次检索/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: '逐处列出检索结果……' }).click();
  await expect.element(page.getByRole('dialog').getByText('2 篇文章，3 处')).toBeVisible();
  await expect.poll(() => document.querySelectorAll('[data-line] mark').length).toBe(3);
  lists().orderBy('date');
  await expect.poll(() => lists().lines.get(0)?.published).toBe('2019-08-05');
  await expect.poll(() => lists().lines.get(2)?.left.endsWith('茶农说，')).toBe(true);
  expect(lists().concordance).toMatchObject({ lines: 3, articles: 2, isCut: false });
  await lists().write('concordance', 'csv');
  const csv = new TextDecoder().decode(test.host.memory.saved.get('concordance.csv')).split('\r\n');
  expect(csv[0]).toBe(
    'left,words,right,headline,newspaper,published,article,source_name,source_sha256,spans',
  );
  expect(csv[1]).toContain('新茶,。,盐场修起新堤,茶山日报,2019-08-05,');
  await lists().write('terms', 'xlsx');
  expect(test.host.memory.saved.get('terms.xlsx')?.length).toBeGreaterThan(500);
  await page
    .getByRole('dialog')
    .getByRole('listitem')
    .filter({ hasText: '老堤边上种了' })
    .getByRole('button')
    .click();
  await whenState(test.desk.reader, ({ view }) => view?.article.title?.text === '盐场修起新堤');
});
