import type { FoundQuotation } from '@shared/model/quotation.ts';
import { recogniseQuotations } from '@shared/quotes/recognise.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotesKnowledge } from './load-knowledge.ts';
import { readCases } from './read-cases.ts';

const cases = readCases();

const meaningOf = ({ text, speaker, manner }: FoundQuotation): string =>
  `${text} = ${manner === 'indirect' ? '*' : ''}${speaker?.text ?? '?'}`;

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (name) => {
  test.each(
    cases.filter(({ file }) => file === name).map((one) => [`${one.line}: ${one.text}`, one] as const),
  )('%s', (_, { text, names, expected }) => {
    const found = recogniseQuotations(text, names, quotesKnowledge);
    expect(found.map(meaningOf)).toEqual(expected);
    for (const { start, end, speaker, text: words } of found) {
      expect(text.slice(start, end)).toBe(words);
      if (speaker) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
    }
  });
});

const pieces = fc.constantFrom(
  ...'“ ” ‘ ’ 「 」 《 》 ： ， 。 ！ \n 老王 说 他 表示 村民 介绍 一边 这是 的心声 回忆 我们 今天 " 地'.split(
    ' ',
  ),
);

describe('laws of quotations', () => {
  test('are in order, apart, and quote the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (words) => {
        const text = words.join('');
        let free = 0;
        for (const { start, end, text: quoted, speaker } of recogniseQuotations(text, [], quotesKnowledge)) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(quoted);
          if (speaker) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
          free = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a text before and a text behind, parted by paragraphs of other matter, change no speech', () => {
    const speech = '村里修了路。村民们说：“现在出门方便多了。”';
    const alone = recogniseQuotations(speech, [], quotesKnowledge).map(({ text }) => text);
    fc.assert(
      fc.property(
        fc.constantFrom('春天来了。', '图书馆开放。', '全村种树三百棵。'),
        fc.nat(3),
        (filler, times) => {
          const around = `${`${filler}\n`.repeat(times)}${speech}\n${filler}`;
          expect(recogniseQuotations(around, [], quotesKnowledge).map(({ text }) => text)).toEqual(alone);
        },
      ),
    );
  });
});
