import { failure, type Result, success } from '@shared/contracts/results.ts';
import { sourceHash } from '@shared/model/source.ts';
import { expect, it } from 'vitest';
import { createDerivation } from '../../../renderer/state/derivation.ts';
import { openSession } from '../../../renderer/state/session.ts';
import type { PageReaders } from '../../../renderer/workers/page-readers.ts';
import { createMemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

const rethrow = (error: unknown): never => {
  throw error;
};

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
      return isBroken ? failure('reader-failed', { error: 'no answer' }) : success(null);
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
  const { session, derivation, source, add, asked } = await start(async () => success(null));
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
