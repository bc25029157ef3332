import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createSearch, type SearchTools } from '../../../renderer/state/search.ts';

it('says that a query has no answer where the worker fails, and answers the next one', async () => {
  const told: unknown[] = [];
  let isBroken = true;
  const answer = {
    found: [],
    isWhole: true,
    articles: 2,
    exact: 2,
    hits: 3,
    facets: {},
    problems: [],
    ms: 1,
  };
  const search = createSearch({
    worker: {
      call: async () => {
        if (isBroken) throw new Error('out of memory');
        return answer;
      },
      on: () => () => {},
    },
    damage: [],
    unavailable: null,
    settings: createStore(() => ({})),
    shelf: createStore(() => ({ rows: [], sources: [] })),
    bookmarks: createStore(() => ({ placed: [] })),
    fail: (error: unknown) => told.push(error),
  } as unknown as SearchTools);

  await search.getState().type('水渠');
  expect(told).toHaveLength(1);
  expect(search.getState()).toMatchObject({
    phase: 'answered',
    articles: 0,
    unavailable: { ok: false, reason: 'search-failed' },
  });

  isBroken = false;
  await search.getState().type('水渠长');
  expect(search.getState()).toMatchObject({ phase: 'answered', articles: 2, unavailable: null });
});

it('shows the first that were found while all are looked for', async () => {
  const asked: unknown[] = [];
  let tellAll: (results: unknown) => void = () => undefined;
  const base = { found: [], exact: 60, hits: null, facets: {}, problems: [], ms: 1 };
  const search = createSearch({
    worker: {
      call: (_: string, { query }: { query: string }, isFirst: boolean) => {
        asked.push([query, isFirst]);
        if (isFirst) return Promise.resolve({ ...base, isWhole: false, articles: 60 });
        return new Promise((resolve) => {
          tellAll = resolve;
        });
      },
      on: () => () => {},
    },
    damage: [],
    unavailable: null,
    settings: createStore(() => ({})),
    shelf: createStore(() => ({ rows: [], sources: [] })),
    bookmarks: createStore(() => ({ placed: [] })),
    fail: (error: unknown) => {
      throw error;
    },
  } as unknown as SearchTools);

  const typed = search.getState().type('水，合');
  await expect.poll(() => search.getState().phase).toBe('counting');
  expect(search.getState().articles).toBe(60);
  tellAll({ ...base, isWhole: true, articles: 7000, exact: 7000 });
  await typed;
  expect(search.getState()).toMatchObject({ phase: 'answered', articles: 7000 });

  // More of an answer that is whole takes none of its counts away.
  search.getState().showMore();
  expect(search.getState()).toMatchObject({ phase: 'searching', articles: 7000 });
  tellAll({ ...base, isWhole: true, articles: 7000, exact: 7000 });
  await expect.poll(() => search.getState().phase).toBe('answered');

  // An answer that was overtaken asks no further.
  const first = search.getState().type('水');
  const next = search.getState().type('水渠');
  await first;
  tellAll({ ...base, isWhole: true, articles: 3, exact: 3 });
  await expect.poll(() => search.getState().articles).toBe(3);
  await next;
  expect(asked).toEqual([
    ['水，合', true],
    ['水，合', false],
    ['水，合', false],
    ['水', true],
    ['水渠', true],
    ['水渠', false],
  ]);
});
