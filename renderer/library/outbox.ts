import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import type { Act } from '@shared/journal/act.ts';
import { Dexie, liveQuery, type Table } from 'dexie';
import { openOutboxNote } from './outbox-note.ts';

/** Acts that were done together and that the host has not acknowledged: written in one append or not at all. */
export interface Outgoing {
  readonly id: string;
  readonly acts: readonly Act[];
  /** What the host answered where it will not take them; null while they wait. */
  readonly refusal: Failure | null;
}

/** What a person did that is not in the vault yet, through every end of page, host and machine. */
export interface Outbox {
  /** Oldest first. */
  read(): Promise<Result<readonly Outgoing[], 'outbox-unwritable'>>;
  /** Answers once the browser has it on disk; one that is there already is replaced in its place. */
  put(outgoing: Outgoing): Promise<Result<null, 'outbox-unwritable'>>;
  remove(id: string): Promise<Result<null, 'outbox-unwritable'>>;
  /**
   * Ids of acts that waited here and are gone: the browser dropped the database, or what is in it was damaged. Each
   * is told of once; one may have been written before a machine that crashed had noted that.
   */
  takeLost(): Promise<readonly string[]>;
  /** Calls back when another page may have put something in. @returns a function that stops listening. */
  onChange(listener: () => void): () => void;
}

interface OutgoingRow extends Outgoing {
  readonly order?: number;
}

/**
 * A database of its own for each vault, so that dropping derived rows never touches it. It has one version: rows
 * of another shape would be another database.
 */
export function openOutbox(vault: string): Outbox {
  const database = new Dexie(`duidu outbox ${vault}`, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ outgoing: '++order, &id' });
  const rows: Table<OutgoingRow, number> = database.table('outgoing');
  const note = openOutboxNote(vault);
  return {
    read: () =>
      tried(async () =>
        (await rows.orderBy('order').toArray()).map(({ id, acts, refusal }) => ({ id, acts, refusal })),
      ),
    put: ({ id, acts, refusal }) =>
      tried(() =>
        database.transaction('rw', rows, async () => {
          const known = await rows.where('id').equals(id).first();
          await rows.put({ ...(known ?? {}), id, acts, refusal });
          return null;
        }),
      ).then((put) => {
        if (put.ok)
          note.add(
            id,
            acts.map((act) => act.id),
          );
        return put;
      }),
    remove: (id) =>
      tried(async () => {
        // Before the row: a row that is missing and noted is then lost, whatever other pages do.
        note.remove([id]);
        await rows.where('id').equals(id).delete();
        return null;
      }),
    takeLost: async () => {
      const noted = note.read();
      const kept = await tried(async () => new Set((await rows.toArray()).map(({ id }) => id)));
      if (!kept.ok) return [];
      const still = note.read();
      const lost = Object.keys(noted).filter((id) => id in still && !kept.value.has(id));
      note.remove(lost);
      return lost.flatMap((id) => noted[id] ?? []);
    },
    onChange: (listener) => {
      // What cannot be read is said where it is read; here it only means that nothing is heard of.
      const heard = liveQuery(() => rows.toCollection().primaryKeys()).subscribe(listener, () => undefined);
      return () => heard.unsubscribe();
    },
  };
}

/** A browser whose storage is full, shut off or damaged says so in many ways; all mean the same here. */
async function tried<Value>(work: () => Promise<Value>): Promise<Result<Value, 'outbox-unwritable'>> {
  try {
    return success(await work());
  } catch (error) {
    return failure('outbox-unwritable', { name: error instanceof Error ? error.name : typeof error });
  }
}
