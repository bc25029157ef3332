import { findInTexts } from '@shared/search/passages/find-in-texts.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKnowledge } from './search-knowledge.ts';

const { folding } = searchKnowledge;

const found = (texts: readonly string[], words: string): string[] =>
  findInTexts(texts, words, folding).map(
    ({ text, start, end }) => `${text}:${texts[text]?.slice(start, end)}`,
  );

describe('words in a text are found', () => {
  it('in either script, width and case, in each text, without overlap', () => {
    const texts = ['渔港新修，漁港又開', '没有', 'ＧＤＰ与gdp、GDP', '啊啊啊啊'];
    expect(found(texts, '漁港')).toEqual(['0:渔港', '0:漁港']);
    expect(found(texts, 'Gdp')).toEqual(['2:ＧＤＰ', '2:gdp', '2:GDP']);
    expect(found(texts, '啊啊')).toEqual(['3:啊啊', '3:啊啊']);
    expect(found(texts, '修，')).toEqual(['0:修，']);
    expect(found(texts, '')).toEqual([]);
  });

  it('where folding changes lengths, at whole characters', () => {
    expect(found(['3㎡与3m2'], '3m2')).toEqual(['0:3㎡', '0:3m2']);
  });

  it('wherever they stand, and nowhere else', () => {
    const units = fc.constantFrom('渔', '漁', '港', 'Ａ', 'a', '，', '１', '1', '𠮷');
    const text = fc.array(units, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(units, { minLength: 1, maxLength: 2 }), (words, sought) => {
        const needle = folding.foldToString(sought.join(''));
        const folded = folding.foldToString(words);
        const places = findInTexts([words], sought.join(''), folding);
        for (const { start, end } of places)
          expect(folding.foldToString(words.slice(start, end))).toBe(needle);
        expect(places.length).toBe(folded.split(needle).length - 1);
      }),
    );
  });
});
