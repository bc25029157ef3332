import type { SegmentKnowledge } from '../knowledge.ts';
import { opensWithAgency } from '../stories/story-evidence.ts';
import { readDispatch } from './datelines.ts';
import type { Item } from './item-runs.ts';

/** Columns of the longest name of a column of reports. */
const LONGEST_RUBRIC = 8;

/** A short line that names a column of agencies' reports, each of which begins by its dispatch line, heads none of them. */
export function withRubrics(items: readonly Item[], knowledge: SegmentKnowledge): readonly Item[] {
  const { digestWords } = knowledge.press;
  const isReport = (it: Item | undefined): boolean =>
    it?.role === 'body' &&
    (readDispatch(it.block.text, knowledge) !== null || opensWithAgency(it.block.text, knowledge));
  return items.map((it, i) =>
    it.role === 'short' &&
    items[i + 1]?.role === 'body' &&
    items[i - 1]?.role !== 'short' &&
    it.block.width <= LONGEST_RUBRIC &&
    digestWords.some((word) => it.block.text.endsWith(word)) &&
    isReport(items[i + 1]) &&
    isReport(items[i + 2])
      ? { ...it, role: 'furniture' }
      : it,
  );
}
