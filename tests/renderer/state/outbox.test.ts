import type { Deed } from '@shared/journal/act.ts';
import { fold } from '@shared/journal/fold.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { sourceHash } from '@shared/model/source.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSession } from '../../../renderer/state/session.ts';
import { createMemoryHost, type HostMemory, type MemoryHost } from '../memory-host.ts';
import { createMemoryOutbox, type MemoryOutbox } from '../memory-outbox.ts';

const BUNDLED = sourceHash('b'.repeat(64));
const IMPORTED = sourceHash('a'.repeat(64));

const bookmark = (name: string, source = IMPORTED): Deed => ({
  type: 'bookmark.add',
  bookmark: name,
  target: {
    source,
    textHash: 'c'.repeat(64),
    spans: [sourceSpan(3, 5)],
    quote: { exact: '渡口', prefix: '镇外的', suffix: '结了冰' },
  },
  note: '',
  tags: [],
});

let id = 0;

async function open(host: MemoryHost, outbox: MemoryOutbox) {
  const session = await openSession(host, [{ sha256: BUNDLED, name: '随书.md', size: 9, digest: '' }], {
    outbox,
    now: () => new Date('2026-01-02T03:04:05Z'),
    newId: () => `id-${++id}`,
    fail: (error) => {
      throw error;
    },
  });
  if (!session.ok) throw new Error(session.reason);
  return session.value;
}

async function start() {
  const host = createMemoryHost();
  const outbox = createMemoryOutbox();
  return { host, outbox, session: await open(host, outbox) };
}

/** The host answers again, and the page has seen it. */
async function comeBack(host: MemoryHost): Promise<void> {
  host.memory.isGone = false;
  await host.look();
  await expect.poll(() => host.connection.getState().phase).toBe('here');
}

const bookmarksOf = ({ lines }: HostMemory): string[] =>
  lines.map(({ act }) => (act as { deed: { bookmark: string } }).deed.bookmark);

it('acts done while the host is gone show at once, wait, and are written in order', async () => {
  const { host, outbox, session } = await start();
  host.memory.isGone = true;
  for (const name of ['甲', '乙', '丙'])
    expect(await session.getState().perform(bookmark(name))).toMatchObject({ ok: true });
  expect(host.connection.getState().phase).toBe('gone');
  expect([...session.getState().state.bookmarks.keys()]).toEqual(['甲', '乙', '丙']);
  expect(session.getState().waiting).toHaveLength(3);
  expect(session.getState().saving).toBe(0);
  expect(outbox.rows).toHaveLength(3);
  expect(host.memory.lines).toEqual([]);

  await comeBack(host);
  expect(bookmarksOf(host.memory)).toEqual(['甲', '乙', '丙']);
  expect(session.getState().waiting).toEqual([]);
  expect(outbox.rows).toEqual([]);
  expect([...session.getState().state.bookmarks.keys()]).toEqual(['甲', '乙', '丙']);
});

it('an act whose answer was lost is written once', async () => {
  const { host, session } = await start();
  host.memory.answersLost = 1;
  expect(await session.getState().perform(bookmark('甲'))).toMatchObject({ ok: true });
  expect(session.getState().waiting).toHaveLength(1);
  await comeBack(host);
  expect(bookmarksOf(host.memory)).toEqual(['甲']);
  expect(session.getState().acts).toHaveLength(1);
});

it('two pages of one browser show what either did while the host is gone, and it is written once', async () => {
  const { host, outbox, session } = await start();
  const beside = createMemoryHost(host.memory);
  const other = await open(beside, outbox);
  host.memory.isGone = true;
  await session.getState().perform(bookmark('甲'));
  // The other page sees that the host is gone when it asks for something itself.
  await other.getState().perform(bookmark('乙'));
  const namesIn = (page: typeof session) => [...page.getState().state.bookmarks.keys()];
  await expect.poll(() => namesIn(session)).toEqual(['甲', '乙']);
  await expect.poll(() => namesIn(other)).toEqual(['甲', '乙']);
  await other.getState().undoAct(other.getState().waiting[0]?.acts[0]?.id ?? '');
  await expect.poll(() => namesIn(session)).toEqual(['乙']);

  await comeBack(host);
  await beside.look();
  await expect.poll(() => beside.connection.getState().phase).toBe('here');
  expect(host.memory.lines).toHaveLength(3);
  expect(outbox.rows).toEqual([]);
  for (const page of [session, other]) {
    expect(page.getState().waiting).toEqual([]);
    expect(namesIn(page)).toEqual(['乙']);
  }
});

it('what waits when the page ends is written when the next one opens', async () => {
  const { host, outbox, session } = await start();
  host.memory.isGone = true;
  await session.getState().perform(bookmark('甲'));
  host.memory.isGone = false;
  const next = await open(createMemoryHost(host.memory), outbox);
  expect(bookmarksOf(host.memory)).toEqual(['甲']);
  expect(next.getState().waiting).toEqual([]);
  expect(outbox.rows).toEqual([]);
});

it('undo and redo of what waits are written behind it', async () => {
  const { host, session } = await start();
  host.memory.isGone = true;
  await session.getState().perform(bookmark('甲'));
  expect((await session.getState().undo()).ok).toBe(true);
  expect(session.getState().state.bookmarks.size).toBe(0);
  expect((await session.getState().redo()).ok).toBe(true);
  expect(session.getState().state.bookmarks.size).toBe(1);
  await comeBack(host);
  expect(host.memory.lines).toHaveLength(3);
  expect(session.getState().state.bookmarks.size).toBe(1);
});

