/**
 * What stages gave for their input in one run over a page, by stage and input. Every stage is pure, so that
 * what is recalled is what would be found again.
 */
export type Recognised = ReadonlyMap<string, unknown>;

/** Gives what a stage found for an input: recalled where the input is known, else by doing the work. */
export type Recall = <Value>(stage: string, input: string, work: () => Value) => Value;

/** @returns how to recall from an earlier run, and what this run has found or recalled so far. */
export function recallFrom(earlier: Recognised): {
  readonly recall: Recall;
  readonly recognised: Recognised;
} {
  const recognised = new Map<string, unknown>();
  const recall = <Value>(stage: string, input: string, work: () => Value): Value => {
    const key = `${stage}|${input}`;
    const known = recognised.get(key) ?? earlier.get(key) ?? work();
    recognised.set(key, known);
    return known as Value;
  };
  return { recall, recognised };
}
