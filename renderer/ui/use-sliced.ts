import { advance, runInSlices, type Sliced } from '@shared/work/slices.ts';
import { useEffect, useMemo, useState } from 'react';

/** Work that was begun; `end` is null until it is done. */
interface Running<Value> {
  readonly work: Sliced<Value>;
  readonly end: { readonly value: Value } | null;
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
  const begun = useMemo((): Running<Value> => {
    const work = begin();
    return { work, end: advance(work) };
  }, [begin]);
  const [done, setDone] = useState(begun);
  const current = done.work === begun.work ? done : begun;
  if (current.end && done !== current) setDone(current);
  useEffect(() => {
    const { work, end } = begun;
    return end ? undefined : runInSlices(work, (value) => setDone({ work, end: { value } }));
  }, [begun]);
  return { value: (current.end ?? done.end)?.value ?? nothing, isUnderWay: !current.end };
}
