import type { PickedFiles } from '@shared/contracts/host.ts';
import { failure, type Result } from '@shared/contracts/results.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ConnectedHost, isUnreached } from '../host/connection.ts';
import { createHostWait } from '../host/host-wait.ts';
import { chooseFiles, chooseFolder, fromPicked, type IncomingFile } from '../host/incoming-files.ts';
import type { ImportEntry, ImportQueue } from '../library/import-queue.ts';
import type { Library } from '../library/library.ts';
import type { PageReaders } from '../workers/page-readers.ts';
import { createBringIn } from './bring-in.ts';
import type { Derivation } from './derivation.ts';
import { createImportList, type ImportState } from './import-list.ts';
import { createImportReading } from './import-reading.ts';
import { isToBegin, nextToBegin } from './import-steps.ts';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';

export interface Imports extends ImportState {
  /** Puts files in the queue; the promise settles when the queue is empty or paused. */
  take(picked: PickedFiles): Promise<void>;
  takeIncoming(files: readonly IncomingFile[]): Promise<void>;
  /** Lets the person choose files, or a folder, and takes them. */
  choose(what?: 'files' | 'folder'): Promise<void>;
  /** Lets what is under way end and begins nothing else, also after a restart. */
  pause(): Promise<void>;
  goOn(): Promise<void>;
  /**
   * Nothing after the file under way is imported; that one is kept whole or not at all. Pages that are being
   * read are left where they are: kept, and on the shelf as not read.
   */
  stop(): void;
  /** Imports a file all the same whose page is on the shelf in other bytes. */
  keepBoth(id: number): Promise<void>;
  /** Tries failed, stopped and unread ones again. */
  tryAgain(ids: readonly number[]): Promise<void>;
  /** Takes ended entries off the list. */
  clear(): Promise<void>;
  /** Takes up what an earlier page left in the queue. */
  restore(): Promise<void>;
}

export interface ImportTools {
  readonly host: ConnectedHost;
  readonly library: Library;
  readonly queue: ImportQueue;
  readonly readers: PageReaders;
  readonly session: StoreApi<Session>;
  readonly derivation: StoreApi<Derivation>;
  readonly notices: StoreApi<Notices>;
  /** Called when files were taken, to show how they fare. */
  readonly show: () => void;
  readonly now: () => number;
  readonly fail: (error: unknown) => void;
}

/** The queue of files that come in: small ones first, each by itself, through restarts. */
export function createImports(tools: ImportTools): StoreApi<Imports> {
  const { host, library, queue, readers, session, derivation, notices, now, fail } = tools;
  let running: Promise<void> | null = null;

  const store = createStore<Imports>()((set, get) => ({
    entries: [],
    firstGiven: null,
    running: false,
    isPaused: false,
    startedAt: 0,
    endedWeight: 0,
    take: (picked) => get().takeIncoming(fromPicked(picked)),
    takeIncoming: async (files) => {
      if (files.length === 0) return;
      tools.show();
      await list.put(files);
      await run();
    },
    choose: async (what = 'files') => {
      const { nativeDialogs } = session.getState().info.capabilities;
      const picked = await (what === 'folder' ? chooseFolder() : chooseFiles(host, nativeDialogs));
      if (picked.ok) await get().takeIncoming(picked.value);
      else if (picked.reason !== 'cancelled') notices.getState().fail(picked);
    },
    pause: async () => {
      set({ isPaused: true });
      await queue.setPaused(true).catch(fail);
    },
    goOn: async () => {
      set({ isPaused: false });
      await queue.setPaused(false).catch(fail);
      await run();
    },
    stop: () => {
      const { entries } = get();
      for (const entry of entries) if (isToBegin(entry)) list.change(entry.id, { step: 'stopped' });
      const read = entries.flatMap(({ step, source }) => (step === 'deriving' && source ? [source] : []));
      derivation.getState().stop(read);
      wait.endAll();
    },
    keepBoth: async (id) => {
      list.change(id, { step: 'waiting', twin: null, firstArticle: null, takesTwin: true });
      await run();
    },
    tryAgain: async (ids) => {
      const wanted = new Set(ids);
      const unread: ImportEntry[] = [];
      for (const entry of get().entries.filter(({ id }) => wanted.has(id))) {
        if (entry.step === 'unread') unread.push(entry);
        else if (entry.hasBytes) list.change(entry.id, { step: 'waiting', failure: null });
      }
      for (const { id } of unread) list.change(id, { step: 'deriving', failure: null });
      await derivation.getState().tryAgain(unread.flatMap(({ source }) => source ?? []));
      for (const { id, source } of unread) if (source) reading.follow(id, source, false);
      await run();
    },
    clear: () => list.clearEnded(),
    restore: async () => {
      for (const { id, step, source } of await list.restore())
        if (step === 'deriving' && source) reading.follow(id, source, false);
      await run();
    },
  }));

  function run(): Promise<void> {
    running ??= importAll().finally(async () => {
      running = null;
      store.setState({ running: false });
      await list.whenKept();
    });
    return running;
  }

  function nextWaiting(): ImportEntry | null {
    const { entries, isPaused } = store.getState();
    return isPaused ? null : nextToBegin(entries);
  }

  async function importAll(): Promise<void> {
    store.setState({ running: true, startedAt: now(), endedWeight: 0 });
    do {
      for (let next = nextWaiting(); next; next = nextWaiting()) await importOne(next);
      // Not waited for one by one: a large page must not hold up those after it.
      await reading.whenRead();
      // More may have come while pages were read.
    } while (nextWaiting() !== null);
  }

  async function importOne(entry: ImportEntry): Promise<void> {
    const { id } = entry;
    const outcome = await begin(entry).catch(
      // What befalls one file must not take the others with it.
      (error: unknown) => failure('import-failed', { error: String(error) }),
    );
    if (outcome.ok) return;
    if (!isUnreached(outcome)) {
      list.change(id, { step: 'failed', failure: outcome });
      return;
    }
    list.change(id, { step: 'held' });
    await wait.untilHere();
  }

  async function begin(entry: ImportEntry): Promise<Result<null>> {
    const { id } = entry;
    const content = await list.content(id);
    if (content === null) return failure('file-unreadable');
    const brought = await bringIn(entry, content);
    if (!brought.ok) return brought;
    const { value } = brought;
    if (value.to === 'archive') return await unpack(entry);
    if (value.to === 'twin')
      list.change(id, { step: 'twin', twin: value.twin, firstArticle: value.firstArticle });
    else {
      list.change(id, { step: 'deriving', source: value.source });
      reading.follow(id, value.source, value.isKnown);
    }
    return { ok: true, value: null };
  }

  async function unpack({ id, size }: ImportEntry): Promise<Result<null>> {
    list.change(id, { step: 'unpacking' });
    const unpacked = await readers.unpack(id, size);
    if (!unpacked.ok) return unpacked;
    const files = await queue.readFilesOf(id);
    list.change(id, { step: 'unpacked', files: unpacked.value });
    list.putBehind(id, files);
    return { ok: true, value: null };
  }

  const wait = createHostWait(host);
  const list = createImportList({ read: store.getState, show: store.setState, queue, notices, fail });
  const reading = createImportReading({ host, wait, library, derivation, change: list.change });
  const bringIn = createBringIn({ host, library, readers, session, derivation, change: list.change });
  return store;
}
