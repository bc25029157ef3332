import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileReaders, openReaders } from '../../electron/readers/file-readers.ts';
import { forkReader } from '../../electron/readers/reader.ts';

const path = resolve(import.meta.dirname, 'odd-reader.mjs');
const start = () => forkReader({ path, resources: '', heapMegabytes: 40 });

let readers: FileReaders | undefined;
afterEach(() => readers?.close());

const readIn = (seconds: number, jobs = 1) => {
  const opened = openReaders(start, { jobs, seconds });
  readers = opened;
  return (name: string) => opened.read({ name, bytes: new Uint8Array(1), form: 'document' });
};

describe('reading files in processes', () => {
  it('gives up a file that is never done, and reads the next in a fresh process', async () => {
    const read = readIn(2);
    const before = await read('good');
    expect(await read('endless')).toEqual({ ok: false, reason: 'file-too-slow', detail: { seconds: 2 } });
    const after = await read('good');
    expect(after).toMatchObject({ ok: true, value: expect.stringContaining('good') });
    expect(after).not.toEqual(before);
  });

  it('gives up a file that fills the memory', async () => {
    const read = readIn(0);
    expect(await read('full')).toEqual({
      ok: false,
      reason: 'file-too-demanding',
      detail: { megabytes: 40 },
    });
    expect(await read('good')).toMatchObject({ ok: true });
  });

  it('says of a file that ended its reader that it could not be read', async () => {
    const read = readIn(0);
    expect(await read('gone')).toMatchObject({ ok: false, reason: 'page-unreadable' });
    expect(await read('good')).toMatchObject({ ok: true });
  });

  it('says nothing of a file whose reader ended before it reached it', async () => {
    const reader = start();
    await reader.ready;
    const job = { bytes: new Uint8Array(1), form: 'document' } as const;
    const { value } = (await reader.read({ ...job, name: 'good' })) as unknown as { value: string };
    process.kill(Number.parseInt(value, 10), 'SIGTERM');
    // It ends while this process hears nothing of it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    expect(reader.isAlive()).toBe(true);
    expect(await reader.read({ ...job, name: 'good' })).toMatchObject({ reason: 'page-unreadable' });
    expect(reader.isAlive()).toBe(false);
  });

  it('keeps what befalls one file from another that is read beside it', async () => {
    const read = readIn(2, 2);
    const [endless, good] = await Promise.all([read('endless'), read('good')]);
    expect([endless.ok, good.ok]).toEqual([false, true]);
  });
});
