import { timeSpanOf } from '@shared/numerals/time-span.ts';
import { CLAIM_FACETS, type ClaimFacet, ClaimView } from '@shared/search/claims/claim-view.ts';
import { LibraryQuery } from '@shared/search/library-query.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKnowledge } from '../search-knowledge.ts';
import { columnsOf, emptyColumns, type MadeArticle, madeLibrary, present, put } from './made-claims.ts';

const { folding, units } = searchKnowledge;

/** A fact beside its article, as a plain object: what the columns are compared with. */
const plainRows = (articles: readonly MadeArticle[]) =>
  present(articles).flatMap(({ about, facts, beside }) =>
    facts.map((fact, i) => ({
      at: `${about.id}:${i}`,
      fact,
      title: about.title,
      kind: fact.kind as string,
      status: fact.verdict ?? 'found',
      unit: typeof fact.value === 'string' ? 'ISO 8601' : (fact.unit ?? ''),
      measure: fact.measure?.text ?? '',
      subject: fact.subject?.text ?? '',
      when: fact.when ?? '',
      newspaper: about.newspaper,
      published: about.published ?? '',
      year: about.published?.slice(0, 4) ?? '',
      confidence: fact.confidence ?? 0,
      ...beside[i]!,
    })),
  );
type PlainRow = ReturnType<typeof plainRows>[number];

const QUERIES = [
  '',
  '>0',
  '>=1000',
  '1公顷..50公顷',
  '2020..2022',
  'measure:面积',
  '>1元',
  '石桥',
  '石桥 -种植',
  '渡口',
  '<2',
];
const chosenOf = fc.dictionary(
  fc.constantFrom(...CLAIM_FACETS),
  fc.subarray(['亩', '种植面积', '投入', '湖口日报', '2021', 'found', 'confirmed', 'money', '青石镇', ''], {
    minLength: 1,
    maxLength: 4,
  }),
) as fc.Arbitrary<Partial<Record<ClaimFacet, string[]>>>;

function view(
  articles: readonly MadeArticle[],
  query: string,
  chosen: Partial<Record<ClaimFacet, string[]>>,
) {
  const columns = columnsOf(articles);
  const { conditions, words } = LibraryQuery.read(query, searchKnowledge);
  const sought = words.map(({ text, isExcluded }) => ({ folded: folding.foldToString(text), isExcluded }));
  const shown = new ClaimView(columns, { articles: null, conditions, words: sought, chosen });
  const at = (rows: Uint32Array): string[] =>
    [...rows].map((row) => {
      const place = columns.placeOf(row);
      return place ? `${place.article}:${place.place}` : 'gone';
    });
  return { columns, shown, at };
}

/** What a query keeps, read off the facts themselves. */
function fits(row: PlainRow, query: string): boolean {
  const { value, valueMax = value } = row.fact;
  const number = typeof value === 'number' ? [value, valueMax as number] : null;
  const texts = [
    row.unit,
    row.measure,
    row.subject,
    row.when,
    row.place,
    row.programme,
    row.person,
    row.title,
  ];
  const holds = (word: string) =>
    texts.some((text) => folding.foldToString(text).includes(folding.foldToString(word)));
  switch (query) {
    case '':
      return true;
    case '>0':
      return number !== null && number[1]! > 0;
    case '<2':
      return number !== null && number[0]! < 2;
    case '>=1000':
      return number !== null && number[1]! >= 1000 - 1e-6;
    case '>1元':
      return number !== null && row.unit === 'CNY' && number[1]! > 1 + 1e-9;
    case '1公顷..50公顷': {
      const factor = (units.find(row.unit)?.factor ?? 1) / units.find('公顷')!.factor;
      if (number === null || !['亩', '公顷'].includes(row.unit)) return false;
      return number[1]! * factor >= 1 - 1e-9 && number[0]! * factor <= 50 + 5e-8;
    }
    case '2020..2022': {
      const span = typeof value === 'string' ? timeSpanOf(value) : null;
      return span !== null && span[1] >= 20200000 && span[0] <= 20229999;
    }
    case 'measure:面积':
      return value !== null && typeof value === 'number' && row.measure.includes('面积');
    case '石桥':
    case '渡口':
      return holds(query);
    case '石桥 -种植':
      return holds('石桥') && !holds('种植');
    default:
      throw new Error(query);
  }
}

const isChosen = (row: PlainRow, chosen: Partial<Record<ClaimFacet, string[]>>, but?: ClaimFacet): boolean =>
  CLAIM_FACETS.every((facet) => facet === but || !chosen[facet] || chosen[facet].includes(row[facet]));

