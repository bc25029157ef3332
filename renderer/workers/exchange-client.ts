import type { ExchangeCalls, ExchangeEvents } from './exchange-calls.ts';
import { type LateWorker, startWhenAsked } from './start-when-asked.ts';

/** The worker for what goes out and comes in. */
export type Exchange = LateWorker<ExchangeCalls, ExchangeEvents>;

/** Addresses are absolute. */
export const openExchange = (surroundings: {
  readonly library: string;
  readonly knowledge: string;
}): Exchange =>
  startWhenAsked<ExchangeCalls, ExchangeEvents>(
    () => new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' }),
    (worker) => worker.call('exchange.open', surroundings),
  );
