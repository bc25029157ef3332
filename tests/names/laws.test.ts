import type { FoundName } from '@shared/model/name.ts';
import type { NamedText } from '@shared/names/recognise.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { body, namesOf } from './notation.ts';

const SENTENCES = [
  '长沙市援藏指挥部指挥长林国平说，项目进展顺利。',
  '林国平和村民阿不都·热合曼一起修渠。',
  '莎车县委组织部实施“青苗培土”行动。',
  '“青苗培土”行动已办三期。',
  '浙江省温州市鹿城区南汇街道开了茶馆。',
  '温州的专家赴莎车县义诊，省援藏指挥部派了车。',
  '湖南省援藏指挥部成立了云岭纺织科技有限公司。',
  '天气很好，大家都很高兴。',
  '浙川两地签约，浙江的专家来了。',
  '绍莎两地同心，绍兴市的专家来到莎车县，温州市与绍兴市都派了人。',
  '红旗村获评全国文明村、省级生态示范村，莎车县红旗村的老人笑了。',
  '推广沙窝蜜桃、云溪白茶等特色果品。',
  '沙窝蜜桃卖到了新疆地区，县委组织部成立“红砖厝商会”。',
  '推进白鹭洲文旅项目，塔城地区、塔城市和塔城都来了人。',
  '国务院印发《长三角生态绿色一体化发展示范区总体方案》，召开第五、六次全国民族工作会议。',
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
  it('half-wide marks and traditional characters give names at the same places', () => {
    // Characters that another script writes otherwise, one for one in both directions.
    const TRADITIONAL = {
      县: '縣',
      说: '說',
      长: '長',
      温: '溫',
      苏: '蘇',
      团: '團',
      车: '車',
      国: '國',
    };
    const inTraditional = (text: string): string =>
      [...text].map((char) => TRADITIONAL[char as keyof typeof TRADITIONAL] ?? char).join('');
    const places = (names: readonly FoundName[]): string[] =>
      names.map(({ start, end, type }) => `${start}-${end} ${type}`);
    fc.assert(
      fc.property(pages, (texts) => {
        const written = namesOf(...texts);
        const printed = texts.map((each) => ({
          ...each,
          text: inTraditional(each.text).replaceAll('，', ',').replaceAll('：', ':'),
        }));
        const read = namesOf(...printed);
        expect(read.map(places)).toEqual(written.map(places));
        for (const [index, names] of read.entries())
          for (const { text, start, end } of names) expect(text).toBe(printed[index]!.text.slice(start, end));
      }),
      { numRuns: 20, examples: [[[body(SENTENCES.join('\n'))]]] },
    );
  });

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

  it('a full form has no fuller one', () => {
    fc.assert(
      fc.property(pages, (texts) => {
        const names = namesOf(...texts).flat();
        const full = new Map(names.map(({ type, text, canonical }) => [`${type}:${text}`, canonical]));
        for (const { type, canonical } of names)
          if (canonical !== undefined) expect(full.get(`${type}:${canonical}`)).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  it('mentions of one place on one page have one full form and one pin', () => {
    fc.assert(
      fc.property(pages, (texts) => {
        const said = new Map<string, string>();
        for (const { type, text, canonical, places } of namesOf(...texts).flat()) {
          if (type !== 'place') continue;
          const now = JSON.stringify([canonical, places]);
          expect(said.get(text) ?? now).toBe(now);
          said.set(text, now);
        }
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
