import { describeSpans } from '@shared/anchors/describe.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { afterAll, expect, it } from 'vitest';
import type { Desk } from '../../../renderer/state/desk.ts';
import { bytesOf, openTestDesk, whenState } from './open-test-desk.ts';

/** Rows that the page has read of all its databases since; its workers read by themselves, keys are not counted. */
let read = 0;

const NATIVE = {
  get: IDBObjectStore.prototype.get,
  getAll: IDBObjectStore.prototype.getAll,
  ofIndex: IDBIndex.prototype.getAll,
  openCursor: IDBObjectStore.prototype.openCursor,
};

function counted<Value>(request: IDBRequest<Value>, rowsIn: (value: Value) => number): IDBRequest<Value> {
  request.addEventListener('success', () => {
    read += rowsIn(request.result);
  });
  return request;
}

const one = (row: unknown): number => (row ? 1 : 0);
const many = ({ length }: readonly unknown[]): number => length;
IDBObjectStore.prototype.get = function (query) {
  return counted(NATIVE.get.call(this, query), one);
};
IDBObjectStore.prototype.getAll = function (...asked) {
  return counted(NATIVE.getAll.apply(this, asked), many);
};
IDBIndex.prototype.getAll = function (...asked) {
  return counted(NATIVE.ofIndex.apply(this, asked), many);
};
IDBObjectStore.prototype.openCursor = function (...asked) {
  return counted(NATIVE.openCursor.apply(this, asked), one);
};

afterAll(() => {
  IDBObjectStore.prototype.get = NATIVE.get;
  IDBObjectStore.prototype.getAll = NATIVE.getAll;
  IDBIndex.prototype.getAll = NATIVE.ofIndex;
  IDBObjectStore.prototype.openCursor = NATIVE.openCursor;
});

const pageOf = (number: number): string =>
  `第${number}号渡口通航\n\n　　今年春天，河湾村投入${number + 20}万元，修了一条长${number + 3}公里的路。\n`;

async function importPages(desk: Desk, from: number, count: number): Promise<void> {
  const files = Array.from({ length: count }, (_, i) => ({
    name: `渡口-${from + i}.txt`,
    bytes: bytesOf(pageOf(from + i)),
  }));
  await desk.imports.getState().take({ files, refused: [] });
  await desk.imports.getState().clear();
  await whenState(desk.shelf, ({ sources }) => sources.length === from + count);
  await whenState(desk.derivation, ({ settled }) => settled);
  await quiet();
}

/** Waits until nothing more is read. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== read; ) {
    before = read;
    await new Promise((settle) => setTimeout(settle, 700));
  }
}

/** Rows that are read while something is done and shown. */
async function rowsFor(work: () => Promise<unknown>): Promise<number> {
  await quiet();
  read = 0;
  await work();
  await quiet();
  return read;
}

it('reads as many rows for one more page, bookmark or tag, however many pages there are', async () => {
  const { desk, close } = await openTestDesk(`rows read ${crypto.randomUUID()}`);
  const costs: Record<string, number>[] = [];
  let pages = 0;
  for (const more of [10, 50]) {
    await importPages(desk, pages, more);
    pages += more;
    const [first] = desk.shelf.getState().sources;
    if (!first) throw new Error('no page on the shelf');
    const text = pageOf(Number(/\d+/.exec(first.record.name)?.[0]));
    const at = { source: first.sha256, text, textHash: first.record.textSha256 };
    costs.push({
      page: await rowsFor(() => importPages(desk, pages++, 1)),
      bookmark: await rowsFor(() =>
        desk.bookmarks.getState().add(describeSpans([sourceSpan(0, 4)], at), { note: '', tags: ['渡口'] }),
      ),
      tag: await rowsFor(() =>
        desk.deeds.perform({ type: 'source.tag', source: first.sha256, tags: ['渡口'] }),
      ),
    });
  }
  const [few, many] = costs;
  expect(many).toEqual(few);
  expect(few?.page).toBeLessThan(30);
  close();
});
