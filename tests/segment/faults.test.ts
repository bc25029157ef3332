import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { FAULTS } from './generator/faults.ts';
import { LAYOUTS } from './generator/layouts.ts';
import { makePage, sumOutcomes, tryPage } from './generator/matrix.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { brokenLaws } from './laws.ts';

const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const SEEDS = seeds(8);
/** Of this many pages none loses anything in silence. */
const MARKED_SEEDS = seeds(24);

describe.each(LAYOUTS)('pages set $name', (layout) => {
  it('keeps every unit of ink once under every pair of faults', () => {
    for (const [i, first] of FAULTS.entries())
      for (const second of FAULTS.slice(i)) {
        const { text } = makePage(layout, [first, second], i + 3);
        expect(brokenLaws(text, segment(text, KNOWLEDGE).page)).toEqual([]);
      }
  });

  it('gives back every paragraph and nearly every title of a page without faults', () => {
    const sum = sumOutcomes(SEEDS.map((seed) => tryPage(layout, [], seed)));
    expect(sum.paragraphs).toBe(1);
    expect(sum.titles).toBeGreaterThanOrEqual(0.85);
    expect(sum.extra).toBe(0);
    expect(sum.doubts).toBeLessThan(0.5);
  });

  it.each(FAULTS)('gives back most paragraphs of a page with $name', (fault) => {
    const sum = sumOutcomes(MARKED_SEEDS.map((seed) => tryPage(layout, [fault], seed)));
    expect(sum.paragraphs).toBeGreaterThanOrEqual(0.85);
    // What did not come back is doubted.
    expect(sum.silent).toBe(0);
    if (fault.name === 'columns-shuffled') expect(sum.unmarked).toBeLessThanOrEqual(3);
  });
});
