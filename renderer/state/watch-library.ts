import { liveQuery, type Subscription } from 'dexie';

/**
 * Runs `read` now and again whenever rows it touched change, in this tab or in any other, and hands on
 * what it gave. Runs do not overlap.
 * @returns a function that stops watching.
 */
export type Watch = <Value>(read: () => Promise<Value>, take: (value: Value) => void) => () => void;

export interface Watching {
  readonly watch: Watch;
  /** Ends every watch. */
  stop(): void;
}

/** @param fail is told why a read failed; that watch has ended. */
export function startWatching(fail: (error: unknown) => void): Watching {
  const subscriptions = new Set<Subscription>();
  return {
    watch: (read, take) => {
      const subscription = liveQuery(read).subscribe({ next: take, error: fail });
      subscriptions.add(subscription);
      return () => {
        subscription.unsubscribe();
        subscriptions.delete(subscription);
      };
    },
    stop: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}
