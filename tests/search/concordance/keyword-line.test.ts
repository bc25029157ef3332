import { lineAround, orderLines } from '@shared/search/concordance/keyword-line.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('words with what stands around them', () => {
  it('keeps to the text and to one line', () => {
    expect(lineAround('渡口\n修好了，渡口热闹', [7, 9], 4)).toEqual({
      left: '修好了，',
      words: '渡口',
      right: '热闹',
    });
    expect(lineAround('一\n渡口\n二', [2, 4], 9)).toEqual({ left: '一 ', words: '渡口', right: ' 二' });
  });

  it('cuts no character in two, and is the text where nothing is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('渡', '𠮷', '口', ' '), maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(6), fc.nat(9), (words, at, length, units) => {
        const starts = [0];
        for (const char of words) starts.push(starts.at(-1)! + char.length);
        const start = starts[Math.min(at, starts.length - 1)]!;
        const end = starts[Math.min(at + length, starts.length - 1)]!;
        const { left, words: middle, right } = lineAround(words, [start, end], units);
        expect(left.length).toBeLessThanOrEqual(units);
        expect(right.length).toBeLessThanOrEqual(units);
        expect(left + middle + right).not.toMatch(/\p{Surrogate}/u);
        expect(words).toContain(left + middle + right);
        const whole = lineAround(words, [start, end], 99);
        expect(whole.left + whole.words + whole.right).toBe(words);
      }),
    );
  });
});

const line = (left: string, right: string, published: string | null = null, title = '') => ({
  left,
  words: '渡口',
  right,
  title,
  published,
});

it('puts lines in order by what stands beside the words, outwards from them', () => {
  const lines = [line('到新', '修好了'), line('在老', '热闹'), line('去新', '修路'), line('新', '')];
  const by = (order: Parameters<typeof orderLines>[1]) => [...orderLines(lines, order)];
  expect(by('found')).toEqual([0, 1, 2, 3]);
  // lǎo before xīn, and of two of 新 the one with nothing before it, then dào before qù.
  expect(by('left').map((at) => lines[at]!.left)).toEqual(['在老', '新', '到新', '去新']);
  // Nothing, then rènao before xiū; of two of 修 hǎo before lù.
  expect(by('right').map((at) => lines[at]!.right)).toEqual(['', '热闹', '修好了', '修路']);
});

it('puts headlines in the order of the language, as the table of facts does', () => {
  const lines = ['县城', '安居', '白沙'].map((title) => line('', '', null, title));
  expect([...orderLines(lines, 'article')]).toEqual([1, 2, 0]);
});

it('puts undated lines last, and leaves what is alike as it was found', () => {
  const lines = [line('', '', null), line('', '', '2021-03'), line('', '', '1999'), line('', '', '1999')];
  expect([...orderLines(lines, 'date')]).toEqual([2, 3, 1, 0]);
});
