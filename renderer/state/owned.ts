import type { StoreApi } from 'zustand/vanilla';
import type { Log } from './log.ts';
import { noteError } from './watch-errors.ts';

/**
 * Gives work that nobody waits for an owner. What is expected to fail answers with a value, and whoever did the
 * work tells of it; an error that nobody expected is noted in the log.
 */
export function owned(log: StoreApi<Log>, work: unknown): void {
  Promise.resolve(work).catch((error: unknown) => noteError(log, 'page-error', error));
}
