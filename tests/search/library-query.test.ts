import { timeSpanOf } from '@shared/numerals/time-span.ts';
import type { ClaimedFact } from '@shared/search/claims/claim.ts';
import { ClaimColumns } from '@shared/search/claims/claim-columns.ts';
import { packClaims } from '@shared/search/claims/packed-claims.ts';
import { askByValue, type FilteredArticle, LibraryQuery } from '@shared/search/library-query.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKnowledge } from './search-knowledge.ts';

const fact = (value: number | string, unit: string | null, more: Partial<ClaimedFact> = {}): ClaimedFact => ({
  kind: typeof value === 'string' ? 'date' : 'quantity',
  value,
  unit,
  measure: null,
  ...more,
});

const measured = (value: number, unit: string, measure: string) =>
  fact(value, unit, { measure: { text: measure } });

const library: Readonly<Record<string, readonly ClaimedFact[]>> = {
  funds: [fact(98_000_000, 'CNY', { kind: 'money' }), fact(2, 'USD', { kind: 'money' }), fact(20, '%')],
  orchard: [measured(2000, '亩', '核桃種植面积'), measured(130, '公顷', '红枣种植面积'), fact(35, '%')],
  yield: [measured(650, '公斤', '亩产量'), measured(1.2, '吨', '总产量'), fact(50, 'CNY', { per: '公斤' })],
  crowd: [fact(22_400, '人次'), fact(3, '家', { valueMax: 5 })],
  dates: [fact('2021-03', null), fact('2019/2020', null), fact('2024-10-18T10:00', null)],
};

const { folding, units } = searchKnowledge;

function put(columns: ClaimColumns, article: string, facts: readonly ClaimedFact[]): void {
  columns.add(
    { id: article, title: '', newspaper: '', published: null, state: '' },
    packClaims(article, facts),
  );
}

function factsOf(articles: Readonly<Record<string, readonly ClaimedFact[]>>): ClaimColumns {
  const index = new ClaimColumns(units, folding);
  for (const [article, facts] of Object.entries(articles)) put(index, article, facts);
  return index;
}

const articleOf = (id: string, more: Partial<FilteredArticle> = {}): FilteredArticle => ({
  id,
  published: null,
  source: '',
  kind: 'article',
  places: [],
  programmes: [],
  names: [],
  speakers: [],
  tags: [],
  ...more,
});

/** `article: places of its facts` for all articles that a query keeps. */
function answer(query: string, index = factsOf(library)): string[] {
  const narrowing = LibraryQuery.read(query, searchKnowledge).narrow(index);
  return Object.keys(library)
    .filter((id) => narrowing.accepts(articleOf(id)))
    .map((id) => `${id}: ${narrowing.factsOf(id)?.places.join(' ') ?? ''}`);
}

describe('figures are found by value', () => {
  it.each([
    ['>5000万元', ['funds: 0']],
    ['>1亿元', []],
    ['>=0.98億圓', ['funds: 0']],
    ['=2美元', ['funds: 1']],
    ['20%..30%', ['funds: 2']],
    ['>20%', ['orchard: 2']],
    ['>=20％', ['funds: 2', 'orchard: 2']],
    ['>100公顷', ['orchard: 0 1']],
    ['=130公顷', ['orchard: 1']],
    ['=1950亩', ['orchard: 1']],
    ['<1吨', ['yield: 0']],
    ['=1300斤', ['yield: 0']],
    ['40..60元/公斤', ['yield: 2']],
    ['=5万元/吨', ['yield: 2']],
    ['>=1000 人次', ['crowd: 0']],
    ['=22400', ['crowd: 0']],
    ['=4家', ['crowd: 1']],
    ['>5家', []],
    ['2021..2022', ['dates: 0']],
    ['2020..2021', ['dates: 0 1']],
    ['=2021年', ['dates: 0']],
    ['>2020年', ['dates: 0 2']],
    ['<2021年', ['dates: 1']],
    ['<=2021年', ['dates: 0 1']],
    ['>=2021 年', ['dates: 0 2']],
    ['亩 measure:种植', ['orchard: 0 1']],
    ['measure:产量', ['yield: 0 1']],
    ['>1吨 measure:總產量', ['yield: 1']],
    ['20%..40% >100公顷', ['orchard: 0 1 2']],
  ])('%s', (query, expected) => {
    expect(answer(query)).toEqual(expected);
  });

  it('takes the unit after a number out of the words, and leaves other words', () => {
    const { words } = LibraryQuery.read('核桃 >=1000 人次', searchKnowledge);
    expect(words.map(({ text }) => text)).toEqual(['核桃']);
    expect(LibraryQuery.read('>=1000 温宿', searchKnowledge).words.map(({ text }) => text)).toEqual(['温宿']);
  });

  it('says which unit it does not know, and where', () => {
    expect(LibraryQuery.read('核桃 >3囧', searchKnowledge).problems).toEqual([
      { reason: 'unit-unknown', start: 3, end: 6 },
    ]);
  });

  it('says which kind there is not, and does without it', () => {
    const query = LibraryQuery.read('核桃 kind:（ kind:notice', searchKnowledge);
    expect(query.problems).toEqual([{ reason: 'kind-unknown', start: 3, end: 9 }]);
    expect(query.narrow(factsOf({})).accepts(articleOf('a', { kind: 'notice' }))).toBe(true);
  });
});

