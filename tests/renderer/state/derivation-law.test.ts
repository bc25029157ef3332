import { failure, type Result, success } from '@shared/contracts/results.ts';
import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import fc, { type Scheduler } from 'fast-check';
import { expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { createDerivation, type Derivation } from '../../../renderer/state/derivation.ts';
import { keyOf } from '../../../renderer/state/job-key.ts';
import { openSession, type Session } from '../../../renderer/state/session.ts';
import { listWantedSources } from '../../../renderer/state/wanted-sources.ts';
import type { Derived, DeriveJob } from '../../../renderer/workers/derive-calls.ts';
import type { PageReaders } from '../../../renderer/workers/page-readers.ts';
import { createMemoryHost, type HostMemory, type MemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

/** A library in memory, which holds of each source the state that it was derived in, and tells its pages of changes. */
class MemoryLibrary {
  readonly rows = new Map<SourceHash, string>();
  readonly changed = new Set<() => void>();

  put(job: DeriveJob): void {
    this.rows.set(job.sha256, keyOf(job));
    for (const tell of this.changed) tell();
  }

  drop(source: SourceHash): void {
    this.rows.delete(source);
    for (const tell of this.changed) tell();
  }
}

/** Settles when the scheduler lets it; never, once its page is closed. */
type Moment = (what: string) => Promise<unknown>;

function readersOver(library: MemoryLibrary, moment: Moment): PageReaders {
  const { rows } = library;
  const calls: Record<string, (...args: never[]) => unknown> = {
    'derive.findStale': (jobs: DeriveJob[]) => jobs.filter((job) => rows.get(job.sha256) !== keyOf(job)),
    'derive.forgetOthers': async (kept: SourceHash[]) => {
      for (const source of [...rows.keys()].filter((key) => !kept.includes(key))) {
        await moment(`forget ${source[0]}`);
        library.drop(source);
      }
    },
    'derive.forgetRows': (sources: SourceHash[]) => {
      for (const source of sources) library.drop(source);
    },
    'derive.forgetUnread': () => null,
  };
  const run = async (job: DeriveJob, signal: AbortSignal): Promise<Result<Derived>> => {
    const stopped = new Promise<Result<Derived>>((resolve) =>
      signal.addEventListener('abort', () => resolve(failure('cancelled'))),
    );
    const derived = (async (): Promise<Result<Derived>> => {
      await moment(`begin ${job.sha256[0]}`);
      if (!signal.aborted) library.put(job);
      await moment(`answer ${job.sha256[0]}`);
      return success({ stamp: keyOf(job), articles: 1, unplacedCuts: [] });
    })();
    return signal.aborted ? failure('cancelled') : await Promise.race([derived, stopped]);
  };
  return {
    call: async (name: string, ...args: never[]) => {
      await moment(name);
      const answer = await calls[name]?.(...args);
      await moment(`${name} answers`);
      return answer;
    },
    run: (job: DeriveJob, _bytes: unknown, signal: AbortSignal) => run(job, signal),
  } as unknown as PageReaders;
}

interface Page {
  readonly host: MemoryHost;
  readonly moment: Moment;
  readonly session: StoreApi<Session>;
  readonly store: StoreApi<Derivation>;
  /** What it is told of the journal, in order. */
  line: Promise<void>;
  close(): void;
}

/** Pages of one browser, on one vault and one library. */
class Pages {
  readonly failed: unknown[] = [];
  readonly library = new MemoryLibrary();
  readonly open: Page[] = [];
  private readonly scheduler: Scheduler;
  private memory: HostMemory | undefined;
  private ids = 0;

  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  nextId = (): string => `${this.ids++}`;

  async openOne(): Promise<Page> {
    const fail = (error: unknown): unknown => this.failed.push(error);
    let isClosed = false;
    const moment: Moment = (what) =>
      isClosed
        ? new Promise(() => undefined)
        : this.scheduler
            .schedule(Promise.resolve(), what)
            .then(() => (isClosed ? new Promise(() => undefined) : undefined));
    const whole = createMemoryHost(this.memory);
    this.memory = whole.memory;
    const call = async (name: string, ...args: never[]): Promise<unknown> => {
      const answer = (await whole.call(name as 'journal.append', ...(args as unknown as [never[]]))) as {
        ok: boolean;
        value?: unknown;
      };
      if (name === 'journal.append' && answer.ok)
        for (const other of this.open.filter((page) => page.host !== host))
          other.line = other.line.then(async () => {
            await other.moment('told of an act');
            other.host.emit('journal.appended', answer.value);
          });
      return answer;
    };
    const host = { ...whole, call } as MemoryHost;
    const tools = { outbox: createMemoryOutbox(), now: () => new Date(0), newId: this.nextId, fail };
    const session = await openSession(host, [], tools);
    if (!session.ok) throw new Error(session.reason);
    const store = createDerivation(host, readersOver(this.library, moment), session.value, () => 0, fail);
    let hasNews = false;
    const follow = async (): Promise<void> => {
      if (hasNews) return;
      hasNews = true;
      await moment('told of rows');
      hasNews = false;
      store.getState().follow([...this.library.rows].map(([sha256, stamp]) => ({ sha256, stamp })));
    };
    this.library.changed.add(() => void follow());
    const page: Page = {
      host,
      moment,
      line: Promise.resolve(),
      session: session.value,
      store,
      close: () => {
        isClosed = true;
        this.open.splice(this.open.indexOf(page), 1);
      },
    };
    this.open.push(page);
    return page;
  }
}

const SOURCES = ['a', 'b'].map((letter) => sourceHash(letter.repeat(64)));
const ACTS = ['add', 'remove', 'put back', 'describe', 'rebuild', 'look again', 'read anew', 'wait'] as const;
const PAGE_ACTS = [...ACTS, 'open', 'close'] as const;
type ActName = (typeof PAGE_ACTS)[number];

async function runActs(
  scheduler: Scheduler,
  acts: readonly (readonly [ActName, number, number])[],
): Promise<void> {
  const pages = new Pages(scheduler);
  const ended = new Map<Promise<unknown>, Page>();
  const open = async (): Promise<void> => {
    const page = await pages.openOne();
    ended.set(page.store.getState().refresh(), page);
  };
  const work = async (): Promise<void> => {
    await open();
    for (const [act, at, on] of acts) {
      const source = SOURCES[at]!;
      const page = pages.open[on % pages.open.length]!;
      const { perform } = page.session.getState();
      const derivation = page.store.getState();
      if (act === 'add') await perform({ type: 'source.add', source, name: '页.txt', size: 1 });
      else if (act === 'remove') await perform({ type: 'source.remove', source });
      else if (act === 'put back') await perform({ type: 'source.restore', source });
      else if (act === 'describe')
        await perform({ type: 'source.describe', source, description: { edition: pages.nextId() } });
      else if (act === 'rebuild') ended.set(derivation.rebuild(), page);
      else if (act === 'look again') ended.set(derivation.lookAgain(), page);
      else if (act === 'read anew') ended.set(derivation.readAnew(source.slice(0, 12)), page);
      else if (act === 'open' && pages.open.length < 2) await open();
      else if (act === 'close' && pages.open.length > 1) page.close();
      else await scheduler.schedule(Promise.resolve(), 'wait');
    }
  };
  await scheduler.waitFor(work());
  await scheduler.waitIdle();
  const waited = [...ended].filter(([, page]) => pages.open.includes(page)).map(([promise]) => promise);
  await scheduler.waitFor(Promise.all(waited));
  await scheduler.waitIdle();
  for (const { session, store } of pages.open) {
    const wanted = listWantedSources(session.getState());
    expect([...pages.library.rows].sort()).toEqual(
      wanted.map((job) => [job.sha256, keyOf(job)] as const).sort(),
    );
    const { failures, settled, running, trouble } = store.getState();
    expect({ failures: failures.size, settled, running, trouble, failed: pages.failed }).toEqual({
      failures: 0,
      settled: true,
      running: false,
      trouble: null,
      failed: [],
    });
  }
}

const drawn = (acts: readonly ActName[]) =>
  fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat({ max: SOURCES.length - 1 }), fc.nat({ max: 1 })), {
    maxLength: 14,
  });

it.each([
  ['one page', ACTS],
  ['two pages that come and go', PAGE_ACTS],
] as const)(
  'has in the end the rows of what is wanted, in the state that it is wanted in: %s',
  async (_pages, acts) => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), drawn(acts), runActs), {
      numRuns: Number(process.env.N ?? 300),
    });
  },
);
