import { WordList } from '@shared/text/word-list.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const piece = fc.string({ unit: fc.constantFrom('市', '区', '委', '员', '会'), minLength: 1, maxLength: 4 });
const texts = fc.string({ unit: fc.constantFrom('市', '区', '委', '员', '会'), maxLength: 12 });

/** The plain way: every piece is cut and looked up. */
const longest = (pieces: readonly string[], words: readonly string[]): string =>
  pieces.filter((word) => words.includes(word)).sort((a, b) => b.length - a.length)[0] ?? '';

describe('words of a list in a text', () => {
  it('the longest that begins or ends at a place is found, as by cutting every piece', () => {
    fc.assert(
      fc.property(fc.array(piece), texts, fc.nat(12), fc.nat(5), (words, text, place, most) => {
        const at = Math.min(place, text.length);
        const list = new WordList(words);
        const ahead = Array.from({ length: text.length - at }, (_, i) => text.slice(at, at + i + 1));
        const behind = Array.from({ length: at }, (_, i) => text.slice(at - i - 1, at));
        expect(list.startingAt(text, at)).toBe(longest(ahead, words));
        expect(list.endingAt(text, at)).toBe(longest(behind, words));
        expect(list.startingAt(text, at, most)).toBe(longest(ahead.slice(0, most), words));
        expect(list.endingAt(text, at, most)).toBe(longest(behind.slice(0, most), words));
      }),
    );
  });

  it('none ends before the text begins, though the text begins so', () => {
    expect(new WordList(['会会']).endingAt('会会', 1)).toBe('');
  });

  it('alternatives take the longest word, and marks of patterns by themselves', () => {
    const pattern = new RegExp(`^${new WordList(['委', '委员', '1+6', '']).alternatives}`);
    expect(pattern.exec('委员会')?.[0]).toBe('委员');
    expect(pattern.exec('1+6机制')?.[0]).toBe('1+6');
    expect(pattern.test('116')).toBe(false);
  });

  it('keeps the order of the list', () => {
    expect([...new WordList(['市', '自治州', '县', '市'])]).toEqual(['市', '自治州', '县']);
  });
});
