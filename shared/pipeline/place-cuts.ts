import type { AnchoredText } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import type { MadeCut } from '@shared/journal/state.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { PlacedCut } from '@shared/segment/cuts.ts';
import { hullOf } from './passage.ts';

export interface CutsOnText {
  readonly placed: readonly PlacedCut[];
  /** Ids of the acts behind `placed`, in the same order. */
  readonly ids: readonly string[];
  /** Ids of cuts whose words are not found. */
  readonly unplaced: readonly string[];
}

/** Finds the words of the person's cuts in the text as it is decoded now. */
export function placeCuts(cuts: readonly MadeCut[], anchored: AnchoredText): CutsOnText {
  const find = (selector: Selector): SourceSpan | null => {
    const placement = resolveSelector(selector, anchored);
    return placement.ok ? hullOf(placement.value.spans) : null;
  };
  const placed: PlacedCut[] = [];
  const ids: string[] = [];
  const unplaced: string[] = [];
  for (const { act, cut } of cuts) {
    const found = placeCut(cut, find);
    if (found === null) unplaced.push(act);
    else {
      placed.push(found);
      ids.push(act);
    }
  }
  return { placed, ids, unplaced };
}

function placeCut(cut: MadeCut['cut'], find: (selector: Selector) => SourceSpan | null): PlacedCut | null {
  if (cut.type === 'merge') {
    const first = find(cut.first);
    const second = find(cut.second);
    return first && second && { type: 'merge', first, second };
  }
  if (cut.type === 'reorder' || cut.type === 'arrange') {
    const what = find(cut.what);
    const after = cut.after === null ? null : find(cut.after);
    return what === null || (cut.after !== null && after === null) ? null : { type: cut.type, what, after };
  }
  if (cut.type === 'mark') {
    const what = find(cut.what);
    return what && { type: 'mark', what, role: cut.role };
  }
  const at = find(cut.at);
  return at && { type: cut.type, at };
}
