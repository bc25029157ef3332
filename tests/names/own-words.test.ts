import type { NameType, OwnWord } from '@shared/model/name.ts';
import { listPrintedWords } from '@shared/names/page/printed-words.ts';
import { PASSES } from '@shared/names/passes.ts';
import { recogniseNames } from '@shared/names/recognise.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesKnowledge } from './knowledge.ts';

const TEXT = '县长林国平说，青禾计划在茂林镇推开。青禾计划办公室设在茂林镇政府，林国平任主任。';

const read = (text: string, words: readonly OwnWord[]): [string, NameType][] =>
  recogniseNames([{ text, role: 'body', article: 0 }], namesKnowledge(), undefined, PASSES, words)[0]!.map(
    (name) => [name.text, name.type],
  );

describe('the person’s own words', () => {
  it('are names of their type wherever they stand, but in a longer name that is no person', () => {
    const names = read(TEXT, [{ word: '茂林镇', type: 'place' }]);
    expect(names).toContainEqual(['茂林镇', 'place']);
    expect(names.map(([form]) => form)).toContain('茂林镇政府');
    const told = read(TEXT, [
      { word: '青禾计划', type: 'event' },
      { word: '青禾计划办公室', type: 'org' },
    ]);
    expect(told).toContainEqual(['青禾计划', 'event']);
    expect(told).toContainEqual(['青禾计划办公室', 'org']);
  });

  it('take another type for every mention, and none where the person says so', () => {
    expect(read(TEXT, []).filter(([form]) => form === '林国平')).toHaveLength(2);
    const places = read(TEXT, [{ word: '林国平', type: 'place' }]).filter(([form]) => form === '林国平');
    expect(places).toEqual([
      ['林国平', 'place'],
      ['林国平', 'place'],
    ]);
    expect(read(TEXT, [{ word: '林国平', type: null }]).map(([form]) => form)).not.toContain('林国平');
  });

  it('are read in either script', () => {
    const names = read('縣長說，禾風計畫推開了。', [{ word: '禾风计画', type: 'programme' }]);
    expect(names).toContainEqual(['禾風計畫', 'programme']);
  });

  it('leave names that do not overlap, whatever the words are', () => {
    const words = fc.array(
      fc.record({
        word: fc
          .integer({ min: 0, max: TEXT.length - 2 })
          .chain((start) =>
            fc.integer({ min: 1, max: 6 }).map((length) => TEXT.slice(start, start + length)),
          ),
        type: fc.constantFrom<NameType | null>('person', 'place', 'org', 'programme', null),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const [names = []] = recogniseNames(
          [{ text: TEXT, role: 'body', article: 0 }],
          namesKnowledge(),
          undefined,
          PASSES,
          list,
        );
        for (const [index, name] of names.entries())
          if (index > 0) expect(name.start).toBeGreaterThanOrEqual(names[index - 1]!.end);
        const last = new Map(list.map(({ word, type }) => [word, type]));
        for (const name of names) if (last.has(name.text)) expect(name.type).toBe(last.get(name.text));
      }),
      { numRuns: 25 },
    );
  });
});

describe('which of the words a page prints', () => {
  const { script } = namesKnowledge();
  const printed = (text: string, word: string): boolean =>
    listPrintedWords(text, [{ word, type: 'org' }], script).length === 1;

  it('misses none that stands in it, over a line’s end, or around what stands between', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'青禾計劃办公室'), minLength: 1, maxLength: 6 }),
        fc.string({ unit: fc.constantFrom(...'林国平说， \n'), maxLength: 20 }),
        fc.string({ unit: fc.constantFrom(...'林国平说， \n'), maxLength: 20 }),
        fc.nat(6),
        fc.constantFrom('', '\n', '\r\n　　', '\n图为新渠。林晓摄\n'),
        (word, before, after, at, between) => {
          const text = `${before}${word.slice(0, at)}${between}${word.slice(at)}${after}`;
          expect(printed(text, word)).toBe(true);
        },
      ),
    );
  });

  it('lists none whose characters the page does not have', () => {
    expect(printed(TEXT, '碧湖公司')).toBe(false);
    expect(listPrintedWords(TEXT, [{ word: '青禾計劃', type: null }], script)).toHaveLength(1);
  });
});
