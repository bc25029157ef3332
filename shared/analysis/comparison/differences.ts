import type { Folding } from '@shared/text/folding.ts';
import { diffArrays } from 'diff';
import { comparableText } from '../reuse/comparable-text.ts';

/** A stretch of a text: UTF-16 units from `start`, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Changes that are counted out; wordings further apart share nothing that a reader would look for. */
const MOST_CHANGES = 2000;
/** A run of fewer units that are the same, between two changes, is part of the change: one 的 in common says nothing. */
const ISLAND = 2;

/**
 * What two wordings do not have in common, in each. Script, width, case, blanks and line ends make no difference.
 * The whole of both where they are too far apart.
 */
export function differencesOf(one: string, other: string, folding: Folding): [Stretch[], Stretch[]] {
  const texts = [one, other].map((text) => comparableText(text, folding));
  const [first, second] = texts.map(({ units }) => Array.from(units)) as [number[], number[]];
  const changes = diffArrays(first, second, { maxEditLength: MOST_CHANGES });
  const whole = (text: string): Stretch[] => (text === '' ? [] : [{ start: 0, end: text.length }]);
  if (changes === undefined) return [whole(one), whole(other)];
  const isSame = changes.map(({ added, removed }) => !added && !removed);
  const lists: [Stretch[], Stretch[]] = [[], []];
  const at = [0, 0];
  for (const [i, { count, added, removed }] of changes.entries()) {
    const isIsland = isSame[i] && count < ISLAND && i > 0 && i < changes.length - 1;
    for (const side of [0, 1] as const) {
      if (side === 0 ? added : removed) continue;
      const { starts, ends } = texts[side]!;
      const from = at[side]!;
      at[side] = from + count;
      if (!isSame[i] || isIsland)
        put(
          lists[side],
          { start: starts[from]!, end: ends[from + count - 1]! },
          isFollowing(lists[side], starts, ends, from),
        );
    }
  }
  return lists;
}

/** Whether nothing but blanks stands between the last stretch and the unit. */
function isFollowing(
  list: readonly Stretch[],
  starts: Uint32Array,
  ends: Uint32Array,
  from: number,
): boolean {
  const last = list.at(-1);
  return last !== undefined && from > 0 && last.end === ends[from - 1] && starts[from]! >= last.end;
}

function put(list: Stretch[], stretch: Stretch, isFollowing: boolean): void {
  const last = list.at(-1);
  if (last && isFollowing) list[list.length - 1] = { start: last.start, end: stretch.end };
  else list.push(stretch);
}
