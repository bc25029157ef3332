import type { PlaceCalls, PlaceEvents } from './place-calls.ts';
import { type LateWorker, startWhenAsked } from './start-when-asked.ts';

/** The worker that finds marked words again. */
export type Placing = LateWorker<PlaceCalls, PlaceEvents>;

export const openPlacing = (library: string): Placing =>
  startWhenAsked<PlaceCalls, PlaceEvents>(
    () => new Worker(new URL('./place.worker.ts', import.meta.url), { type: 'module' }),
    (worker) => worker.call('place.open', library),
  );
