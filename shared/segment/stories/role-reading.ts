import type { SegmentKnowledge } from '../knowledge.ts';
import type { Line } from '../print/lines.ts';
import { LINE_ROLES, LINE_STATES, type LineRole, ROLE, STATE_COUNT } from '../roles.ts';
import type { FeatureTable } from './feature-table.ts';
import { FEATURES, measureLines } from './line-features.ts';
import { SHAPE } from './line-shape.ts';
import { type PageModel, scoreLines } from './page-model.ts';
import { decodeRoles } from './role-decoder.ts';

/** What each line of a page is, and how likely each role is there. */
export interface RoleReading {
  readonly roles: readonly LineRole[];
  /** Whether a line stands above its story's text. */
  readonly inHead: readonly boolean[];
  /** A row a line, a column a role. */
  readonly probabilities: Float32Array;
}

export const probabilityOf = ({ probabilities }: RoleReading, line: number, role: LineRole): number =>
  probabilities[line * LINE_ROLES.length + ROLE[role]] as number;

/**
 * What the wording of a line is worth, as logarithms, beside what the model learnt of it: a form that the lexicon of
 * the press knows for certain outweighs pages on which it was not met.
 */
const FORMS: readonly {
  readonly holds: (table: FeatureTable, i: number) => boolean;
  readonly for: readonly LineRole[];
  readonly worth: number;
}[] = [
  { holds: (table, i) => table.get(i, SHAPE.furniture) === 1, for: ['furniture'], worth: 4 },
  { holds: (table, i) => table.get(i, SHAPE.caption) >= SURE_CAPTION, for: ['caption'], worth: 4 },
  { holds: (table, i) => table.get(i, SHAPE.byline) >= SIGNED, for: ['byline'], worth: 3 },
  { holds: isRunning, for: ['headline', 'headline-more'], worth: -5 },
];

/** A caption's wording that leaves no doubt; a byline by its words; columns that no headline has. */
const SURE_CAPTION = 3;
const SIGNED = 3;
const LONGEST_HEADLINE = 56;

/** Whether a line is running text by its length and marks. */
function isRunning(table: FeatureTable, i: number): boolean {
  return (
    table.get(i, SHAPE.stops) > 0 ||
    (table.get(i, SHAPE.width) > LONGEST_HEADLINE && table.get(i, SHAPE.level) === 0)
  );
}

function weighForms(table: FeatureTable, i: number, scores: Float32Array): void {
  for (const { holds, for: roles, worth } of FORMS)
    if (holds(table, i))
      for (const role of roles) {
        const at = i * LINE_ROLES.length + ROLE[role];
        scores[at] = (scores[at] as number) + worth;
      }
}

/** Reads what the lines of a page are, all together. `length`: units of the page's text. */
export const readRoles = (lines: readonly Line[], length: number, knowledge: SegmentKnowledge): RoleReading =>
  readTable(measureLines(lines, length, knowledge), knowledge.pages);

/** Reads what the lines that a table measures are. */
export function readTable(table: FeatureTable, model: Omit<PageModel, 'doubts'>): RoleReading {
  const scores = scoreLines(table, model, FEATURES);
  const count = table.rows;
  for (let i = 0; i < count; i++) weighForms(table, i, scores);
  const { states, marginals } = decodeRoles(scores, LINE_ROLES.length, model.transitions);
  const probabilities = new Float32Array(count * LINE_ROLES.length);
  for (let i = 0; i < count; i++)
    for (let s = 0; s < STATE_COUNT; s++) {
      const at = i * LINE_ROLES.length + ROLE[(LINE_STATES[s] as (typeof LINE_STATES)[number]).role];
      probabilities[at] = (probabilities[at] as number) + (marginals[i * STATE_COUNT + s] as number);
    }
  const read = Array.from(states, (state) => LINE_STATES[state] as (typeof LINE_STATES)[number]);
  return { roles: read.map(({ role }) => role), inHead: read.map(({ inHead }) => inHead), probabilities };
}
