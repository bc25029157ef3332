/** Work that gives its thread away between its slices, each a few milliseconds, and ends with what it made. */
export type Sliced<Value> = Generator<undefined, Value, undefined>;

/** Milliseconds of work between two pauses, so that a key that is pressed meanwhile is heard at once. */
const SLICE_MS = 8;

/** Goes on with work for one pause's length; @returns what it made, once it is done. */
export function advance<Value>(work: Sliced<Value>): { readonly value: Value } | null {
  const end = Date.now() + SLICE_MS;
  do {
    const step = work.next();
    if (step.done) return { value: step.value };
  } while (Date.now() < end);
  return null;
}

/**
 * Does work in slices; what takes one is handed on at once.
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

/** Items that are sorted in one go, and comparisons of a merge: either is a slice of a few thousand comparisons. */
const RUN = 512;
const COMPARISONS = 4000;

/** Items in the order of `compare`, equals in the order in which they came. */
export function* sortInSlices<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Sliced<Item[]> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    if (at > 0) yield;
    runs.push(items.slice(at, at + RUN).sort(compare));
  }
  let compared = 0;
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [first = [], second = []] = [runs[i], runs[i + 1]];
      const both: Item[] = [];
      let j = 0;
      for (const item of first) {
        for (; j < second.length; j++) {
          if (++compared % COMPARISONS === 0) yield;
          if (compare(item, second[j] as Item) <= 0) break;
          both.push(second[j] as Item);
        }
        both.push(item);
      }
      merged.push(both.concat(second.slice(j)));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}
