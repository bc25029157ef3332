import type { AnchoredText } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import type { MadeCut } from '@shared/journal/state.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';

export interface CutsOnText {
  readonly placed: readonly PlacedCut[];
  /** Ids of the acts behind `placed`, in the same order. */
  readonly ids: readonly string[];
  /** Ids of cuts whose words are not found. */
  readonly unplaced: readonly string[];
}

/** Finds the words of the person's cuts in the text as it is decoded now. */
export function placeCuts(cuts: readonly MadeCut[], anchored: AnchoredText): CutsOnText {
  const find = (selector: Selector): Words | null => {
    const placement = resolveSelector(selector, anchored);
    const [first, ...others] = placement.ok ? placement.value.spans : [];
    return first ? [first, ...others] : null;
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

/** In reading order. */
type Words = readonly [SourceSpan, ...SourceSpan[]];

function placeCut(cut: MadeCut['cut'], find: (selector: Selector) => Words | null): PlacedCut | null {
  switch (cut.type) {
    case 'merge': {
      const [first, second] = [find(cut.first), find(cut.second)];
      return first && second && { type: 'merge', first: first[0], second: second[0] };
    }
    case 'arrange':
    case 'reorder': {
      const what = find(cut.what);
      const after = cut.after && find(cut.after);
      if (!what || (cut.after && !after)) return null;
      if (cut.type === 'arrange') return { type: 'arrange', what: what[0], after: after?.[0] ?? null };
      return { type: 'reorder', what, after: after?.at(-1) ?? null };
    }
    case 'mark': {
      const what = find(cut.what);
      return what && { type: 'mark', what, role: cut.role };
    }
    case 'split': {
      const at = find(cut.at);
      return at && { type: 'split', at };
    }
    default: {
      const at = find(cut.at);
      return at && { type: cut.type, at: at[0] };
    }
  }
}
