import { BodyIndex } from '@shared/search/body-index.ts';
import type { IndexedDocument } from '@shared/search/search-index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySegments, MemoryTexts } from './memory-stores.ts';
import { searchKnowledge } from './search-knowledge.ts';

/** So few characters that every three of them stand together in many articles. */
const CHARACTERS = [...'温宿县核'];

const words = (least: number, most: number) =>
  fc
    .array(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...CHARACTERS) }, fc.constantFrom('，', 'A', '7')),
      {
        minLength: least,
        maxLength: most,
      },
    )
    .map((characters) => characters.join(''));

const library = fc
  .array(fc.record({ title: words(0, 5), text: words(1, 14) }), { minLength: 150, maxLength: 260 })
  .map((texts) => texts.map((each, i): IndexedDocument => ({ id: `d${i}`, ...each })));

async function openIndex() {
  const texts = new MemoryTexts();
  const index = await BodyIndex.open(new MemorySegments(), texts, searchKnowledge);
  const add = async (documents: readonly IndexedDocument[]) => {
    texts.put(documents);
    await index.add(documents);
  };
  return { index, texts, add };
}

const idsOf = async (index: BodyIndex, phrase: string): Promise<string[]> =>
  ((await index.search(`"${phrase}"`, { marks: 0 }))?.hits ?? []).map(({ id }) => id).sort();

const truthOf = (documents: readonly IndexedDocument[], phrase: string): string[] =>
  documents
    .filter(({ title, text }) => title.includes(phrase) || text.includes(phrase))
    .map(({ id }) => id)
    .sort();

describe('phrases of triples that many articles hold', () => {
  it('are found in exactly the articles that hold them, in one segment, in many, merged, after removals', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        fc.array(words(3, 6), { minLength: 4, maxLength: 8 }),
        fc.nat(100),
        async (documents, phrases, cut) => {
          const { index, add } = await openIndex();
          const hold = async (present: readonly IndexedDocument[]) => {
            for (const phrase of phrases)
              expect(await idsOf(index, phrase)).toEqual(truthOf(present, phrase));
          };
          await add(documents.slice(0, cut));
          await add(documents.slice(cut));
          await hold(documents);
          await index.compact();
          await hold(documents);
          const gone = documents.filter((_, i) => i % 3 === 0);
          const left = documents.filter((_, i) => i % 3 !== 0);
          await index.remove(gone.map(({ id }) => id));
          await hold(left);
          await index.compact();
          await hold(left);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are found without a look at the texts, also where their characters stand alone beside them', async () => {
    const { index, texts, add } = await openIndex();
    const held = Array.from(
      { length: 100 },
      (_, i): IndexedDocument => ({
        id: `n${i}`,
        title: '',
        text: `温宿县城，宿舍在县里，温和的宿主，第${i}次。`,
      }),
    );
    const near = Array.from(
      { length: 100 },
      (_, i): IndexedDocument => ({
        id: `x${i}`,
        title: '',
        text: `温宿和宿县，县城第${i}次。`,
      }),
    );
    await add([...held, ...near]);
    texts.reads = 0;
    expect(await idsOf(index, '温宿县')).toHaveLength(100);
    expect(await idsOf(index, '温宿县城')).toHaveLength(100);
    expect(texts.reads).toBe(0);
  });

  it('stay found where a part of the library came before they were many', async () => {
    const { index, texts, add } = await openIndex();
    // Triples get a tenth of the room at most, so that articles must say something else as well.
    const other = (number: number) =>
      String.fromCharCode(...Array.from({ length: 60 }, (_, k) => 0x6000 + ((number * 61 + k * 7) % 7000)));
    const held = (from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, i): IndexedDocument => ({
          id: `n${from + i}`,
          title: '',
          text: `温宿县，宿舍，${other(from + i)}`,
        }),
      );
    await add(held(0, 3));
    await add(held(3, 120));
    await index.compact();
    texts.reads = 0;
    expect(await idsOf(index, '温宿县')).toHaveLength(120);
    // Only those of the first import had to be looked into.
    expect(texts.reads).toBe(3);
  });
});
