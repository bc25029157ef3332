import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { type JobEnd, JobPool } from '@shared/work/job-pool.ts';
import { connectWorker, type WorkerClient } from './connect-worker.ts';
import type { DeriveCalls, Derived, DeriveJob, DeriveSurroundings } from './derive-calls.ts';

/** Calls that are answered soon, whatever pages are being read. */
type SoonCalls = Omit<
  DeriveCalls,
  'derive.open' | 'derive.prepare' | 'derive.hasText' | 'derive.run' | 'derive.unpack'
>;

/** Reads pages in a few workers; nothing that happens to one page reaches another. */
export interface PageReaders {
  /** @throws ReaderFailure where a worker cannot be started, Error where the call failed in it. */
  call<Name extends keyof SoonCalls>(
    name: Name,
    ...args: Parameters<SoonCalls[Name]>
  ): Promise<Awaited<ReturnType<SoonCalls[Name]>>>;
  /**
   * Derives one source, from the text that it was read into before where there is one.
   * @param readBytes is called when its turn has come, if the bytes are needed.
   * @param signal ends it at once, with `cancelled`.
   * @param turn is asked whenever a worker is free.
   */
  run(
    job: DeriveJob,
    readBytes: () => Promise<Result<Uint8Array>>,
    signal: AbortSignal,
    turn: () => Turn,
  ): Promise<Result<Derived>>;
  /**
   * Unpacks an archive of the queue.
   * @param size bytes of the archive.
   */
  unpack(entry: number, size: number): Promise<Result<number>>;
  /** Ends every worker; calls under way fail, and so does every later one. */
  close(reason: string): void;
}

/** Who waits for a page: the person who has it open, the one who brought it in, or nobody. */
export type Turn = 'open' | 'awaited' | 'other';

const RANKS: Readonly<Record<Turn, number>> = { open: 0, awaited: 1, other: 2 };

/** Why workers cannot be had at all. */
export class ReaderFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

/** How long a page may take. A page is read at 50 to 100 kB a second; this is for what hangs, not what is slow. */
export interface ReadingLimits {
  /** Seconds that every page has. */
  readonly seconds: number;
  /** Bytes for which it has a second more. */
  readonly bytesASecond: number;
}

const LIMITS: ReadingLimits = { seconds: 60, bytesASecond: 10_000 };
/** One reads what is large, one is left for what is small. */
const WORKERS = 2;
/** Bytes of a page that takes seconds to read. */
const LARGE = 200_000;
const BEAT_MS = 1000;

interface Reader {
  readonly client: WorkerClient<DeriveCalls, Record<string, never>>;
  /** Never rejects. */
  readonly opened: Promise<Result<null>>;
}

/** @param workers how many read at a time, at most. */
export function startReaders(
  surroundings: DeriveSurroundings,
  limits = LIMITS,
  workers = WORKERS,
): PageReaders {
  let closed: string | null = null;
  const pool = new JobPool<Reader>({
    size: workers,
    largeFrom: LARGE,
    start: () => startReader(surroundings),
    end: ({ client }) => client.close(closed ?? 'the page was given up'),
    isAlive: ({ client }) => client.isAlive(),
    beat: (onBeat) => {
      const timer = setInterval(onBeat, BEAT_MS);
      return () => clearInterval(timer);
    },
  });
  const secondsFor = (size: number): number => Math.ceil(limits.seconds + size / limits.bytesASecond);
  return {
    call: async (name, ...args) => {
      const end = await pool.run({
        size: 0,
        limit: null,
        work: async ({ client, opened }) => {
          const open = await opened;
          if (!open.ok) throw new ReaderFailure(open);
          return await client.call(name, ...(args as never));
        },
      });
      if (end.end === 'done') return end.value as never;
      throw end.end === 'failed' ? end.error : new Error(closed ?? end.end);
    },
    run: async (job, readBytes, signal, turn) => {
      const seconds = secondsFor(job.size);
      const end = await pool.run<Result<Derived>>({
        size: job.size,
        rank: () => RANKS[turn()],
        limit: (seconds * 1000) / BEAT_MS,
        signal,
        work: async ({ client, opened }, begin) => {
          const open = await opened;
          if (!open.ok) return open;
          const ready = await client.call('derive.prepare').catch(readerFailed);
          if (!ready.ok) return ready;
          if (await client.call('derive.hasText', job)) {
            begin();
            const derived = await client.call('derive.run', job, null);
            if (derived) return derived;
          }
          const bytes = await readBytes().catch(readerFailed);
          if (!bytes.ok) return bytes;
          begin();
          return (await client.call('derive.run', job, bytes.value)) ?? failure('page-unreadable');
        },
      });
      return outcomeOf(end, seconds);
    },
    unpack: async (entry, size) => {
      const seconds = secondsFor(size);
      const end = await pool.run<Result<number>>({
        size,
        rank: () => RANKS.awaited,
        limit: (seconds * 1000) / BEAT_MS,
        work: async ({ client, opened }, begin) => {
          const open = await opened;
          if (!open.ok) return open;
          begin();
          return await client.call('derive.unpack', entry);
        },
      });
      return outcomeOf(end, seconds);
    },
    close: (reason) => {
      closed = reason;
      pool.close();
    },
  };
}

function outcomeOf<Value>(end: JobEnd<Result<Value>>, seconds: number): Result<Value> {
  switch (end.end) {
    case 'done':
      return end.value;
    case 'failed':
      return failure('page-unreadable', { error: wordsOf(end.error) });
    case 'late':
      return failure('page-too-slow', { seconds });
    case 'stopped':
      return failure('cancelled');
  }
}

function startReader(surroundings: DeriveSurroundings): Reader {
  const client = connectWorker<DeriveCalls, Record<string, never>>(
    new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module' }),
  );
  const opened = client.call('derive.open', surroundings).then(
    (open): Result<null> => {
      // A worker without its library is of no use; the next one tries again.
      if (!open.ok) client.close(open.reason);
      return open.ok ? success(null) : open;
    },
    (error: unknown): Result<null> => {
      client.close(wordsOf(error));
      return readerFailed(error);
    },
  );
  return { client, opened };
}

const readerFailed = (error: unknown): Failure<'reader-failed'> =>
  failure('reader-failed', { error: wordsOf(error) });

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
