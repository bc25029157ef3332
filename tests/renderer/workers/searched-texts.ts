import { BodyIndex } from '@shared/search/body-index.ts';
import type { Library } from '../../../renderer/library/library.ts';
import type { ArticleRow, IndexedRow } from '../../../renderer/library/rows.ts';
import { SearchedLibrary } from '../../../renderer/workers/searched-library.ts';
import { MemorySegments, MemoryTexts } from '../../search/memory-stores.ts';
import { searchKnowledge } from '../../search/search-knowledge.ts';
import { indexedAfter } from './indexed-after.ts';

/** An index of some texts by their ids, and their library in memory, which tells the articles that were read. */
export async function openTexts(texts: Readonly<Record<string, string>>) {
  const read: string[] = [];
  const rows = new Map(
    Object.entries(texts).map(([id, text]) => {
      const body = { text, pieces: [{ from: 0, to: 0, length: text.length }], paragraphs: [], headings: [] };
      const article = { title: null, subtitle: null, byline: { names: [], spans: [] }, body, captions: [] };
      return [id, { id, source: id, article, facts: [], quotes: [], names: [] } as unknown as ArticleRow];
    }),
  );
  const indexed = Object.keys(texts).map((id) => {
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
  const stored = new MemoryTexts();
  const documents = Object.entries(texts).map(([id, text]) => ({ id, title: '', text }));
  stored.put(documents);
  const index = await BodyIndex.open(new MemorySegments(), stored, searchKnowledge);
  await index.add(documents);
  return { index, searched, stored, read };
}
