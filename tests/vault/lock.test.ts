import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMachineId } from '../../electron/vault/machine-id.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { act, actsOf, makeVault, newFolder, openVault } from './new-vault.ts';

const bytes = new TextEncoder().encode('沙雅，一页旧报。');

describe('the lock', () => {
  const lockOf = (path: string): string => join(path, 'lock');
  const gone = { pid: 2 ** 22 + 1 };
  const holder = (change: object): string =>
    JSON.stringify({
      host: 'desktop',
      pid: process.pid,
      machine: hostname(),
      startedAt: '2026-01-02T03:04:05.000Z',
      processStart: null,
      token: 'other',
      ...change,
    });

  it('names the host that has the vault', async () => {
    const path = newFolder();
    const vault = await openVault(path, { host: 'desktop' });
    const second = await Vault.open({ path, host: 'loopback' });
    expect(second).toMatchObject({
      ok: false,
      reason: 'vault-locked',
      detail: { host: 'desktop', pid: process.pid, machine: hostname() },
    });
    await vault.close();
    const third = await openVault(path);
    expect(third.state.endedUncleanly).toBe(false);
    await third.close();
  });

  it.each([
    ['of a process that is gone', holder({ pid: 2 ** 22 + 1 })],
    ['of a process id used anew', holder({ processStart: 'another boot:1' })],
    ['that is no lock', 'half a l'],
  ])('left behind %s is taken over', async (_what, text) => {
    const path = newFolder();
    await makeVault(path, ['一']);
    writeFileSync(lockOf(path), text);
    const vault = await openVault(path);
    expect(vault.state.endedUncleanly).toBe(true);
    expect(await actsOf(vault)).toEqual([act('一')]);
    expect((await vault.log.read()).map((entry) => entry.what)).toContain('checked-after-unclean-end');
    await vault.close();
    expect(existsSync(lockOf(path))).toBe(false);
  });

  it('left behind on this machine is taken over though the machine has another name now', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    writeFileSync(
      lockOf(path),
      holder({ ...gone, machine: 'an older name', machineId: await readMachineId() }),
    );
    const vault = await openVault(path);
    expect(vault.state.endedUncleanly).toBe(true);
    await vault.close();
  });

  it('of a machine of this name with another id is never taken over', async () => {
    const path = newFolder();
    await makeVault(path, []);
    writeFileSync(lockOf(path), holder({ ...gone, machineId: '0123456789abcdef' }));
    const opened = await Vault.open({ path, host: 'desktop' });
    expect(opened).toMatchObject({ ok: false, reason: 'vault-locked' });
  });

  it('is taken again where it was deleted, and not where the folder is gone', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    const vault = await openVault(path);
    rmSync(lockOf(path));
    expect(await vault.append([act('二')])).toMatchObject({ ok: true });
    expect(existsSync(lockOf(path))).toBe(true);
    renameSync(path, `${path}-elsewhere`);
    expect(await vault.append([act('三')])).toEqual({ ok: false, reason: 'vault-gone', detail: { path } });
    renameSync(`${path}-elsewhere`, path);
    expect(await vault.append([act('四')])).toMatchObject({ ok: true });
    expect(await actsOf(vault)).toEqual(['一', '二', '四'].map(act));
    await vault.close();
  });

  it('of another machine is never taken over', async () => {
    const path = newFolder();
    await makeVault(path, []);
    writeFileSync(lockOf(path), holder({ machine: `not ${hostname()}`, pid: 2 ** 22 + 1 }));
    const opened = await Vault.open({ path, host: 'desktop' });
    expect(opened).toMatchObject({ ok: false, reason: 'vault-locked' });
  });

  it('that another host took keeps this one from writing', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    writeFileSync(lockOf(path), holder({}));
    expect(await vault.append([act('一')])).toMatchObject({ ok: false, reason: 'vault-locked' });
    expect(await vault.keepOriginal(bytes)).toMatchObject({ ok: false, reason: 'vault-locked' });
    await vault.close();
    expect(readFileSync(lockOf(path), 'utf8')).toBe(holder({}));
  });

  it('goes to one of many that ask at once', async () => {
    const path = newFolder();
    await makeVault(path, []);
    for (let round = 0; round < 8; round++) {
      writeFileSync(lockOf(path), holder({ pid: 2 ** 22 + 1 }));
      const asked = Array.from({ length: 6 }, () => Vault.open({ path, host: 'loopback' }));
      const held = (await Promise.all(asked)).filter((one) => one.ok);
      expect(held).toHaveLength(1);
      for (const one of held) if (one.ok) await one.value.close();
      expect(readdirSync(path).filter((name) => name.startsWith('lock'))).toEqual([]);
    }
  });

  it('is taken over though another died while it took it over', async () => {
    const path = newFolder();
    await makeVault(path, []);
    for (const name of [lockOf(path), `${lockOf(path)}.succession`])
      writeFileSync(name, holder({ pid: 2 ** 22 + 1 }));
    const vault = await openVault(path);
    expect(vault.state.endedUncleanly).toBe(true);
    await vault.close();
    expect(readdirSync(path).filter((name) => name.startsWith('lock'))).toEqual([]);
  });
});
