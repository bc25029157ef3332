import { success } from '@shared/contracts/results.ts';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { SourceRow } from '../../../renderer/library/rows.ts';
import type { Bookmarks } from '../../../renderer/state/bookmarks.ts';
import { createDerivation } from '../../../renderer/state/derivation.ts';
import { createSearch } from '../../../renderer/state/search.ts';
import { openSession } from '../../../renderer/state/session.ts';
import { createSettings } from '../../../renderer/state/settings.ts';
import type { Shelf } from '../../../renderer/state/shelf.ts';
import type { PageReaders } from '../../../renderer/workers/page-readers.ts';
import type { SearchClient } from '../../../renderer/workers/search-client.ts';
import { createMemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

/** A worker's client whose answers are given by hand: what was asked, and a way to answer the oldest. */
function holdCalls() {
  const asked: string[] = [];
  const given: unknown[] = [];
  const waiting: { call: string; answer(value: unknown): void; refuse(reason: Error): void }[] = [];
  const client = {
    call: (call: string, ...args: unknown[]) =>
      new Promise((answer, refuse) => {
        asked.push(call);
        given.push(...args);
        waiting.push({ call, answer, refuse });
      }),
    on: () => () => undefined,
    close: () => undefined,
  };
  return {
    asked,
    given,
    client,
    answer: async (value: unknown): Promise<void> => {
      waiting.shift()?.answer(value);
      await settle();
    },
    refuse: async (reason: Error): Promise<void> => {
      waiting.shift()?.refuse(reason);
      await settle();
    },
  };
}

/** Lets every promise that can go on do so. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const rethrow = (error: unknown): never => {
  throw error;
};

/** A search over a shelf, whose worker is answered by hand, and what failed meanwhile. */
function openSearch() {
  const { client, ...calls } = holdCalls();
  const shelf = createStore<Shelf>()(() => ({
    loaded: true,
    rows: [],
    sources: [],
    held: [],
    removed: [],
    looseLabels: [],
    unread: [],
    missing: 0,
    filter: '',
    narrow: () => undefined,
  }));
  const failed: unknown[] = [];
  const search = createSearch({
    worker: client as SearchClient,
    damage: [],
    unavailable: null,
    settings: createSettings(createMemoryHost(), success(null)),
    shelf,
    bookmarks: createStore<Bookmarks>()(() => ({ placed: [] }) as unknown as Bookmarks),
    fail: (error) => failed.push(error),
  });
  return { ...calls, shelf, search, failed };
}

it('brings the index into step once more when the shelf changes while an answer is looked for', async () => {
  const { asked, answer, shelf, search, failed } = openSearch();
  void search.getState().type('渡口');
  await answer(null);
  shelf.setState({ held: [] });
  await answer(success(null));
  expect(asked).toEqual(['search.find', 'search.sync', 'search.find']);
  shelf.setState({ held: [] });
  await answer(null);
  expect(asked.slice(3)).toEqual(['search.sync']);
  await answer(success(null));
  expect(asked.slice(4)).toEqual(['search.find']);
  expect(failed).toEqual([]);
});

it('looks at what is asked for in any step of the end of a look', async () => {
  const { asked, client, answer } = holdCalls();
  const host = createMemoryHost();
  const tools = {
    outbox: createMemoryOutbox(),
    now: () => new Date(0),
    newId: () => crypto.randomUUID(),
    fail: rethrow,
  };
  const session = await openSession(host, [], tools);
  if (!session.ok) throw new Error(session.reason);
  const readers = client as unknown as PageReaders;
  const derivation = createDerivation(host, readers, session.value, () => 0, rethrow).getState();
  const countLooks = (): number => asked.filter((call) => call === 'derive.forgetOthers').length;

  for (let steps = 0; steps < 12; steps++) {
    const before = countLooks();
    const first = derivation.refresh();
    await settle();
    const ended = answer(0);
    for (let step = 0; step < steps; step++) await null;
    const second = derivation.refresh();
    await ended;
    await settle();
    expect(countLooks(), `${steps} steps after the answer`).toBe(before + 2);
    await answer(0);
    await Promise.all([first, second]);
  }
});

it('looks at what changed meanwhile also where bringing the index into step fails', async () => {
  const { asked, answer, refuse, shelf, search, failed } = openSearch();
  void search.getState().type('渡口');
  await answer(null);
  shelf.setState({ held: [] });
  shelf.setState({ held: [] });
  await refuse(new Error('the index could not be read'));
  expect(failed).toHaveLength(1);
  expect(asked.slice(1)).toEqual(['search.sync', 'search.sync']);
});

it('names the sources that changed since the index was last in step, and all where it is not known', async () => {
  const { given, answer, refuse, shelf } = openSearch();
  const row = (name: string): SourceRow => ({ sha256: name }) as unknown as SourceRow;
  const [first, second, third] = [row('a'), row('b'), row('c')];
  const show = (...held: SourceRow[]): void => shelf.setState({ held });
  show(first, second);
  await answer(success(null));
  show(first, row('b'), third);
  await answer(success(null));
  show(first, third);
  await refuse(new Error('the index could not be read'));
  show(first);
  await answer(success(null));
  show(first);
  await answer(success(null));
  expect(given).toEqual([null, ['b', 'c'], ['b'], null, []]);
});

it('looks at a page that was taken away when the library has let go of it, and not before', async () => {
  const { given, answer, shelf } = openSearch();
  const page = { sha256: 'a' } as unknown as SourceRow;
  shelf.setState({ sources: [page], held: [page] });
  await answer(success(null));
  shelf.setState({ sources: [] });
  expect(given).toEqual([null]);
  shelf.setState({ held: [] });
  expect(given).toEqual([null, ['a']]);
});
