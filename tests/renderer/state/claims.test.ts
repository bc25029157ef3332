import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type Claims, createClaims } from '../../../renderer/state/claims.ts';
import type { ClaimRow } from '../../../renderer/workers/claims-calls.ts';

const FACTS = 100_000;

/** A table whose worker has so many facts, numbered by their place, and notes which rows it was asked for and what failed. */
function table(facts = FACTS) {
  const reads: string[] = [];
  const failed: unknown[] = [];
  const listeners: (() => void)[] = [];
  const shown = { is: true };
  const answers: Record<string, (...args: never[]) => unknown> = {
    'claims.find': async () => ({ facts, facets: {}, spreads: [], problems: [] }),
    'claims.rows': async (_: null, from: number, to: number) => {
      reads.push(`${from}-${to}`);
      return Array.from({ length: Math.min(to, facts) - from }, (_, i) => ({
        fact: { id: `f${from + i}` },
        source: `s${(from + i) % 2}`,
      }));
    },
  };
  const store = createClaims({
    worker: {
      call: (name: string, ...args: never[]) => answers[name]!(...args),
      on: (_: string, listener: () => void) => listeners.push(listener),
    },
    unavailable: null,
    isShown: () => shown.is,
    reader: createStore(() => ({ view: null })),
    shelf: createStore(() => ({ rows: [] })),
    chosenArticles: () => [],
    bookmarks: createStore(() => ({ placed: [] })),
    fail: (error: unknown) => failed.push(error),
  } as never);
  const change = (): void => {
    for (const listener of listeners) listener();
  };
  return { store, reads, answers, failed, shown, change };
}

const until = async (store: { getState(): Claims }, test: (claims: Claims) => boolean): Promise<void> =>
  await expect.poll(() => test(store.getState())).toBe(true);

it('reads the rows in sight once, and keeps few of those it has left and the one it looks at', async () => {
  const { store, reads } = table();
  store.getState().begin();
  await until(store, ({ rows }) => rows.size === 60);
  store.getState().need(0, 30);
  store.getState().need(50, 70);
  await until(store, ({ rows }) => rows.size === 120);
  expect(reads).toEqual(['0-60', '60-120']);
  for (let from = 6000; from < 7800; from += 60) {
    store.getState().need(from, from + 60);
    await until(store, ({ rows }) => rows.has(from));
  }
  expect(store.getState().rows.size).toBe(24 * 60);
  expect(store.getState().rows.get(0)?.fact.id).toBe('f0');
  expect(store.getState().rows.has(60)).toBe(false);
});

it('reads none of the rows that were passed before their turn came', async () => {
  const { store, reads } = table();
  store.getState().begin();
  await until(store, ({ rows }) => rows.size === 60);
  for (let from = 6000; from < 12_000; from += 60) store.getState().need(from, from + 60);
  await until(store, ({ rows }) => rows.has(11_999));
  expect(reads).toEqual(['0-60', '6000-6060', '11940-12000']);
});

it('chooses all from the row looked at to another, those that were never in sight among them', async () => {
  const { store } = table();
  store.getState().begin();
  await until(store, ({ rows }) => rows.size === 60);
  await store.getState().reach(499);
  expect(store.getState().marked.size).toBe(500);
  store.getState().unmark();
  store.getState().lookAt(5000);
  await store.getState().reach(0);
  const marked = [...store.getState().marked.keys()];
  expect([marked.length, marked[0], marked.at(-1)]).toEqual([1000, 'f4001', 'f5000']);
});

it('looks again when it is shown again after it failed', async () => {
  const { store, answers, failed } = table(10);
  const { 'claims.find': find } = answers;
  answers['claims.find'] = async () => {
    throw new Error('no facts');
  };
  store.getState().begin();
  await until(store, ({ unavailable }) => unavailable !== null);
  expect(failed).toHaveLength(1);
  answers['claims.find'] = find!;
  store.getState().begin();
  await until(store, ({ rows, unavailable }) => rows.size === 10 && unavailable === null);
});

it('follows the library while it is in sight, and once it is shown again', async () => {
  const { store, reads, shown, change } = table();
  const until60 = () => until(store, ({ phase, rows }) => phase === 'found' && rows.size === 60);
  store.getState().begin();
  await until60();
  change();
  await until60();
  expect(reads).toEqual(['0-60', '0-60']);
  shown.is = false;
  change();
  change();
  expect(store.getState().phase).toBe('empty');
  shown.is = true;
  store.getState().begin();
  await until60();
  expect(reads).toHaveLength(3);
});

it('sorts up, down and not at all, from the first row each time', async () => {
  const { store } = table();
  store.getState().begin();
  await until(store, ({ phase }) => phase === 'found');
  const orders = [];
  for (let turn = 0; turn < 3; turn++) {
    store.getState().lookAt(70);
    store.getState().sortBy('value');
    orders.push(store.getState().order?.isDescending ?? null);
    expect(store.getState().at).toBe(0);
    await until(store, ({ rows }) => rows.size === 60);
  }
  expect(orders).toEqual([true, false, null]);
});

it('has in hand what is chosen, else the row that is looked at, and lists what goes out by source', async () => {
  const { store } = table(10);
  store.getState().begin();
  await until(store, ({ rows }) => rows.size === 10);
  const ids = (rows: readonly ClaimRow[]) => rows.map(({ fact }) => fact.id);
  store.getState().lookAt(99);
  expect(ids(store.getState().inHand())).toEqual(['f9']);
  store.getState().mark(2);
  await store.getState().reach(4);
  expect(ids(store.getState().inHand())).toEqual(['f2', 'f3', 'f4']);
  store.getState().mark(3);
  expect(await store.getState().list()).toEqual([{ source: 's0', facts: ['f2', 'f4'] }]);
  store.getState().unmark();
  expect(ids(store.getState().inHand())).toEqual(['f3']);
  store.getState().gather('unit');
  expect(store.getState().inHand()).toEqual([]);
});
