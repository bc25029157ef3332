import { failure } from '@shared/contracts/results.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { connectWorker } from '../../../renderer/workers/connect-worker.ts';
import type { PageReaders } from '../../../renderer/workers/page-readers.ts';
import { bytesOf, openTestDesk, type TestDesk, type TestGround, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const pageOf = (name: string) => ({
  name: `${name}.txt`,
  bytes: bytesOf(`${name}的一天\n\n今年春天，河湾村在${name}边上修了一条石板路，花费35万元。\n`),
});
/** Reading it takes minutes, for one rule looks at what stands around each of its numerals. */
const ENDLESS = { name: '没完没了.txt', bytes: bytesOf('一'.repeat(600_000)) };
const SHORT = { seconds: 2, bytesASecond: Number.POSITIVE_INFINITY };

let closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing) close();
  closing = [];
});

async function open(library: string, ground?: TestGround, before?: TestDesk): Promise<TestDesk> {
  const opened = await openTestDesk(library, before?.host.memory, { readers: 2, ...ground });
  closing.push(opened.close);
  return opened;
}

/** Names of the pages whose reading began. */
function counted(): TestGround & { readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    limits: SHORT,
    wrap: (readers: PageReaders) => ({
      ...readers,
      run: (job, ...rest) => {
        read.push(job.name);
        return readers.run(job, ...rest);
      },
    }),
  };
}

const stepsOf = ({ desk }: TestDesk) => desk.imports.getState().entries.map(({ name, step }) => [name, step]);

describe('a page that takes too long', () => {
  it('is given up, holds up no other, and is not tried again at the next start', async () => {
    const first = await open('unread-slow', { limits: SHORT });
    await first.desk.imports
      .getState()
      .take({ files: [ENDLESS, pageOf('渡口'), pageOf('茶园')], refused: [] });
    expect(stepsOf(first)).toEqual([
      ['没完没了.txt', 'unread'],
      ['渡口.txt', 'done'],
      ['茶园.txt', 'done'],
    ]);
    expect(first.desk.imports.getState().entries[0]?.failure).toEqual(
      failure('page-too-slow', { seconds: 2 }),
    );
    expect(first.host.memory.originals.size).toBe(3);
    const { unread } = await whenState(first.desk.shelf, (shelf) => shelf.unread.length > 0);
    expect(unread).toMatchObject([{ name: '没完没了.txt', isOld: false, isPlain: false }]);
    first.close();

    const ground = counted();
    const again = await open('unread-slow', ground, first);
    await again.desk.derivation.getState().refresh();
    const shelf = await whenState(
      again.desk.shelf,
      ({ rows, unread }) => rows.length === 2 && unread.length === 1,
    );
    expect(shelf.unread[0]?.reason.reason).toBe('page-too-slow');
    expect(ground.read).toEqual([]);
    await again.desk.derivation.getState().tryAgain([shelf.unread[0]!.source]);
    expect(ground.read).toEqual(['没完没了.txt']);
  });

  it('can be kept as plain text from the shelf, and be taken apart again', async () => {
    const opened = await open('unread-plain', { limits: SHORT });
    const { desk } = opened;
    await desk.imports.getState().take({ files: [ENDLESS], refused: [] });
    desk.settings.getState().goTo({ room: 'shelf' });
    closing.push(await showDesk(desk));
    const part = page.getByRole('listitem').filter({ hasText: '没完没了.txt' });
    await expect.element(part.getByText('没完没了.txt')).toBeVisible();
    await expect.element(part.getByText(/读了 2 秒还没读完/)).toBeVisible();
    await part.getByRole('button', { name: '按纯文本保留' }).click();
    const { rows } = await whenState(
      desk.shelf,
      (shelf) => shelf.rows.length > 0 && shelf.unread.length === 0,
    );
    expect(rows).toMatchObject([{ length: 600_000, facts: 0, description: { reading: 'plain' } }]);
    await expect.element(page.getByText(/纯文本/)).toBeVisible();
    await expect.element(part).not.toBeInTheDocument();
    expect(await desk.deeds.undo()).toBe(true);
    // What it was read as stands until it is read anew; that takes too long again.
    const { unread } = await whenState(desk.shelf, (shelf) => shelf.unread.length > 0);
    expect(unread).toMatchObject([{ isOld: true, isPlain: false }]);
  });

  it('hears a stop while it is read, and waits on the shelf until it is asked for', async () => {
    let begin = (): void => undefined;
    const began = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const opened = await open('unread-stopped', {
      wrap: (readers) => ({
        ...readers,
        run: (job, readBytes, signal, turn) =>
          readers.run(
            job,
            async () => {
              const bytes = await readBytes();
              begin();
              return bytes;
            },
            signal,
            turn,
          ),
      }),
    });
    const { desk } = opened;
    const taken = desk.imports.getState().take({ files: [ENDLESS], refused: [] });
    await began;
    desk.imports.getState().stop();
    await taken;
    expect(desk.imports.getState().entries).toMatchObject([
      { step: 'unread', failure: { reason: 'cancelled' } },
    ]);
    await desk.imports.getState().take({ files: [pageOf('渡口')], refused: [] });
    expect(stepsOf(opened)).toEqual([
      ['没完没了.txt', 'unread'],
      ['渡口.txt', 'done'],
    ]);
    const { unread } = await whenState(desk.shelf, (shelf) => shelf.unread.length > 0);
    expect(unread).toMatchObject([{ name: '没完没了.txt', reason: { reason: 'cancelled' } }]);
  });
});

