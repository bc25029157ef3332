import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const PAGE = [
  '河湾村的渡口',
  '',
  '今年春天，河湾村修了一座渡',
  '口，花费35万元。村民说：“过河方便了。”',
  '',
].join('\n');
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]);

let opened: TestDesk[] = [];
afterEach(() => {
  for (const desk of opened) desk.close();
  opened = [];
});

const open = async (...args: Parameters<typeof openTestDesk>): Promise<TestDesk> => {
  const desk = await openTestDesk(...args);
  opened.push(desk);
  return desk;
};

it('imports a page, says by name what is wrong with another and goes on', async () => {
  const { desk, host } = await open('import-one');
  await desk.imports.getState().take({
    files: [
      { name: '坏.txt', bytes: JPEG },
      { name: '渡口.txt', bytes: bytesOf(PAGE) },
    ],
    refused: [],
  });
  const [broken, page] = desk.imports.getState().entries;
  expect(broken).toMatchObject({ step: 'failed', failure: { reason: 'not-text' } });
  expect(page).toMatchObject({ step: 'done', articles: 1, failure: null });
  expect(host.memory.originals.size).toBe(1);
  expect(host.memory.lines).toHaveLength(1);
  const { rows } = await whenState(desk.shelf, ({ rows }) => rows.length > 0);
  expect(rows[0]).toMatchObject({ origin: 'vault', sourceName: '渡口.txt' });
});

it('knows the same bytes again under another name', async () => {
  const { desk, host } = await open('import-twice');
  await desk.imports.getState().take({ files: [{ name: '一.txt', bytes: bytesOf(PAGE) }], refused: [] });
  await desk.imports.getState().take({ files: [{ name: '二.txt', bytes: bytesOf(PAGE) }], refused: [] });
  expect(desk.imports.getState().entries.map(({ step }) => step)).toEqual(['done', 'known']);
  expect(host.memory.lines).toHaveLength(1);
});

it('offers a page that is there in another encoding or with other line ends, and keeps both when asked', async () => {
  const { desk, host } = await open('import-twins');
  const { take, keepBoth, clear } = desk.imports.getState();
  const wide = new Uint8Array(new Uint16Array([...`\ufeff${PAGE}`].map((unit) => unit.charCodeAt(0))).buffer);
  const files = [
    { name: '一.txt', bytes: bytesOf(PAGE) },
    { name: '二.txt', bytes: bytesOf(PAGE.replaceAll('\n', '\r\n')) },
    { name: '三.txt', bytes: wide },
  ];
  await take({ files, refused: [] });
  const steps = () => desk.imports.getState().entries.map(({ step, twin }) => [step, twin]);
  expect(steps()).toEqual([
    ['done', null],
    ['twin', '一.txt'],
    ['twin', '一.txt'],
  ]);
  const [first, second] = desk.imports.getState().entries;
  expect(second?.firstArticle).toBe(first?.firstArticle);
  expect([host.memory.originals.size, host.memory.lines.length]).toEqual([1, 1]);

  await keepBoth(second?.id ?? 0);
  expect(steps()[1]).toEqual(['done', null]);
  expect([host.memory.originals.size, host.memory.lines.length]).toEqual([2, 2]);
  clear();
  await take({ files: files.slice(0, 2), refused: [] });
  expect(steps()).toEqual([
    ['known', null],
    ['known', null],
  ]);
});

it('finds a word that a line end splits, and opens the article there', async () => {
  const { desk } = await open('import-search');
  await desk.imports.getState().take({ files: [{ name: '渡口.txt', bytes: bytesOf(PAGE) }], refused: [] });
  await desk.search.getState().type('渡口');
  const { found } = await whenState(desk.search, (state) => state.found.length > 0);
  const spans = found[0]?.hits.find(
    (hit) => hit.length === 2 || PAGE.slice(hit[0]?.start, hit[0]?.end).includes('\n'),
  );
  expect(
    spans
      ?.map(({ start, end }) => PAGE.slice(start, end))
      .join('')
      .replace('\n', ''),
  ).toBe('渡口');
  desk.reader.getState().open(found[0]!.article, spans);
  const { view, target } = await whenState(desk.reader, ({ phase }) => phase === 'open');
  const words = target?.spans.map(({ block, start, end }) => view?.blocks[block]?.text.slice(start, end));
  expect(words?.join('')).toBe('渡口');
});

