import { liveQuery } from 'dexie';
import { followTable } from '../library/follow-table.ts';

/**
 * Runs `read` now and again whenever rows it touched change, in this tab or in any other, and hands on
 * what it gave. Runs do not overlap.
 * @returns a function that stops watching.
 */
export type Watch = <Value>(read: () => Promise<Value>, take: (value: Value) => void) => () => void;

/** Follows one table row by row; see `followTable`. */
export type Follow = <Row>(
  ...args: DropLast<Parameters<typeof followTable<Row>>>
) => ReturnType<typeof followTable>;

type DropLast<List extends readonly unknown[]> = List extends readonly [...infer Rest, unknown]
  ? Rest
  : never;

export interface Watching {
  readonly watch: Watch;
  readonly follow: Follow;
  /** Ends every watch. */
  stop(): void;
}

/** @param fail is told why a read failed; that watch has ended. */
export function startWatching(fail: (error: unknown) => void): Watching {
  const ends = new Set<() => void>();
  const remember = (end: () => void): (() => void) => {
    ends.add(end);
    return () => {
      end();
      ends.delete(end);
    };
  };
  return {
    watch: (read, take) => {
      const subscription = liveQuery(read).subscribe({ next: take, error: fail });
      return remember(() => subscription.unsubscribe());
    },
    follow: (table, read, keyOf, take) => remember(followTable(table, read, keyOf, take, fail)),
    stop: () => {
      for (const end of ends) end();
    },
  };
}
