import { parseQuery } from '@shared/search/query/parse-query.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document, indexOf } from './memory-index.ts';

describe('an answer of which some is enough', () => {
  it('is the beginning of the whole one, and says so', async () => {
    const words = fc.constantFrom('"水，合"', '"合的，村"', '"，合" 村', '"村水合" 的', '水 "的，"');
    // So few letters that very many texts have all terms of what is sought, in this order or another.
    const text = fc
      .array(fc.constantFrom(...'水合的村，'), { minLength: 5, maxLength: 40 })
      .map((letters) => letters.join(''));
    const many = fc.array(text, { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(many, words, fc.integer({ min: 1, max: 5 }), async (all, query, enough) => {
        // More than are read at once may hold the words.
        const documents = Array.from({ length: 700 }, (_, i) =>
          document(`d${i}`, all[i % all.length] as string),
        );
        const { index } = await indexOf(documents);
        const parsed = parseQuery(query);
        const [whole, some] = [await index.find(parsed), await index.find(parsed, { enough })];
        const exact = whole?.documents.filter(({ exact }) => exact) ?? [];
        if (some?.isWhole) expect(some.documents).toEqual(whole?.documents);
        else expect(exact.slice(0, some?.exactCount)).toEqual(some?.documents);
        expect(some?.exactCount).toBeGreaterThanOrEqual(Math.min(enough, exact.length));
      }),
      { numRuns: 30 },
    );
  });

  it('reads as many texts as are read in a moment, however many may hold the words', async () => {
    // Nothing in the postings tells a mark between two words from two words apart.
    const parted = (i: number) =>
      document(`d${i}`, `第${i}次，水。合作社的一村，${i % 50 === 0 ? '水，合' : '水的合'}。`);
    const { index, texts } = await indexOf(Array.from({ length: 6000 }, (_, i) => parted(i)));
    texts.reads = 0;
    const whole = await index.find(parseQuery('"水，合"'));
    expect([whole?.exactCount, whole?.isWhole]).toEqual([120, true]);
    expect(texts.reads).toBe(6000);
    texts.reads = 0;
    const some = await index.find(parseQuery('"水，合"'), { enough: 60 });
    expect(some?.isWhole).toBe(false);
    expect(texts.reads).toBeLessThanOrEqual(1280);
    texts.reads = 0;
    const few = await index.find(parseQuery('"水，合"'), { enough: 3 });
    expect(few?.exactCount).toBeGreaterThanOrEqual(3);
    expect(texts.reads).toBeLessThanOrEqual(512);
  });
});
