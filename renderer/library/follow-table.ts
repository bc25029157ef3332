import { Dexie, type IntervalTree, RangeSet, type Table } from 'dexie';

/** Reads rows of a table: those under some keys, or all. Rows that do not have their form may be left out. */
export type ReadRows<Row> = (keys?: readonly string[]) => Promise<readonly Row[]>;

/** Keys from one to another, both among them. */
interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * Reads a table once as a whole and from then on only the rows that changed, in this tab or in any other: what
 * one more page costs does not grow with the library.
 * @param take is given all rows by their keys after each change; a new map each time.
 * @param fail is told why a read failed; following has ended.
 * @returns a function that stops following.
 */
export function followTable<Row>(
  table: Table<Row, string>,
  read: ReadRows<Row>,
  keyOf: (row: Row) => string,
  take: (rows: ReadonlyMap<string, Row>) => void,
  fail: (error: unknown) => void,
): () => void {
  const part = `idb://${table.db.name}/${table.name}/`;
  let rows: ReadonlyMap<string, Row> | null = null;
  let changes: Change[] = [];
  let isReading = false;
  let hasEnded = false;

  const listen = (parts: Readonly<Record<string, IntervalTree>>): void => {
    const changed = parts[part];
    if (parts.all) rows = null;
    else if (!changed) return;
    else {
      // From another tab it comes as plain data.
      const ranges = new RangeSet();
      ranges.add(changed);
      changes.push(...ranges);
    }
    if (!isReading) catchUp().catch(end);
  };
  const end = (error: unknown): void => {
    // A database that is closed or emptied beneath its readers is opened again by whoever did so, and tells.
    rows = null;
    if (error instanceof Dexie.DatabaseClosedError || error instanceof Dexie.AbortError) return;
    stop();
    fail(error);
  };
  const stop = (): void => {
    hasEnded = true;
    Dexie.on('storagemutated').unsubscribe(listen);
  };

  /** What changes while rows are read is read in the next turn. */
  async function catchUp(): Promise<void> {
    isReading = true;
    try {
      while (!hasEnded && (rows === null || changes.length > 0)) {
        const known: ReadonlyMap<string, Row> | null = rows;
        const now = changes;
        changes = [];
        const isKey = ({ from, to }: Change): boolean => typeof from === 'string' && from === to;
        const isWhole = known === null || !now.every(isKey);
        const keys = now.map(({ from }) => String(from));
        const next = new Map(isWhole ? [] : known);
        rows = next;
        for (const key of keys) next.delete(key);
        for (const row of await (isWhole ? read() : read(keys))) next.set(keyOf(row), row);
        if (!hasEnded) take(next);
      }
    } finally {
      isReading = false;
    }
  }

  Dexie.on('storagemutated').subscribe(listen);
  catchUp().catch(end);
  return stop;
}
