import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createSearch, type SearchTools } from '../../../renderer/state/search.ts';

it('says that a query has no answer where the worker fails, and answers the next one', async () => {
  const told: unknown[] = [];
  let isBroken = true;
  const answer = { found: [], articles: 2, exact: 2, hits: 3, facets: {}, problems: [], ms: 1 };
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
