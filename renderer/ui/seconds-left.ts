/** How far work is that began at `startedAt`, in milliseconds of the clock. */
export interface Pace {
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
}

/** Seconds that the rest takes at the pace so far; null before the first is done. */
export function secondsLeft({ done, total, startedAt }: Pace): number | null {
  if (done === 0) return null;
  return ((Date.now() - startedAt) / done / 1000) * (total - done);
}
