import type { Host } from '@shared/contracts/host.ts';
import type { Failure, Result } from '@shared/contracts/results.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeriveJob } from '../workers/derive-calls.ts';
import type { DeriveClient } from '../workers/derive-client.ts';
import type { Session } from './session.ts';
import { listWantedSources } from './wanted-sources.ts';

/** Keeps the derived rows in step with what the person made. */
export interface Derivation {
  readonly running: boolean;
  /** Nothing is known to be missing or stale. */
  readonly settled: boolean;
  /** Sources of this round that are done, and all of them. */
  readonly done: number;
  readonly total: number;
  /** Name of the source under way. */
  readonly current: string | null;
  readonly startedAt: number;
  /** Sources that could not be derived; asked for again at the next start. */
  readonly failures: ReadonlyMap<SourceHash, Failure>;
  /** Derives what is missing, damaged or stale; settles when all of it is done or stopped. */
  refresh(): Promise<void>;
  /** Derives every source again from its original. */
  rebuild(): Promise<void>;
  stop(): void;
}

export function createDerivation(
  host: Host,
  worker: DeriveClient,
  session: StoreApi<Session>,
  now: () => number,
  fail: (error: unknown) => void,
): StoreApi<Derivation> {
  /** What each source was last derived for; a source whose acts did not change is not asked about again. */
  const seen = new Map<SourceHash, string>();
  let round: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const store = createStore<Derivation>()(() => ({
    running: false,
    settled: false,
    done: 0,
    total: 0,
    current: null,
    startedAt: 0,
    failures: new Map(),
    refresh,
    rebuild: async () => {
      await round;
      seen.clear();
      await worker.call('derive.forgetOthers', []);
      await refresh();
    },
    stop: () => {
      stopped = true;
      again = false;
      void worker.call('derive.stop');
    },
  }));

  function refresh(): Promise<void> {
    again = true;
    store.setState({ settled: false });
    round ??= runRounds();
    return round;
  }

  /** Ends in the same step in which it sees that nothing is left, so that no call falls between. */
  async function runRounds(): Promise<void> {
    while (again) {
      again = false;
      stopped = false;
      try {
        await deriveWanted();
      } catch (error) {
        // What was asked for meanwhile is derived all the same.
        fail(error);
      }
    }
    round = null;
    store.setState({ running: false, settled: true, current: null });
  }

  async function deriveWanted(): Promise<void> {
    const wanted = listWantedSources(session.getState());
    await forgetUnwanted(wanted);
    const changed = wanted.filter((job) => seen.get(job.sha256) !== JSON.stringify(job));
    if (changed.length > 0) await deriveAll(changed);
  }

  async function forgetUnwanted(wanted: readonly DeriveJob[]): Promise<void> {
    const hashes = wanted.map(({ sha256 }) => sha256);
    const gone = [...seen.keys()].filter((source) => !hashes.includes(source));
    if (seen.size > 0 && gone.length === 0) return;
    for (const source of gone) seen.delete(source);
    await worker.call('derive.forgetOthers', hashes);
  }

  async function deriveAll(jobs: readonly DeriveJob[]): Promise<void> {
    const stale = await worker.call('derive.findStale', jobs);
    const isStale = new Set(stale.map(({ sha256 }) => sha256));
    for (const job of jobs) if (!isStale.has(job.sha256)) seen.set(job.sha256, JSON.stringify(job));
    if (stale.length === 0) return;
    store.setState({ running: true, done: 0, total: stale.length, startedAt: now() });
    for (const job of stale) {
      if (stopped) return;
      store.setState({ current: job.name });
      const outcome = await derive(job);
      if (!outcome.ok && outcome.reason === 'cancelled') return;
      seen.set(job.sha256, JSON.stringify(job));
      const failures = new Map(store.getState().failures);
      if (outcome.ok) failures.delete(job.sha256);
      else failures.set(job.sha256, outcome);
      store.setState(({ done }) => ({ done: done + 1, failures }));
    }
  }

  async function derive(job: DeriveJob): Promise<Result<unknown>> {
    if (job.origin === 'pack' && (await worker.call('derive.copyBundled', job)))
      return { ok: true, value: null };
    const bytes = await host.call('originals.read', job.sha256);
    return bytes.ok ? await worker.call('derive.run', job, bytes.value) : bytes;
  }

  session.subscribe((state, before) => {
    if (state.state !== before.state) void refresh();
  });
  return store;
}
