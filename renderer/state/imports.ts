import type { PickedFiles } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result } from '@shared/contracts/results.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { Queue } from '@shared/work/queue.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ConnectedHost, isUnreached } from '../host/connection.ts';
import { chooseFiles, chooseFolder, fromPicked, type IncomingFile } from '../host/incoming-files.ts';
import { type ImportEntry, type ImportQueue, type ImportStep, newEntry } from '../library/import-queue.ts';
import type { Library } from '../library/library.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import type { PageReaders } from '../workers/page-readers.ts';
import { createBringIn } from './bring-in.ts';
import type { Derivation } from './derivation.ts';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';

export interface Imports {
  readonly entries: readonly ImportEntry[];
  readonly running: boolean;
  /** Nothing new is begun until the person goes on. */
  readonly isPaused: boolean;
  /** When this burst of work began, and how much of it has ended, as `weightOf` counts. */
  readonly startedAt: number;
  readonly endedWeight: number;
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

export const ENDED_STEPS: readonly ImportStep[] = [
  'done',
  'unpacked',
  'known',
  'twin',
  'failed',
  'unread',
  'stopped',
];

/** Steps that outlast the page; one that ends in another begins the file anew. */
const LASTING_STEPS: readonly ImportStep[] = [...ENDED_STEPS, 'waiting', 'deriving'];

/** Steps after which nobody asks for the bytes again. */
const SETTLED_STEPS: readonly ImportStep[] = ['done', 'unpacked', 'known', 'unread'];

/** What a file costs beside its bytes: as much as this many of them. */
const WEIGHT_OF_A_FILE = 20_000;

/** How much work a file is, to say how long the rest takes. */
export const weightOf = ({ size }: Pick<ImportEntry, 'size'>): number => size + WEIGHT_OF_A_FILE;

/** What waits, and what waits for the host before its original is kept. */
const isToBegin = ({ step, source }: ImportEntry): boolean =>
  step === 'waiting' || (step === 'held' && source === null);

/** Bytes up to which a file is small: nearly every page of text is, and small ones keep their order. */
const SMALL = 100_000;

/** Small files first, then those of twice the size each time. */
const sizeClass = ({ size }: ImportEntry): number => Math.max(0, Math.ceil(Math.log2(size / SMALL)));

const isEnded = ({ step }: Pick<ImportEntry, 'step'>): boolean => ENDED_STEPS.includes(step);

/** The queue of files that come in: small ones first, each by itself, through restarts. */
export function createImports(tools: ImportTools): StoreApi<Imports> {
  const { host, library, queue, readers, session, derivation, notices, now, fail } = tools;
  /** Bytes of what the browser's storage would not take. */
  const contents = new Map<number, Blob>();
  /** Ends each wait for the host. */
  const waits = new Set<() => void>();
  const reading = new Set<Promise<void>>();
  /** What is noted of entries, in its order. */
  const writes = new Queue();
  let nextUnkept = -1;
  let running: Promise<void> | null = null;
  let restoring: Promise<void> = Promise.resolve();

  const store = createStore<Imports>()((set, get) => ({
    entries: [],
    running: false,
    isPaused: false,
    startedAt: 0,
    endedWeight: 0,
    take: (picked) => get().takeIncoming(fromPicked(picked)),
    takeIncoming: async (files) => {
      if (files.length === 0) return;
      tools.show();
      await put(files);
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
      for (const entry of entries) if (isToBegin(entry)) change(entry.id, { step: 'stopped' });
      const read = entries.flatMap(({ step, source }) => (step === 'deriving' && source ? [source] : []));
      derivation.getState().stop(read);
      for (const end of waits) end();
    },
    keepBoth: async (id) => {
      change(id, { step: 'waiting', twin: null, firstArticle: null, takesTwin: true });
      await run();
    },
    tryAgain: async (ids) => {
      const wanted = new Set(ids);
      const unread: ImportEntry[] = [];
      for (const entry of get().entries.filter(({ id }) => wanted.has(id))) {
        if (entry.step === 'unread') unread.push(entry);
        else if (entry.hasBytes) change(entry.id, { step: 'waiting', failure: null });
      }
      for (const { id } of unread) change(id, { step: 'deriving', failure: null });
      await derivation.getState().tryAgain(unread.flatMap(({ source }) => source ?? []));
      for (const { id, source } of unread) if (source) follow(id, source, false);
      await run();
    },
    clear: async () => {
      const gone = get().entries.filter(isEnded);
      set({ entries: get().entries.filter((entry) => !isEnded(entry)) });
      for (const { id } of gone) contents.delete(id);
      await queue.remove(gone.map(({ id }) => id)).catch(fail);
    },
    restore: async () => {
      restoring = readQueue();
      await restoring;
      await run();
    },
  }));

  async function readQueue(): Promise<void> {
    try {
      if (!(await queue.claim())) return;
      const isPaused = await queue.isPaused();
      const kept = (await queue.read()).map(
        (entry): ImportEntry =>
          // A page ended in the midst of it: it is begun anew.
          LASTING_STEPS.includes(entry.step) ? entry : { ...entry, step: 'waiting' },
      );
      store.setState({ isPaused, entries: kept });
      for (const { id, step, source } of kept) if (step === 'deriving' && source) follow(id, source, false);
    } catch (error) {
      // Without its storage the queue is as long as the page.
      fail(error);
    }
  }

  /** In the browser's storage, so that they outlast the page; where it takes none, in memory. */
  async function put(files: readonly IncomingFile[]): Promise<void> {
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
    store.setState(({ entries }) => ({ entries: [...entries, ...added] }));
  }

  function change(id: number, part: Partial<ImportEntry>): void {
    const { entries, running: isRunning } = store.getState();
    const at = entries.findIndex((entry) => entry.id === id);
    const before = entries[at];
    if (!before) return;
    const changed = { ...before, ...part };
    const next = entries.slice();
    next[at] = SETTLED_STEPS.includes(changed.step) ? { ...changed, hasBytes: false } : changed;
    const hasEnded = isRunning && isEnded(changed) && !isEnded(before);
    store.setState(({ endedWeight }) => ({
      entries: next,
      endedWeight: endedWeight + (hasEnded ? weightOf(changed) : 0),
    }));
    const after = next[at] as ImportEntry;
    if (id > 0) writes.post(() => write(after, before), fail);
    else if (SETTLED_STEPS.includes(changed.step)) contents.delete(id);
  }

  async function write(entry: ImportEntry, before: ImportEntry): Promise<void> {
    if (LASTING_STEPS.includes(entry.step)) await queue.put(entry);
    if (before.hasBytes && !entry.hasBytes) await queue.forgetContent(entry.id);
  }

  function run(): Promise<void> {
    running ??= importAll().finally(async () => {
      running = null;
      store.setState({ running: false });
      await writes.idle();
    });
    return running;
  }

  /** The first of the smallest that wait. */
  function nextWaiting(): ImportEntry | null {
    const { entries, isPaused } = store.getState();
    if (isPaused) return null;
    let next: ImportEntry | null = null;
    for (const entry of entries)
      if (isToBegin(entry) && (next === null || sizeClass(entry) < sizeClass(next))) next = entry;
    return next;
  }

  async function importAll(): Promise<void> {
    store.setState({ running: true, startedAt: now(), endedWeight: 0 });
    do {
      for (let next = nextWaiting(); next; next = nextWaiting()) await importOne(next);
      // Not waited for one by one: a large page must not hold up those after it.
      await Promise.all(reading);
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
      change(id, { step: 'failed', failure: outcome });
      return;
    }
    change(id, { step: 'held' });
    await untilHere();
  }

  async function begin(entry: ImportEntry): Promise<Result<null>> {
    const { id } = entry;
    const content = contents.get(id) ?? (await queue.content(id));
    if (content === null) return failure('file-unreadable');
    const brought = await bringIn(entry, content);
    if (!brought.ok) return brought;
    const { value } = brought;
    if (value.to === 'archive') return await unpack(entry);
    if (value.to === 'twin') change(id, { step: 'twin', twin: value.twin, firstArticle: value.firstArticle });
    else {
      change(id, { step: 'deriving', source: value.source });
      follow(id, value.source, value.isKnown);
    }
    return { ok: true, value: null };
  }

  async function unpack({ id, size }: ImportEntry): Promise<Result<null>> {
    change(id, { step: 'unpacking' });
    const unpacked = await readers.unpack(id, size);
    if (!unpacked.ok) return unpacked;
    const files = await queue.readFilesOf(id);
    change(id, { step: 'unpacked', files: unpacked.value });
    store.setState(({ entries }) => {
      const others = entries.filter(({ parent }) => parent !== id);
      const at = others.findIndex((entry) => entry.id === id) + 1;
      return { entries: [...others.slice(0, at), ...files, ...others.slice(at)] };
    });
    return { ok: true, value: null };
  }

  const isHere = (): boolean => host.connection.getState().phase === 'here';

  /** Settles when the host is here, or the person stopped the import. */
  async function untilHere(): Promise<void> {
    if (isHere()) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        waits.delete(end);
        unsubscribe();
        resolve();
      };
      const unsubscribe = host.connection.subscribe(() => isHere() && end());
      waits.add(end);
    });
  }

  function follow(id: number, source: SourceHash, isKnown: boolean): void {
    const read = awaitReading(id, source, isKnown).finally(() => reading.delete(read));
    reading.add(read);
  }

  async function awaitReading(id: number, source: SourceHash, isKnown: boolean): Promise<void> {
    try {
      const failed = await derivation.getState().whenEnded(source);
      const gone = host.connection.getState().failure;
      if (!failed && gone && !(await library.sources.get(source))) {
        change(id, { step: 'held' });
        await untilHere();
        if (isHere()) await awaitReading(id, source, isKnown);
        else change(id, { step: 'unread', failure: gone });
        return;
      }
      const unread: Failure | null = failed ?? (await library.unread.get(source))?.reason ?? null;
      if (unread) change(id, { step: 'unread', failure: unread });
      else await tellRead(id, source, isKnown);
    } catch (error) {
      change(id, { step: 'unread', failure: failureOfStorage(error) });
    }
  }

  async function tellRead(id: number, source: SourceHash, isKnown: boolean): Promise<void> {
    const row = await library.sources.get(source);
    change(id, {
      step: isKnown ? 'known' : 'done',
      failure: null,
      articles: row?.articles.length ?? 0,
      facts: row?.articles.reduce((sum, article) => sum + article.facts, 0) ?? 0,
      firstArticle: row?.articles[0]?.id ?? null,
    });
  }

  const bringIn = createBringIn({ host, library, readers, session, derivation, change });
  return store;
}
