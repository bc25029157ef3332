import type { PickedFile, PickedFiles } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ConnectedHost, isUnreached } from '../host/connection.ts';
import { chooseFiles, readFiles } from '../host/page-files.ts';
import type { Library } from '../library/library.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import type { Inspected } from '../workers/derive-calls.ts';
import { type PageReaders, ReaderFailure } from '../workers/page-readers.ts';
import type { Derivation } from './derivation.ts';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';

export type ImportStep =
  | 'waiting'
  | 'inspecting'
  | 'keeping'
  /** The host is gone; it goes on when the host is back. */
  | 'held'
  | 'deriving'
  | 'done'
  /** The same bytes are on the shelf already. */
  | 'known'
  /** The same page is, in another encoding or with other line ends; nothing of this file is kept. */
  | 'twin'
  | 'failed'
  /** Its original is kept and on the shelf, but it could not be read. */
  | 'unread'
  | 'stopped';

export interface ImportEntry {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly step: ImportStep;
  readonly failure: Failure | null;
  readonly source: SourceHash | null;
  readonly articles: number;
  readonly facts: number;
  /** Id of the first article, to open it; of a twin, that of the page that is there. */
  readonly firstArticle: string | null;
  /** Name of the page that is there, for a twin. */
  readonly twin: string | null;
}

export interface Imports {
  readonly entries: readonly ImportEntry[];
  readonly running: boolean;
  readonly startedAt: number;
  /** Puts files in the queue; the promise settles when the queue is empty. */
  take(picked: PickedFiles): Promise<void>;
  /** Lets the person choose files and takes them; settles when a choice was made. */
  choose(): Promise<void>;
  /** Takes files that were dropped on the page. */
  drop(files: readonly File[]): Promise<void>;
  /**
   * Nothing after the file under way is imported; that one is kept whole or not at all. Pages that are being
   * read are left where they are: kept, and on the shelf as not read.
   */
  stop(): void;
  /** Imports a file all the same whose page is on the shelf in other bytes. */
  keepBoth(id: number): Promise<void>;
  /** Takes ended entries off the list. */
  clear(): void;
}

export interface ImportTools {
  readonly host: ConnectedHost;
  readonly library: Library;
  readonly readers: PageReaders;
  readonly session: StoreApi<Session>;
  readonly derivation: StoreApi<Derivation>;
  readonly notices: StoreApi<Notices>;
  /** Called when files were taken, to show how they fare. */
  readonly show: () => void;
  readonly now: () => number;
}

export const ENDED_STEPS: readonly ImportStep[] = ['done', 'known', 'twin', 'failed', 'unread', 'stopped'];

