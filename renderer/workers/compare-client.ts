import type { CompareCalls, CompareEvents } from './compare-calls.ts';
import { type LateWorker, startWhenAsked } from './start-when-asked.ts';

/** The worker that compares articles. */
export type Comparer = LateWorker<CompareCalls, CompareEvents>;

/** Addresses are absolute. */
export const openComparing = (surroundings: {
  readonly library: string;
  readonly knowledge: string;
}): Comparer =>
  startWhenAsked<CompareCalls, CompareEvents>(
    () => new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' }),
    (worker) => worker.call('compare.open', surroundings),
  );
