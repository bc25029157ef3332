/** Years come round to the same stem and branch after sixty, to the same animal after twelve. */
export const YEARS_OF_CYCLE = 60;

/** A year that began a cycle, of sixty as of twelve. */
export const FIRST_OF_CYCLE = 4;

/** The first year from `from` on that stands at a place of the cycle of sixty: 0 is 甲子, 59 is 癸亥. */
export function yearOfCycle(index: number, from: number): number {
  const ahead = (FIRST_OF_CYCLE + index - from) % YEARS_OF_CYCLE;
  return from + ((ahead + YEARS_OF_CYCLE) % YEARS_OF_CYCLE);
}
