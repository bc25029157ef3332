import { BodyIndex } from '@shared/search/body-index.ts';
import { expect, it } from 'vitest';
import type { Library } from '../../../renderer/library/library.ts';
import type { ArticleRow, IndexedRow } from '../../../renderer/library/rows.ts';
import { HitLists } from '../../../renderer/workers/hit-lists.ts';
import { SearchedLibrary } from '../../../renderer/workers/searched-library.ts';
import { MemorySegments, MemoryTexts } from '../../search/memory-stores.ts';
import { searchKnowledge } from '../../search/search-knowledge.ts';
import { indexedAfter } from './indexed-after.ts';

const TEXTS = {
  茶园: '高坡村种下新茶，茶农说新茶要三年才采。',
  盐场: '白沙盐场修筑海堤，老堤边上种了新茶。',
  渡口: '老渡口修好了。',
};

async function openLists() {
  const read: string[] = [];
  const told: number[] = [];
  const rows = new Map(
    Object.entries(TEXTS).map(([id, text]) => {
      const body = { text, pieces: [{ from: 0, to: 0, length: text.length }], paragraphs: [], headings: [] };
      const article = { title: null, subtitle: null, byline: { names: [], spans: [] }, body, captions: [] };
      return [id, { id, source: id, article, facts: [], quotes: [], names: [] } as unknown as ArticleRow];
    }),
  );
  const indexed = Object.keys(TEXTS).map((id) => {
    const about = { id, title: '', sourceName: id, published: null, source: id, kind: 'article' };
    const article = { ...about, places: [], programmes: [], names: [], speakers: [] };
    return { sha256: id, stamp: 'a', articles: [article] } as unknown as IndexedRow;
  });
  const none = { bulkGet: async (keys: readonly string[]) => keys.map(() => undefined) };
  const library = {
    readIndexedAfter: indexedAfter(() => indexed),
    readIndexedStamps: async () => new Map(indexed.map(({ sha256, stamp }) => [sha256, stamp])),
    readArticles: async (ids: readonly string[]) => {
      read.push(...ids);
      return ids.map((id) => rows.get(id));
    },
    indexed: none,
    offered: none,
    claims: none,
  } as unknown as Library;
  const searched = new SearchedLibrary(
    library,
    searchKnowledge,
    () => undefined,
    () => undefined,
  );
  await searched.follow();
  const texts = new MemoryTexts();
  const documents = Object.entries(TEXTS).map(([id, text]) => ({ id, title: '', text }));
  texts.put(documents);
  const index = await BodyIndex.open(new MemorySegments(), texts, searchKnowledge);
  await index.add(documents);
  return { lists: new HitLists(index, searched, (done) => told.push(done)), read, told };
}

it('counts each term as the search box would, and reads an article once for all that it answers', async () => {
  const { lists, read, told } = await openLists();
  const counted = await lists.countTerms(['新茶', '老', '没有的词', '高坡 新茶'], {});
  expect(counted?.map(({ term, articles, hits }) => [term, articles, hits])).toEqual([
    ['新茶', 2, 3],
    ['老', 2, 2],
    ['没有的词', 0, 0],
    ['高坡 新茶', 1, 3],
  ]);
  expect([...read].sort()).toEqual(Object.keys(TEXTS).sort());
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

it('gives nothing of a list that another overtook', async () => {
  const { lists } = await openLists();
  const first = lists.countTerms(['新茶', '老'], {});
  const second = lists.countTerms(['老'], {});
  expect(await first).toBe(null);
  expect((await second)?.map(({ articles }) => articles)).toEqual([2]);
});
