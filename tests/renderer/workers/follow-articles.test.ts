import { expect, it } from 'vitest';
import type { Library } from '../../../renderer/library/library.ts';
import type { ArticleRow, SourceRow } from '../../../renderer/library/rows.ts';
import { FollowedArticles } from '../../../renderer/workers/follow-articles.ts';

/** Articles of a library in memory that are taken in, and what changes it between its list and its rows. */
function followed() {
  const rows = new Map<string, SourceRow>();
  let between = (): void => undefined;
  const library = {
    readStamps: async () => {
      const stamps = new Map([...rows.values()].map(({ sha256, stamp }) => [sha256, stamp]));
      between();
      between = () => undefined;
      return stamps;
    },
    readWithArticles: async (hashes: readonly string[]) => {
      const sources = hashes.flatMap((hash) => rows.get(hash) ?? []);
      return { sources, rows: sources.map(({ sha256 }) => ({ id: `${sha256}-0`, source: sha256 })) };
    },
  } as unknown as Library;
  const taken = new Set<string>();
  const articles = new FollowedArticles(library, {
    put: ({ id }: ArticleRow) => taken.add(id),
    drop: (id) => taken.delete(id),
  });
  return {
    taken,
    follow: () => articles.follow(() => undefined),
    put: (source: string, stamp: string) =>
      rows.set(source, { sha256: source, stamp } as unknown as SourceRow),
    drop: (source: string) => rows.delete(source),
    meanwhile: (change: () => void) => {
      between = change;
    },
  };
}

it('takes in a source that was gone while it was read and is back in the same state', async () => {
  const { taken, follow, put, drop, meanwhile } = followed();
  put('a', '1');
  meanwhile(() => drop('a'));
  await follow();
  expect([...taken]).toEqual([]);
  put('a', '1');
  await follow();
  expect([...taken]).toEqual(['a-0']);
});

it('takes in no source twice that had changed when it was read', async () => {
  const { taken, follow, put, drop, meanwhile } = followed();
  put('a', '1');
  meanwhile(() => put('a', '2'));
  await follow();
  taken.clear();
  await follow();
  expect([...taken]).toEqual([]);
  drop('a');
  await follow();
  put('a', '2');
  await follow();
  expect([...taken]).toEqual(['a-0']);
});
