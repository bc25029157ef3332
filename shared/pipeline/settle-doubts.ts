import type { AnchoredText } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { SettledDoubt } from '@shared/journal/state.ts';
import { hullOf, overlapOf } from '@shared/model/offset.ts';
import type { Doubt } from '@shared/model/page.ts';

/** Overlap over union from which a doubt is taken for the one that was settled. */
const SAME_DOUBT = 0.5;

/** A doubt that arose again and was settled by an act before. */
export interface ClosedDoubt extends Doubt {
  readonly act: string;
}

/**
 * Parts the doubts that stand open from those that the person settled: of the same reason, on the same words
 * or the best overlap from IoU 0.5. A settlement whose doubt does not arise any more has nothing to do.
 */
export function settleDoubts(
  doubts: readonly Doubt[],
  settled: readonly SettledDoubt[],
  anchored: AnchoredText,
): { readonly open: readonly Doubt[]; readonly closed: readonly ClosedDoubt[] } {
  const closed = new Map<Doubt, ClosedDoubt>();
  for (const { act, target, reason } of settled) {
    const placement = resolveSelector(target, anchored);
    if (!placement.ok) continue;
    const words = hullOf(placement.value.spans);
    const [best] = doubts
      .filter(
        (doubt) =>
          doubt.reason === reason && !closed.has(doubt) && overlapOf(doubt.span, words) >= SAME_DOUBT,
      )
      .sort((a, b) => overlapOf(b.span, words) - overlapOf(a.span, words));
    if (best) closed.set(best, { ...best, act });
  }
  return { open: doubts.filter((doubt) => !closed.has(doubt)), closed: [...closed.values()] };
}
