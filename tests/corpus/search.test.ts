import { BodyIndex } from '@shared/search/body-index.ts';
import { describe, expect, it } from 'vitest';
import { runPipeline } from '../pipeline/run.ts';
import { MemorySegments, MemoryTexts } from '../search/memory-stores.ts';
import { searchKnowledge } from '../search/search-knowledge.ts';
import { readBundledArticles } from './front-matter.ts';

const articles = readBundledArticles();
const bare = (programme: string): string => programme.replaceAll(/[“”"]/g, '');

describe('the bundled corpus in search', () => {
  it('answers a programme that one article tells with that article first', async () => {
    const documents = await Promise.all(
      articles.map(async ({ file, bytes }) => {
        const { extraction } = await runPipeline(bytes);
        const [article] = extraction.articles;
        return { id: file, title: article?.title?.text ?? '', text: article?.body.text ?? '' };
      }),
    );
    const texts = new MemoryTexts();
    texts.put(documents);
    const index = await BodyIndex.open(new MemorySegments(), texts, searchKnowledge);
    await index.add(documents);

    const tellers = new Map<string, string[]>();
    for (const { file, about } of articles)
      for (const programme of new Set(about.programmes.map(bare)))
        tellers.set(programme, [...(tellers.get(programme) ?? []), file]);
    const first: Record<string, string | undefined> = {};
    const wanted: Record<string, string | undefined> = {};
    for (const [programme, [file, ...others]] of tellers) {
      if (others.length > 0) continue;
      wanted[programme] = file;
      first[programme] = (await index.search(programme))?.hits[0]?.id;
    }
    expect(Object.keys(wanted).length).toBeGreaterThan(30);
    expect(first).toEqual(wanted);
  });
});
