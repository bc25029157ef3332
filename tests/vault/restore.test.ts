import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { disk } from './failing-files.ts';
import { act, actsOf, backupsOf, newFolder, openVault } from './new-vault.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('./failing-files.ts')).onFailingDisk(await original()),
);

it('fails at any change of the disk with the journal whole, and what is written next is in it', async () => {
  let healthy = 0;
  for (let failed = 1; failed > 0; healthy++) {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append(['一', '二'].map(act));
    const made = await vault.makeBackup();
    await vault.append([act('三')]);
    disk.fail(healthy, 1, 'ENOSPC');
    const restored = await vault.restoreBackup(made.ok ? made.value.id : '');
    failed = disk.failed;
    disk.heal();
    const standing = restored.ok ? ['一', '二'] : ['一', '二', '三'];
    expect(await actsOf(vault), `after ${healthy}`).toEqual(standing.map(act));
    expect((await vault.append([act('四')])).ok).toBe(true);
    expect(readFileSync(join(path, 'journal.ndjson'), 'utf8'), `after ${healthy}`).toContain('"四"');
    await vault.close();
    const again = await openVault(path);
    expect(await actsOf(again), `after ${healthy}`).toEqual([...standing, '四'].map(act));
    await again.close();
  }
  expect(healthy).toBeGreaterThan(8);
});

it('stops for good between any two changes of the disk, and opens whole', async () => {
  let failed = 1;
  for (let healthy = 0; failed > 0; healthy++) {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append(['一', '二'].map(act));
    const made = await vault.makeBackup();
    await vault.append([act('三')]);
    disk.fail(healthy, Number.POSITIVE_INFINITY, 'EIO');
    const restored = await vault.restoreBackup(made.ok ? made.value.id : '');
    failed = disk.failed;
    await vault.close().catch(() => undefined);
    disk.heal();
    rmSync(join(path, 'lock'), { force: true });
    const again = await openVault(path);
    expect(again.state.damagedLine, `after ${healthy}`).toBeNull();
    expect(await actsOf(again)).toEqual((restored.ok ? ['一', '二'] : ['一', '二', '三']).map(act));
    await again.close();
  }
});

it('stops for good while a backup is made and an old one goes, and half of none is left', async () => {
  const full = newFolder();
  const filled = await openVault(full);
  await filled.append([act('一')]);
  for (let made = 0; made < 12; made++) await filled.makeBackup();
  await filled.close();
  let failed = 1;
  for (let healthy = 0; failed > 0; healthy++) {
    const path = newFolder();
    cpSync(full, path, { recursive: true });
    const vault = await openVault(path);
    disk.fail(healthy, Number.POSITIVE_INFINITY, 'EIO');
    await vault.makeBackup();
    failed = disk.failed;
    await vault.close().catch(() => undefined);
    disk.heal();
    rmSync(join(path, 'lock'), { force: true });
    const again = await openVault(path);
    expect(
      (await backupsOf(again)).filter(({ sound }) => !sound),
      `after ${healthy}`,
    ).toEqual([]);
    await again.close();
  }
});