const pageOf = (place: string): string => PAGE.replaceAll('河湾', place);

it('unpacks an archive into the queue, and one broken file in it leaves the others', async () => {
  const { desk, host } = await open('import-archive');
  const inner = zipSync({ '第二版/茶园.txt': strToU8(pageOf('茶园')) });
  const bytes = zipSync({
    '补遗.zip': inner,
    '第一版/渡口10.txt': strToU8(pageOf('苇塘')),
    '第一版/照片.txt': JPEG,
    '第一版/渡口2.txt': strToU8(pageOf('渡口')),
    '__MACOSX/._渡口.txt': new Uint8Array(3),
  });
  await desk.imports.getState().take({ files: [{ name: '四月.zip', bytes }], refused: [] });
  const { entries } = desk.imports.getState();
  expect(entries.map(({ path, step }) => [path, step])).toEqual([
    ['四月.zip', 'unpacked'],
    // By their names, whatever the order of the archive.
    ['四月.zip/第一版/渡口2.txt', 'done'],
    ['四月.zip/第一版/渡口10.txt', 'done'],
    ['四月.zip/第一版/照片.txt', 'failed'],
    ['四月.zip/补遗.zip', 'unpacked'],
    ['四月.zip/补遗.zip/第二版/茶园.txt', 'done'],
  ]);
  expect(entries[3]?.failure).toMatchObject({ reason: 'not-text', detail: { format: 'jpeg' } });
  // Files are sources of their own; what they came in is named and not kept.
  expect(host.memory.originals.size).toBe(3);
  const { sources } = desk.session.getState().state;
  const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  expect([...sources.values()].map(({ origin }) => origin)).toEqual(
    expect.arrayContaining([
      [digest, '第一版/渡口2.txt'],
      [digest, '补遗.zip/第二版/茶园.txt'],
    ]),
  );
});

it('begins nothing while it is paused, and goes on in a later page with what was left', async () => {
  const first = await open('import-restart');
  await first.desk.imports.getState().pause();
  const files = ['渡口', '茶园', '盐场'].map((place) => ({
    name: `${place}.txt`,
    bytes: bytesOf(pageOf(place)),
  }));
  await first.desk.imports.getState().take({
    files: [...files, { name: '坏.txt', bytes: JPEG }],
    refused: [],
  });
  expect(first.desk.imports.getState().entries.map(({ step }) => step)).toEqual(Array(4).fill('waiting'));
  expect(first.host.memory.originals.size).toBe(0);
  first.close();

  const second = await open('import-restart', first.host.memory);
  const { isPaused } = await whenState(second.desk.imports, ({ entries }) => entries.length > 0);
  expect(isPaused).toBe(true);
  expect(second.host.memory.originals.size).toBe(0);
  await second.desk.imports.getState().goOn();
  const steps = () => second.desk.imports.getState().entries.map(({ step }) => step);
  expect(steps()).toEqual(['done', 'done', 'done', 'failed']);
  second.close();

  // What failed stays listed with its bytes, until the person clears it.
  const third = await open('import-restart', first.host.memory);
  const { entries } = await whenState(third.desk.imports, ({ entries }) => entries.length > 0);
  expect(entries[3]).toMatchObject({ step: 'failed', hasBytes: true, failure: { reason: 'not-text' } });
  await third.desk.imports.getState().tryAgain(entries.map(({ id }) => id));
  expect(third.desk.imports.getState().entries[3]?.step).toBe('failed');
  await third.desk.imports.getState().clear();
  third.close();
  const fourth = await open('import-restart', first.host.memory);
  await fourth.desk.imports.getState().take({ files: files.slice(0, 1), refused: [] });
  expect(fourth.desk.imports.getState().entries.map(({ step }) => step)).toEqual(['known']);
});

it('takes small files in their order, and before large ones', async () => {
  const { desk, host } = await open('import-sizes');
  const { imports } = desk;
  await imports.getState().pause();
  const blank = '\n'.repeat(120_000);
  const files = [pageOf('渡口') + blank, pageOf('茶园').repeat(2), pageOf('盐场')].map((text, i) => ({
    name: `${i}.txt`,
    bytes: bytesOf(text),
  }));
  await imports.getState().take({ files, refused: [] });
  await imports.getState().goOn();
  const names = host.memory.lines.map(({ act }) => (act as { deed: { name: string } }).deed.name);
  expect(names).toEqual(['1.txt', '2.txt', '0.txt']);
});
