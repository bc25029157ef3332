import { afterEach, expect, it } from 'vitest';
import { Library } from '../../../renderer/library/library.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const PAGES = {
  '码头.txt': '老码头改造完工\n\n2021年10月，青石镇投入资金860万元改造老码头。\n',
  '学校.txt': '山里的学校\n\n2023年，石桥乡投入资金2.4亿元建了6所学校。\n',
};

let opened: TestDesk[] = [];
afterEach(() => {
  for (const desk of opened) desk.close();
  opened = [];
});

/** Imports one page after the other, so that each has a segment of its own. */
async function deskWithPages(library: string): Promise<TestDesk> {
  const test = await openTestDesk(library);
  opened.push(test);
  const { desk } = test;
  for (const [name, text] of Object.entries(PAGES)) {
    await desk.imports.getState().take({ files: [{ name, bytes: bytesOf(text) }], refused: [] });
    await desk.search.getState().type(name.slice(0, 2));
    await whenState(desk.search, ({ found }) => found.some(({ sourceName }) => sourceName === name));
  }
  return test;
}

/** Flips a byte of the segments chosen by their place; @returns how many there were. */
async function damage(library: string, isChosen: (place: number) => boolean): Promise<number> {
  const database = new Library(library);
  const rows = (await database.segments.toArray()).filter(({ key }) => key !== 'manifest');
  const chosen = rows.filter((_, place) => isChosen(place));
  for (const { key, blob } of chosen) {
    const broken = blob.slice();
    broken[broken.length >> 1]! ^= 0xff;
    await database.segments.put({ key, blob: broken });
  }
  database.close();
  return rows.length;
}

it('answers from what is whole while a damaged part of the index is made anew', async () => {
  const { host, close } = await deskWithPages('search-damage-part');
  close();
  expect(await damage('search-damage-part', (index) => index === 0)).toBe(2);

  const again = await openTestDesk('search-damage-part', host.memory);
  opened.push(again);
  const { search, log } = again.desk;
  expect(search.getState().damage).toHaveLength(1);
  expect(log.getState().entries).toContainEqual(expect.objectContaining({ what: 'index-damaged' }));
  await search.getState().type('学校');
  await whenState(search, ({ found }) => found.some(({ sourceName }) => sourceName === '学校.txt'));
  await whenState(search, ({ damage }) => damage.length === 0);
  await search.getState().type('码头');
  await whenState(search, ({ found }) => found.some(({ sourceName }) => sourceName === '码头.txt'));
});

it('makes the whole index anew where nothing of it can be read, and finds it whole the next time', async () => {
  const { host, close } = await deskWithPages('search-damage-all');
  close();
  await damage('search-damage-all', () => true);
  const again = await openTestDesk('search-damage-all', host.memory);
  opened.push(again);
  await whenState(again.desk.search, ({ damage }) => damage.length === 0);
  again.close();

  const third = await openTestDesk('search-damage-all', host.memory);
  opened.push(third);
  expect(third.desk.search.getState().damage).toEqual([]);
  for (const [words, name] of [
    ['码头', '码头.txt'],
    ['学校', '学校.txt'],
  ]) {
    await third.desk.search.getState().type(String(words));
    await whenState(third.desk.search, ({ found }) => found.some(({ sourceName }) => sourceName === name));
  }
});
