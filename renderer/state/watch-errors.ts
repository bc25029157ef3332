import type { StoreApi } from 'zustand/vanilla';
import type { Log } from './log.ts';

const WHERE_LENGTH = 200;

/** Notes in the log what nothing of the page caught: its kind and place in the program, no word of anyone's text. */
export function noteError(log: StoreApi<Log>, what: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const where = error instanceof Error ? (/\bat .*|@.*/.exec(error.stack ?? '')?.[0] ?? '') : '';
  log.getState().report('error', what, { name, where: where.slice(0, WHERE_LENGTH) });
}

/** Notes every error of the page and of its workers that nobody caught, from now on. */
export function watchErrors(target: Window, log: StoreApi<Log>): void {
  target.addEventListener('error', (event) => noteError(log, 'page-error', event.error ?? event.message));
  target.addEventListener('unhandledrejection', (event) => noteError(log, 'page-error', event.reason));
}
