import type { FoundName } from '@shared/model/name.ts';
import type { NamedText } from '@shared/names/recognise.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { body, namesOf } from './notation.ts';

const SENTENCES = [
  '温州市援疆指挥部指挥长林国平说，项目进展顺利。',
  '林国平和村民阿不都·热合曼一起修渠。',
  '莎车县委组织部实施“青苗培土”行动。',
  '“青苗培土”行动已办三期。',
  '浙江省温州市鹿城区南汇街道开了茶馆。',
  '温州的专家赴莎车县义诊，省援疆指挥部派了车。',
  '浙江省援疆指挥部成立了云岭纺织科技有限公司。',
  '天气很好，大家都很高兴。',
];

const plain = (names: readonly FoundName[]): string[] =>
  names.map(({ start, end, text, type, canonical, role, places }) =>
    JSON.stringify([start, end, text, type, canonical, role, places?.map(({ code }) => code)]),
  );

const pages = fc
  .array(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((articles): NamedText[] => articles.map((sentences, article) => body(sentences.join('\n'), article)));

describe('laws of names', () => {
  it('the same page twice gives the same names', () => {
    fc.assert(
      fc.property(pages, (texts) => {
        expect(namesOf(...texts).map(plain)).toEqual(namesOf(...texts).map(plain));
      }),
      { numRuns: 20 },
    );
  });

  it('articles in another order give the same names', () => {
    fc.assert(
      fc.property(pages, (texts) => {
        const turned = [...texts].reverse();
        expect(
          namesOf(...turned)
            .map(plain)
            .reverse(),
        ).toEqual(namesOf(...texts).map(plain));
      }),
      { numRuns: 20 },
    );
  });

  it('names are in order, do not overlap, and are their own words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...SENTENCES), fc.string({ unit: 'grapheme', maxLength: 12 })), {
          maxLength: 6,
        }),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const name of namesOf(body(text))[0]!) {
            expect(name.start).toBeGreaterThanOrEqual(last);
            expect(name.end).toBeGreaterThan(name.start);
            expect(text.slice(name.start, name.end)).toBe(name.text);
            last = name.end;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a text without characters has no names', () => {
    expect(namesOf(body(''), body('\n'))).toEqual([[], []]);
  });
});
