import { parseQuery } from '@shared/search/query/parse-query.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A query written short: words plain, "phrases", −excluded, t:titles; fields; values; problems with their text. */
function shortened(query: string) {
  const { words, fields, values, problems } = parseQuery(query);
  return {
    words: words.map(
      ({ text, isPhrase, isExcluded, inTitle }) =>
        `${isExcluded ? '-' : ''}${inTitle ? 't:' : ''}${isPhrase ? `"${text}"` : text}`,
    ),
    fields: fields.map(({ field, value, isExcluded }) => `${isExcluded ? '-' : ''}${field}=${value}`),
    values: values.map(
      ({ low, high, unit }) =>
        `${low ? `${low.isIncluded ? '[' : '('}${low.value}` : '('},${high ? `${high.value}${high.isIncluded ? ']' : ')'}` : ')'}${unit ?? ''}`,
    ),
    problems: problems.map(({ reason, start, end }) => `${reason} ${query.slice(start, end)}`),
  };
}

const nothing = { words: [], fields: [], values: [], problems: [] };

describe('words and phrases', () => {
  it.each([
    ['', []],
    ['温宿 核桃', ['温宿', '核桃']],
    ['　温宿　核桃　', ['温宿', '核桃']],
    ['"温宿 核桃"', ['"温宿 核桃"']],
    ['＂温宿＂核桃', ['"温宿"', '核桃']],
    ['温宿"核桃"', ['温宿', '"核桃"']],
    ['“温宿” -“核桃”', ['"温宿"', '-"核桃"']],
    ['“温宿 核桃” 红枣', ['"温宿 核桃"', '红枣']],
    ['的“温宿”', ['的“温宿”']],
    ['“温宿”的', ['“温宿”的']],
    ['温宿 -核桃', ['温宿', '-核桃']],
    ['温宿 －核桃', ['温宿', '-核桃']],
    ['温宿 -"一带 一路"', ['温宿', '-"一带 一路"']],
    ['Wi-Fi 2.24万', ['Wi-Fi', '2.24万']],
    ['title:温宿 Title:"核 桃"', ['t:温宿', 't:"核 桃"']],
    ['https://example.org/a', ['https://example.org/a']],
    ['时间:下午', ['时间:下午']],
    ['好……的', ['好……的']],
    ['a..b', ['a..b']],
  ])('%s', (query, words) => {
    expect(shortened(query)).toEqual({ ...nothing, words });
  });
});

describe('fields', () => {
  it.each([
    ['name:王晨辉', ['name=王晨辉']],
    ['place:温宿县 kind:notice', ['place=温宿县', 'kind=notice']],
    ['tag:"要 核对"', ['tag=要 核对']],
    ['tag:“要 核对”', ['tag=要 核对']],
    ['from:2020 to:2022-03', ['from=2020', 'to=2022-03']],
    ['from：2020-01-31', ['from=2020-01-31']],
    ['-place:温宿县', ['-place=温宿县']],
    ['measure:种植', ['measure=种植']],
    ['说话人:王晨辉', ['speaker=王晨辉']],
    ['說話人：“王 晨辉”', ['speaker=王 晨辉']],
    ['-报纸:日报 Paper:晚报', ['-source=日报', 'source=晚报']],
    ['从:2020年3月5日 到：2022/4', ['from=2020-03-05', 'to=2022-04']],
  ])('%s', (query, fields) => {
    expect(shortened(query)).toEqual({ ...nothing, fields });
  });
});

describe('values', () => {
  it.each([
    ['>1亿元', ['(100000000,)元']],
    ['>=1000', ['[1000,)']],
    ['≥1,000', ['[1000,)']],
    ['＞＝2.24万人次', ['[22400,)人次']],
    ['<=30%', ['(,30]%']],
    ['<50元/公斤', ['(,50)元/公斤']],
    ['=22400', ['[22400,22400]']],
    ['20%..40%', ['[20,40]%']],
    ['20..40%', ['[20,40]%']],
    ['3..5万人', ['[30000,50000]人']],
    ['3万..5万人', ['[30000,50000]人']],
    ['2020..2022', ['[2020,2022]']],
    ['>三千万元', ['(30000000,)元']],
  ])('%s', (query, values) => {
    expect(shortened(query)).toEqual({ ...nothing, values });
  });
});

describe('what is wrong is said, with its place, and the rest is searched for', () => {
  it.each([
    ['"温宿', { words: ['"温宿"'], problems: ['phrase-not-closed "温宿'] }],
    ['红枣 “温宿 核', { words: ['红枣', '"温宿 核"'], problems: ['phrase-not-closed “温宿 核'] }],
    ['温宿 “”', { words: ['温宿'], problems: ['phrase-empty “”'] }],
    ['温宿 ""', { words: ['温宿'], problems: ['phrase-empty ""'] }],
    ['温宿 -', { words: ['温宿'], problems: ['nothing-to-exclude -'] }],
    ['-温宿 -核桃', { words: ['温宿', '核桃'], problems: ['only-excludes -温宿 -核桃'] }],
    ['nmae:王 温宿', { words: ['nmae:王', '温宿'], problems: ['field-unknown nmae:王'] }],
    ['place: 温宿', { words: ['温宿'], problems: ['field-empty place:'] }],
    ['from:2020-13 温宿', { words: ['温宿'], problems: ['date-malformed from:2020-13'] }],
    ['to:去年', { problems: ['date-malformed to:去年'] }],
    ['from:2022 to:2020 水', { words: ['水'], problems: ['range-reversed from:2022'] }],
    ['40%..20%', { words: ['40%..20%'], problems: ['range-reversed 40%..20%'] }],
    ['>很多', { words: ['>很多'], problems: ['number-malformed >很多'] }],
    ['3万..', { words: ['3万..'], problems: ['number-malformed 3万..'] }],
  ])('%s', (query, expected) => {
    expect(shortened(query)).toEqual({ ...nothing, ...expected });
  });

  it('never throws, and every place lies in the query', () => {
    const piece = fc.constantFrom(...'"＂“”-:： 　>=<.%亿元a2温…', 'from:', 'title:', '2020', '..', 'tag:');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const query = pieces.join('');
        const { words, fields, values, problems } = parseQuery(query);
        for (const { start, end } of [...words, ...fields, ...values, ...problems]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(query.length);
        }
        expect(words.every(({ text }) => text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
