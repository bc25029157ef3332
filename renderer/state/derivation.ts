import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { Queue } from '@shared/work/queue.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ConnectedHost, isUnreached } from '../host/connection.ts';
import type { SourceRow } from '../library/rows.ts';
import type { Derived, DeriveJob } from '../workers/derive-calls.ts';
import { type PageReaders, ReaderFailure, type Turn } from '../workers/page-readers.ts';
import { keyOf } from './job-key.ts';
import { KnownRows } from './known-rows.ts';
import { OF_ITS_BYTES, OF_THE_PAGE } from './reading-failures.ts';
import type { Session } from './session.ts';
import { isWanted, listWantedSources, wantSame } from './wanted-sources.ts';

/** Keeps the derived rows in step with what the person made. */
export interface Derivation {
  readonly running: boolean;
  /** Nothing is known to be missing or stale but what could not be read. */
  readonly settled: boolean;
  /** Sources of this burst of work that are done, and all of them. */
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
  /** Sources that were not read since the desk was opened, and why: `cancelled` where the person stopped them. */
  readonly failures: ReadonlyMap<SourceHash, Failure>;
  /** Why no page can be read at present: nothing is tried until the person asks for it or starts anew. */
  readonly trouble: Failure | null;
  /** Derives what is missing, damaged or stale; settles when all of it has ended. */
  refresh(): Promise<void>;
  /** Looks at every source again, also at those that were found whole before. */
  lookAgain(): Promise<void>;
  /** Derives anew the source whose hash begins so, because a row of it is torn; each only once. */
  readAnew(start: string): Promise<void>;
  /** Derives every source again from its original. */
  rebuild(): Promise<void>;
  /** The source whose hash begins so is read before any other from now on: it is open. */
  putFirst(start: string): void;
  /**
   * Settles when a source is not under way any more: why it was not read, null where nothing hindered it. Meanwhile it
   * is read before those that nobody waits for.
   */
  whenEnded(source: SourceHash): Promise<Failure | null>;
  /** Tries these again, and whatever waits since there was trouble. */
  tryAgain(sources: readonly SourceHash[]): Promise<void>;
  /** Takes in which rows the library has now: where another page wrote or took away some, they are looked at again. */
  follow(rows: readonly Pick<SourceRow, 'sha256' | 'stamp'>[]): void;
  /** Ends at once what is under way, of these sources or of all; it waits until the person asks for it. */
  stop(sources?: readonly SourceHash[]): void;
}

interface UnderWay {
  readonly job: DeriveJob;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  /** The person stopped it. */
  isHeld: boolean;
  /** Rows were taken away meanwhile, and its own may be among them. */
  isDoubted: boolean;
}

