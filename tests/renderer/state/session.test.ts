import type { Selector } from '@shared/anchors/selector.ts';
import { failure } from '@shared/contracts/results.ts';
import type { Deed } from '@shared/journal/act.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import { describe, expect, it } from 'vitest';
import type { Outbox } from '../../../renderer/library/outbox.ts';
import { openSession } from '../../../renderer/state/session.ts';
import { createMemoryHost, type MemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

const BUNDLED = sourceHash('b'.repeat(64));
const IMPORTED = sourceHash('a'.repeat(64));

const target = (source = IMPORTED): Selector => ({
  source,
  textHash: 'c'.repeat(64),
  spans: [sourceSpan(3, 5)],
  quote: { exact: '河水', prefix: '这里的', suffix: '很清' },
});

const bookmark = (id: string, source = IMPORTED): Deed => ({
  type: 'bookmark.add',
  bookmark: id,
  target: target(source),
  note: '',
  tags: [],
});

const throwing = (error: unknown): void => {
  throw error;
};

let id = 0;

async function start(host: MemoryHost, outbox: Outbox = createMemoryOutbox(), fail = throwing) {
  const session = await openSession(host, [{ sha256: BUNDLED, name: '随书.md', size: 9, digest: '' }], {
    now: () => new Date('2026-01-02T03:04:05Z'),
    newId: () => `id-${++id}`,
    outbox,
    fail,
  });
  if (!session.ok) throw new Error(session.reason);
  return session.value;
}

describe('the session', () => {
  it('has what another page wrote while it read the journal', async () => {
    const host = createMemoryHost();
    const other = await start(createMemoryHost(host.memory));
    const call = async (name: string, ...args: never[]): Promise<unknown> => {
      const answer = await host.call(name as 'host.info', ...(args as unknown as []));
      if (name !== 'journal.read') return answer;
      // Written after the host has looked and before the answer is here.
      await other.getState().perform(bookmark('m'));
      host.emit('journal.appended', host.memory.lines);
      return structuredClone({ ...answer, value: [] });
    };
    const session = await start({ ...host, call } as MemoryHost);
    await expect.poll(() => [...session.getState().state.bookmarks.keys()]).toEqual(['m']);
  });

  it('changes only after the host has the act, and finds it again after a restart', async () => {
    const host = createMemoryHost();
    const session = await start(host);
    const done = session.getState().perform(bookmark('m'));
    expect(session.getState().saving).toBe(1);
    expect(session.getState().state.bookmarks.size).toBe(0);
    expect((await done).ok).toBe(true);
    expect(session.getState().saving).toBe(0);
    expect(session.getState().state.bookmarks.has('m')).toBe(true);
    const again = await start(createMemoryHost(host.memory));
    expect(again.getState().state.bookmarks.has('m')).toBe(true);
  });

  it('keeps its state and says why when the host cannot write', async () => {
    const host = createMemoryHost();
    const session = await start(host);
    host.memory.isFull = true;
    expect(await session.getState().perform(bookmark('m'))).toEqual({ ok: false, reason: 'disk-full' });
    expect(session.getState().acts).toEqual([]);
    host.memory.isFull = false;
    expect((await session.getState().perform(bookmark('m'))).ok).toBe(true);
  });

  it('says that the library can only be read until something could be written', async () => {
    const host = createMemoryHost();
    host.memory.amiss = { ...host.memory.amiss, readOnly: failure('disk-full') };
    const session = await start(host);
    expect(session.getState().info.vault.readOnly).toEqual(failure('disk-full'));
    await session.getState().perform(bookmark('m'));
    expect(session.getState().info.vault.readOnly).toBeNull();
  });

  it('undoes after a restart and redoes', async () => {
    const host = createMemoryHost();
    await (await start(host)).getState().perform(bookmark('m'));
    const session = await start(createMemoryHost(host.memory));
    expect((await session.getState().undo()).ok).toBe(true);
    expect(session.getState().state.bookmarks.size).toBe(0);
    expect(session.getState().undoable).toBeNull();
    expect((await session.getState().redo()).ok).toBe(true);
    expect(session.getState().state.bookmarks.has('m')).toBe(true);
    expect(await session.getState().redo()).toEqual({ ok: false, reason: 'nothing-to-undo' });
  });

  it('names another act with each of two quick undos', async () => {
    const host = createMemoryHost();
    const session = await start(host);
    await session.getState().perform(bookmark('a'));
    await session.getState().perform(bookmark('b'));
    const { undo, redo, undoAct, acts } = session.getState();
    await Promise.all([undo(), undo()]);
    expect(session.getState().state.bookmarks.size).toBe(0);
    await Promise.all([redo(), redo()]);
    expect(session.getState().state.bookmarks.size).toBe(2);
    const twice = await Promise.all([undoAct(acts[0]?.id ?? ''), undoAct(acts[0]?.id ?? '')]);
    expect(twice.map(({ ok }) => ok)).toEqual([true, false]);
    await redo();
    expect(session.getState().state.bookmarks.has('a')).toBe(true);
  });

  it('undoes and redoes as one what was said of many pages at once', async () => {
    const session = await start(createMemoryHost());
    const pages = Array.from({ length: 100 }, (_, i) => i.toString(16).padStart(64, 'a') as SourceHash);
    const describe = (newspaper: string) =>
      session
        .getState()
        .perform(
          ...pages.map((source): Deed => ({ type: 'source.describe', source, description: { newspaper } })),
        );
    const papers = () =>
      new Set(pages.map((page) => session.getState().state.descriptions.get(page)?.newspaper));
    await describe('湖口日报');
    await describe('渡口日报');
    await session.getState().undo();
    expect(papers()).toEqual(new Set(['湖口日报']));
    await session.getState().undo();
    expect(papers()).toEqual(new Set([undefined]));
    await session.getState().redo();
    await session.getState().redo();
    expect(papers()).toEqual(new Set(['渡口日报']));
    await session
      .getState()
      .undoAct(session.getState().acts.find(({ deed }) => deed.type === 'source.describe')?.id ?? '');
    await session.getState().undo();
    expect(papers()).toEqual(new Set([undefined]));
  });

  it('copies a bundled original into the vault with the first deed on it, and undo passes over the copy', async () => {
    const host = createMemoryHost();
    host.memory.originals.set(BUNDLED, new Uint8Array([1, 2, 3]));
    const session = await start(host);
    await session.getState().perform(bookmark('m', BUNDLED));
    await session.getState().perform(bookmark('n', BUNDLED));
    expect(session.getState().acts.map(({ deed }) => deed.type)).toEqual([
      'source.add',
      'bookmark.add',
      'bookmark.add',
    ]);
    await session.getState().undo();
    await session.getState().undo();
    expect(session.getState().undoable).toBeNull();
    expect(session.getState().state.sources.has(BUNDLED)).toBe(true);
  });

  it('reads the whole journal again when it could not be read after a restore', async () => {
    const host = createMemoryHost();
    const told: unknown[] = [];
    const session = await start(host, createMemoryOutbox(), (error) => told.push(error));
    await session.getState().perform(bookmark('a'));
    await host.call('backups.make');
    await session.getState().perform(bookmark('b'));
    const { call } = host;
    host.call = ((name, ...args) =>
      name === 'journal.read'
        ? Promise.resolve(failure('vault-unwritable'))
        : call(name, ...args)) as typeof call;
    const [backup] = host.memory.backups;
    await call('backups.restore', backup?.id ?? '');
    await session.getState().undoAct('none');
    expect(told).toHaveLength(1);
    host.call = call;
    await session.getState().perform(bookmark('c'));
    expect([...session.getState().state.bookmarks.keys()]).toEqual(['a', 'c']);
  });

  it('takes lines of another page in their order and reads what it missed', async () => {
    const host = createMemoryHost();
    const [one, other] = [await start(host), await start(createMemoryHost(host.memory))];
    await other.getState().perform(bookmark('m'));
    await other.getState().perform(bookmark('n'));
    host.emit('journal.appended', host.memory.lines.slice(1));
    await one.getState().perform(bookmark('o'));
    expect([...one.getState().state.bookmarks.keys()]).toEqual(['m', 'n', 'o']);
    host.emit('journal.appended', host.memory.lines);
    await Promise.resolve();
    expect(one.getState().acts).toHaveLength(3);
  });

  it('counts lines that it cannot read and goes on', async () => {
    const host = createMemoryHost();
    await (await start(host)).getState().perform(bookmark('m'));
    host.memory.lines.push({ position: 2, previous: '', hash: '', act: { deed: 'of a later age' } });
    const session = await start(createMemoryHost(host.memory));
    expect(session.getState().unreadable).toBe(1);
    expect(session.getState().state.bookmarks.has('m')).toBe(true);
  });
});
