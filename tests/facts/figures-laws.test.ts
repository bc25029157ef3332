import { recogniseFacts } from '@shared/facts/recognise.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printNumeral } from '../numerals/print-numeral.ts';
import { factsKnowledge } from './knowledge.ts';

const recognise = (text: string): FoundFact[] => recogniseFacts(text, factsKnowledge);

const wholeNumbers = fc.oneof(
  fc.integer({ min: 2, max: 9_999 }),
  fc.integer({ min: 2, max: 999_999_999 }),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 10 }))
    .map(([digits, power]) => digits * 10 ** power),
);

/** Pieces of which figures and times are made, and what stands between them. */
const PIECES =
  '3 12 2020 1.5 0 7 千 万 亿 余 多 % ％ 元 $ 人 个 岁 公斤 - ~ — 至 到 . , : / ( ) + T e5 年 月 日 时 第 每 近 约 了 ， 。 、 A km No 1/3'.split(
    ' ',
  );

/** Full width for what `foldWidth` narrows; sentence marks print wide by right. */
const widen = (text: string): string =>
  text.replace(/[0-9A-Za-z%+./$~:-]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));

describe('laws of figures', () => {
  it('a number in any of its forms is read with its unit as itself', () => {
    fc.assert(
      fc.property(wholeNumbers, (value) => {
        for (const [form, printed] of Object.entries(printNumeral(value))) {
          if (form === 'digits in a row') continue;
          const found = recognise(`共有${printed}公里，`);
          expect([form, printed, found.map((fact) => [fact.text, fact.kind, fact.value])]).toEqual([
            form,
            printed,
            [[`${printed}公里`, 'measurement', value]],
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('full width says what half width says, wherever figures and times meet', () => {
    const claims = (facts: readonly FoundFact[]) =>
      facts.map(({ text: _words, unit: _unit, per: _per, time: _time, ...claim }) => claim);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const wide = text.replace(/[0-9A-Za-z%]/g, widen);
        expect([text, claims(recognise(wide))]).toEqual([text, claims(recognise(text))]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('facts are in order, apart, and quote the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }), (pieces) => {
        const text = pieces.join('');
        let free = 0;
        for (const { start, end, text: words } of recognise(text)) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(words);
          free = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
