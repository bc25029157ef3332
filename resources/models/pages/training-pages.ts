import type { SegmentKnowledge } from '@shared/segment/knowledge.ts';
import { composePage, type PageMaking } from '../../../tests/segment/generator/compose-page.ts';
import { TIGHT } from '../../../tests/segment/generator/layouts/choices.ts';
import { DRAWN } from '../../../tests/segment/generator/layouts/drawn-layout.ts';
import { PAGE_FAULTS } from '../../../tests/segment/generator/page-faults.ts';
import type { Layout } from '../../../tests/segment/generator/page-form.ts';
import { PAGE_LAYOUTS } from '../../../tests/segment/generator/page-layouts.ts';
import { Random } from '../../../tests/segment/generator/random.ts';
import { labelComposed, readComposed, textOf } from './composed.ts';
import { DRESSINGS } from './dressings.ts';
import { type MeasuredPage, measurePage } from './page-trainer.ts';
import { ComposedPool } from './reset-articles.ts';

/** Pages that are made of each kind. */
export interface Amounts {
  /** Pages of our own text, of each of the generator's layouts. */
  readonly ofEachLayout: number;
  /** Pages of our own text in drawn layouts. */
  readonly drawn: number;
  /** Pages of the composed articles, set again in drawn layouts, and such with long stories that have headings. */
  readonly reset: number;
  readonly features: number;
  /** Pages of short items, each a headline and a paragraph or two. */
  readonly digests: number;
  /** Pages of one story or two. */
  readonly small: number;
  /** Pages on which photographs stand between stories. */
  readonly photographs: number;
  /** Pages in columns of which nothing but the length of lines tells where a paragraph begins. */
  readonly flush: number;
  /** Pages of which a paragraph is a line, with nothing but blank lines to part stories, or not even these. */
  readonly plain: number;
  /** Pages of one long story with few headings, some of them behind the text that they head. */
  readonly long: number;
}

const AMOUNTS: Amounts = {
  ofEachLayout: 8,
  drawn: 520,
  reset: 960,
  features: 300,
  digests: 200,
  small: 280,
  photographs: 160,
  flush: 320,
  plain: 280,
  long: 120,
};

/** Faults after which lines no longer stand in the order of their page: the model learns order from pages without. */
const DISORDERING: ReadonlySet<string> = new Set(['interleaved', 'headline-below', 'heading-after']);

const LOTS = 16;

/** One or two long stories with headings, beside short ones. */
const FEATURES: Layout = {
  name: 'drawn-features',
  choices: {
    ...DRAWN.choices,
    items: [
      [1, 2],
      [2, 3],
      [3, 5],
    ],
    contents: [
      ['feature'],
      ['feature', 'feature', 'photo'],
      ['feature', 'news'],
      ['feature', 'notice', 'photo'],
    ],
    captions: [0, 50, 90],
  },
};

/** One story or two, of every kind. */
const SMALL: Layout = {
  name: 'drawn-small',
  choices: {
    ...DRAWN.choices,
    items: [
      [1, 1],
      [1, 2],
    ],
    contents: [
      ['news'],
      ['news', 'photo'],
      ['school', 'works'],
      ['letter', 'verse'],
      ['notice'],
      ['opinion', 'table'],
      ['digest'],
      ['news', 'group'],
      ['feature'],
      ['feature', 'news'],
      ['feature', 'opinion'],
    ],
    captions: [0, 60],
  },
};

/** One long story in columns. */
const LONG: Layout = {
  name: 'drawn-long',
  choices: {
    ...DRAWN.choices,
    items: [[1, 1]],
    contents: [['feature']],
    measure: [null, 14, 16, 17, 18, 20, 22, 26],
    lines: ['close', 'ragged', 'ragged', 'narrowing'],
    captions: [0, 50],
  },
};

/** Short items one below the other. */
const DIGESTS: Layout = {
  name: 'drawn-digests',
  choices: {
    ...DRAWN.choices,
    items: [
      [1, 1],
      [1, 2],
      [4, 9],
    ],
    contents: [
      ['briefs'],
      ['briefs', 'short'],
      ['short'],
      ['untitled-briefs', 'news'],
      ['briefs', 'feature'],
    ],
  },
};

/** Photographs that stand alone, most with a headline, between stories and at the foot. */
const PHOTOGRAPHS: Layout = {
  name: 'drawn-photographs',
  choices: {
    ...DRAWN.choices,
    contents: [
      ['photo', 'news'],
      ['news', 'photo', 'short'],
      ['feature', 'photo', 'photo'],
      ['school', 'photo', 'briefs'],
    ],
    captions: [0, 30, 60],
  },
};

