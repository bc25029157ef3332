import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ERROR_CODES } from '@shared/contracts/error-codes.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeFailure } from '../../electron/host/describe-failure.ts';
import { failureOfDisk, failureOfFile } from '../../electron/vault/disk-failure.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { act, actsOf, makeVault, newFolder, openVault, picture } from './new-vault.ts';
import { makeReadOnly, mountDisk } from './small-disk.ts';

const resources = resolve(import.meta.dirname, '../../resources');
const errorOf = (code: string, path?: string): Error => Object.assign(new Error(code), { code, path });

/** A small disk until the test ends; false where this user may not mount one. */
function useDisk(folder: string, size: string): boolean {
  const unmount = mountDisk(folder, size);
  if (unmount) onTestFinished(unmount);
  return unmount !== null;
}

describe('what a disk says', () => {
  it.each(
    'ENOENT ENOTDIR EISDIR ENAMETOOLONG ELOOP EROFS EDQUOT ENOSPC EACCES EPERM EIO EMFILE EBUSY ESTALE'.split(
      ' ',
    ),
  )('%s has words in both languages, read or written, of the vault or of a file', (code) => {
    for (const failureOf of [failureOfDisk, failureOfFile])
      for (const use of ['read', 'write'] as const) {
        const failure = failureOf(errorOf(code, '/某处/文件'), use);
        expect(ERROR_CODES).toContain(failure.reason);
        for (const language of ['zh', 'en'] as const)
          expect(describeFailure(failure, resources, language)).toMatch(/\S/);
        expect(failureOf(errorOf(code), use).reason).toBe(failure.reason);
      }
  });

  it('is not what a program’s own error says', () => {
    expect(() => failureOfDisk(new RangeError('out'))).toThrow(RangeError);
    expect(() => failureOfFile(errorOf('ERR_INVALID_ARG_TYPE'))).toThrow('ERR_INVALID_ARG_TYPE');
  });
});

describe('a place that is none', () => {
  it.each<[string, (folder: string) => string, string]>([
    [
      'below a file',
      (folder) => {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file', 'vault');
      },
      'path-blocked',
    ],
    [
      'that is a file',
      (folder) => {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file');
      },
      'path-blocked',
    ],
    ['with a name too long', (folder) => join(folder, '长'.repeat(200)), 'path-too-long'],
    [
      'of links in a circle',
      (folder) => {
        symlinkSync('round', join(folder, 'round'));
        return join(folder, 'round');
      },
      'path-loops',
    ],
  ])('%s is refused with words, and nothing is thrown', async (_what, make, reason) => {
    const opened = await Vault.open({ path: make(newFolder()), host: 'loopback' });
    expect(opened).toMatchObject({ ok: false, reason });
  });
});

describe('what stands in the way', () => {
  it.each(['originals', 'backups', 'aside', 'temporary'])(
    'of the folder %s is moved beside it and named',
    async (name) => {
      const path = newFolder();
      await makeVault(path, ['一']);
      rmSync(join(path, name), { recursive: true, force: true });
      writeFileSync(join(path, name), 'a file');
      const vault = await openVault(path);
      expect(vault.state.findings.map(({ reason }) => reason)).toEqual(['way-cleared']);
      expect(vault.state.strays).toEqual([expect.stringContaining(`${name}-`)]);
      expect((await vault.append([act('二')])).ok).toBe(true);
      await vault.close();
    },
  );

  it.each(['lock', 'head.json', 'settings.json', 'log.ndjson'])(
    'of the file %s is moved beside it',
    async (name) => {
      const path = newFolder();
      await makeVault(path, ['一']);
      rmSync(join(path, name), { force: true });
      mkdirSync(join(path, name, 'inner'), { recursive: true });
      const vault = await openVault(path);
      expect(vault.state.findings.map(({ reason }) => reason)).toContain('way-cleared');
      expect(await actsOf(vault)).toEqual([act('一')]);
      await vault.close();
    },
  );

  it('of the journal is a damage that a backup puts right', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    const vault = await openVault(path);
    const made = await vault.makeBackup();
    await vault.close();
    rmSync(join(path, 'journal.ndjson'));
    mkdirSync(join(path, 'journal.ndjson'));
    const blocked = await openVault(path);
    expect(blocked.state.damagedLine).toBe(1);
    expect(await blocked.restoreBackup(made.ok ? made.value.id : '')).toMatchObject({ ok: true });
    expect(await actsOf(blocked)).toEqual([act('一')]);
    await blocked.close();
  });
});

