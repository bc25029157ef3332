import { liveQuery } from 'dexie';

/**
 * Runs `read` now and again whenever rows it touched change, in this tab or in any other, and hands on
 * what it gave. Runs do not overlap.
 * @returns a function that stops watching.
 */
export function watchLibrary<Value>(
  read: () => Promise<Value>,
  take: (value: Value) => void,
  fail: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(read).subscribe({ next: take, error: fail });
  return () => subscription.unsubscribe();
}
