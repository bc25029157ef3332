import type { Sliced } from '@shared/work/slices.ts';
import { useEffect, useMemo, useState } from 'react';

/** Milliseconds of work between two pauses, so that a key that is pressed meanwhile is heard at once. */
const SLICE_MS = 8;

/** Work that was begun; `value` is null until it is done. */
interface Running<Value> {
  readonly rest: Sliced<Value>;
  readonly value: Value | null;
}

export interface SlicedValue<Value> {
  /** What the work made; while it is under way what the work before it made. */
  readonly value: Value;
  readonly isUnderWay: boolean;
}

/**
 * Does work in slices: what takes one is there at once.
 * @param begin is another only where the work is.
 * @param nothing stands there until the first work is done.
 */
export function useSliced<Value>(begin: () => Sliced<Value>, nothing: Value): SlicedValue<Value> {
  const begun = useMemo(() => advance(begin()), [begin]);
  const [done, setDone] = useState(begun);
  const current = done.rest === begun.rest ? done : begun;
  if (current.value !== null && done !== current) setDone(current);
  useEffect(() => {
    if (begun.value !== null) return;
    let timer = setTimeout(goOn);
    function goOn(): void {
      const next = advance(begun.rest);
      if (next.value !== null) setDone(next);
      else timer = setTimeout(goOn);
    }
    return () => clearTimeout(timer);
  }, [begun]);
  return { value: current.value ?? done.value ?? nothing, isUnderWay: current.value === null };
}

function advance<Value>(rest: Sliced<Value>): Running<Value> {
  const end = performance.now() + SLICE_MS;
  do {
    const step = rest.next();
    if (step.done) return { rest, value: step.value };
  } while (performance.now() < end);
  return { rest, value: null };
}
