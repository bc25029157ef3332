import { afterAll, beforeAll, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { importPages, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const PAGES = {
  '茶园.txt': ['高坡的茶园', '', '2021年，高坡村种植面积达320亩，投入资金45万元。', '当年采茶的有86人。', ''],
  '盐场.txt': ['盐场修起新堤', '', '2019年，白沙盐场投入资金450万元修筑海堤，新堤全长2.6公里。', ''],
};

let test: TestDesk;
let hide: () => void;
beforeAll(async () => {
  test = await openTestDesk('fact-table');
  await importPages(test.desk, PAGES);
  hide = await showDesk(test.desk);
});
afterAll(() => {
  hide();
  test.close();
});

const claims = () => test.desk.claims.getState();
const verdicts = () => [...test.desk.session.getState().state.verdicts.values()].flat();
const grid = () => page.getByRole('grid', { name: '事实表' });
const cell = (words: string) => grid().getByRole('gridcell', { name: words, exact: true });

it('is walked, narrowed, judged and undone at once', async () => {
  await page.getByRole('navigation').getByRole('button', { name: '事实表' }).click();
  await expect.element(cell('种植面积')).toBeVisible();

  // By value, in the language of the search box; the words of the cell stand below.
  const filter = page.getByRole('searchbox', { name: /筛选/ });
  // A bare number is meant as a value.
  await userEvent.fill(filter, '45万元');
  await expect.poll(() => claims().found?.facts).toBe(1);
  await userEvent.fill(filter, '>40万元');
  await expect.poll(() => claims().found?.facts).toBe(2);
  await page
    .getByRole('button', { name: /按“数值”排序|数值/ })
    .first()
    .click();
  await expect.poll(() => claims().rows.get(0)?.fact.value).toBe(4_500_000);
  await cell('4,500,000 元').click();
  await expect.element(page.getByText('白沙盐场投入资金450万元修筑海堤').first()).toBeVisible();
  expect(document.querySelector('[data-words] mark')?.textContent).toBe('450万元');

  // Keys walk; all that is shown is chosen and confirmed by one act, undone at once.
  await userEvent.keyboard('{ArrowDown}');
  expect(document.querySelector('[data-words] mark')?.textContent).toBe('45万元');
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.poll(() => claims().marked.size).toBe(2);
  await userEvent.keyboard('c');
  await expect.poll(() => verdicts().map(({ verdict }) => verdict)).toEqual(['confirmed', 'confirmed']);
  await expect.element(cell('已确认').first()).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(verdicts).toEqual([]);
  await expect.poll(() => claims().found?.facets.status).toEqual([{ value: 'found', count: 2 }]);

  // One is no fact: it leaves the table.
  await expect.poll(() => claims().rows.get(claims().at)?.fact.value).toBe(450_000);
  await userEvent.keyboard('x');
  await expect.poll(() => claims().found?.facts).toBe(1);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => claims().found?.facts).toBe(2);
});

it('narrows by a facet, adds up figures of one unit, and leads to the article', async () => {
  claims().type('');
  claims().gather('unit');
  await expect.element(page.getByRole('row', { name: /元/ })).toBeVisible();
  await expect
    .element(page.getByRole('row', { name: /元/ }).getByRole('cell', { name: '4,950,000' }))
    .toBeVisible();
  await page.getByRole('rowheader', { name: '亩' }).getByRole('button').click();
  await expect.poll(() => claims().found?.facts).toBe(1);
  await expect.element(page.getByRole('button', { name: /^亩 1$/ })).toHaveAttribute('aria-pressed', 'true');

  // The view is saved as it stands and comes back; what goes out is what the table lists.
  await page.getByRole('button', { name: '保存的视图' }).click();
  await page.getByRole('menuitem', { name: '保存当前视图' }).click();
  claims().clearFacets();
  await expect.poll(() => claims().found?.facts).toBeGreaterThan(1);
  await page.getByRole('button', { name: '保存的视图' }).click();
  await page.getByRole('menuitem', { name: /^亩/ }).click();
  await expect.poll(() => claims().found?.facts).toBe(1);
  await page.getByRole('main').getByRole('button', { name: '导出……' }).click();
  await whenState(test.desk.exports, ({ scope, isCounting }) => scope.type === 'table' && !isCounting);
  expect(test.desk.exports.getState().preview?.counts).toMatchObject({ facts: 1 });
  test.desk.surfaces.getState().hide();
  await cell('种植面积').dblClick();
  await whenState(test.desk.reader, ({ view }) => view !== null);
  expect(test.desk.settings.getState().place.room).toBe('reader');
  expect(test.desk.reader.getState().view?.article.title?.text).toBe('高坡的茶园');
});
