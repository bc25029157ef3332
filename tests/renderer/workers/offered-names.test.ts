import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferedName } from '../../../renderer/library/rows.ts';
import { OfferedNames } from '../../../renderer/workers/offered-names.ts';

const name = (form: string, others: readonly string[] = [], articles = 1): OfferedName => ({
  type: 'org',
  form,
  others,
  articles,
});

describe('the names of all sources', () => {
  it('are one entry each, with every form that some source prints', () => {
    const names = new OfferedNames();
    names.replace('a', [name('青石镇水利站', ['水利站'], 2)]);
    const { put, drop } = names.replace('b', [name('青石镇水利站', ['镇水利站'])]);
    expect(put).toEqual([
      { id: 'org:青石镇水利站', kind: 'org', text: '青石镇水利站', also: ['水利站', '镇水利站'] },
    ]);
    expect(drop).toEqual([]);
    expect(names.get('org:青石镇水利站')?.articles).toBe(3);
  });

  it('change nothing of the index where another source says them again', () => {
    const names = new OfferedNames();
    names.replace('a', [name('青石镇', ['该镇'])]);
    expect(names.replace('b', [name('青石镇', ['该镇'], 4)])).toEqual({ put: [], drop: [] });
    expect(names.replace('b', [])).toEqual({ put: [], drop: [] });
    expect(names.get('org:青石镇')?.articles).toBe(1);
  });

  it('go with the last source that says them', () => {
    const names = new OfferedNames();
    names.replace('a', [name('青石镇', ['该镇'])]);
    names.replace('b', [name('青石镇')]);
    expect(names.replace('a', []).put).toEqual([{ id: 'org:青石镇', kind: 'org', text: '青石镇', also: [] }]);
    expect(names.replace('b', [])).toEqual({ put: [], drop: ['org:青石镇'] });
    expect(names.get('org:青石镇')).toBeUndefined();
  });

  it('are the same whatever came and went before', () => {
    const form = fc.constantFrom('甲镇', '乙县', '丙局');
    const some = fc.uniqueArray(
      fc.record({ form, others: fc.uniqueArray(form), articles: fc.integer({ min: 1, max: 3 }) }),
      {
        selector: ({ form }) => form,
      },
    );
    const step = fc.record({ source: fc.constantFrom('a', 'b', 'c'), names: some });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const kept = new OfferedNames();
        const indexed = new Map<string, readonly string[]>();
        const now = new Map<string, readonly OfferedName[]>();
        for (const { source, names } of steps) {
          const given = names.map((each) => ({ type: 'org' as const, ...each }));
          const { put, drop } = kept.replace(source, given);
          for (const id of drop) indexed.delete(id);
          for (const { id, also = [] } of put) indexed.set(id, [...also].sort());
          now.set(source, given);
        }
        const expected = new Map<string, { articles: number; others: Set<string> }>();
        for (const each of [...now.values()].flat()) {
          const known = expected.get(`org:${each.form}`) ?? { articles: 0, others: new Set() };
          known.articles += each.articles;
          for (const other of each.others) known.others.add(other);
          expected.set(`org:${each.form}`, known);
        }
        expect([...indexed].sort()).toEqual(
          [...expected].map(([id, { others }]) => [id, [...others].sort()]).sort(),
        );
        for (const [id, { articles }] of expected) expect(kept.get(id)?.articles).toBe(articles);
      }),
    );
  });
});
