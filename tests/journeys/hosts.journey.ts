import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HOSTS, newMachine, openHost } from './harness.ts';
import { startDesktop } from './harness-desktop.ts';
import { runLoopback, startLoopback } from './harness-loopback.ts';
import { startProcess, untilThere } from './harness-process.ts';

const act = (id: string) => ({ id, deed: { type: 'bookmark.remove', bookmark: id } });

/** A server of this machine that counts who comes. */
async function openSink(
  counted: 'connection' | 'request',
): Promise<{ readonly address: string; readonly visits: () => number }> {
  let visits = 0;
  const server = createServer((_request, response) => response.end());
  server.on(counted, () => {
    visits++;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, visits: () => visits };
}

/** The stamps of all sources in the library of the page, as soon as it has any. */
const readStamps = (page: Page): Promise<string[]> =>
  untilThere(
    async () => {
      const stamps = await stampsNow(page);
      return stamps.length > 0 && stamps;
    },
    () => 'the library has no source',
  );

const stampsNow = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const settle = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('duidu '));
    if (!found?.name) return [];
    const database = await settle(indexedDB.open(found.name));
    const isMade = database.objectStoreNames.contains('sources');
    const rows = !isMade ? [] : await settle(database.transaction('sources').objectStore('sources').getAll());
    database.close();
    return rows.map(({ stamp }) => stamp);
  });

describe.each(HOSTS)('the %s host', (kind) => {
  it('reads pages by the same stages as the command line, and keeps what it acknowledged through a kill and a restart', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    const bin = resolve(import.meta.dirname, '../../electron/cli/duidu.mjs');
    const printed = execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' });
    const stamp = printed.split('\n')[1] ?? '';
    const [, readers, stages] =
      /^([a-z]+@\d+(?: [a-z]+@\d+)*) ((?:[a-z]+:[0-9a-f]{12} ?){6})$/.exec(stamp) ?? [];
    const text = readers?.split(' ').find((reader) => reader.startsWith('text@'));
    for (const row of await readStamps(first.page))
      expect(row).toMatch(new RegExp(`^${text} ${stages} rows:`));
    const pack = await first.page.evaluate(async () => (await fetch('pack/pack.json')).json());
    expect(pack.madeBy).toBe(stamp);

    const bytes = new TextEncoder().encode('一页报纸');
    const kept = await first.call('originals.keep', bytes);
    expect(await first.call('journal.append', [act('一'), act('二')])).toMatchObject({ ok: true });
    await first.call('settings.write', { theme: 'dark' });
    await first.kill();

    const second = await openHost(kind, machine);
    const vault = { path: machine.vault, damagedLine: null };
    expect(await second.call('host.info')).toMatchObject({
      value: { vault: { ...vault, endedUncleanly: true } },
    });
    const sha256 = kept.ok ? kept.value.sha256 : '';
    expect(await second.call('originals.read', sha256)).toEqual({ ok: true, value: bytes });
    expect(await second.call('settings.read')).toMatchObject({ value: { theme: 'dark' } });
    expect(await second.call('journal.append', [act('三')])).toMatchObject({ ok: true });
    await second.close();

    const third = await openHost(kind, machine);
    expect(await third.call('host.info')).toMatchObject({
      value: { vault: { ...vault, endedUncleanly: false } },
    });
    const lines = await third.call('journal.read', 0);
    expect(lines.ok && lines.value.map((line) => line.act)).toEqual(['一', '二', '三'].map(act));
  });

  it('lets its page reach no other address', async () => {
    // A policy stops every request; that Chromium opens no connection either takes the desktop's switches.
    const sink = await openSink(kind === 'desktop' ? 'connection' : 'request');
    const { page } = await openHost(kind, newMachine());
    // In the person's own browser the policy of the page is all there is: it stops no navigation and no
    // preconnect. The desktop's Chromium has no way out at all.
    const ways = { address: sink.address, isShut: kind === 'desktop' };
    await page.evaluate(async ({ address, isShut }) => {
      const add = (tag: string, attributes: Record<string, string>): void => {
        document.head.append(Object.assign(document.createElement(tag), attributes));
      };
      await fetch(address, { mode: 'no-cors' }).catch(() => undefined);
      navigator.sendBeacon?.(address, 'x');
      new Image().src = address;
      add('script', { src: address });
      add('iframe', { src: address });
      for (const rel of ['prefetch', 'stylesheet', 'modulepreload', ...(isShut ? ['preconnect'] : [])])
        add('link', { rel, href: address });
      try {
        new WebSocket(address.replace('http', 'ws'));
      } catch {
        // A policy may refuse it before it is tried.
      }
      if (isShut) {
        window.open(address);
        location.href = address;
      }
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }, ways);
    expect(sink.visits()).toBe(0);
    await fetch(sink.address);
    expect(sink.visits()).toBe(1);
  });
});

describe('two hosts on one vault', () => {
  it('the desktop is refused by name while the browser has it', async () => {
    const machine = newMachine();
    await runLoopback(machine);
    const desktop = startDesktop({ ...machine, profile: `${machine.profile}-2` });
    const [said] = await desktop.waitFor(/\[error box\].*/);
    expect(said).toMatch(/Duidu: .*浏览器/);
    expect(await desktop.exited).toBe(1);
  });

  it('the browser is refused by name while the desktop has it', async () => {
    const machine = newMachine();
    await openHost('desktop', machine);
    const loopback = startProcess('out/main/loopback.js', ['--vault', machine.vault, '--no-open'], []);
    expect(await loopback.exited).toBe(1);
    expect(loopback.output()).toMatch(/application/);
  });

  it('a second start in the browser opens the one that runs', async () => {
    const machine = newMachine();
    const { address } = await runLoopback(machine);
    const second = startProcess('out/main/loopback.js', ['--vault', machine.vault, '--no-open'], []);
    expect(await second.exited).toBe(0);
    expect(second.output()).toContain(address);
  });

  it('a port that another program has is named', async () => {
    const machine = newMachine();
    await runLoopback(machine);
    const other = newMachine();
    const args = ['--vault', other.vault, '--port', String(machine.port), '--no-open'];
    const second = startProcess('out/main/loopback.js', args, []);
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`${machine.port}`);
  });

  it('a vault of a newer format is refused and left as it is', async () => {
    const machine = newMachine();
    const first = await startLoopback(machine);
    first.process.child.kill('SIGTERM');
    await first.process.exited;
    const mark = join(machine.vault, 'vault.json');
    const newer = readFileSync(mark, 'utf8').replace('"format":1', '"format":2');
    writeFileSync(mark, newer);
    const second = startProcess('out/main/loopback.js', ['--vault', machine.vault, '--no-open'], []);
    expect(await second.exited).toBe(1);
    expect(second.output()).toMatch(/newer Duidu/);
    expect(readFileSync(mark, 'utf8')).toBe(newer);
  });
});
