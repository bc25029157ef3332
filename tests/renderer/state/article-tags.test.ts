import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type ClaimsTools, createClaims } from '../../../renderer/state/claims.ts';
import { createSearch, type SearchTools } from '../../../renderer/state/search.ts';

/** A shelf of one article and its bookmarks, a worker that notes what it is asked, and a way to let all of it end. */
function ground() {
  const asked: { readonly tags: Record<string, string[]>; readonly bookmarked?: string[] }[] = [];
  const answers: Record<string, unknown> = {
    'search.find': { found: [], isWhole: true },
    'claims.find': { facts: 0 },
    'claims.rows': [],
  };
  return {
    asked,
    tools: {
      worker: {
        call: async (name: string, request: (typeof asked)[number]) => {
          if (name.endsWith('find')) asked.push(request);
          return answers[name];
        },
        on: () => () => undefined,
      },
      unavailable: null,
      isShown: () => true,
      settings: createStore(() => ({})),
      reader: createStore(() => ({ view: null })),
      shelf: createStore(() => ({ rows: [{ id: 'a', tags: [] as string[] }] })),
      bookmarks: createStore(() => ({ placed: [] as unknown[] })),
      fail: (error: unknown) => {
        throw error;
      },
    },
    settle: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

it.each([
  [
    'the search',
    (tools: unknown) => {
      const search = createSearch(tools as SearchTools).getState();
      return () => search.type('tag:水利');
    },
  ],
  [
    'the table of facts',
    (tools: unknown) => {
      const claims = createClaims(tools as ClaimsTools).getState();
      return () => claims.type('tag:水利');
    },
  ],
] as const)(
  '%s asks anew when tags or bookmarks are others, once they are asked for, and not otherwise',
  async (_which, open) => {
    const { asked, tools, settle } = ground();
    const { shelf, bookmarks } = tools;
    const ask = open(tools);
    shelf.setState({ rows: [{ id: 'a', tags: ['盐业'] }] });
    await settle();
    expect(asked).toHaveLength(0);
    await ask();
    await settle();
    expect(asked.map(({ tags }) => tags)).toEqual([{ a: ['盐业'] }]);

    shelf.setState({ rows: [{ id: 'a', tags: ['盐业'] }] });
    await settle();
    expect(asked).toHaveLength(1);
    shelf.setState({ rows: [{ id: 'a', tags: ['水利'] }] });
    await settle();
    expect(asked.at(-1)?.tags).toEqual({ a: ['水利'] });
    bookmarks.setState({ placed: [{ article: 'a', bookmark: { tags: ['待查'] } }] });
    await settle();
    expect(asked.at(-1)?.tags).toEqual({ a: ['水利', '待查'] });
    expect(asked).toHaveLength(3);
  },
);
