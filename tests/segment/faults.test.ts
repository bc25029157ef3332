import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { answerOfPage } from '../eval/pages/answered-page.ts';
import { scorePage } from '../eval/pages/score-page.ts';
import { sumScores } from '../eval/pages/sum-scores.ts';
import { composePage } from './generator/compose-page.ts';
import { columnsShuffled, PAGE_FAULTS } from './generator/page-faults.ts';
import { PAGE_LAYOUTS } from './generator/page-layouts.ts';
import { KNOWLEDGE } from './knowledge.ts';
import { brokenLaws } from './laws.ts';

/** One layout for each way of setting lines, gaps and marks. */
const NAMES = [
  'bare',
  'blank-all',
  'indented',
  'column-narrow',
  'column-flush-blank',
  'every-line-blank',
  'narrowing',
  'markdown',
  'spaced-titles',
  'editors-lines',
];
const LAYOUTS = PAGE_LAYOUTS.filter(({ name }) => NAMES.includes(name));
const FAULTS = [...PAGE_FAULTS, columnsShuffled];
const SEEDS = [5001, 5002, 5003];

describe.each(LAYOUTS)('pages set $name', (layout) => {
  it('keep every unit of ink once under every pair of faults', () => {
    for (const [i, first] of FAULTS.entries())
      for (const second of FAULTS.slice(i + 1)) {
        const { text } = composePage(layout, 5000 + i, { faults: [first, second] });
        expect(brokenLaws(text, segment(text, KNOWLEDGE).page)).toEqual([]);
      }
  });
});

describe.each(FAULTS)('pages with $name', (fault) => {
  const figures = sumScores(
    LAYOUTS.flatMap((layout) =>
      SEEDS.map((seed) => {
        const { text, truth } = composePage(layout, seed, { faults: [fault] });
        return scorePage(truth, answerOfPage(segment(text, KNOWLEDGE).page), text);
      }),
    ),
  );

  it('give back most paragraphs and articles, and doubt most of what did not come back', () => {
    expect(figures.paragraphs).toBeGreaterThanOrEqual(0.78);
    expect(figures.found).toBeGreaterThanOrEqual(0.84);
    expect(figures.silentCut).toBeLessThanOrEqual(0.18);
  });
});
