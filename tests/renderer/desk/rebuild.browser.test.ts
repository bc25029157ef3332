import { Dexie } from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { Library } from '../../../renderer/library/library.ts';
import type { FactItem } from '../../../renderer/state/article-view.ts';
import { describeWords } from '../../../renderer/state/reader.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const PAGE = ['河湾村的渡口', '', '今年春天，河湾村修了一座渡口，花费35万元，有120名村民出工。', ''].join(
  '\n',
);

let opened: TestDesk[] = [];
afterEach(() => {
  for (const desk of opened) desk.close();
  opened = [];
});

async function open(...args: Parameters<typeof openTestDesk>): Promise<TestDesk> {
  const desk = await openTestDesk(...args);
  opened.push(desk);
  return desk;
}

/** Imports the page, bookmarks 渡口 and opens its article. */
async function makeSomething(library: string): Promise<TestDesk> {
  const test = await open(library);
  const { desk } = test;
  await desk.imports.getState().take({ files: [{ name: '渡口.txt', bytes: bytesOf(PAGE) }], refused: [] });
  const { rows } = await whenState(desk.shelf, ({ rows }) => rows.length > 0);
  desk.reader.getState().open(rows[0]!.id);
  const { view } = await whenState(desk.reader, ({ phase }) => phase === 'open');
  const block = view!.blocks.findIndex(({ text }) => text.includes('渡口，'));
  const start = view!.blocks[block]!.text.indexOf('渡口，');
  desk.reader.getState().selectBlocks([{ block, start, end: start + 2 }]);
  const words = describeWords(view!, desk.reader.getState().selection);
  expect(await desk.bookmarks.getState().add(words, { note: '问问造价', tags: ['水利'] })).not.toBeNull();
  await desk.settings.getState().flush();
  return test;
}

it('brings back everything the person made after IndexedDB is emptied', async () => {
  const { desk, host, close } = await makeSomething('rebuild-emptied');
  const fact = desk.reader.getState().view?.items.find((item): item is FactItem => item.type === 'fact');
  if (fact) await desk.trusting.confirm(desk.reader.getState().view!, fact);
  close();
  await Dexie.delete('rebuild-emptied');

  const again = await open('rebuild-emptied', host.memory);
  const { placed } = await whenState(again.desk.bookmarks, ({ placed }) => placed.length > 0);
  expect(placed[0]).toMatchObject({
    words: '渡口',
    how: 'exact',
    bookmark: { note: '问问造价', tags: ['水利'] },
  });
  const { view, passages } = await whenState(again.desk.reader, (state) => state.passages.length > 0);
  expect(view?.article.id).toBe(placed[0]?.article);
  expect(
    passages[0]?.spans.map(({ block, start, end }) => view?.blocks[block]?.text.slice(start, end)),
  ).toEqual(['渡口']);
  if (fact) {
    const kept = view?.items.find(({ id }) => id === fact.id);
    expect(kept).toMatchObject({ trust: 'confirmed' });
  }
  await again.desk.search.getState().type('村民');
  expect((await whenState(again.desk.search, ({ found }) => found.length > 0)).articles).toBe(1);
});

it('derives again what is missing or torn, and leaves the whole alone', async () => {
  const { host, close } = await makeSomething('rebuild-damaged');
  close();
  const library = new Library('rebuild-damaged');
  const [before] = await library.sources.toArray();
  await library.articles.clear();
  library.close();

  const again = await open('rebuild-damaged', host.memory);
  await whenState(again.desk.reader, ({ phase }) => phase === 'open');
  const after = new Library('rebuild-damaged');
  expect(await after.articles.count()).toBe(before?.articles.length);
  await after.texts.clear();
  await after.sources.update(before!.sha256, { articles: 'torn' as never });
  after.close();
  again.close();

  const third = await open('rebuild-damaged', host.memory);
  await whenState(third.desk.bookmarks, ({ placed }) => placed.length > 0);
  expect(third.desk.derivation.getState().failures.size).toBe(0);
});

it('drops a library of another schema and builds its own', async () => {
  const { host, close } = await makeSomething('rebuild-schema');
  close();
  await Dexie.delete('rebuild-schema');
  const other = new Dexie('rebuild-schema');
  other.version(99).stores({ sources: '++id, wrong' });
  await other.open();
  await other.table('sources').add({ wrong: true });
  other.close();

  const again = await open('rebuild-schema', host.memory);
  const { rows } = await whenState(again.desk.shelf, ({ rows }) => rows.length > 0);
  expect(rows[0]?.sourceName).toBe('渡口.txt');
});

it('opens where it was left, and undoes what was done before', async () => {
  const { desk, host, close } = await makeSomething('rebuild-place');
  const article = desk.reader.getState().view?.article.id;
  desk.settings.getState().rememberPosition(article!, { block: 1, progress: 0.5 });
  await desk.settings.getState().flush();
  close();

  const { desk: again } = await open('rebuild-place', host.memory);
  const { view } = await whenState(again.reader, ({ phase }) => phase === 'open');
  expect(view?.article.id).toBe(article);
  expect(again.settings.getState().positions[article!]).toEqual({ block: 1, progress: 0.5 });
  await whenState(again.bookmarks, ({ placed }) => placed.length === 1);
  expect(await again.deeds.undo()).toBe(true);
  await whenState(again.bookmarks, ({ placed }) => placed.length === 0);
  expect(await again.deeds.redo()).toBe(true);
  await whenState(again.bookmarks, ({ placed }) => placed.length === 1);
});

it('takes a removed page from shelf and search, keeps its bookmarks in the tray, and restores all', async () => {
  const { desk } = await makeSomething('rebuild-removed');
  const { source } = desk.shelf.getState().rows[0]!;
  await desk.deeds.perform({ type: 'source.remove', source });
  await whenState(desk.shelf, ({ sources }) => sources.length === 0);
  const { tray } = await whenState(desk.bookmarks, ({ tray }) => tray.length === 1);
  expect(tray[0]?.reason).toBe('anchor-source-unknown');
  expect(desk.shelf.getState().removed).toHaveLength(1);
  await desk.derivation.getState().refresh();
  await desk.search.getState().type('村民');
  await whenState(desk.search, ({ phase, found }) => phase === 'answered' && found.length === 0);
  await desk.deeds.perform({ type: 'source.restore', source });
  await whenState(desk.bookmarks, ({ placed }) => placed.length === 1);
  await whenState(desk.search, ({ found }) => found.length === 1);
});

it('derives again what the person says of a page, and shows it', async () => {
  const { desk } = await makeSomething('rebuild-described');
  const { source } = desk.shelf.getState().rows[0]!;
  await desk.deeds.perform({ type: 'source.describe', source, description: { publishedOn: '2019-05' } });
  const { rows } = await whenState(desk.shelf, ({ rows }) => rows[0]?.published.basis === 'given');
  expect(rows[0]?.year).toBe('2019');
});
