import { sourceOffset } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import { countCards, gatherCards } from '../../../renderer/features/fact-panel/cards.ts';
import type { Item } from '../../../renderer/state/article-view.ts';
import { FAMILIES } from '../../../renderer/state/family.ts';
import { FILTERS, nextUnchecked, passes } from '../../../renderer/state/focus.ts';
import { sampleFact } from '../views/sample-fact.ts';

const fact = (
  id: string,
  kind: 'money' | 'quantity' | 'date',
  trust: 'found' | 'confirmed' = 'found',
): Item => ({
  type: 'fact',
  id,
  trust,
  spans: [],
  fact: sampleFact({ id, kind, start: sourceOffset(0), end: sourceOffset(1), text: '三' }),
});
const name = (id: string): Item => ({
  type: 'name',
  id,
  spans: [],
  name: { article: 'a', type: 'person', text: '秦大河', start: sourceOffset(0), end: sourceOffset(3) },
});

const items = [
  fact('a', 'money'),
  name('n1'),
  fact('b', 'quantity', 'confirmed'),
  fact('c', 'quantity'),
  name('n2'),
  fact('d', 'money'),
];

describe('the next fact that nobody has spoken of', () => {
  it.each([
    ['a', 'all', 'c'],
    ['c', 'all', 'd'],
    ['a', 'money', 'd'],
    // Round to the beginning again.
    ['d', 'all', 'a'],
    ['d', 'quantity', 'c'],
    ['c', 'quantity', null],
    ['c', 'people', null],
  ] as const)('after %s under %s is %s', (after, filter, next) => {
    expect(nextUnchecked(items, after, filter)).toBe(next);
  });
});

it('the chips count facts as the shelf and the foot of the desk do', () => {
  const counts = countCards(gatherCards(items, ({ name: { text } }) => text));
  const facts = items.filter(({ type }) => type === 'fact');
  const sum = FAMILIES.filter((family) => ['money', 'quantity', 'time'].includes(family)).reduce(
    (total, family) => total + (counts.get(family) ?? 0),
    0,
  );
  expect(sum).toBe(facts.length);
  const checked = facts.filter((item) => item.type === 'fact' && item.trust !== 'found').length;
  expect(counts.get('unchecked')).toBe(facts.length - checked);
  expect(FILTERS.filter((filter) => filter !== 'all' && passes(items[1] as Item, filter))).toEqual([
    'people',
  ]);
});
