import { Queue } from '@shared/work/queue.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { IncomingFile } from '../host/incoming-files.ts';
import { type ImportEntry, type ImportQueue, newEntry } from '../library/import-queue.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import { isEnded, LASTING_STEPS, SETTLED_STEPS, weightOf } from './import-steps.ts';
import type { Notices } from './notices.ts';

/** What is shown of the queue. */
export interface ImportState {
  readonly entries: readonly ImportEntry[];
  /** The first of the files that were given last; null when none were since the page was opened. */
  readonly firstGiven: number | null;
  readonly running: boolean;
  /** Nothing new is begun until the person goes on. */
  readonly isPaused: boolean;
  /** When this burst of work began, and how much of it has ended, as `weightOf` counts. */
  readonly startedAt: number;
  readonly endedWeight: number;
}

/** The entries as they are shown, and what is kept of them in the queue, in the order of their changes. */
export interface ImportList {
  /** Takes up what an earlier page left. @returns what that is; what is put meanwhile comes behind it. */
  restore(): Promise<readonly ImportEntry[]>;
  put(files: readonly IncomingFile[]): Promise<void>;
  change(id: number, part: Partial<ImportEntry>): void;
  /** Puts the files of an archive behind it, in place of what an earlier try put there. */
  putBehind(archive: number, files: readonly ImportEntry[]): void;
  content(id: number): Promise<Blob | null>;
  clearEnded(): Promise<void>;
  /** Settles when all that is to be kept is. */
  whenKept(): Promise<void>;
}

export interface ImportListTools {
  readonly read: () => ImportState;
  readonly show: (part: Partial<ImportState>) => void;
  readonly queue: ImportQueue;
  readonly notices: StoreApi<Notices>;
  readonly fail: (error: unknown) => void;
}

export function createImportList({ read, show, queue, notices, fail }: ImportListTools): ImportList {
  /** Bytes of what the browser's storage would not take. */
  const contents = new Map<number, Blob>();
  const writes = new Queue();
  let nextUnkept = -1;
  let restoring: Promise<unknown> = Promise.resolve();

  async function readQueue(): Promise<readonly ImportEntry[]> {
    try {
      if (!(await queue.claim())) return [];
      const isPaused = await queue.isPaused();
      const kept = (await queue.read()).map(
        (entry): ImportEntry =>
          // A page ended in the midst of it: it is begun anew.
          LASTING_STEPS.includes(entry.step) ? entry : { ...entry, step: 'waiting' },
      );
      show({ isPaused, entries: kept });
      return kept;
    } catch (error) {
      // Without its storage the queue is as long as the page.
      fail(error);
      return [];
    }
  }

  async function write(entry: ImportEntry, before: ImportEntry): Promise<void> {
    if (LASTING_STEPS.includes(entry.step)) await queue.put(entry);
    if (before.hasBytes && !entry.hasBytes) await queue.forgetContent(entry.id);
  }

  return {
    restore: () => {
      const kept = readQueue();
      restoring = kept;
      return kept;
    },
    /** In the browser's storage, so that they outlast the page; where it takes none, in memory. */
    put: async (files) => {
      const queued = files.map(({ name, path, size, content, failure }) => ({
        entry: {
          ...newEntry(name, path, size),
          ...(failure ? { step: 'failed' as const, failure } : { hasBytes: content !== null }),
        },
        content,
      }));
      let ids: readonly number[];
      await restoring;
      try {
        ids = await queue.add(queued);
      } catch (error) {
        notices.getState().fail(failureOfStorage(error));
        ids = queued.map(() => nextUnkept--);
        for (const [i, { content }] of queued.entries()) if (content) contents.set(ids[i] as number, content);
      }
      const added = queued.map(({ entry }, i): ImportEntry => ({ ...entry, id: ids[i] as number }));
      show({ entries: [...read().entries, ...added], firstGiven: added[0]?.id ?? null });
    },
    change: (id, part) => {
      const { entries, running, endedWeight } = read();
      const at = entries.findIndex((entry) => entry.id === id);
      const before = entries[at];
      if (!before) return;
      const changed = { ...before, ...part };
      const isSettled = SETTLED_STEPS.includes(changed.step);
      const after = isSettled ? { ...changed, hasBytes: false } : changed;
      const hasEnded = running && isEnded(after) && !isEnded(before);
      show({
        entries: entries.with(at, after),
        endedWeight: endedWeight + (hasEnded ? weightOf(after) : 0),
      });
      if (id > 0) writes.post(() => write(after, before), fail);
      else if (isSettled) contents.delete(id);
    },
    putBehind: (archive, files) => {
      const others = read().entries.filter(({ parent }) => parent !== archive);
      const at = others.findIndex(({ id }) => id === archive) + 1;
      show({ entries: others.toSpliced(at, 0, ...files) });
    },
    content: async (id) => contents.get(id) ?? (await queue.content(id)),
    clearEnded: async () => {
      const { entries } = read();
      const gone = entries.filter(isEnded).map(({ id }) => id);
      show({ entries: entries.filter((entry) => !isEnded(entry)) });
      for (const id of gone) contents.delete(id);
      await queue.remove(gone).catch(fail);
    },
    whenKept: () => writes.idle(),
  };
}
