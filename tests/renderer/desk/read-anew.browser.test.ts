import { expect, it } from 'vitest';
import { Library } from '../../../renderer/library/library.ts';
import type { PageReaders } from '../../../renderer/workers/page-readers.ts';
import { bytesOf, openTestDesk, whenState } from './open-test-desk.ts';

const PAGES = 24;

/** A page of some stories; those of fewer are smaller, and of pages that nobody waits for the smallest goes first. */
const pageOf = (number: number, stories: number): string =>
  Array.from(
    { length: stories },
    (_, i) =>
      `第${number}号渡口第${i + 1}次通航\n\n　　今年春天，河湾村投入${number + 20}万元，修了一条长${i + 3}公里的路。\n`,
  ).join('\n');

it('reads the open page and one that comes in before a library that an older version has read', async () => {
  const library = `read anew ${crypto.randomUUID()}`;
  const first = await openTestDesk(library);
  const files = Array.from({ length: PAGES }, (_, i) => ({
    name: `渡口-${i}.txt`,
    bytes: bytesOf(pageOf(i, i < PAGES - 2 ? 4 : 40)),
  }));
  await first.desk.imports.getState().take({ files, refused: [] });
  const { rows } = await whenState(first.desk.shelf, ({ sources }) => sources.length === PAGES);
  const isOf = (name: string) => (row: { readonly sourceName: string }) => row.sourceName === name;
  const opened = rows.find(isOf(`渡口-${PAGES - 1}.txt`));
  if (!opened) throw new Error('the last page is not on the shelf');
  first.desk.reader.getState().open(opened.id);
  await first.desk.settings.getState().flush();
  first.close();
  const kept = new Library(library);
  await kept.sources.toCollection().modify({ stamp: 'of an older version' });
  kept.close();

  const ended: string[] = [];
  const { desk, close } = await openTestDesk(library, first.host.memory, {
    wrap: (readers): PageReaders => ({
      ...readers,
      run: async (job, ...others) => {
        const end = await readers.run(job, ...others);
        ended.push(job.name);
        return end;
      },
    }),
  });
  await whenState(desk.derivation, ({ done }) => done >= 2);
  expect(ended[0]).toBe(`渡口-${PAGES - 1}.txt`);
  expect(desk.derivation.getState()).toMatchObject({ running: true, total: PAGES });

  const before = ended.length;
  await desk.imports
    .getState()
    .take({ files: [{ name: '新来.txt', bytes: bytesOf(pageOf(99, 40)) }], refused: [] });
  await whenState(desk.imports, ({ entries }) => entries.some(({ step }) => step === 'done'));
  const between = ended.indexOf('新来.txt') - before;
  // A page that is being read is not given up: one at each of its steps may end meanwhile.
  expect(between).toBeGreaterThanOrEqual(0);
  expect(between).toBeLessThanOrEqual(6);
  expect(desk.derivation.getState()).toMatchObject({ running: true, total: PAGES + 1 });

  const other = desk.shelf.getState().rows.find(isOf(`渡口-${PAGES - 2}.txt`));
  if (!other) throw new Error('a page of the older version has left the shelf');
  const beforeOther = ended.length;
  desk.reader.getState().open(other.id);
  await whenState(desk.derivation, ({ done }) => done >= beforeOther + 2);
  expect(ended.slice(beforeOther, beforeOther + 2)).toContain(other.sourceName);

  // What is stopped stays on the shelf as it was.
  expect(desk.derivation.getState().running).toBe(true);
  desk.derivation.getState().stop();
  await whenState(desk.derivation, ({ settled }) => settled);
  expect([...desk.derivation.getState().failures.values()].map(({ reason }) => reason)).toContain(
    'cancelled',
  );
  expect(desk.shelf.getState().sources).toHaveLength(PAGES + 1);
  close();
});
