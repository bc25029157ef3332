import { spreadBy } from '@shared/search/claims/claim-groups.ts';
import { ClaimView } from '@shared/search/claims/claim-view.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf, madeLibrary, present } from './made-claims.ts';

const everything = { articles: null, conditions: [], words: [], chosen: {} };

it('counts, adds up and spreads figures of one unit under the value of a column', () => {
  const facts = [
    { kind: 'measurement', value: 30, unit: '亩', measure: { text: '种植面积' } },
    { kind: 'measurement', value: 2, unit: '公顷', measure: { text: '种植面积' } },
    { kind: 'measurement', value: 10, unit: '亩', measure: { text: '种植面积' }, bound: 'nearly' },
    { kind: 'percent', value: 20, unit: '%', measure: { text: '种植面积' } },
    { kind: 'date', value: '2021', unit: null, measure: { text: '种植面积' } },
    { kind: 'money', value: 5, unit: 'CNY', measure: null },
  ] as const;
  const about = { id: 'a', title: '', newspaper: '', published: null, state: '' };
  const columns = columnsOf([{ about, facts, beside: [] }]);
  const { rows } = new ClaimView(columns, everything);
  expect(spreadBy(columns, rows, 'measure', 9)).toEqual([
    {
      value: '种植面积',
      unit: '亩',
      facts: 3,
      least: 10,
      median: 30,
      greatest: 30,
      total: 70,
      isExact: false,
    },
    {
      value: '种植面积',
      unit: '%',
      facts: 1,
      least: 20,
      median: 20,
      greatest: 20,
      total: null,
      isExact: true,
    },
    { value: '', unit: 'CNY', facts: 1, least: 5, median: 5, greatest: 5, total: 5, isExact: true },
  ]);
  expect(spreadBy(columns, rows, 'measure', 1).map(({ value }) => value)).toEqual(['种植面积', '种植面积']);
});

it('adds up no prices, temperatures and speeds, whatever is said of them', () => {
  const facts = [
    { kind: 'money', value: 50, unit: 'CNY', per: '公斤', measure: null },
    { kind: 'money', value: 60, unit: 'CNY', per: '公斤', measure: null },
    { kind: 'measurement', value: 21, unit: '摄氏度', measure: null },
    { kind: 'measurement', value: 80, unit: '公里/小时', measure: null },
    { kind: 'measurement', value: 3, unit: '公里', measure: null },
  ] as const;
  const about = { id: 'a', title: '', newspaper: '', published: null, state: '' };
  const columns = columnsOf([{ about, facts, beside: [] }]);
  const spreads = spreadBy(columns, new ClaimView(columns, everything).rows, 'unit', 9);
  expect(Object.fromEntries(spreads.map(({ unit, total }) => [unit, total]))).toEqual({
    'CNY/公斤': null,
    摄氏度: null,
    '公里/小时': null,
    公里: 3,
  });
});

it('has each figure in one group, whose ends hold its middle', () => {
  fc.assert(
    fc.property(madeLibrary, fc.constantFrom('unit', 'measure', 'newspaper', 'place'), (articles, by) => {
      const columns = columnsOf(articles);
      const spreads = spreadBy(columns, new ClaimView(columns, everything).rows, by as 'unit', 100);
      const figures = present(articles).flatMap(({ facts }) =>
        facts.filter(({ value }) => typeof value === 'number'),
      );
      expect(spreads.reduce((sum, { facts }) => sum + facts, 0)).toBe(figures.length);
      for (const { least, median, greatest } of spreads) {
        expect(least).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(greatest);
      }
    }),
  );
});