/** The one way a page comes in: its original is kept and named in the journal before anything is derived. */
export function createImports(tools: ImportTools): StoreApi<Imports> {
  const { host, library, readers, session, derivation, notices, now } = tools;
  const waiting: { id: number; file: PickedFile; takesTwin: boolean }[] = [];
  /** Files that wait for the person to say whether they are kept beside their twin. */
  const twins = new Map<number, PickedFile>();
  /** What the pages print that were taken here: one that is still being read is no twin in the library yet. */
  const printed = new Map<string, SourceHash>();
  /** Ends each wait for the host. */
  const waits = new Set<() => void>();
  let next = 1;
  let running: Promise<void> | null = null;

  const store = createStore<Imports>()((set, get) => ({
    entries: [],
    running: false,
    startedAt: 0,
    choose: async () => {
      const picked = await chooseFiles(host, session.getState().info.capabilities.nativeDialogs);
      if (picked.ok) await get().take(picked.value);
      else if (picked.reason !== 'cancelled') notices.getState().fail(picked);
    },
    drop: async (files) => get().take(await readFiles(files)),
    take: ({ files, refused }) => {
      if (files.length + refused.length === 0) return Promise.resolve();
      tools.show();
      const added = files.map((file) => ({ id: next++, file, takesTwin: false }));
      waiting.push(...added);
      set({
        entries: [
          ...get().entries,
          ...added.map(({ id, file }) => entry(id, file.name, file.bytes.length)),
          ...refused.map(({ name, failure }) => ({
            ...entry(next++, name, 0),
            step: 'failed' as const,
            failure,
          })),
        ],
      });
      return run();
    },
    keepBoth: async (id) => {
      const file = twins.get(id);
      if (file === undefined) return;
      twins.delete(id);
      change(id, { step: 'waiting', twin: null, firstArticle: null });
      waiting.push({ id, file, takesTwin: true });
      await run();
    },
    stop: () => {
      for (const { id } of waiting.splice(0)) change(id, { step: 'stopped' });
      const read = get().entries.flatMap(({ step, source }) =>
        step === 'deriving' && source ? [source] : [],
      );
      derivation.getState().stop(read);
      for (const end of waits) end();
    },
    clear: () => {
      twins.clear();
      set({ entries: get().entries.filter(({ step }) => !ENDED_STEPS.includes(step)) });
    },
  }));

  function run(): Promise<void> {
    running ??= importAll().finally(() => {
      running = null;
      store.setState({ running: false });
    });
    return running;
  }

  const change = (id: number, part: Partial<ImportEntry>): void =>
    store.setState(({ entries }) => ({
      entries: entries.map((other) => (other.id === id ? { ...other, ...part } : other)),
    }));

  async function importAll(): Promise<void> {
    store.setState({ running: true, startedAt: now() });
    const reading: Promise<void>[] = [];
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const { id, file, takesTwin } = job;
      const kept = await keep(id, file, takesTwin).catch(
        // What befalls one file must not take the others with it.
        (error: unknown) => failure('import-failed', { error: String(error) }),
      );
      if (kept === null) continue;
      // Not waited for: a large page must not hold up those after it.
      if (kept.ok) reading.push(awaitReading(id, kept.value));
      else if (isUnreached(kept)) {
        change(id, { step: 'held' });
        waiting.unshift(job);
        await untilHere();
      } else change(id, { step: 'failed', failure: kept });
    }
    await Promise.all(reading);
    // More may have come while pages were read.
    if (waiting.length > 0) await importAll();
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

  /** Whether the bytes are no page at all; one whose reading fails is kept, for it may be read another day. */
  async function inspect(name: string, bytes: Uint8Array): Promise<Result<Inspected | null>> {
    try {
      const inspected = await readers.call('derive.inspect', name, bytes);
      const before = inspected.ok ? printed.get(inspected.value.printHash) : undefined;
      if (before === undefined) return inspected;
      await derivation.getState().whenEnded(before);
      return await readers.call('derive.inspect', name, bytes);
    } catch (error) {
      return error instanceof ReaderFailure ? error.failure : success(null);
    }
  }

  /** @returns null where the page is on the shelf in other bytes, and the person is asked. */
  async function keep(
    id: number,
    file: PickedFile,
    takesTwin: boolean,
  ): Promise<Result<{ readonly source: SourceHash; readonly isKnown: boolean }> | null> {
    const { name, bytes } = file;
    change(id, { step: 'inspecting' });
    const readable = await inspect(name, bytes);
    if (!readable.ok) return readable;
    const twin = readable.value?.twin ?? null;
    if (twin !== null && !takesTwin) {
      const row = await library.sources.get(twin);
      twins.set(id, file);
      change(id, {
        step: 'twin',
        twin: row?.record.name ?? '',
        firstArticle: row?.articles[0]?.id ?? null,
      });
      return null;
    }
    change(id, { step: 'keeping' });
    const kept = await host.call('originals.keep', bytes);
    if (!kept.ok) return kept;
    const source = sourceHash(kept.value.sha256);
    change(id, { source });
    const { state, pack } = session.getState();
    const status = state.sources.get(source)?.status;
    const isKnown =
      status === 'present' || (status === undefined && pack.some(({ sha256 }) => sha256 === source));
    if (!isKnown) {
      const written = await session
        .getState()
        .perform(
          status === 'removed'
            ? { type: 'source.restore', source }
            : { type: 'source.add', source, name, size: bytes.length },
        );
      if (!written.ok) return written;
    }
    if (readable.value) printed.set(readable.value.printHash, source);
    change(id, { step: 'deriving' });
    return success({ source, isKnown });
  }

  async function awaitReading(
    id: number,
    { source, isKnown }: { readonly source: SourceHash; readonly isKnown: boolean },
  ): Promise<void> {
    try {
      const failed = await derivation.getState().whenEnded(source);
      const gone = host.connection.getState().failure;
      if (!failed && gone && !(await library.sources.get(source))) {
        change(id, { step: 'held' });
        await untilHere();
        if (isHere()) await awaitReading(id, { source, isKnown });
        else change(id, { step: 'unread', failure: gone });
        return;
      }
      const unread = failed ?? (await library.unread.get(source))?.reason ?? null;
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
      articles: row?.articles.length ?? 0,
      facts: row?.articles.reduce((sum, article) => sum + article.facts, 0) ?? 0,
      firstArticle: row?.articles[0]?.id ?? null,
    });
  }

  return store;
}

const entry = (id: number, name: string, size: number): ImportEntry => ({
  id,
  name,
  size,
  step: 'waiting',
  failure: null,
  source: null,
  articles: 0,
  facts: 0,
  firstArticle: null,
  twin: null,
});
