import { settleOverlaps } from '@shared/facts/settle-overlaps.ts';
import type { FactKind, FoundFact } from '@shared/model/fact.ts';
import { readingOffset } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';

const fact = (kind: FactKind, start: number, end: number): FoundFact => ({
  kind,
  start: readingOffset(start),
  end: readingOffset(end),
  text: '',
  value: null,
  unit: null,
  bound: 'exact',
  measure: null,
  subject: null,
  when: null,
  rule: '',
  confidence: 1,
});

const settle = (times: [number, number][], figures: [number, number][]): string[] =>
  settleOverlaps(
    times.map(([start, end]) => fact('date', start, end)),
    figures.map(([start, end]) => fact('quantity', start, end)),
  ).map(({ kind, start, end }) => `${kind} ${start}–${end}`);

describe('where a time and a figure claim the same words', () => {
  it('the longer one stays', () => {
    expect(settle([[0, 5]], [[0, 2]])).toEqual(['date 0–5']);
    expect(settle([[2, 4]], [[0, 6]])).toEqual(['quantity 0–6']);
  });

  it('the time stays where both are as long', () => {
    expect(settle([[0, 3]], [[0, 3]])).toEqual(['date 0–3']);
  });

  it('keeps what does not overlap, in order', () => {
    expect(
      settle(
        [
          [4, 6],
          [9, 11],
        ],
        [
          [0, 3],
          [6, 8],
        ],
      ),
    ).toEqual(['quantity 0–3', 'date 4–6', 'quantity 6–8', 'date 9–11']);
  });

  it('takes as many as a hostile page can hold', () => {
    const times = Array.from({ length: 200_000 }, (_, at): [number, number] => [at * 2, at * 2 + 1]);
    expect(settle(times, [])).toHaveLength(times.length);
  });
});
