import { afterEach, expect, it } from 'vitest';
import { Library } from '../../../renderer/library/library.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const PAGES = [
  ['灯塔.txt', '守灯塔的人\n\n海湾东头的灯塔修好了，守塔人搬回塔里住。\n'],
  ['磨坊.txt', '河边的磨坊\n\n河边的磨坊又转起来，一天磨面三百斤。\n'],
] as const;

let opened: TestDesk[] = [];
afterEach(() => {
  for (const desk of opened) desk.close();
  opened = [];
});

async function open(...args: Parameters<typeof openTestDesk>): Promise<TestDesk> {
  const test = await openTestDesk(...args);
  opened.push(test);
  return test;
}

const articlesWith = async ({ desk }: TestDesk, words: string): Promise<number> => {
  await desk.search.getState().type(words);
  const is = ({ query, found }: { readonly query: string; readonly found: readonly unknown[] }) =>
    query === words && found.length > 0;
  return (await whenState(desk.search, is)).articles;
};

async function changeLibrary(name: string, change: (library: Library) => Promise<unknown>): Promise<void> {
  const library = new Library(name);
  await library.open();
  await change(library);
  library.close();
}

async function importPages(library: string): Promise<TestDesk> {
  const test = await open(library);
  const files = PAGES.map(([name, text]) => ({ name, bytes: bytesOf(text) }));
  await test.desk.imports.getState().take({ files, refused: [] });
  expect(await articlesWith(test, '灯塔')).toBe(1);
  expect(await articlesWith(test, '磨坊')).toBe(1);
  test.close();
  return test;
}

it('indexes again what a damaged part of the index held', async () => {
  const { host } = await importPages('index-damaged');
  await changeLibrary('index-damaged', async (library) => {
    const rows = (await library.segments.toArray()).filter(({ key }) => key.startsWith('segment'));
    expect(rows.length).toBeGreaterThan(0);
    for (const { key, blob } of rows) {
      const damaged = blob.slice();
      damaged[damaged.length >> 1]! ^= 1;
      await library.segments.put({ key, blob: damaged });
    }
  });
  const again = await open('index-damaged', host.memory);
  expect(await articlesWith(again, '灯塔')).toBe(1);
  expect(await articlesWith(again, '磨坊')).toBe(1);
});

it('indexes again what it has no blob of', async () => {
  const { host } = await importPages('index-gone');
  await changeLibrary('index-gone', (library) => library.segments.clear());
  const again = await open('index-gone', host.memory);
  expect(await articlesWith(again, '磨坊')).toBe(1);
});
