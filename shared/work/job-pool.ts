/** What a pool needs of its surroundings. */
export interface PoolTools<Worker> {
  /** Workers at most; they are started when there is work for them. */
  readonly size: number;
  readonly start: () => Worker;
  readonly end: (worker: Worker) => void;
  /** Whether a worker can still be given work. */
  readonly isAlive: (worker: Worker) => boolean;
  /** Jobs above this size are large: one worker is always kept from them. */
  readonly largeFrom: number;
  /** Beats about once a second until it is stopped, and not while the machine sleeps. */
  readonly beat: (onBeat: () => void) => () => void;
}

/** The part of an `AbortSignal` that is used. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface Job<Worker, Value> {
  /** Of one rank the smaller jobs go first; in what unit is the caller's affair. */
  readonly size: number;
  /** Those of a lower rank go before, whatever their size; 0 where it is not given. It may change while a job waits. */
  readonly rank?: () => number;
  /** Beats after which it is given up, counted from when `work` calls `begin`; null for none. */
  readonly limit: number | null;
  readonly work: (worker: Worker, begin: () => void) => Promise<Value>;
  /** Aborted, the job ends at once, and the worker that is at it with it. */
  readonly signal?: StopSignal;
}

/** How a job ended; a pool never rejects. */
export type JobEnd<Value> =
  | { readonly end: 'done'; readonly value: Value }
  | { readonly end: 'failed'; readonly error: unknown }
  | { readonly end: 'late' }
  | { readonly end: 'stopped' };

interface Waiting<Worker> {
  readonly job: Job<Worker, unknown>;
  readonly turn: number;
  readonly settle: (end: JobEnd<unknown>) => void;
}

interface Desk<Worker> {
  readonly worker: Worker;
  /** The job that it is at. */
  job: Job<Worker, unknown> | null;
}

/**
 * Gives jobs to a few workers: by rank, then the smallest first, each with a try of its own. A job that takes too long, or
 * that is stopped, ends with its worker, for whatever holds a worker up cannot hear; a fresh one follows.
 */
export class JobPool<Worker> {
  readonly #tools: PoolTools<Worker>;
  readonly #waiting: Waiting<Worker>[] = [];
  #desks: Desk<Worker>[] = [];
  #turn = 0;
  #isClosed = false;

  constructor(tools: PoolTools<Worker>) {
    this.#tools = tools;
  }

  run<Value>(job: Job<Worker, Value>): Promise<JobEnd<Value>> {
    return new Promise((resolve) => {
      if (this.#isClosed || job.signal?.aborted) {
        resolve({ end: 'stopped' });
        return;
      }
      const waiting: Waiting<Worker> = {
        job,
        turn: this.#turn++,
        settle: (end) => {
          job.signal?.removeEventListener('abort', leave);
          resolve(end as JobEnd<Value>);
        },
      };
      const leave = (): void => {
        const at = this.#waiting.indexOf(waiting);
        if (at < 0) return;
        this.#waiting.splice(at, 1);
        waiting.settle({ end: 'stopped' });
      };
      job.signal?.addEventListener('abort', leave);
      this.#waiting.push(waiting);
      this.#assign();
    });
  }

  /** Every job ends as stopped, those under way with their workers, and so does every later one. */
  close(): void {
    this.#isClosed = true;
    for (const { settle } of this.#waiting.splice(0)) settle({ end: 'stopped' });
    for (const desk of this.#desks.splice(0)) this.#tools.end(desk.worker);
  }

  /** Gives what waits to whoever is free. */
  #assign(): void {
    for (let next = this.#next(); next; next = this.#next()) {
      const desk = this.#freeDesk();
      if (!desk) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      const { settle } = next;
      // Its own end has been told by then; what can fail after it is the start of a worker for the next.
      this.#do(next, desk).catch((error: unknown) => settle({ end: 'failed', error }));
    }
  }

  #next(): Waiting<Worker> | undefined {
    const { size, largeFrom } = this.#tools;
    const large = this.#desks.filter(({ job }) => job !== null && job.size >= largeFrom).length;
    const mayBeLarge = large < Math.max(1, size - 1);
    let next: Waiting<Worker> | undefined;
    for (const waiting of this.#waiting)
      if ((mayBeLarge || waiting.job.size < largeFrom) && (!next || isBefore(waiting, next))) next = waiting;
    return next;
  }

  #freeDesk(): Desk<Worker> | null {
    for (const desk of this.#desks)
      if (desk.job === null && !this.#tools.isAlive(desk.worker)) this.#dismiss(desk);
    const free = this.#desks.find(({ job }) => job === null);
    if (free) return free;
    if (this.#desks.length >= this.#tools.size) return null;
    const started: Desk<Worker> = { worker: this.#tools.start(), job: null };
    this.#desks.push(started);
    return started;
  }

  async #do({ job, settle }: Waiting<Worker>, desk: Desk<Worker>): Promise<void> {
    desk.job = job;
    const end = await this.#watch(job, desk.worker);
    desk.job = null;
    if (end.end === 'late' || end.end === 'stopped') this.#dismiss(desk);
    settle(end);
    if (!this.#isClosed) this.#assign();
  }

  /** The job's end, or the end that is put to it. */
  #watch<Value>(job: Job<Worker, Value>, worker: Worker): Promise<JobEnd<Value>> {
    return new Promise((resolve) => {
      let left = job.limit;
      let rest = (): void => undefined;
      const startClock = (): void => {
        rest();
        rest = this.#tools.beat(() => {
          if (left !== null && --left <= 0) finish({ end: 'late' });
        });
      };
      const stop = (): void => finish({ end: 'stopped' });
      const finish = (end: JobEnd<Value>): void => {
        rest();
        job.signal?.removeEventListener('abort', stop);
        resolve(end);
      };
      job.signal?.addEventListener('abort', stop);
      // In a function of its own, so that one that throws at once fails like one that rejects.
      const begun = async (): Promise<Value> => job.work(worker, startClock);
      begun().then(
        (value) => finish({ end: 'done', value }),
        (error: unknown) => finish({ end: 'failed', error }),
      );
    });
  }

  #dismiss(desk: Desk<Worker>): void {
    const at = this.#desks.indexOf(desk);
    if (at < 0) return;
    this.#desks.splice(at, 1);
    this.#tools.end(desk.worker);
  }
}

const rankOf = ({ job }: Waiting<never>): number => job.rank?.() ?? 0;

const isBefore = (a: Waiting<never>, b: Waiting<never>): boolean =>
  (rankOf(a) - rankOf(b) || a.job.size - b.job.size || a.turn - b.turn) < 0;
