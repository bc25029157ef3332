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
