import { advance, type Sliced } from '@shared/work/slices.ts';

/**
 * Does work in slices of the page's thread; what takes one is handed on at once.
 * @returns a function that gives the work up.
 */
export function runInSlices<Value>(work: Sliced<Value>, take: (value: Value) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    const end = advance(work);
    if (end) take(end.value);
    else timer = setTimeout(next);
  };
  next();
  return () => clearTimeout(timer);
}
