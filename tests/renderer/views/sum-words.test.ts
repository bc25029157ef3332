import { sumParts } from '@shared/facts/sum-parts.ts';
import type { Fact } from '@shared/model/fact.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../renderer/ui/read-messages.ts';
import { saySum } from '../../../renderer/ui/sum-words.ts';

const zh = readMessages('zh');
const en = readMessages('en');

const WHOLE = sourceSpan(0, 5);

const fact = (at: number, value: number | null, part: Partial<Fact> = {}): Fact =>
  ({
    kind: 'quantity',
    ...sourceSpan(at, at + 5),
    value,
    unit: '人',
    bound: 'exact',
    text: '数人',
    ...part,
  }) as Fact;

function said(whole: number, parts: readonly Fact[], messages = zh): string {
  const [sum] = sumParts([fact(0, whole), ...parts.map((part) => ({ ...part, partOf: WHOLE }))]);
  if (!sum) throw new Error('no whole with parts');
  return saySum(sum, messages);
}

describe('a whole and its parts in words', () => {
  const parts = [fact(10, 1239), fact(20, 797), fact(30, 429)];

  it('says that they add up', () => {
    expect(said(2465, parts)).toBe('分项合计 2,465 = 1,239 + 797 + 429 · 相符');
    expect(said(2465, parts, en)).toBe('Parts: 1,239 + 797 + 429 = 2,465 · adds up');
  });

  it('says by how much they differ', () => {
    expect(said(2470, parts)).toContain('比总数少 5，或未列全');
    expect(said(2460, parts)).toContain('比总数多 5');
    expect(said(2460, parts, en)).toContain('5 more than the whole');
  });

  it('says the sum of large parts as they are said', () => {
    const large = [fact(10, 120_000_000), fact(20, 300_000_000)];
    expect(said(420_000_000, large)).toBe('分项合计 4.2亿 = 1.2亿 + 3亿 · 相符');
  });

  it('adds decimals as they are written', () => {
    expect(said(0.3, [fact(10, 0.1), fact(20, 0.2)])).toBe('分项合计 0.3 = 0.1 + 0.2 · 相符');
  });

  it.each([
    ['a bound', fact(30, 400, { bound: 'more-than' }), '分项 1,239 + > 400 · 有约数，无法精确核对'],
    ['a range', fact(30, 400, { valueMax: 500 }), '分项 1,239 + 400–500 · 有约数，无法精确核对'],
    ['no definite value', fact(30, null), '分项 1,239 + 数人 · 有约数，无法精确核对'],
  ])('does not add up %s', (_kind, part, words) => {
    expect(said(1639, [fact(10, 1239), part])).toBe(words);
  });
});