describe('a view of all facts', () => {
  it('keeps what a plain reading of the facts keeps, in the order in which they came', () => {
    fc.assert(
      fc.property(madeLibrary, fc.constantFrom(...QUERIES), chosenOf, (articles, query, chosen) => {
        const { shown, at } = view(articles, query, chosen);
        const kept = plainRows(articles).filter((row) => fits(row, query) && isChosen(row, chosen));
        expect(at(shown.rows)).toEqual(kept.map((row) => row.at));
      }),
    );
  });

  it('counts the values of each facet over what the other facets keep', () => {
    fc.assert(
      fc.property(madeLibrary, chosenOf, (articles, chosen) => {
        const { shown } = view(articles, '', chosen);
        for (const facet of CLAIM_FACETS) {
          const counts = new Map<string, number>();
          for (const row of plainRows(articles))
            if (isChosen(row, chosen, facet)) counts.set(row[facet], (counts.get(row[facet]) ?? 0) + 1);
          const told = shown.facet(facet, 100).filter(({ count }) => count > 0);
          expect(new Map(told.map(({ value, count }) => [value, count]))).toEqual(counts);
          expect(told.map(({ count }) => count)).toEqual([...counts.values()].sort((a, b) => b - a));
          expect(shown.facet(facet, 1).length).toBeGreaterThanOrEqual(Math.min(1, counts.size));
        }
      }),
    );
  });

  it('shows a window of any order as it stands in the whole of it, what is not known last', () => {
    const sorts = ['measure', 'when', 'newspaper', 'published', 'title', 'place'] as const;
    fc.assert(
      fc.property(
        madeLibrary,
        fc.constantFrom(...sorts, 'confidence' as const),
        fc.boolean(),
        fc.nat(20),
        (articles, by, isDescending, from) => {
          const { shown, at } = view(articles, '', {});
          const collator = new Intl.Collator('zh');
          const direction = isDescending ? -1 : 1;
          const compare = (a: PlainRow, b: PlainRow): number => {
            if (by === 'confidence') return direction * (a.confidence - b.confidence);
            if (a[by] === '' || b[by] === '') return Number(a[by] === '') - Number(b[by] === '');
            return direction * collator.compare(a[by], b[by]);
          };
          const sorted = plainRows(articles).sort(compare);
          const rows = shown.window({ by, isDescending }, from, from + 5);
          expect(at(rows)).toEqual(sorted.slice(from, from + 5).map((row) => row.at));
        },
      ),
    );
  });

  it('sorts values among those that they compare with, in either direction', () => {
    fc.assert(
      fc.property(madeLibrary, fc.boolean(), (articles, isDescending) => {
        const { shown, columns } = view(articles, '', {});
        const rows = [...shown.window({ by: 'value', isDescending }, 0, 1000)];
        const { codes } = columns.coded('unit');
        const dimensionOf = (row: number) => columns.unitOf(codes[row]!).dimension;
        const valued = rows.filter((row) => !Number.isNaN(columns.lows[row]));
        expect(rows.slice(0, valued.length)).toEqual(valued);
        const changes = valued.filter((row, i) => i > 0 && dimensionOf(row) !== dimensionOf(valued[i - 1]!));
        expect(changes.length).toBe(Math.max(0, new Set(valued.map(dimensionOf)).size - 1));
        for (const [i, row] of valued.entries()) {
          const next = valued[i + 1];
          if (next === undefined || dimensionOf(next) !== dimensionOf(row)) continue;
          const difference = columns.lows[next]! - columns.lows[row]!;
          expect(isDescending ? difference <= 0 : difference >= 0).toBe(true);
        }
      }),
    );
  });
});

it('shows of columns that were kept in step what columns built anew show', () => {
  fc.assert(
    fc.property(madeLibrary, fc.array(fc.nat(7)), (articles, gone) => {
      const kept = columnsOf(articles);
      for (const id of gone) kept.remove(`a${id}`);
      const left = present(articles).filter(({ about }) => !gone.some((id) => about.id === `a${id}`));
      const anew = columnsOf(left);
      const told = (columns: typeof kept) => {
        const shown = new ClaimView(columns, { articles: null, conditions: [], words: [], chosen: {} });
        return {
          rows: [...shown.window({ by: 'measure', isDescending: true }, 0, 100)].map((row) =>
            columns.placeOf(row),
          ),
          units: new Map(shown.facet('unit', 99).map(({ value, count }) => [value, count])),
        };
      };
      expect(kept.facts).toBe(anew.facts);
      expect(told(kept)).toEqual(told(anew));
    }),
  );
});

it('lets go of the rows of removed articles once they are the most', () => {
  const columns = emptyColumns();
  const article = (id: number, count: number): MadeArticle => ({
    about: { id: `a${id}`, title: '', newspaper: '', published: null, state: `s${id}` },
    facts: Array.from({ length: count }, (_, i) => ({
      kind: 'quantity',
      value: i,
      unit: '人',
      measure: null,
    })),
    beside: [],
  });
  for (let id = 0; id < 40; id++) put(columns, article(id, 100));
  for (let round = 0; round < 5; round++) for (let id = 0; id < 40; id++) put(columns, article(id, 100));
  expect(columns.facts).toBe(4000);
  expect(columns.rows).toBeLessThanOrEqual(8100);
  expect(
    columns.find({ low: { value: 98, isIncluded: true }, high: null, unit: null, measure: null }).get('a3'),
  ).toEqual({ state: 's3', places: [98, 99] });
});