describe('how much of a query is looked for', () => {
  it.each([
    ['核桃', 'rest'],
    ['核桃 kind:囧', 'rest'],
    ['核桃 >3囧', 'rest'],
    ['"核桃', 'as-words'],
    ['colour:红', 'as-words'],
    ['-核桃', 'as-words'],
    ['kind:囧', 'nothing'],
    ['""', 'nothing'],
    ['>3囧', 'nothing'],
    ['place:', 'nothing'],
  ])('of %s: %s', (query, sought) => {
    expect(LibraryQuery.read(query, searchKnowledge).sought).toBe(sought);
  });
});

describe('a number that no text has as it was typed', () => {
  it.each([
    ['98000000', '=98000000', ['funds: 0']],
    ['9800万元', '=9800万元', ['funds: 0']],
    ['九千八百万元', '=九千八百万元', ['funds: 0']],
    ['22400 人次', '=22400 人次', ['crowd: 0']],
    ['2021年', '=2021年', ['dates: 0']],
  ])('is asked for by value: %s', (query, asked, found) => {
    expect(askByValue(query, units)).toBe(asked);
    expect(answer(asked)).toEqual(found);
  });

  it('is left as it is in a phrase, in a title, left out, with a unit that nobody knows, or where there is none', () => {
    for (const query of ['"98000000"', 'title:9800万', '-9800万', '98囧', '核桃', '>5'])
      expect(askByValue(query, units), query).toBeNull();
    expect(askByValue('县里 9800万 "3" 2万吨', units)).toBe('县里 =9800万 "3" =2万吨');
  });
});

describe('articles are narrowed', () => {
  const article = articleOf('a', {
    published: '2021-03-05',
    source: '新疆日报',
    kind: 'notice',
    places: ['温宿县'],
    programmes: ['千村示范'],
    names: ['王晨輝', '温宿县'],
    speakers: ['縣林業局局長王晨輝', '王晨輝'],
    tags: ['待核'],
  });
  it.each([
    ['place:温宿', true],
    ['place:溫宿縣', true],
    ['-place:温宿', false],
    ['name:王晨辉', true],
    ['name:李', false],
    ['speaker:王晨辉', true],
    ['speaker:林业局', true],
    ['speaker:温宿县', false],
    ['-speaker:王晨辉', false],
    ['programme:千村', true],
    ['source:日报', true],
    ['kind:notice', true],
    ['kind:article', false],
    ['tag:待核', true],
    ['tag:待', false],
    ['from:2021', true],
    ['from:2021-03-06', false],
    ['to:2021-03', true],
    ['to:2020', false],
    ['from:2020 to:2022', true],
    ['place:温宿 to:2020', false],
  ])('%s: %s', (query, expected) => {
    const read = LibraryQuery.read(query, searchKnowledge);
    expect(read.narrows).toBe(true);
    expect(read.asksForFacts).toBe(false);
    expect(read.narrow(factsOf({})).accepts(article)).toBe(expected);
  });

  it('and quotations are told by who says them', () => {
    const isSaidBy = (query: string) =>
      LibraryQuery.read(query, searchKnowledge).narrow(factsOf({})).isSaidBy(article.speakers);
    expect(['speaker:王晨辉', 'speaker:李', '-speaker:王晨辉', 'name:王晨辉'].map(isSaidBy)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('by date only where the date is known', () => {
    const narrowing = LibraryQuery.read('from:2020', searchKnowledge).narrow(factsOf({}));
    expect(narrowing.accepts(articleOf('a'))).toBe(false);
    expect(narrowing.accepts(articleOf('a', { published: '2020' }))).toBe(true);
  });
});

describe('an index of facts that changes', () => {
  it('answers as one made at once', () => {
    const change = fc.record({ id: fc.nat(90), values: fc.option(fc.array(fc.nat(50), { maxLength: 4 })) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), fc.nat(50), (changes, limit) => {
        const index = factsOf({});
        const present: Record<string, readonly ClaimedFact[]> = {};
        for (const { id, values } of changes) {
          delete present[`d${id}`];
          if (values) {
            present[`d${id}`] = values.map((value) => fact(value, '家'));
            put(index, `d${id}`, present[`d${id}`] as ClaimedFact[]);
          } else index.remove(`d${id}`);
        }
        const condition = {
          low: { value: limit, isIncluded: true },
          high: null,
          unit: units.find('家'),
          measure: null,
        };
        expect(index.find(condition)).toEqual(factsOf(present).find(condition));
      }),
    );
  });
});

describe('times as days', () => {
  it.each([
    ['2021', 20210000, 20219999],
    ['2021-03', 20210300, 20210399],
    ['2021-03-05', 20210305, 20210305],
    ['2021-03-05T10:00', 20210305, 20210305],
    ['2020/2022', 20200000, 20229999],
    ['2020-01/2020-06', 20200100, 20200699],
  ])('%s', (iso, from, to) => {
    expect(timeSpanOf(iso)).toEqual([from, to]);
  });

  it('knows what is none', () => {
    expect(timeSpanOf('T10:00')).toBeNull();
  });
});