/** Columns without indents, hardly a blank line: a headline may be as wide as they are. */
const FLUSH: Layout = {
  name: 'drawn-flush',
  choices: {
    ...DRAWN.choices,
    measure: [12, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 30, 34],
    lines: ['close', 'close', 'close', 'ragged'],
    indent: [''],
    lostIndent: [false, false, true],
    gaps: [TIGHT, TIGHT, ...DRAWN.choices.gaps],
    titleIndent: [''],
    titleMark: [''],
  },
};

/** Lines that are paragraphs and headlines, without signs, indents or rules. */
const PLAIN: Layout = {
  name: 'drawn-plain',
  choices: {
    ...DRAWN.choices,
    measure: [null],
    indent: [''],
    gaps: [TIGHT, TIGHT, TIGHT, ...DRAWN.choices.gaps],
    titleIndent: [''],
    titleMark: [''],
    headingMark: [''],
    spacedTitles: [0],
    separator: [''],
    site: ['none'],
    unsigned: [15, 40, 70, 100],
  },
};

/** Every page that is learnt from, measured: those beside the checkout where they are there, and the made ones. */
export function readTrainingPages(knowledge: SegmentKnowledge, amounts: Amounts = AMOUNTS): MeasuredPage[] {
  const pages: MeasuredPage[] = [];
  const faults = PAGE_FAULTS.filter(({ name }) => !DISORDERING.has(name));
  const make = (layout: Layout, seed: number, making: PageMaking = {}): void => {
    const fault = seed % 3 === 0 ? faults[(seed / 3) % faults.length] : undefined;
    const random = new Random(seed);
    const dressed = DRESSINGS.filter(([, share]) => random.chance(share)).map(([dressing]) => dressing);
    const { text, truth } = composePage(layout, seed, {
      ...making,
      faults: [...(making.faults ?? []), ...dressed, ...(fault ? [fault] : [])],
    });
    if (truth.articles.length === 0) return;
    // Pages of a drawn layout share none: each lot of them is held out by itself.
    const name = layout.name.startsWith(DRAWN.name) ? `${layout.name}-${seed % LOTS}` : layout.name;
    pages.push({ ...measurePage(labelComposed(truth, text), knowledge), layout: name });
  };
  for (const layout of PAGE_LAYOUTS)
    for (let seed = 1; seed <= amounts.ofEachLayout; seed++) make(layout, seed);
  for (let seed = 1; seed <= amounts.drawn; seed++) make(DRAWN, seed);
  for (let seed = 1; seed <= amounts.small; seed++) make(SMALL, 40_000 + seed);
  const composed = readComposed();
  const pool = new ComposedPool(composed);
  if (pool.isEmpty) return pages;
  for (let seed = 1; seed <= amounts.reset; seed++) make(DRAWN, 10_000 + seed, { pool: pool.draw(seed) });
  for (let seed = 1; seed <= amounts.features; seed++)
    make(FEATURES, 20_000 + seed, seed % 3 === 0 ? {} : { pool: pool.draw(seed) });
  for (let seed = 1; seed <= amounts.digests; seed++)
    make(DIGESTS, 30_000 + seed, seed % 3 === 0 ? {} : { pool: pool.draw(seed) });
  for (let seed = 1; seed <= amounts.photographs; seed++)
    make(PHOTOGRAPHS, 60_000 + seed, seed % 2 === 0 ? {} : { pool: pool.draw(seed) });
  for (let seed = 1; seed <= amounts.flush; seed++)
    make(FLUSH, 70_000 + seed, seed % 3 === 0 ? {} : { pool: pool.draw(seed) });
  for (let seed = 1; seed <= amounts.plain; seed++)
    make(PLAIN, 80_000 + seed, seed % 4 === 0 ? {} : { pool: pool.draw(seed) });
  const headingAfter = PAGE_FAULTS.filter(({ name }) => name === 'heading-after');
  for (let seed = 1; seed <= amounts.long; seed++)
    make(LONG, 50_000 + seed, { pool: pool.drawLong(seed), faults: seed % 2 === 0 ? headingAfter : [] });
  for (const page of composed)
    if (!page.faults.some((fault) => DISORDERING.has(fault)))
      pages.push({ ...measurePage(labelComposed(page, textOf(page)), knowledge), isComposed: true });
  return pages;
}
