import type { PageModel } from '@shared/segment/stories/page-model.ts';
import { PAGE_LAYOUTS } from '../../../tests/segment/generator/page-layouts.ts';
import { type Judged, judgeCuts, learnCalibration } from './calibration.ts';
import { type MeasuredPage, trainModel } from './page-trainer.ts';

const SEED = 20240607;
/** Parts that the layouts are shared out among; one at a time is held out. */
export const FOLDS = 5;

/**
 * Which part a layout belongs to, from 0: every fifth of the composed layouts, every fifth of the generator's, in the
 * order of their names, and every fifth lot of the pages of drawn layouts.
 */
export function shareLayouts(composed: ReadonlySet<string>): (layout: string) => number {
  const own = PAGE_LAYOUTS.map(({ name }) => name);
  const parts = new Map(
    [[...composed], own].flatMap((names) => names.sort().map((name, i) => [name, i % FOLDS] as const)),
  );
  return (layout) => parts.get(layout) ?? Number(/\d+$/.exec(layout)?.[0] ?? 0) % FOLDS;
}

/** A model that did not see some pages, how many these were, and what it said of them. */
export interface Trial {
  readonly model: PageModel;
  readonly held: number;
  readonly judged: readonly Judged[];
}

/** What the decisions of composed pages, which are few and most like a paper's, count for together: of all others, this share. */
const COMPOSED = 0.4;

/** How many decisions one of a page counts for. */
function balance(pages: readonly MeasuredPage[]): (page: MeasuredPage) => number {
  const composed = pages.filter(({ isComposed }) => isComposed).length;
  const weight = composed > 0 ? (COMPOSED * (pages.length - composed)) / composed : 1;
  return ({ isComposed }) => (isComposed ? weight : 1);
}

/** Trains without the layouts of one part, and learns on them what a probability is worth. */
export function trainWithout(
  pages: readonly MeasuredPage[],
  partOf: (layout: string) => number,
  part: number,
): Trial {
  const isHeld = ({ layout }: MeasuredPage): boolean => partOf(layout) === part;
  const model = trainModel(
    pages.filter((page) => !isHeld(page)),
    SEED,
  );
  const held = pages.filter(isHeld);
  const judged = judgeCuts(held, model, balance(held));
  return { model: { ...model, doubts: learnCalibration(judged) }, held: held.length, judged };
}

/** Trains on every page, with the calibration of a trial. */
export const trainOnAll = (pages: readonly MeasuredPage[], { model: { doubts } }: Trial): PageModel => ({
  ...trainModel(pages, SEED),
  doubts,
});