export function createDerivation(
  host: ConnectedHost,
  readers: PageReaders,
  session: StoreApi<Session>,
  now: () => number,
  fail: (error: unknown) => void,
): StoreApi<Derivation> {
  /** A source whose acts did not change is not asked about again. */
  const known = new KnownRows();
  const underWay = new Map<SourceHash, UnderWay>();
  /** What the person stopped: it is not begun by itself. */
  const held = new Set<SourceHash>();
  /** How often a source is waited for. */
  const awaited = new Map<SourceHash, number>();
  /** What the hash of the open source begins with. */
  let open: string | null = null;
  /** Sources that had a torn row. */
  const mended = new Set<SourceHash>();
  /** Sources that were taken off the shelf by acts that are not on disk: they may come back with no host there. */
  let spared: ReadonlySet<SourceHash> = new Set();
  /** The library has rows of sources that do not belong there: another page had not heard that they were taken away. */
  let hasStrays = false;
  const looks = new Queue();
  let nextLook: Promise<void> | null = null;
  let stops = 0;

  const store = createStore<Derivation>()((set, get) => ({
    running: false,
    settled: false,
    done: 0,
    total: 0,
    startedAt: 0,
    failures: new Map(),
    trouble: null,
    refresh,
    lookAgain: async () => {
      await looks.run(() => known.forget());
      await refresh();
    },
    readAnew: async (start) => {
      const torn = listWantedSources(session.getState())
        .map(({ sha256 }) => sha256)
        .filter((source) => source.startsWith(start) && !mended.has(source));
      if (torn.length === 0) return;
      for (const source of torn) mended.add(source);
      await looks.run(async () => {
        await forgetting(() => readers.call('derive.forgetRows', torn));
        known.forget(torn);
      });
      await refresh();
    },
    rebuild: async () => {
      await refresh();
      await looks.run(async () => {
        held.clear();
        set({ failures: new Map(), trouble: null });
        await forgetting(() => readers.call('derive.forgetOthers', [], []));
        known.forget();
      });
      await refresh();
    },
    putFirst: (start) => {
      open = start;
    },
    whenEnded: async (source) => {
      awaited.set(source, (awaited.get(source) ?? 0) + 1);
      try {
        await look();
        while (underWay.has(source)) await underWay.get(source)?.ended;
        return get().failures.get(source) ?? get().trouble;
      } finally {
        const others = (awaited.get(source) ?? 1) - 1;
        if (others > 0) awaited.set(source, others);
        else awaited.delete(source);
      }
    },
    tryAgain: async (sources) => {
      // In its turn: a look that is under way still knows these as settled.
      await looks.run(() => forgetOutcomes(sources)).catch(report);
      await refresh();
    },
    stop: (sources) => {
      if (!sources) stops++;
      for (const [source, reading] of underWay)
        if (!sources || sources.includes(source)) {
          reading.isHeld = true;
          reading.stop.abort();
        }
    },
    follow: (rows) => {
      const wanted = listWantedSources(session.getState());
      const others = known.follow(rows, wanted);
      if (others.length === 0) return;
      const hashes = new Set(wanted.map(({ sha256 }) => sha256));
      hasStrays ||= others.some((source) => !hashes.has(source));
      for (const source of others) {
        const reading = underWay.get(source);
        if (reading) reading.isDoubted = true;
      }
      known.forget(others);
      look().catch(fail);
    },
  }));

  async function forgetOutcomes(sources: readonly SourceHash[]): Promise<void> {
    const failures = new Map(store.getState().failures);
    for (const source of sources) {
      held.delete(source);
      failures.delete(source);
    }
    known.forget(sources);
    store.setState({ failures, trouble: null });
    await readers.call('derive.forgetUnread', sources);
  }

  async function refresh(): Promise<void> {
    await look();
    while (underWay.size > 0) await Promise.all([...underWay.values()].map(({ ended }) => ended));
  }

  /** What changed until a look begins is seen by it; so one that waits is enough. */
  function look(): Promise<void> {
    store.setState({ settled: false });
    nextLook ??= looks.run(async () => {
      nextLook = null;
      try {
        if (store.getState().trouble === null) await beginWanted();
      } catch (error) {
        report(error);
      }
      settleIfIdle();
    });
    return nextLook;
  }

  function settleIfIdle(): void {
    if (underWay.size === 0 && nextLook === null) store.setState({ running: false, settled: true });
  }

  /**
   * Whether the host that is gone is all that ails it: readers and what they know come from there too. It is read
   * when the host is back.
   */
  const isOfTheHost = (outcome: Failure): boolean =>
    isUnreached(outcome) ||
    (outcome.reason === 'reader-failed' && host.connection.getState().phase !== 'here');

  function report(error: unknown): void {
    if (!(error instanceof ReaderFailure)) fail(error);
    else if (!isOfTheHost(error.failure)) store.setState({ trouble: error.failure });
  }

  async function beginWanted(): Promise<void> {
    const before = stops;
    const wanted = listWantedSources(session.getState());
    await forgetUnwanted(wanted);
    const changed = wanted.filter(
      (job) => !known.isOf(job) && !underWay.has(job.sha256) && !held.has(job.sha256),
    );
    if (changed.length === 0) return;
    const found = await readers.call('derive.findStale', changed);
    const hashes = new Set(found.map(({ sha256 }) => sha256));
    const stale = changed.filter(({ sha256 }) => hashes.has(sha256));
    for (const job of changed) if (!hashes.has(job.sha256)) known.note(job);
    // The first that is begun is read at once, before there is another to be compared with.
    const isOpen = ({ sha256 }: DeriveJob): number => Number(turnOf(sha256) === 'open');
    for (const job of stale.sort((a, b) => isOpen(b) - isOpen(a)))
      if (stops === before) begin(job);
      else hold(job.sha256);
  }

  async function forgetUnwanted(wanted: readonly DeriveJob[]): Promise<void> {
    const hashes = new Set(wanted.map(({ sha256 }) => sha256));
    const all = new Set([...known.sources(), ...underWay.keys(), ...held]);
    const gone = [...all].filter((source) => !hashes.has(source));
    const unwritten = session.getState().unwritten.sources;
    const isReleased = [...spared].some((source) => !unwritten.has(source));
    if (all.size > 0 && gone.length === 0 && !isReleased && !hasStrays) return;
    hasStrays = false;
    spared = new Set([...unwritten].filter((source) => !hashes.has(source)));
    for (const source of gone) {
      underWay.get(source)?.stop.abort();
      held.delete(source);
    }
    const failures = [...store.getState().failures].filter(([source]) => hashes.has(source));
    store.setState({ failures: new Map(failures) });
    await Promise.all(gone.map((source) => underWay.get(source)?.ended));
    await forgetting(() => readers.call('derive.forgetOthers', [...hashes], [...spared]));
    known.forget(gone);
  }

  /**
   * Takes rows away. Those of what is under way meanwhile may go with them, whether its end is heard of before or
   * after: nothing is begun until it is over, and what was begun before is looked at again.
   */
  async function forgetting(forget: () => Promise<unknown>): Promise<void> {
    for (const reading of underWay.values()) reading.isDoubted = true;
    await forget();
  }

  function begin(job: DeriveJob): void {
    if (underWay.size === 0) store.setState({ running: true, done: 0, total: 0, startedAt: now() });
    store.setState(({ total }) => ({ total: total + 1 }));
    const stop = new AbortController();
    const ended = derive(job, stop.signal)
      .then((outcome) => end(reading, outcome))
      .catch(report)
      .then(() => {
        underWay.delete(job.sha256);
        store.setState(({ done }) => ({ done: done + 1 }));
        const isDoubted = reading.isDoubted || known.hasOthers(job);
        if (isDoubted) known.forget([job.sha256]);
        // What was said of the page, or done to its rows, meanwhile.
        if (isDoubted || isOutdated(job)) look().catch(fail);
        settleIfIdle();
      });
    const reading: UnderWay = { job, stop, ended, isHeld: false, isDoubted: false };
    underWay.set(job.sha256, reading);
  }

  const turnOf = (source: SourceHash): Turn => {
    if (open !== null && source.startsWith(open)) return 'open';
    return awaited.has(source) ? 'awaited' : 'other';
  };

  const isOutdated = (job: DeriveJob): boolean =>
    listWantedSources(session.getState()).some(
      (wanted) => wanted.sha256 === job.sha256 && keyOf(wanted) !== keyOf(job),
    );

  async function derive(job: DeriveJob, signal: AbortSignal): Promise<Result<Derived>> {
    if (job.origin === 'pack') {
      const copied = await readers.call('derive.copyBundled', job);
      if (!copied.ok) return copied;
      if (copied.value) return success(copied.value);
    }
    return await readers.run(
      job,
      () => host.call('originals.read', job.sha256),
      signal,
      () => turnOf(job.sha256),
    );
  }

  async function end({ job, isHeld }: UnderWay, outcome: Result<Derived>): Promise<void> {
    const { sha256: source } = job;
    if (outcome.ok) {
      known.note(job, outcome.value.stamp);
      const failures = new Map(store.getState().failures);
      if (failures.delete(source)) store.setState({ failures });
      return;
    }
    if (outcome.reason === 'cancelled') {
      // What trouble stopped is begun again once that is over, and what was taken away when it is put back.
      if (isHeld && isWanted(session.getState(), source)) hold(source);
      return;
    }
    if (isOfTheHost(outcome)) return;
    const isOfThePage = OF_THE_PAGE.includes(outcome.reason);
    if (!isOfThePage && !OF_ITS_BYTES.includes(outcome.reason)) {
      store.setState({ trouble: outcome });
      for (const { stop } of underWay.values()) stop.abort();
      return;
    }
    known.note(job);
    store.setState(({ failures }) => ({ failures: new Map(failures).set(source, outcome) }));
    if (!isOfThePage) return;
    const marked = await readers.call('derive.markUnread', job, outcome);
    if (!marked.ok) store.setState({ trouble: marked });
  }

  function hold(source: SourceHash): void {
    held.add(source);
    store.setState(({ failures }) => ({ failures: new Map(failures).set(source, failure('cancelled')) }));
  }

  session.subscribe((state, before) => {
    if (!wantSame(state.state, before.state)) look().catch(fail);
  });
  host.connection.subscribe(({ phase }, before) => {
    if (phase !== 'here' || before.phase === 'here') return;
    // A page may fail for want of the host a moment before anybody knows that it is gone.
    if (store.getState().trouble?.reason === 'reader-failed') store.setState({ trouble: null });
    look().catch(fail);
  });
  return store;
}