it('strays are passed over, named, and left alone', async () => {
  const path = newFolder();
  await makeVault(path, ['一']);
  const strays = [
    '.DS_Store',
    'Thumbs.db',
    'backups/desktop.ini',
    'journal (冲突副本 2026-11-29).ndjson',
    'journal.sync-conflict-20261129.ndjson',
    'originals/.DS_Store',
  ];
  for (const stray of strays) writeFileSync(join(path, stray), 'x');
  mkdirSync(join(path, 'originals', 'ab', 'c'.repeat(64)), { recursive: true });
  const vault = await openVault(path);
  expect(vault.state.strays).toEqual([...strays, `originals/ab/${'c'.repeat(64)}`].sort());
  const survey = await vault.survey();
  expect(survey.ok && survey.value.originals).toEqual([]);
  expect((await vault.keepOriginal(new Uint8Array([1]))).ok).toBe(true);
  await vault.close();
  for (const stray of strays) expect(picture(path)[stray]).toBe(Buffer.from('x').toString('base64'));
});

describe('a disk that cannot be written', () => {
  it('that is full opens for reading, says so, and is written again once there is room', async (test) => {
    const path = newFolder();
    if (!useDisk(path, '256k')) return test.skip('may not mount a disk');
    await makeVault(path, ['一', '二']);
    const filler = join(path, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(512 * 1024));
    } catch {
      // Full now, which is what is wanted.
    }
    const vault = await openVault(path);
    expect(vault.state.readOnly).toMatchObject({ reason: 'disk-full' });
    expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
    expect(await vault.append([act('三')])).toMatchObject({ ok: false, reason: 'disk-full' });
    rmSync(filler);
    expect(await vault.append([act('三')])).toMatchObject({ ok: true });
    expect(vault.state.readOnly).toBeNull();
    expect(await actsOf(vault)).toEqual(['一', '二', '三'].map(act));
    await vault.close();
  });

  it('that is read-only opens for reading and is left as it is', async (test) => {
    const path = newFolder();
    if (!useDisk(path, '256k')) return test.skip('may not mount a disk');
    await makeVault(path, ['一']);
    makeReadOnly(path);
    const before = picture(path);
    const vault = await openVault(path);
    expect(vault.state.readOnly).toMatchObject({ reason: 'disk-read-only' });
    expect(await actsOf(vault)).toEqual([act('一')]);
    expect(await vault.append([act('二')])).toMatchObject({ ok: false, reason: 'disk-read-only' });
    expect(await vault.keepOriginal(new Uint8Array([1]))).toMatchObject({
      ok: false,
      reason: 'disk-read-only',
    });
    expect(await vault.makeBackup()).toMatchObject({ ok: false, reason: 'disk-read-only' });
    expect(await vault.readSettings()).toEqual({ ok: true, value: null });
    await vault.close();
    expect(picture(path)).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('for lack of rights opens for reading', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    chmodSync(path, 0o500);
    onTestFinished(() => chmodSync(path, 0o700));
    const vault = await openVault(path);
    expect(vault.state.readOnly).toMatchObject({ reason: 'vault-unwritable' });
    expect(await actsOf(vault)).toEqual([act('一')]);
    await vault.close();
  });

  it('a backup that a full disk stops leaves no bytes behind', async (test) => {
    const path = newFolder();
    if (!useDisk(path, '300k')) return test.skip('may not mount a disk');
    const vault = await openVault(path);
    await vault.append([{ id: '长', note: '字'.repeat(60_000) }]);
    expect(await vault.makeBackup()).toMatchObject({ ok: false, reason: 'disk-full' });
    expect(readdirSync(join(path, 'temporary'))).toEqual([]);
    expect(readdirSync(join(path, 'backups'))).toEqual([]);
    await vault.close();
  });
});
