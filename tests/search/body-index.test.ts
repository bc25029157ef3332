import { BodyIndex } from '@shared/search/body-index.ts';
import type { IndexedDocument } from '@shared/search/search-index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document, indexOf } from './memory-index.ts';
import { MemorySegments, MemoryTexts } from './memory-stores.ts';
import { searchKnowledge } from './search-knowledge.ts';

const { folding } = searchKnowledge;

const exactIds = async (index: BodyIndex, query: string): Promise<string[]> => {
  const answer = await index.search(query);
  return (answer?.hits ?? []).filter(({ exact }) => exact).map(({ id }) => id);
};

/** Text as it comes in the press of both scripts: ideographs, words, figures, marks, rare planes, accents. */
const press = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...'温宿县核桃种植面积增长万亩农民收入合作社书记镇村水的一在'),
      },
      { weight: 2, arbitrary: fc.constantFrom(...'縣種積農書記鎮萬畝長収國') },
      { weight: 2, arbitrary: fc.constantFrom('，', '。', '\n', ' ', '“', '”', '……', '：') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('2021', '22,400', '2.24万', 'GDP', 'Wi-Fi', '３０％', '㎡', 'ＡＩ'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('𠮷', '豈', 'é', 'e\u0301', '\u200b', '①', 'ﬁ', 'バ', 'ﾊﾞ', '한'),
      },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const library = fc
  .array(fc.record({ title: fc.oneof(fc.constant(''), press), text: press }), { minLength: 1, maxLength: 8 })
  .map((texts) => texts.map(({ title, text }, i) => document(`d${i}`, text, title)));

const fold = (text: string) => folding.foldToString(text);

/** Asks for words as they stand: quotation marks in them would end the phrase. */
const quoted = (words: string) => `"${words.replaceAll(/["＂]/g, '')}"`;

describe('any words', () => {
  it('are found in exactly the articles that hold them', async () => {
    await fc.assert(
      fc.asyncProperty(library, press, async (documents, words) => {
        const part = quoted(words.slice(0, 4)).slice(1, -1);
        if (part.trim() === '' || fold(part) === '') return;
        const { index } = await indexOf(documents);
        const truth = documents.filter(({ title, text }) =>
          [title, text].some((field) => fold(field).includes(fold(part))),
        );
        expect((await exactIds(index, quoted(part))).sort()).toEqual(truth.map(({ id }) => id).sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe('an index that grows and shrinks', () => {
  const changes = fc.array(
    fc.oneof(
      fc.record({
        add: fc.array(fc.record({ id: fc.nat(12), text: press }), { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ remove: fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }) }),
    ),
    { minLength: 1, maxLength: 14 },
  );

  it('answers as one that was built at once', async () => {
    await fc.assert(
      fc.asyncProperty(changes, press, async (steps, words) => {
        const texts = new MemoryTexts();
        const index = await BodyIndex.open(new MemorySegments(), texts, searchKnowledge);
        const present = new Map<string, IndexedDocument>();
        for (const step of steps) {
          if ('add' in step) {
            const added = step.add.map(({ id, text }) => document(`d${id}`, text));
            texts.put(added);
            for (const each of added) present.set(each.id, each);
            await index.add(added);
          } else {
            const ids = step.remove.map((id) => `d${id}`);
            for (const id of ids) present.delete(id);
            await index.remove(ids);
          }
        }
        expect([...index.ids()].sort()).toEqual([...present.keys()].sort());
        expect(index.documents).toBe(present.size);
        const fresh = await indexOf([...present.values()]);
        for (const query of [quoted(words.slice(0, 3)), words.slice(0, 1)]) {
          expect((await exactIds(index, query)).sort()).toEqual((await exactIds(fresh.index, query)).sort());
        }
        await index.compact();
        const scores = async (of: BodyIndex) =>
          new Map((await of.search(words))?.hits.map(({ id, score, exact }) => [id, [score, exact]]));
        expect(await scores(index)).toEqual(await scores(fresh.index));
      }),
      { numRuns: 120 },
    );
  });

  it('keeps few segments however often little is added, and frees what was removed', async () => {
    const { index, segments, texts } = await indexOf([]);
    for (let i = 0; i < 200; i++) {
      const added = [document(`d${i}`, `第${i}篇写温宿县的核桃`)];
      texts.put(added);
      await index.add(added);
    }
    expect(segments.blobs.size).toBeLessThan(25);
    expect(await exactIds(index, '核桃')).toHaveLength(200);
    await index.remove(Array.from({ length: 200 }, (_, i) => `d${i}`));
    expect([...segments.blobs.keys()]).toEqual(['manifest']);
  });

  it('is taken over by another page', async () => {
    const { index, segments, texts } = await indexOf([document('a', '一方水土')]);
    const other = await BodyIndex.open(segments, texts, searchKnowledge);
    const added = [document('b', '水到渠成')];
    texts.put(added);
    await index.add(added);
    expect(await exactIds(other, '水')).toEqual(['a']);
    await other.refresh();
    expect((await exactIds(other, '水')).sort()).toEqual(['a', 'b']);
  });
});

describe('a damaged index', () => {
  const build = async () => {
    const made = await indexOf([document('a', '水到渠成'), document('b', '水滴石穿')]);
    const added = [document('c', '山清水秀')];
    made.texts.put(added);
    await made.index.add(added);
    return made;
  };

  it('notices a single changed bit anywhere, and answers from what is left', async () => {
    const { segments, texts } = await build();
    const [key] = [...segments.blobs.keys()].filter((each) => each !== 'manifest') as [string];
    const blob = segments.blobs.get(key) as Uint8Array;
    for (let at = 0; at < blob.length; at += 7) {
      const damaged = blob.slice();
      damaged[at]! ^= 1 << (at % 8);
      segments.blobs.set(key, damaged);
      const index = await BodyIndex.open(segments, texts, searchKnowledge);
      expect(index.damage).toEqual([
        { ok: false, reason: 'index-damaged', detail: { blob: key, documents: 2 } },
      ]);
      expect(await exactIds(index, '水')).toEqual(['c']);
    }
  });

  it('notices blobs that are cut off, missing, or not the manifest', async () => {
    const { segments, texts } = await build();
    const keys = [...segments.blobs.keys()];
    const whole = new Map(segments.blobs);
    for (const key of keys) {
      for (const damage of [
        (blob: Uint8Array) => blob.subarray(0, blob.length >> 1),
        () => new Uint8Array(),
        null,
      ]) {
        for (const [each, blob] of whole) segments.blobs.set(each, blob);
        if (damage) segments.blobs.set(key, damage(whole.get(key) as Uint8Array));
        else segments.blobs.delete(key);
        const index = await BodyIndex.open(segments, texts, searchKnowledge);
        if (key === 'manifest' && !damage) expect(index.documents).toBe(0);
        else expect(index.damage.map(({ reason }) => reason)).toEqual(['index-damaged']);
      }
    }
  });

  it('is whole again once the missing articles are added', async () => {
    const { segments, texts } = await build();
    const [key] = [...segments.blobs.keys()].filter((each) => each !== 'manifest') as [string];
    segments.blobs.set(key, new Uint8Array(100));
    const index = await BodyIndex.open(segments, texts, searchKnowledge);
    const held = new Set(index.ids());
    const missing = [...texts.documents.keys()].filter((id) => !held.has(id));
    await index.add(missing.map((id) => texts.documents.get(id) as IndexedDocument));
    const again = await BodyIndex.open(segments, texts, searchKnowledge);
    expect(again.damage).toEqual([]);
    expect((await exactIds(again, '水')).sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('words', () => {
  const made = indexOf([
    document('walnut', '新疆溫宿縣今年核桃產量2.24万吨，增长20%。', '温宿核桃丰收'),
    document('acre', '阿克苏地区种植核桃22,400亩。GDP数据在2021年增长，合作社书记说。'),
    document('water', '水很清，农民喝上了自来水。'),
  ]);
  const find = async (query: string) => (await (await made).index.search(query, { snippets: 10 }))!;

  it('must all be there for an exact answer, in whatever order', async () => {
    expect(await exactIds((await made).index, '核桃 温宿')).toEqual(['walnut']);
    expect(await exactIds((await made).index, '种植 GDP 核桃')).toEqual(['acre']);
  });

  it('are no part of the number that goes on before them, but in quotation marks', async () => {
    const { index } = await indexOf([
      document('share', '水质优良的占65.92%，去年增产2,240吨。'),
      document('whole', '回收率92%，其中第3，92%归集体，240吨入库。'),
    ]);
    expect(await exactIds(index, '92%')).toEqual(['whole']);
    expect(await exactIds(index, '240吨')).toEqual(['whole']);
    expect((await exactIds(index, '"92%"')).sort()).toEqual(['share', 'whole']);
    const [hit] = (await index.search('92% 65.92%'))!.hits;
    expect(hit).toMatchObject({ id: 'share', exact: false });
    expect(
      (await index.search('"92%" 92% 归集体'))!.hits[0]?.marks.map(([start, end]) => end - start),
    ).toEqual([3, 3, 3]);
  });

  it('bring articles that hold some of them after the exact ones', async () => {
    const { hits, exactCount } = await find('核桃 自来水 温宿');
    expect(exactCount).toBe(0);
    expect(hits.map(({ id }) => id)).toEqual(['water', 'walnut', 'acre']);
    expect(hits.every(({ exact }) => !exact)).toBe(true);
  });

  it('between quotation marks bring nothing else', async () => {
    expect((await find('"温宿核桃"')).hits.map(({ id }) => id)).toEqual(['walnut']);
    expect((await find('"宿温"')).hits).toEqual([]);
  });

  it('after a minus sign keep articles away, also ranked ones', async () => {
    expect((await find('核桃 -温宿')).hits.map(({ id }) => id)).toEqual(['acre']);
    expect((await find('"核桃" -"GDP数据"')).hits.map(({ id }) => id)).toEqual(['walnut']);
    expect((await find('谁种植核桃？ -温宿')).hits.map(({ id }) => id)).toEqual(['acre']);
  });

  it('after title: are looked for in titles alone', async () => {
    expect(await exactIds((await made).index, 'title:核桃')).toEqual(['walnut']);
  });

  it.each(['22400', '22,400', '2.24万', '２.２４萬', '2.240万'])(
    'find a number however it is written: %s',
    async (query) => {
      const { hits } = await find(query);
      expect(hits.map(({ id }) => id).sort()).toEqual(['acre', 'walnut']);
      for (const { id, marks } of hits) {
        const { text } = (await made).texts.documents.get(id)!;
        expect(marks.map(([start, end]) => text.slice(start, end))).toEqual([
          id === 'acre' ? '22,400' : '2.24万',
        ]);
      }
    },
  );

  it('are marked in title and text, and shown with their surroundings', async () => {
    const [hit] = (await find('"溫宿"')).hits;
    expect(hit).toMatchObject({ id: 'walnut', marks: [[2, 4]], titleMarks: [[0, 2]] });
    expect(hit?.snippets[0]?.text).toContain('溫宿縣');
  });

  it('of one ideograph count every article that has it', async () => {
    expect(await exactIds((await made).index, '水')).toEqual(['water']);
    expect((await exactIds((await made).index, '增')).sort()).toEqual(['acre', 'walnut']);
  });

  it('inside longer words and numbers are found as well', async () => {
    expect(await exactIds((await made).index, '"21年增"')).toEqual(['acre']);
    expect(await exactIds((await made).index, '"dp数"')).toEqual(['acre']);
    expect(await exactIds((await made).index, '"，合"')).toEqual(['acre']);
  });

  it('stop when nobody waits for the answer', async () => {
    expect(await (await made).index.search('"产量2"', { isStale: () => true })).toBeNull();
  });

  it('keep to what the caller accepts, and to the limit', async () => {
    const { index } = await made;
    expect(
      (await index.search('核桃', { accept: (id) => id !== 'walnut' }))?.hits.map(({ id }) => id),
    ).toEqual(['acre']);
    const limited = await index.search('核桃', { limit: 1 });
    expect(limited?.hits).toHaveLength(1);
    expect(limited?.exactCount).toBe(2);
  });
});

describe('names', () => {
  it('are proved from the postings, with hardly a text read, and none is claimed wrongly', async () => {
    const named = Array.from({ length: 200 }, (_, i) => document(`n${i}`, `第${i}次，温宿县的核桃熟了。`));
    // These hold both pairs of the name and not the name.
    const near = Array.from({ length: 40 }, (_, i) => document(`x${i}`, `温宿的事，宿县的事，第${i}件。`));
    const { index, texts } = await indexOf([...named, ...near]);
    texts.reads = 0;
    const found = await index.search('"温宿县"', { marks: 0 });
    expect(found?.exactCount).toBe(200);
    expect(texts.reads).toBeLessThanOrEqual(40);
  });
});