describe('a page that throws', () => {
  const throwing = (name: string): TestGround => ({
    wrap: (readers) => ({
      ...readers,
      run: async (job, ...rest) =>
        job.name === name ? failure('page-unreadable', { error: 'thrown' }) : await readers.run(job, ...rest),
    }),
  });

  it('starves none after it, is never said to be done, and is read by a version that can', async () => {
    const first = await open('unread-throws', throwing('坏.txt'));
    const files = [pageOf('坏'), pageOf('渡口'), pageOf('茶园')];
    await first.desk.imports.getState().take({ files, refused: [] });
    expect(stepsOf(first)).toEqual([
      ['坏.txt', 'unread'],
      ['渡口.txt', 'done'],
      ['茶园.txt', 'done'],
    ]);
    await first.desk.imports.getState().take({ files: [pageOf('坏')], refused: [] });
    expect(stepsOf(first)[3]).toEqual(['坏.txt', 'unread']);
    first.close();

    const again = await open('unread-throws', {}, first);
    const { unread } = await whenState(again.desk.shelf, (shelf) => shelf.unread.length > 0);
    await again.desk.derivation.getState().tryAgain([unread[0]!.source]);
    const { rows } = await whenState(again.desk.shelf, (shelf) => shelf.rows.length === 3);
    expect(rows.map(({ sourceName }) => sourceName).sort()).toEqual(
      ['坏.txt', '渡口.txt', '茶园.txt'].sort(),
    );
    expect(again.desk.shelf.getState().unread).toEqual([]);
  });
});

describe('a worker that does not work', () => {
  it('fails its calls with words where it cannot be started', async () => {
    const told: unknown[] = [];
    const hear = (event: ErrorEvent): void => void told.push(event.error);
    window.addEventListener('error', hear);
    const worker = new Worker(new URL('/no-such.worker.js', location.href), { type: 'module' });
    const client = connectWorker<{ ask: () => string }, Record<string, never>>(worker);
    await expect(client.call('ask')).rejects.toThrow(/worker|Script|load/i);
    expect(client.isAlive()).toBe(false);
    await expect(client.call('ask')).rejects.toThrow();
    // The page hears of it too, for its log.
    expect(told).toHaveLength(1);
    window.removeEventListener('error', hear);
  });

  it('keeps what is imported, says so on the desk, and goes on when it works again', async () => {
    const first = await open('unread-no-knowledge', { knowledge: '/nowhere/' });
    const { desk } = first;
    await desk.imports.getState().take({ files: [pageOf('渡口'), pageOf('茶园')], refused: [] });
    expect(stepsOf(first).map(([, step]) => step)).toEqual(['unread', 'unread']);
    expect(first.host.memory.originals.size).toBe(2);
    desk.settings.getState().goTo({ room: 'shelf' });
    closing.push(await showDesk(desk));
    const alert = page.getByRole('alert');
    await expect.element(alert.getByText('还有 2 版没有上架。')).toBeVisible();
    await expect.element(alert.getByText(/负责读版面的部分出了问题/).first()).toBeVisible();
    await expect.element(alert.getByRole('button', { name: '再试一次' })).toBeVisible();
    first.close();

    const again = await open('unread-no-knowledge', {}, first);
    await whenState(again.desk.shelf, (shelf) => shelf.rows.length === 2);
    expect(again.desk.derivation.getState().trouble).toBeNull();
  });
});
