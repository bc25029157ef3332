import type { SegmentKnowledge } from '@shared/segment/knowledge.ts';
import { LINE_ROLES, type LineRole, ROLE, STATE_COUNT, statesOf } from '@shared/segment/roles.ts';
import type { FeatureTable } from '@shared/segment/stories/feature-table.ts';
import { FEATURES, measureLines } from '@shared/segment/stories/line-features.ts';
import type { PageModel } from '@shared/segment/stories/page-model.ts';
import { binFeatures } from './bins.ts';
import { Booster, type BoostingOptions, createRandom } from './boosting.ts';
import { type LabelledPage, linesOf, rolesOf } from './labelled-page.ts';

/** A page as the model sees it, with what its lines are. */
export interface MeasuredPage {
  readonly layout: string;
  /** Whether it was composed of real articles. */
  readonly isComposed?: true;
  readonly table: FeatureTable;
  readonly roles: readonly (LineRole | null)[];
}

export function measurePage(page: LabelledPage, knowledge: SegmentKnowledge): MeasuredPage {
  const lines = linesOf(page.text);
  const table = measureLines(lines, page.text.length, knowledge);
  return { layout: page.layout, table, roles: rolesOf(page, lines) };
}

const BOOSTING: BoostingOptions = {
  rounds: 220,
  rate: 0.11,
  leaves: 32,
  fewest: 30,
  ridge: 6,
  columns: 0.12,
  rows: 0.2,
  bins: 32,
};

/** Share of the lines that only go on with a paragraph that is learnt from: they are many and alike. */
const CONTINUATIONS = 0.4;

/** Trains on pages; what a probability is worth is learnt on others (`held-out.ts`). */
export function trainModel(pages: readonly MeasuredPage[], seed: number): Omit<PageModel, 'doubts'> {
  const random = createRandom(seed);
  const rows: [MeasuredPage, number][] = [];
  for (const page of pages)
    page.roles.forEach((role, i) => {
      if (role !== null && (role !== 'continuation' || random() < CONTINUATIONS)) rows.push([page, i]);
    });
  const labels = Uint8Array.from(rows, ([page, i]) => ROLE[page.roles[i] as LineRole]);
  const weights = Float32Array.from(rows, ([page, i]) =>
    page.roles[i] === 'continuation' ? 0.5 / CONTINUATIONS : 1,
  );
  const data = binFeatures(FEATURES.length, rows.length, BOOSTING.bins, (row, values) => {
    const [{ table }, i] = rows[row] as (typeof rows)[number];
    FEATURES.forEach(({ column, lag }, f) => {
      values[f] = table.get(i + lag, column);
    });
  });
  const booster = new Booster(data, labels, weights, LINE_ROLES.length, BOOSTING);
  const trees = booster.train(seed + 1);
  return {
    version: 1,
    features: FEATURES.length,
    trees,
    start: booster.start,
    transitions: { ...countTransitions(pages), neighbours: 0.6, flatten: 0.3 },
  };
}

/** What a move counts that was never met. */
const UNMET = 0.3;

function countTransitions(pages: readonly MeasuredPage[]) {
  const between = new Float64Array(STATE_COUNT * STATE_COUNT).fill(UNMET);
  const first = new Float64Array(STATE_COUNT).fill(UNMET);
  const prior = new Float64Array(LINE_ROLES.length).fill(1);
  for (const { roles } of pages) {
    const known = statesOf(roles.map((role) => role ?? 'continuation'));
    let before = -1;
    roles.forEach((role, i) => {
      if (role === null) {
        before = -2;
        return;
      }
      const state = known[i] as number;
      prior[ROLE[role]] = (prior[ROLE[role]] as number) + 1;
      if (before === -1) first[state] = (first[state] as number) + 1;
      else if (before >= 0) {
        const move = before * STATE_COUNT + state;
        between[move] = (between[move] as number) + 1;
      }
      before = state;
    });
  }
  const logs = (counts: Float64Array): Float32Array => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return Float32Array.from(counts, (count) => Math.log(count / total));
  };
  const rows = Float32Array.from(between);
  for (let s = 0; s < STATE_COUNT; s++)
    rows.set(logs(between.slice(s * STATE_COUNT, (s + 1) * STATE_COUNT)), s * STATE_COUNT);
  return { between: rows, first: logs(first), prior: logs(prior) };
}
