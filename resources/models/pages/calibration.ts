import type { LineRole } from '@shared/segment/roles.ts';
import { type Calibration, calibrate, type PageModel } from '@shared/segment/stories/page-model.ts';
import { readTable } from '@shared/segment/stories/role-reading.ts';
import type { MeasuredPage } from './page-trainer.ts';
import { begins, otherCut } from './second-readings.ts';

/** A cut that was not taken: what the model says of it, and whether it was the right one. */
export interface Judged {
  readonly said: number;
  readonly isTrue: boolean;
  /** How many decisions it counts for; 1 where it is not said. */
  readonly weight?: number;
}

/** Less than this is no decision: hardly any line of text is ever taken for a story's beginning. */
const LEAST = 0.001;

/** The cuts not taken of pages that the model did not learn from. `weigh`: how many decisions one of a page counts for. */
export function judgeCuts(
  pages: readonly MeasuredPage[],
  model: Omit<PageModel, 'doubts'>,
  weigh: (page: MeasuredPage) => number = () => 1,
): Judged[] {
  const judged: Judged[] = [];
  for (const page of pages) {
    const { table, roles } = page;
    const weight = weigh(page);
    const reading = readTable(table, model);
    roles.forEach((truth, i) => {
      if (truth === null) return;
      const said = otherCut(reading, i);
      if (said < LEAST) return;
      const about = [roles[i - 1], truth, roles[i + 1]].some(
        (near) => near !== null && near !== undefined && begins(near),
      );
      const own = reading.roles[i] as LineRole;
      judged.push({ said, isTrue: begins(own) ? !about : begins(truth), weight });
    });
  }
  return judged;
}

const STEPS = 30;

/** Of the cuts that were right, the share that may lie below the floor of doubts, counted by weight. */
const UNSAID = 0.2;

/** What probabilities are worth, and from where on they are told: but for that share, the cuts that were right lie above. */
export function learnCalibration(judged: readonly Judged[]): Calibration {
  const fit = { ...fitCalibration(judged), floor: 0 };
  const right = judged
    .filter(({ isTrue }) => isTrue)
    .map(({ said, weight = 1 }) => ({ said: calibrate(said, fit), weight }))
    .sort((a, b) => a.said - b.said);
  let left = UNSAID * right.reduce((sum, { weight }) => sum + weight, 0);
  const first = right.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return { ...fit, floor: first?.said ?? 1 };
}

/** The slope and the shift under which probabilities are true as often as they say. */
function fitCalibration(judged: readonly Judged[]): Omit<Calibration, 'floor'> {
  let slope = 1;
  let shift = 0;
  const logits = judged.map(({ said }) => {
    const odds = Math.min(1 - 1e-6, Math.max(1e-6, said));
    return Math.log(odds / (1 - odds));
  });
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    judged.forEach(({ isTrue, weight = 1 }, i) => {
      const x = logits[i] as number;
      const p = 1 / (1 + Math.exp(-(slope * x + shift)));
      const w = weight * p * (1 - p);
      const error = weight * (p - Number(isTrue));
      g0 += error;
      g1 += error * x;
      h00 += w;
      h01 += w * x;
      h11 += w * x * x;
    });
    const determinant = h00 * h11 - h01 * h01;
    if (determinant < 1e-9) break;
    shift -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, shift };
}

/** Decisions of a band of the table, at least. */
const BAND = 400;

/** What was said and what was right, in bands of as many decisions, from the least likely up. */
export function calibrationTable(judged: readonly Judged[], calibration: Calibration): string {
  const decisions = judged
    .map(({ said, isTrue }) => ({ said: calibrate(said, calibration), isTrue }))
    .sort((a, b) => a.said - b.said);
  const bands = Math.max(1, Math.floor(decisions.length / BAND));
  return Array.from({ length: bands }, (_, b) => {
    const own = decisions.slice(
      Math.floor((b * decisions.length) / bands),
      Math.floor(((b + 1) * decisions.length) / bands),
    );
    const said = own.reduce((sum, one) => sum + one.said, 0) / own.length;
    const right = own.filter(({ isTrue }) => isTrue).length / own.length;
    return `${String(own.length).padStart(7)}  up to ${(100 * (own.at(-1)?.said ?? 0)).toFixed(1).padStart(5)}  said ${(100 * said).toFixed(1).padStart(5)}  right ${(100 * right).toFixed(1).padStart(5)}`;
  }).join('\n');
}
