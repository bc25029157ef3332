import { failure } from '@shared/contracts/results.ts';
import type { CDPSession } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { Library, NATIVE_VERSION } from '../../../renderer/library/library.ts';
import { openLibrary } from '../../../renderer/library/open-library.ts';
import { LIBRARY_SCHEMA } from '../../../renderer/library/rows.ts';
import { failureOfStorage } from '../../../renderer/library/storage-failure.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

/** A page about a place, told apart from others by its name. */
const pageOf = (place: string) => ({
  name: `${place}.txt`,
  bytes: bytesOf(`${place}的渡口\n\n今年春天，${place}修了一座渡口，花费35万元。\n`),
});
const PAGE = pageOf('河湾村');

let closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

const settled = <Value,>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const remove = (name: string): Promise<unknown> => settled(indexedDB.deleteDatabase(name));

/** A database of this name that somebody else has made. */
async function make(
  name: string,
  version: number,
  fill: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => fill(request.result);
  return await settled(request);
}

/** Does something to the rows behind the back of everybody. */
async function withRows(name: string, change: (library: Library) => Promise<unknown>): Promise<void> {
  const library = new Library(name);
  await library.open();
  await change(library);
  library.close();
}

/** Puts a database in the place of the library. */
const replaced =
  (version: number, fill: (database: IDBDatabase) => void) =>
  async (name: string): Promise<void> => {
    await remove(name);
    (await make(name, version, fill)).close();
  };

const tables = (leftOut: string, indexes: boolean) => (database: IDBDatabase) => {
  for (const { name, schema } of new Library('form').tables) {
    if (name === leftOut) continue;
    const store = database.createObjectStore(name, { keyPath: String(schema.primKey.keyPath) });
    if (indexes)
      for (const { keyPath } of schema.indexes) store.createIndex(String(keyPath), String(keyPath));
  }
};

/** Databases that are no library of this version. */
const FOREIGN: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
  'of a newer version': replaced(NATIVE_VERSION + 990, tables('', true)),
  'of an older version': replaced(10, (database) => database.createObjectStore('sources')),
  'of another maker': replaced(NATIVE_VERSION, (database) => database.createObjectStore('things')),
  'that lacks a table': replaced(NATIVE_VERSION, tables('texts', true)),
  'that lacks its indexes': replaced(NATIVE_VERSION, tables('', false)),
};

/** What can become of the rows of one page. */
const TEARS: Readonly<Record<string, (library: Library, source: string) => Promise<unknown>>> = {
  破页村: ({ sources }, source) => sources.update(source, { record: null, articles: 'torn' } as never),
  破文村: ({ articles }, source) =>
    articles
      .where('source')
      .equals(source)
      .modify({ article: { body: 3 }, facts: null } as never),
  破字村: ({ texts }, source) => texts.update(source, { text: null } as never),
  失文村: ({ articles }, source) => articles.where('source').equals(source).delete(),
  失字村: ({ texts }, source) => texts.delete(source),
};

/** The browser takes in nothing more. */
/** Chromium goes on for half a minute by what it last knew of the room: settles when a write is refused. */
async function takeRoom(): Promise<void> {
  const probe = await make('storage probe', 1, (database) => database.createObjectStore('bytes'));
  closing.push(() => probe.close());
  const isTaken = (): Promise<boolean> =>
    new Promise((resolve) => {
      const writing = probe.transaction('bytes', 'readwrite');
      writing.objectStore('bytes').put(0, 0);
      writing.oncomplete = () => resolve(true);
      writing.onabort = () => resolve(false);
    });
  await overrideQuota({ quotaSize: 1 });
  await expect.poll(isTaken, { timeout: 60_000, interval: 1000 }).toBe(false);
}

const giveRoom = (): Promise<unknown> => overrideQuota({});

async function overrideQuota(quota: { readonly quotaSize?: number }): Promise<unknown> {
  return await (cdp() as CDPSession).send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...quota,
  });
}

async function open(name: string, before?: TestDesk): Promise<TestDesk> {
  const opened = await openTestDesk(name, before?.host.memory);
  closing.push(opened.close);
  return opened;
}

async function withPages(name: string, places: readonly string[]): Promise<TestDesk> {
  const opened = await open(name);
  await opened.desk.imports.getState().take({ files: places.map(pageOf), refused: [] });
  await opened.desk.search.getState().type('渡口');
  await whenState(opened.desk.search, ({ found }) => found.length >= places.length);
  return opened;
}

