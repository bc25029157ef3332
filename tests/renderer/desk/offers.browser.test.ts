import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWords } from '../../../renderer/state/reader.ts';
import { OFFERED_KINDS, type OfferedKind } from '../../../renderer/workers/search-calls.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';

const PAGE = [
  '河湾村的渡口',
  '',
  '今年春天，沙雅县河湾村修了一座渡口，投入资金35万元，“石榴籽”工程的村民120人出工。',
  '',
].join('\n');

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk('offers');
  await test.desk.imports
    .getState()
    .take({ files: [{ name: '渡口.txt', bytes: bytesOf(PAGE) }], refused: [] });
  await whenState(test.desk.shelf, ({ rows }) => rows.length > 0);
});
afterAll(() => test.close());

/** Asks again until the worker, which takes things in behind its answers, offers what is wanted. */
async function askUntil(words: string, kind: OfferedKind, isThere = true): Promise<string[]> {
  let texts: string[] = [];
  await expect
    .poll(
      async () => {
        const offers = await test.desk.offers.getState().ask(words, OFFERED_KINDS, 5);
        texts = (offers ?? []).filter((offer) => offer.kind === kind).map(({ text }) => text);
        return texts.length > 0;
      },
      { timeout: 60_000, message: `${words} offers ${isThere ? 'a' : 'no'} ${kind}` },
    )
    .toBe(isThere);
  return texts;
}

it.each([
  ['河湾', 'article', '河湾村的渡口'],
  ['hwc', 'article', '河湾村的渡口'],
  ['shaya', 'place', '沙雅'],
  ['石榴', 'programme', '石榴籽'],
  ['資金', 'figure', '35万元'],
] as const)('%s offers the %s %s', async (words, kind, text) => {
  expect((await askUntil(words, kind)).join()).toContain(text);
});

it('offers a bookmark by its words, its note and its tag as soon as it is made, and no longer once it is removed', async () => {
  const { desk } = test;
  desk.reader.getState().open(desk.shelf.getState().rows[0]!.id);
  const { view } = await whenState(desk.reader, ({ phase }) => phase === 'open');
  const block = view!.blocks.findIndex(({ text }) => text.includes('修了一座渡口'));
  const start = view!.blocks[block]!.text.indexOf('渡口');
  desk.reader.getState().selectBlocks([{ block, start, end: start + 2 }]);
  const words = describeWords(view!, desk.reader.getState().selection);
  const bookmark = await desk.bookmarks.getState().add(words, { note: '问问造价', tags: ['水利'] });
  expect(await askUntil('造价', 'bookmark')).toEqual(['渡口']);
  expect(await askUntil('shuili', 'tag')).toEqual(['水利']);
  await desk.bookmarks.getState().remove(bookmark!);
  await askUntil('造价', 'bookmark', false);
  await askUntil('shuili', 'tag', false);
});

it('offers saved and recent searches, and the commands in the person’s language', async () => {
  const { desk } = test;
  await desk.deeds.perform({ type: 'search.save', search: 's1', name: '花钱的渡口', query: '渡口 >1万元' });
  expect(await askUntil('花钱', 'search')).toEqual(['花钱的渡口']);
  desk.settings.getState().rememberSearch('摆渡人');
  expect(await askUntil('baidu', 'recent')).toEqual(['摆渡人']);
  desk.offers.getState().lendCommands([{ id: 'undo', label: '撤销', keywords: ['Undo'] }]);
  expect(await askUntil('und', 'command')).toEqual(['撤销']);
  desk.offers.getState().lendCommands([{ id: 'undo', label: 'Undo', keywords: ['撤销'] }]);
  expect(await askUntil('撤销', 'command')).toEqual(['Undo']);
});

it('lets go of a page that is removed', async () => {
  const { desk } = test;
  const { rows } = await whenState(desk.shelf, ({ rows }) => rows.length > 0);
  const { source } = rows[0]!;
  await desk.deeds.perform({ type: 'source.remove', source });
  await askUntil('河湾', 'article', false);
  await askUntil('資金', 'figure', false);
});

it('answers nothing to a question that was overtaken', async () => {
  const { ask } = test.desk.offers.getState();
  const answers = await Promise.all(['河', '河湾', '渡'].map((words) => ask(words, OFFERED_KINDS, 5)));
  expect(answers.map((answer) => answer === null)).toEqual([true, true, false]);
});
