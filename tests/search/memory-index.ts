import { BodyIndex } from '@shared/search/body-index.ts';
import type { IndexedDocument } from '@shared/search/search-index.ts';
import { MemorySegments, MemoryTexts } from './memory-stores.ts';
import { searchKnowledge } from './search-knowledge.ts';

/** An index of documents in memory, with its stores. */
export async function indexOf(documents: readonly IndexedDocument[]) {
  const segments = new MemorySegments();
  const texts = new MemoryTexts();
  texts.put(documents);
  const index = await BodyIndex.open(segments, texts, searchKnowledge);
  await index.add(documents);
  return { index, segments, texts };
}

export const document = (id: string, text: string, title = ''): IndexedDocument => ({ id, title, text });
