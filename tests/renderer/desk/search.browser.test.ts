import { afterEach, expect, it } from 'vitest';
import { runCommand } from '../../../renderer/commands/commands.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const PAGE = [
  '河湾村的渡口',
  '',
  '今年春天，河湾村修了一座渡',
  '口，花费35万元，种植面积130公顷。村民说：“过河方便了。”',
  '',
].join('\n');

let opened: TestDesk[] = [];
afterEach(() => {
  for (const desk of opened) desk.close();
  opened = [];
});

async function deskWithPage(name: string): Promise<TestDesk['desk']> {
  const test = await openTestDesk(name);
  opened.push(test);
  const { desk } = test;
  await desk.imports.getState().take({ files: [{ name: '渡口.txt', bytes: bytesOf(PAGE) }], refused: [] });
  await desk.search.getState().type('渡口');
  await whenState(desk.search, (state) => state.found.length > 0);
  return desk;
}

it('finds an article by the value of a figure in another unit, and points at its words', async () => {
  const desk = await deskWithPage('search-value');
  await desk.search.getState().type('>1900亩');
  const { found, problems } = await whenState(
    desk.search,
    (state) => state.query === '>1900亩' && state.phase === 'answered',
  );
  expect(problems).toEqual([]);
  const [span] = found[0]?.hits[0] ?? [];
  expect(PAGE.slice(span?.start, span?.end)).toBe('130公顷');
  // Not the bare figure: the words around it, and of what it is.
  const [passage] = found[0]?.passages ?? [];
  const [start, end] = passage?.marks[0] ?? [];
  expect(passage?.text.slice(start, end)).toBe('130公顷');
  expect(passage?.text).toContain('花费35万元，种植面积130公顷。');
  expect(passage).toMatchObject({ hit: 0, fact: { measure: { text: '种植面积' } } });
  // Words that stand in more places than are shown leave room for it.
  await desk.search.getState().type('村 >1900亩');
  const mixed = await whenState(
    desk.search,
    ({ query, phase }) => query === '村 >1900亩' && phase === 'answered',
  );
  expect(mixed.found[0]?.passages[0]).toMatchObject({
    hit: mixed.found[0]!.hits.length - 1,
    fact: { measure: { text: '种植面积' } },
  });
  await desk.search.getState().type('>2000亩');
  await whenState(desk.search, (state) => state.phase === 'answered' && state.found.length === 0);
});

it('narrows words by a field, and says what it does not understand', async () => {
  const desk = await deskWithPage('search-field');
  await desk.search.getState().type('渡口 kind:notice');
  await whenState(desk.search, (state) => state.phase === 'answered' && state.found.length === 0);
  await desk.search.getState().type('渡口 kind:article >3囧');
  const { found, problems } = await whenState(
    desk.search,
    (state) => state.phase === 'answered' && state.problems.length > 0,
  );
  expect(found).toHaveLength(1);
  expect(problems).toEqual([{ reason: 'unit-unknown', start: 16, end: 19 }]);
});

it('finds by pinyin and by initials what the letters stand for', async () => {
  const desk = await deskWithPage('search-pinyin');
  for (const letters of ['hewancun', 'hwc']) {
    await desk.search.getState().type(letters);
    const { found } = await whenState(
      desk.search,
      (state) => state.query === letters && state.phase === 'answered' && state.found.length > 0,
    );
    expect(found[0]?.titleMarks).toEqual([[0, 3]]);
  }
});

it('steps through the hits of an article by keys, round at either end', async () => {
  const desk = await deskWithPage('search-hits');
  const [row] = desk.search.getState().found;
  if (!row) throw new Error('nothing found');
  expect(runCommand(desk, 'nextHit')).toBe(false);
  desk.reader.getState().open(row.article);
  await whenState(desk.reader, ({ view }) => view !== null);
  const last = row.hits.length - 1;
  expect(last).toBeGreaterThan(0);
  const steps = (['previousHit', 'nextHit', 'nextHit', 'previousHit'] as const).map((id) => {
    runCommand(desk, id);
    return desk.search.getState().hit?.index;
  });
  expect(steps).toEqual([last, 0, 1, 0]);
  await desk.search.getState().type('河湾村');
  expect(desk.search.getState().hit).toBeNull();
});
