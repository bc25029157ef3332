import type { PageModel } from '@shared/segment/stories/page-model.ts';
import type { BoostingOptions } from './boosting.ts';
import { fitCalibration, type JudgedReadings, judgeReadings } from './calibration.ts';
import { BOOSTING, type MeasuredPage, trainModel } from './page-trainer.ts';

const SEED = 20240607;
/** Parts that the layouts are shared out among; one at a time is held out. */
export const FOLDS = 5;
/** How likely another reading is at least, by what was learnt on layouts held out, where it is told as a doubt. */
const DOUBTFUL = 0.1;

/**
 * Which part each layout belongs to, from 0: every fifth of the composed layouts, and every fifth of the others,
 * in the order of their names.
 */
export function shareLayouts(
  pages: readonly MeasuredPage[],
  composed: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const names = [...new Set(pages.map(({ layout }) => layout))].sort();
  const apart = [names.filter((name) => composed.has(name)), names.filter((name) => !composed.has(name))];
  return new Map(apart.flatMap((own) => own.map((name, i) => [name, i % FOLDS] as const)));
}

/** A model that did not see some pages, and what its second readings of them were worth. */
export interface Trial {
  readonly model: PageModel;
  readonly judged: JudgedReadings;
}

/** Trains without the layouts of one part, and learns on them what a probability is worth. */
export function trainWithout(
  pages: readonly MeasuredPage[],
  parts: ReadonlyMap<string, number>,
  part: number,
  options: BoostingOptions = BOOSTING,
): Trial {
  const isHeld = ({ layout }: MeasuredPage): boolean => parts.get(layout) === part;
  const model = trainModel(
    pages.filter((page) => !isHeld(page)),
    SEED,
    options,
  );
  const judged = judgeReadings(pages.filter(isHeld), model);
  const doubts = {
    story: { ...fitCalibration(judged.story), floor: DOUBTFUL },
    role: { ...fitCalibration(judged.role), floor: DOUBTFUL },
  };
  return { model: { ...model, doubts }, judged };
}

/** Trains on every page, with the calibration of a trial. */
export const trainOnAll = (pages: readonly MeasuredPage[], { model: { doubts } }: Trial): PageModel => ({
  ...trainModel(pages, SEED),
  doubts,
});
