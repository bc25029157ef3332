import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPages, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const PAGES = {
  '码头.txt': [
    '老码头改造完工',
    '',
    '2021年10月，青石镇投入资金860万元改造老码头，新建驳岸1.2公里。',
    '',
    '老人都说码头宽了，码头亮了。',
    '',
  ],
  '学校.txt': ['山里的学校', '', '2023年，石桥乡投入资金2.4亿元建了6所学校，占全县的35%。', ''],
};

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk('search-queries');
  await importPages(test.desk, PAGES);
  const { source } = test.desk.shelf.getState().rows.find(({ sourceName }) => sourceName === '学校.txt')!;
  await test.desk.deeds.perform(
    { type: 'source.describe', source, description: { publishedOn: '2023-12' } },
    { type: 'source.tag', source, tags: ['待核'] },
  );
  await whenState(test.desk.shelf, ({ rows }) => rows.some(({ year }) => year === '2023'));
  await test.desk.search.getState().type('投入');
  await whenState(test.desk.search, ({ articles, indexing }) => articles === 2 && indexing === 0);
  await whenState(test.desk.search, ({ found }) => found.some(({ year }) => year === '2023'));
});
afterAll(() => test.close());

async function ask(query: string) {
  const { search } = test.desk;
  await search.getState().type(query);
  return (await whenState(search, ({ phase }) => phase === 'answered')).found;
}

const namesOf = (found: Awaited<ReturnType<typeof ask>>): string[] =>
  found.map(({ sourceName }) => sourceName).sort();

describe('a query', () => {
  it.each([
    ['码头', ['码头.txt']],
    ['投入 -学校', ['码头.txt']],
    ['title:学校', ['学校.txt']],
    ['>1亿元', ['学校.txt']],
    ['800万元..900万元', ['码头.txt']],
    ['30%..40%', ['学校.txt']],
    ['from:2023', ['学校.txt']],
    ['tag:待核', ['学校.txt']],
    ['投入', ['学校.txt', '码头.txt']],
    ['240000000', ['学校.txt']],
    ['240000000元', ['学校.txt']],
  ])('%s finds %j', async (query, names) => {
    expect(namesOf(await ask(query))).toEqual(names);
  });

  it('says by which value it was asked, and that a field marks no place', async () => {
    const { search } = test.desk;
    await ask('240000000元');
    expect(search.getState()).toMatchObject({ askedAs: '=240000000元', hits: 1 });
    await ask('tag:待核');
    expect(search.getState()).toMatchObject({ askedAs: null, exact: 1, hits: 0 });
  });

  it('is narrowed by a facet whose other values stay offered', async () => {
    const { search } = test.desk;
    await ask('投入');
    search.getState().toggle('year', '2023');
    const { facets } = await whenState(
      search,
      ({ articles, phase }) => phase === 'answered' && articles === 1,
    );
    expect(facets.year.find(({ value }) => value === '2023')?.count).toBe(1);
    search.getState().clearFacets();
    await whenState(search, ({ articles, phase }) => phase === 'answered' && articles === 2);
  });

  it('that is overtaken is never shown', async () => {
    const { search } = test.desk;
    const first = search.getState().type('码头');
    const second = search.getState().type('山里');
    await Promise.all([first, second]);
    const { found } = await whenState(search, ({ phase }) => phase === 'answered');
    expect(namesOf(found)).toEqual(['学校.txt']);
  });
});
