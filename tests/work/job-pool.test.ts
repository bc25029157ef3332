import { type Job, type JobEnd, JobPool } from '@shared/work/job-pool.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface TestWorker {
  readonly id: number;
  isAlive: boolean;
}

const LARGE = 100;

/** A pool whose clock is beaten by hand and whose workers can be looked at and broken. */
function newPool(size = 2) {
  const started: TestWorker[] = [];
  const ended: TestWorker[] = [];
  const beats = new Set<() => void>();
  const pool = new JobPool<TestWorker>({
    size,
    largeFrom: LARGE,
    start: () => {
      const worker = { id: started.length, isAlive: true };
      started.push(worker);
      return worker;
    },
    end: (worker) => {
      worker.isAlive = false;
      ended.push(worker);
    },
    isAlive: ({ isAlive }) => isAlive,
    beat: (onBeat) => {
      beats.add(onBeat);
      return () => beats.delete(onBeat);
    },
  });
  return {
    pool,
    started,
    ended,
    beats,
    beat: (): void => {
      for (const onBeat of [...beats]) onBeat();
    },
  };
}

/** Lets every promise that can go on do so. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await null;
};

/** A job that is at work until it is let go. */
function held(size: number, part: Partial<Job<TestWorker, string>> = {}) {
  const letGo: { end: (value: string) => void; fail: (error: Error) => void } = {
    end: () => undefined,
    fail: () => undefined,
  };
  const began: TestWorker[] = [];
  const job: Job<TestWorker, string> = {
    size,
    limit: null,
    work: (worker, begin) => {
      began.push(worker);
      begin();
      return new Promise((end, fail) => {
        letGo.end = end;
        letGo.fail = fail;
      });
    },
    ...part,
  };
  return { job, began, letGo };
}

describe('a pool of workers', () => {
  it('lets small jobs overtake large ones, and keeps one worker from the large', async () => {
    const { pool } = newPool();
    const [large, larger, small] = [held(LARGE), held(LARGE * 2), held(1)];
    const ends = [large, larger, small].map(({ job }) => pool.run(job));
    await settle();
    expect([large, larger, small].map(({ began }) => began.length)).toEqual([1, 0, 1]);
    small.letGo.end('small');
    expect(await ends[2]).toEqual({ end: 'done', value: 'small' });
    await settle();
    expect(larger.began).toEqual([]);
    large.letGo.end('large');
    await settle();
    expect(larger.began).toHaveLength(1);
  });

  it('asks for the rank of what waits whenever a worker is free, and lets size decide among equals', async () => {
    const { pool } = newPool(1);
    const order: string[] = [];
    const ranks = new Map([
      ['small', 2],
      ['middle', 2],
      ['big', 2],
    ]);
    const jobs = [...ranks.keys()].map((name, at) => held(at + 2, { rank: () => ranks.get(name) ?? 0 }));
    const under = held(50, { rank: () => 3 });
    void pool.run(under.job);
    for (const { job } of jobs) void pool.run(job);
    const seen = async (): Promise<void> => {
      await settle();
      for (const [at, name] of [...ranks.keys()].entries())
        if (jobs[at]?.began.length === 1 && !order.includes(name)) order.push(name);
    };
    // Asked for while it waits.
    ranks.set('big', 0);
    under.letGo.end('under');
    await seen();
    for (const name of ['big', 'small']) {
      jobs[[...ranks.keys()].indexOf(name)]?.letGo.end(name);
      await seen();
    }
    expect(order).toEqual(['big', 'small', 'middle']);
  });

  it('gives up what takes too long, with its worker, and goes on with a fresh one', async () => {
    const { pool, beat, started, ended, beats } = newPool(1);
    const hung = held(5, { limit: 3 });
    const next = held(6);
    const ends = [pool.run(hung.job), pool.run(next.job)];
    await settle();
    beat();
    beat();
    await settle();
    expect(next.began).toEqual([]);
    beat();
    expect(await ends[0]).toEqual({ end: 'late' });
    await settle();
    expect(ended).toEqual([started[0]]);
    expect(next.began).toEqual([started[1]]);
    next.letGo.end('next');
    expect(await ends[1]).toEqual({ end: 'done', value: 'next' });
    expect(beats.size).toBe(0);
  });

  it('hears a stop while a job is under way, and while it waits', async () => {
    const { pool, ended } = newPool(1);
    const [stop, stopWaiting] = [new AbortController(), new AbortController()];
    const under = held(1, { signal: stop.signal });
    const waits = held(2, { signal: stopWaiting.signal });
    const ends = [pool.run(under.job), pool.run(waits.job)];
    await settle();
    stopWaiting.abort();
    expect(await ends[1]).toEqual({ end: 'stopped' });
    expect(ended).toEqual([]);
    stop.abort();
    expect(await ends[0]).toEqual({ end: 'stopped' });
    expect(ended).toHaveLength(1);
    expect(await pool.run(held(1, { signal: stop.signal }).job)).toEqual({ end: 'stopped' });
  });

  it('replaces a worker that has died, while it was at work or idle', async () => {
    const { pool, started } = newPool(1);
    const first = held(1);
    const end = pool.run(first.job);
    await settle();
    started[0]!.isAlive = false;
    first.letGo.fail(new Error('gone'));
    expect(await end).toEqual({ end: 'failed', error: new Error('gone') });
    const second = held(1);
    void pool.run(second.job);
    await settle();
    expect(second.began).toEqual([started[1]]);
  });

  it('ends everything when it is closed', async () => {
    const { pool, ended } = newPool(1);
    const [under, waits] = [held(1), held(2)];
    const ends = [pool.run(under.job), pool.run(waits.job)];
    await settle();
    pool.close();
    expect(await ends[1]).toEqual({ end: 'stopped' });
    expect(ended).toHaveLength(1);
    expect(await pool.run(held(1).job)).toEqual({ end: 'stopped' });
  });

  it('ends every job once and as it went, whatever the others do', async () => {
    const kinds = fc.constantFrom('gives', 'throws', 'rejects', 'hangs', 'kills', 'stops');
    const jobs = fc.array(fc.record({ size: fc.nat({ max: 2 * LARGE }), kind: kinds }), { maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(jobs, fc.integer({ min: 1, max: 3 }), async (specs, size) => {
        const { pool, beat } = newPool(size);
        const ends: JobEnd<number>[][] = specs.map(() => []);
        specs.forEach(({ size: of, kind }, i) => {
          const stop = new AbortController();
          const work = (worker: TestWorker, begin: () => void): Promise<number> => {
            begin();
            if (kind === 'throws') throw new Error('thrown');
            if (kind === 'kills') worker.isAlive = false;
            if (kind === 'stops') queueMicrotask(() => stop.abort());
            if (kind === 'hangs' || kind === 'stops') return new Promise(() => undefined);
            return kind === 'gives' ? Promise.resolve(i) : Promise.reject(new Error('rejected'));
          };
          void pool
            .run({ size: of, limit: 2, work, signal: stop.signal })
            .then((end) => ends[i]?.push(end as JobEnd<number>));
        });
        for (let i = 0; i < specs.length * 3 + 3; i++) {
          await settle();
          beat();
        }
        await settle();
        expect(ends.map((all) => all.map(({ end }) => end))).toEqual(
          specs.map(({ kind }) => [
            {
              gives: 'done',
              hangs: 'late',
              stops: 'stopped',
              throws: 'failed',
              rejects: 'failed',
              kills: 'failed',
            }[kind],
          ]),
        );
      }),
    );
  });
});
