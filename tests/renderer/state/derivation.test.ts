import { failure, type Result, success } from '@shared/contracts/results.ts';
import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import { expect, it } from 'vitest';
import { createDerivation } from '../../../renderer/state/derivation.ts';
import { keyOf } from '../../../renderer/state/job-key.ts';
import { openSession } from '../../../renderer/state/session.ts';
import type { DeriveJob } from '../../../renderer/workers/derive-calls.ts';
import type { PageReaders } from '../../../renderer/workers/page-readers.ts';
import { createMemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

const rethrow = (error: unknown): never => {
  throw error;
};

const DERIVED = success({ stamp: 'read', articles: 1, unplacedCuts: [] });

/** Readers that find every page stale and read it as `read` says; they note what they are asked. */
const readersThat = (read: () => Promise<Result<unknown>>, asked: string[]): PageReaders =>
  ({
    call: async (name: string, jobs: unknown) => {
      asked.push(name);
      return name === 'derive.findStale' ? jobs : 0;
    },
    run: read,
  }) as unknown as PageReaders;

async function start(read: () => Promise<Result<unknown>>) {
  const host = createMemoryHost();
  const session = await openSession(host, [], {
    outbox: createMemoryOutbox(),
    now: () => new Date(0),
    newId: () => crypto.randomUUID(),
    fail: rethrow,
  });
  if (!session.ok) throw new Error(session.reason);
  const asked: string[] = [];
  const derivation = createDerivation(host, readersThat(read, asked), session.value, () => 0, rethrow);
  const source = sourceHash('a'.repeat(64));
  const add = () => session.value.getState().perform({ type: 'source.add', source, name: '页.txt', size: 1 });
  return { host, session: session.value, derivation, source, add, asked };
}

it.each(['before anybody knows that it is gone', 'while it is gone'])(
  'what cannot be read for want of the host (%s) is read when the host is back, and is no trouble then',
  async (when) => {
    let isBroken = true;
    const runs: boolean[] = [];
    const { host, derivation, add } = await start(async () => {
      runs.push(isBroken);
      return isBroken ? failure('reader-failed', { error: 'no answer' }) : DERIVED;
    });
    host.memory.isGone = true;
    const isKnown = when.startsWith('while');
    if (isKnown) await host.call('host.info');
    else host.memory.isGone = false;
    expect(await add()).toMatchObject({ ok: true });
    await expect.poll(() => runs).toEqual([true]);
    await expect.poll(() => derivation.getState().settled).toBe(true);
    expect(derivation.getState().trouble?.reason ?? null).toBe(isKnown ? null : 'reader-failed');

    if (!isKnown) {
      host.memory.isGone = true;
      await host.call('host.info');
    }
    isBroken = false;
    host.memory.isGone = false;
    await host.look();
    await expect.poll(() => runs).toEqual([true, false]);
    await expect.poll(() => derivation.getState().settled).toBe(true);
    expect(derivation.getState()).toMatchObject({ trouble: null, failures: new Map() });
  },
);

it('looks at no source for what no source is read by', async () => {
  const { session, derivation, source, add, asked } = await start(async () => DERIVED);
  const { perform } = session.getState();
  let looks = 0;
  derivation.subscribe(({ settled }, before) => {
    if (before.settled && !settled) looks++;
  });
  await add();
  await expect.poll(() => derivation.getState().settled).toBe(true);
  [looks, asked.length] = [0, 0];
  await perform({ type: 'search.save', search: 's', name: '水渠', query: '水渠' });
  await perform({ type: 'name.join', nameType: 'person', forms: ['老田'], as: '田禾' });
  const words = { source, textHash: 'h', spans: [], quote: { exact: '水渠', prefix: '', suffix: '' } };
  await perform({ type: 'article.label', target: words, tags: ['水利'] });
  await perform({ type: 'source.tag', source, tags: ['水利'] });
  await perform({ type: 'bookmark.add', bookmark: 'b', target: words, note: '', tags: [] });
  await perform({ type: 'bookmark.remove', bookmark: 'b' });
  expect(looks).toBe(0);
  expect(asked).toEqual([]);
  await perform({ type: 'source.describe', source, description: { newspaper: '清河日报' } });
  await expect.poll(() => asked).toContain('derive.findStale');
  expect(looks).toBe(1);
});

/** Two pages, read into a library that holds of each what it was derived in last; `runs` are those since. */
async function startOverRows() {
  const rows = new Map<SourceHash, string>();
  const runs: string[] = [];
  const host = createMemoryHost();
  const session = await openSession(host, [], {
    outbox: createMemoryOutbox(),
    now: () => new Date(0),
    newId: () => crypto.randomUUID(),
    fail: rethrow,
  });
  if (!session.ok) throw new Error(session.reason);
  const readers = {
    call: async (name: string, jobs: DeriveJob[]) => {
      if (name === 'derive.findStale') return jobs.filter((job) => rows.get(job.sha256) !== keyOf(job));
      const kept = jobs as unknown as SourceHash[];
      for (const source of rows.keys()) if (!kept.includes(source)) rows.delete(source);
      return 0;
    },
    run: async (job: DeriveJob) => {
      runs.push(job.sha256);
      rows.set(job.sha256, keyOf(job));
      return success({ stamp: keyOf(job), articles: 1, unplacedCuts: [] });
    },
  } as unknown as PageReaders;
  const derivation = createDerivation(host, readers, session.value, () => 0, rethrow).getState();
  const [first, second] = ['a', 'b'].map((letter) => sourceHash(letter.repeat(64))) as [
    SourceHash,
    SourceHash,
  ];
  const { perform } = session.value.getState();
  /** Tells of the library as it is now, and settles when all of that is done. */
  const follow = async (): Promise<void> => {
    derivation.follow([...rows].map(([sha256, stamp]) => ({ sha256, stamp })));
    await derivation.refresh();
  };
  for (const source of [first, second])
    await perform({ type: 'source.add', source, name: '页.txt', size: 1 });
  await derivation.refresh();
  await follow();
  runs.length = 0;
  return { rows, runs, follow, first, second, perform };
}

it('derives again a page whose rows another page took away or wrote over, once for what is wanted of it', async () => {
  const { rows, runs, follow, first, perform } = await startOverRows();
  const stamp = rows.get(first)!;
  await follow();
  expect(runs).toEqual([]);
  for (const _ of ['told', 'told again']) {
    rows.delete(first);
    await follow();
    expect(runs).toEqual([first]);
    rows.set(first, stamp);
    await follow();
  }

  await perform({ type: 'source.describe', source: first, description: { edition: '2' } });
  await follow();
  const later = rows.get(first);
  expect(later).not.toBe(stamp);
  rows.set(first, stamp);
  await follow();
  expect(rows.get(first)).toBe(later);
});

it('takes away again the rows of a page that another page wrote after it was taken off the shelf', async () => {
  const { rows, follow, first, second, perform } = await startOverRows();
  const stamp = rows.get(first)!;
  await perform({ type: 'source.remove', source: first });
  await follow();
  expect([...rows.keys()]).toEqual([second]);
  rows.set(first, stamp);
  await follow();
  expect([...rows.keys()]).toEqual([second]);
});
