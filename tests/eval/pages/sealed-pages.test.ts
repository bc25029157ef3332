import { segment } from '@shared/segment/segment.ts';
import { expect, it } from 'vitest';
import { composePage } from '../../segment/generator/compose-page.ts';
import { DRAWN } from '../../segment/generator/layouts/drawn-layout.ts';
import { PAGE_FAULTS } from '../../segment/generator/page-faults.ts';
import { PAGE_LAYOUTS } from '../../segment/generator/page-layouts.ts';
import { KNOWLEDGE } from '../../segment/knowledge.ts';
import { answerOfPage } from './answered-page.ts';
import { scorePage } from './score-page.ts';
import { type Figures, sumScores } from './sum-scores.ts';

/** Pages that nothing was fitted to, in layouts that the page model knows: two of each, every third with a fault, and some of which all is drawn. */
const SEEDS = [7001, 7002];
const DRAWN_PAGES = 20;
const FAULTED = 3;

/** Shares that may not fall; they are raised when more comes back. */
const FLOORS = {
  found: 0.85,
  right: 0.62,
  title: 0.7,
  byline: 0.74,
  furniture: 0.9,
} as const satisfies Partial<Record<keyof Figures, number>>;

it('gives back no fewer articles, titles, bylines and lines of the page than it did', () => {
  const pages = [
    ...PAGE_LAYOUTS.flatMap((layout) => SEEDS.map((seed) => ({ layout, seed }))),
    ...Array.from({ length: DRAWN_PAGES }, (_, i) => ({ layout: DRAWN, seed: 7100 + i })),
  ];
  const figures = sumScores(
    pages.map(({ layout, seed }, i) => {
      const fault = i % FAULTED === 0 ? [PAGE_FAULTS[(i / FAULTED) % PAGE_FAULTS.length]!] : [];
      const { text, truth } = composePage(layout, seed, { faults: fault });
      return scorePage(truth, answerOfPage(segment(text, KNOWLEDGE).page), text);
    }),
  );
  for (const [name, floor] of Object.entries(FLOORS))
    expect(figures[name as keyof typeof FLOORS], name).toBeGreaterThanOrEqual(floor);
});
