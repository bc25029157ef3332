import { failure, success } from '@shared/contracts/results.ts';
import type { Outbox, Outgoing } from '../../renderer/library/outbox.ts';

export interface MemoryOutbox extends Outbox {
  readonly rows: Outgoing[];
  /** It keeps nothing, as a browser whose storage is full. */
  isBroken: boolean;
  /** Ids of acts that the browser dropped. */
  readonly lost: string[];
}

/** An outbox in memory; a second page on the same one finds what the first left. */
export function createMemoryOutbox(rows: Outgoing[] = []): MemoryOutbox {
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const outbox: MemoryOutbox = {
    rows,
    isBroken: false,
    lost: [],
    read: async () => success([...rows]),
    put: async (outgoing) => {
      if (outbox.isBroken) return failure('outbox-unwritable');
      const at = rows.findIndex(({ id }) => id === outgoing.id);
      if (at < 0) rows.push(structuredClone(outgoing));
      else rows[at] = structuredClone(outgoing);
      changed();
      return success(null);
    },
    remove: async (id) => {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) rows.splice(at, 1);
      changed();
      return success(null);
    },
    takeLost: async () => outbox.lost.splice(0),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return outbox;
}