/** Opens the desk anew and sees the pages, their words and what searching them finds. */
async function expectBack(name: string, before: TestDesk, places: readonly string[]): Promise<void> {
  const { desk } = await open(name, before);
  desk.settings.getState().goTo({ room: 'shelf', article: null });
  closing.push(await showDesk(desk));
  for (const place of places) {
    const article = page.getByRole('button', { name: new RegExp(`^${place}的渡口`) });
    await expect.element(article).toBeVisible();
    await article.click();
    await expect.element(page.getByRole('main').getByText(`今年春天，${place}修了一座渡口`)).toBeVisible();
  }
  await desk.search.getState().type('渡口');
  await whenState(desk.search, ({ found }) => found.length >= places.length);
  expect(desk.derivation.getState()).toMatchObject({ trouble: null, failures: new Map() });
  expect(desk.shelf.getState()).toMatchObject({ missing: 0, unread: [] });
}

describe('a library', () => {
  it('that was emptied is derived again: page, words and search are back', async () => {
    const before = await withPages('storage emptied', ['河湾村']);
    before.close();
    await remove('storage emptied');
    await expectBack('storage emptied', before, ['河湾村']);
  });

  it.each(Object.entries(FOREIGN))('%s is dropped for an empty one of ours', async (kind, make) => {
    const name = `storage ${kind}`;
    await make(name);
    const opened = await openLibrary(name);
    if (!opened.ok) throw new Error(opened.reason);
    closing.push(() => opened.value.close());
    expect(opened.value.verno).toBe(LIBRARY_SCHEMA);
    for (const table of opened.value.tables) expect(await table.count(), table.name).toBe(0);
    await opened.value.texts.where('printHash').equals('x').toArray();
  });

  it('whose rows are torn or gone gives every page again, each whatever befell it', async () => {
    const places = Object.keys(TEARS);
    const before = await withPages('storage torn', places);
    before.close();
    await withRows('storage torn', async (library) => {
      for (const { sha256, record } of await library.sources.toArray())
        await TEARS[record.name.replace('.txt', '')]?.(library, sha256);
      await library.unread.put({ sha256: 'x', reason: 5 } as never);
    });
    await expectBack('storage torn', before, places);
  });

  it('whose search rows are torn finds again', async () => {
    const before = await withPages('storage unsearched', ['河湾村']);
    before.close();
    await withRows('storage unsearched', async ({ indexed, offered, segments }) => {
      await indexed.toCollection().modify({ articles: 'torn' } as never);
      await offered.toCollection().modify({ names: 7 } as never);
      await segments.toCollection().modify({ blob: new Uint8Array([1, 2, 3]) });
    });
    await expectBack('storage unsearched', before, ['河湾村']);
  });

  it('that goes while the desk is open comes back under its eyes', async () => {
    const { desk } = await withPages('storage goes', ['河湾村']);
    desk.settings.getState().goTo({ room: 'shelf' });
    closing.push(await showDesk(desk));
    await remove('storage goes');
    await whenState(desk.derivation, ({ settled }) => settled);
    await expect
      .poll(async () => {
        const library = new Library('storage goes');
        const held = await library.sources.count();
        library.close();
        return held;
      })
      .toBe(1);
    await expect.element(page.getByRole('button', { name: /^河湾村的渡口/ })).toBeVisible();
  });

  it('held by a page of another version is said to be, in words', async () => {
    const held = await make('storage held', NATIVE_VERSION + 10, (database) =>
      database.createObjectStore('other'),
    );
    closing.push(() => held.close());
    expect(await openLibrary('storage held')).toEqual(failure('storage-blocked'));
  });

  it('that cannot be had at all is said not to work, in words', async () => {
    const { open: opens } = IDBFactory.prototype;
    closing.push(() => {
      IDBFactory.prototype.open = opens;
    });
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError');
    };
    expect(await openLibrary('storage broken')).toMatchObject({ ok: false, reason: 'storage-failed' });
  });

  it('for which there is no room says so on the desk, and goes on when there is', async () => {
    const { desk, host } = await open('storage full');
    closing.push(await showDesk(desk), giveRoom);
    await takeRoom();
    await desk.imports.getState().take({ files: [PAGE], refused: [] });
    desk.settings.getState().goTo({ room: 'shelf' });
    const missing = page.getByText('还有 1 版没有上架。');
    await expect.element(missing).toBeVisible();
    await expect.element(page.getByText(/没有空间存放/).first()).toBeVisible();
    expect(host.memory.originals.size).toBe(1);
    await giveRoom();
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect.element(page.getByRole('button', { name: /^河湾村的渡口/ })).toBeVisible();
    await expect.element(missing).not.toBeInTheDocument();
  });

  it('knows a lack of room by the names of errors, however they are wrapped', () => {
    const full = new DOMException('', 'QuotaExceededError');
    const wrapped = Object.assign(new Error('aborted'), { name: 'AbortError', inner: full });
    const bulk = Object.assign(new Error('bulk'), { name: 'BulkError', failures: [wrapped] });
    for (const error of [full, wrapped, bulk])
      expect(failureOfStorage(error)).toEqual(failure('storage-full'));
    expect(failureOfStorage(new Error('other'))).toMatchObject({ reason: 'storage-failed' });
  });
});
