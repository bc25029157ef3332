import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticlePool } from './article-pool.ts';
import { composePage } from './compose-page.ts';
import { DRAWN } from './layouts/drawn-layout.ts';
import { PAGE_FAULTS } from './page-faults.ts';
import { PAGE_LAYOUTS } from './page-layouts.ts';
import type { MadePage } from './printed-page.ts';

const LAYOUTS = [...PAGE_LAYOUTS, DRAWN];

/** Offsets of ink that the answer names never or twice. */
function wrongInk({ text, truth }: MadePage): number[] {
  const named = new Uint8Array(text.length);
  const spans = [
    ...truth.furniture,
    ...truth.rubrics,
    ...truth.duplicates,
    ...truth.articles.flatMap((article) => [
      ...article.titleSpans,
      ...article.kickerSpans,
      ...article.secondSpans,
      ...article.bylineSpans,
      ...article.leadSpans,
      ...article.captions,
      ...article.markSpans,
      ...article.paragraphs.flatMap(({ spans }) => spans),
      ...article.headings.flatMap(({ spans }) => spans),
    ]),
  ];
  for (const [start, end] of spans) for (let i = start; i < end; i++) named[i] = (named[i] ?? 0) + 1;
  return [...text].flatMap((char, i) => (/\S/.test(char) && named[i] !== 1 ? [i] : []));
}

const squash = (text: string): string => text.replace(/\s/g, '');

describe('the generator of pages', () => {
  it('has many layouts and articles, each with a name of its own', () => {
    expect(PAGE_LAYOUTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(PAGE_LAYOUTS.map(({ name }) => name)).size).toBe(PAGE_LAYOUTS.length);
    const pool = readArticlePool();
    expect(pool.length).toBeGreaterThanOrEqual(120);
    expect(new Set(pool.map(({ id }) => id)).size).toBe(pool.length);
    for (const { title, parts, genre } of pool) {
      expect(parts.length).toBeGreaterThan(0);
      if (genre !== 'brief' && genre !== 'photo') expect(title).not.toBe('');
    }
  });

  it('answers for every unit of ink once, whatever goes wrong', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LAYOUTS),
        fc.nat(100_000),
        fc.subarray([...PAGE_FAULTS], { maxLength: 2 }),
        (layout, seed, faults) => {
          expect(wrongInk(composePage(layout, seed, { faults }))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers with the words that stand at its spans, in reading order', () => {
    for (const layout of LAYOUTS)
      for (const seed of [1, 2, 3]) {
        const { text, truth } = composePage(layout, seed, {
          faults: [PAGE_FAULTS[seed] as (typeof PAGE_FAULTS)[0]],
        });
        for (const { paragraphs } of truth.articles)
          for (const paragraph of paragraphs)
            expect(squash(paragraph.spans.map(([start, end]) => text.slice(start, end)).join(''))).toBe(
              squash(paragraph.text),
            );
      }
  });

  it('makes the same page of the same seed, and another of another', () => {
    const [first, again, other] = [5, 5, 6].map((seed) => composePage(DRAWN, seed));
    expect(again).toEqual(first);
    expect(other?.text).not.toBe(first?.text);
  });
});
