/** A stretch of two texts that is the same but for edits; indexes of units, ends exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
  /** How many units are the same. */
  readonly same: number;
}

/** Units that may be changed, put in or left out at one place while the copy goes on. */
const CHANGED = 12;
/** Units that one side may leave out at one place, as an editor cuts a clause. */
const LEFT_OUT = 48;
/** Units that must be the same for the copy to go on behind a change; fewer meet by chance. */
const GOES_ON = 5;
/** The same behind a cut: more places are looked at, so that more would meet by chance. */
const GOES_ON_BEHIND_CUT = 6;

/** Units that must be the same in one run for a copy to be looked for around it; `fingerprints.ts` keeps one in each of 12. */
const FIRST_RUN = 9;

/** Counts units that are looked at, so that a test can tell how the work grows. */
export interface Steps {
  count: number;
}

/**
 * The largest stretch around two places; its first and last units are the same on both sides. Null where no more than a
 * few units in a run are the same there.
 */
export function stretchAround(
  units: Uint16Array,
  at: number,
  other: Uint16Array,
  otherAt: number,
  steps: Steps,
): Stretch | null {
  const walk = { units, from: at, other, otherFrom: otherAt } as const;
  const run = runAt({ ...walk, direction: 1 }, 0, 0, FIRST_RUN, steps);
  const before = runAt({ ...walk, direction: -1 }, 1, 1, FIRST_RUN, steps);
  if (run === 0 || run + before < FIRST_RUN) return null;
  const ahead = follow({ units, from: at, other, otherFrom: otherAt, direction: 1 }, steps);
  const back = follow({ units, from: at - 1, other, otherFrom: otherAt - 1, direction: -1 }, steps);
  return {
    start: at - back.length,
    end: at + ahead.length,
    otherStart: otherAt - back.otherLength,
    otherEnd: otherAt + ahead.otherLength,
    same: back.same + ahead.same,
  };
}

interface Walk {
  readonly units: Uint16Array;
  readonly from: number;
  readonly other: Uint16Array;
  readonly otherFrom: number;
  readonly direction: 1 | -1;
}

interface Walked {
  /** Units from the beginning to behind the last that is the same. */
  readonly length: number;
  readonly otherLength: number;
  readonly same: number;
}

function follow(walk: Walk, steps: Steps): Walked {
  let length = 0;
  let otherLength = 0;
  let same = 0;
  for (;;) {
    const run = runAt(walk, length, otherLength, Number.POSITIVE_INFINITY, steps);
    length += run;
    otherLength += run;
    same += run;
    const next = whereItGoesOn(walk, length, otherLength, steps);
    if (next === null) return { length, otherLength, same };
    length += next[0];
    otherLength += next[1];
  }
}

/** The nearest place behind a change where both texts are the same again: units passed over in each. */
function whereItGoesOn(
  walk: Walk,
  length: number,
  otherLength: number,
  steps: Steps,
): readonly [number, number] | null {
  for (let passed = 1; passed <= 2 * CHANGED; passed++)
    for (let here = Math.max(0, passed - CHANGED); here <= Math.min(passed, CHANGED); here++)
      if (runAt(walk, length + here, otherLength + passed - here, GOES_ON, steps) === GOES_ON)
        return [here, passed - here];
  for (let passed = CHANGED + 1; passed <= LEFT_OUT; passed++) {
    if (runAt(walk, length + passed, otherLength, GOES_ON_BEHIND_CUT, steps) === GOES_ON_BEHIND_CUT)
      return [passed, 0];
    if (runAt(walk, length, otherLength + passed, GOES_ON_BEHIND_CUT, steps) === GOES_ON_BEHIND_CUT)
      return [0, passed];
  }
  return null;
}

/** How many units are the same from there on, `most` at most. */
function runAt(
  { units, from, other, otherFrom, direction }: Walk,
  length: number,
  otherLength: number,
  most: number,
  steps: Steps,
): number {
  let run = 0;
  for (; run < most; run++) {
    steps.count++;
    const at = from + direction * (length + run);
    const otherAt = otherFrom + direction * (otherLength + run);
    if (at < 0 || otherAt < 0 || at >= units.length || otherAt >= other.length) break;
    if (units[at] !== other[otherAt]) break;
  }
  return run;
}