it('a bundled page can be taken off the shelf meanwhile; its original is copied first when the host is back', async () => {
  const { host, session } = await start();
  host.memory.originals.set(BUNDLED, Uint8Array.of(1));
  host.memory.isGone = true;
  await session.getState().perform({ type: 'source.remove', source: BUNDLED });
  expect(session.getState().state.sources.get(BUNDLED)?.status).toBe('removed');
  await comeBack(host);
  expect(session.getState().acts.map(({ deed }) => deed.type)).toEqual(['source.add', 'source.remove']);
  expect(session.getState().state.sources.get(BUNDLED)).toMatchObject({ status: 'removed' });
});

it('is not done where neither host nor outbox takes it', async () => {
  const { host, outbox, session } = await start();
  outbox.isBroken = true;
  expect(await session.getState().perform(bookmark('甲'))).toMatchObject({ ok: true });
  expect(bookmarksOf(host.memory)).toEqual(['甲']);
  host.memory.isGone = true;
  expect(await session.getState().perform(bookmark('乙'))).toEqual({
    ok: false,
    reason: 'outbox-unwritable',
  });
  expect([...session.getState().state.bookmarks.keys()]).toEqual(['甲']);
});

it('a full disk keeps what waits in its order and says so, until there is room', async () => {
  const { host, session } = await start();
  host.memory.isGone = true;
  await session.getState().perform(bookmark('甲'));
  host.memory.isFull = true;
  await comeBack(host);
  expect(session.getState().hindrance).toEqual({ ok: false, reason: 'disk-full' });
  await session.getState().perform(bookmark('乙'));
  expect(session.getState().waiting).toHaveLength(2);
  host.memory.isFull = false;
  expect((await session.getState().writeWaiting()).ok).toBe(true);
  expect(session.getState().hindrance).toBeNull();
  expect(bookmarksOf(host.memory)).toEqual(['甲', '乙']);
});

it('an act that the host will not take is listed with its answer and holds up no other', async () => {
  const { host, outbox, session } = await start();
  host.memory.isGone = true;
  await session.getState().perform(bookmark('甲'));
  await session.getState().perform(bookmark('乙'));
  host.memory.refuses = '甲';
  await comeBack(host);
  expect(bookmarksOf(host.memory)).toEqual(['乙']);
  const [refused] = session.getState().refused;
  expect(refused?.refusal).toEqual({ ok: false, reason: 'refused' });
  expect([...session.getState().state.bookmarks.keys()]).toEqual(['乙']);

  const next = await open(createMemoryHost(host.memory), outbox);
  expect(next.getState().refused).toEqual([refused]);
  host.memory.refuses = null;
  await next.getState().tryAgain(refused?.id ?? '');
  expect(bookmarksOf(host.memory)).toEqual(['乙', '甲']);
  expect(next.getState().refused).toEqual([]);
  expect(outbox.rows).toEqual([]);
});

it('a refused act that is discarded is gone for good', async () => {
  const { host, outbox, session } = await start();
  host.memory.isGone = true;
  await session.getState().perform(bookmark('甲'));
  host.memory.refuses = '甲';
  await comeBack(host);
  await session.getState().discard(session.getState().refused[0]?.id ?? '');
  expect(outbox.rows).toEqual([]);
  expect(session.getState().refused).toEqual([]);
});

it('what the browser lost is counted at the next start, and not what the journal has', async () => {
  const { host, outbox, session } = await start();
  const done = await session.getState().perform(bookmark('甲'));
  expect(session.getState().lost).toBe(0);
  outbox.lost.push(...(done.ok ? done.value.map((act) => act.id) : []), 'one', 'other');
  expect((await open(host, outbox)).getState().lost).toBe(2);
  expect((await open(host, outbox)).getState().lost).toBe(0);
});

it('a journal that was put back meanwhile is read anew', async () => {
  const { host, session } = await start();
  await session.getState().perform(bookmark('甲'));
  await session.getState().perform(bookmark('乙'));
  host.memory.isGone = true;
  await session.getState().perform(bookmark('丙'));
  host.memory.lines.splice(1);
  await comeBack(host);
  expect([...session.getState().state.bookmarks.keys()]).toEqual(['甲', '丙']);
});

type Step = 'act' | 'undo' | 'redo' | 'go' | 'lose answer' | 'come back' | 'reload';

const STEPS: readonly Step[] = ['act', 'undo', 'redo', 'go', 'lose answer', 'come back', 'reload'];

it('whatever comes between, every act that was taken is in the journal once, in the order it was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 24 }), async (steps) => {
      let host = createMemoryHost();
      const outbox = createMemoryOutbox();
      let session = await open(host, outbox);
      const taken: string[] = [];
      const note = (made: { ok: boolean; value?: unknown }): void => {
        if (made.ok) taken.push(...[made.value].flat().map((act) => (act as { id: string }).id));
      };
      for (const [index, step] of steps.entries()) {
        if (step === 'act') note(await session.getState().perform(bookmark(`${index}`)));
        if (step === 'undo') note(await session.getState().undo());
        if (step === 'redo') note(await session.getState().redo());
        if (step === 'go') host.memory.isGone = true;
        if (step === 'lose answer') host.memory.answersLost = 1;
        if (step === 'come back') await comeBack(host);
        if (step === 'reload') {
          Object.assign(host.memory, { isGone: false, answersLost: 0 });
          host = createMemoryHost(host.memory);
          session = await open(host, outbox);
        }
      }
      const shown = session.getState().state;
      host.memory.answersLost = 0;
      await comeBack(host);
      await session.getState().writeWaiting();
      expect(host.memory.lines.map(({ act }) => (act as { id: string }).id)).toEqual(taken);
      expect(session.getState().state).toEqual(shown);
      expect(session.getState().state).toEqual(fold(session.getState().acts));
      expect(outbox.rows).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
