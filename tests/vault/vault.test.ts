import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { VaultSurvey } from '@shared/contracts/host.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideVaultPath } from '../../electron/vault/location.ts';
import { LOG_BYTES, LogFile } from '../../electron/vault/log-file.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { act, actsOf, makeVault, newFolder, openVault } from './new-vault.ts';

const bytes = new TextEncoder().encode('嘉兴，一页旧报。');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const placeOf = (vault: string): string => join(vault, 'originals', sha256.slice(0, 2), sha256);

/** What every file of a folder holds, by its path. */
const picture = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  );

describe('where the vault lies', () => {
  const decide = (option: string | undefined, env: Record<string, string>, platform: NodeJS.Platform) =>
    decideVaultPath({ option, env, platform, cwd: '/here' });

  it('is said by the option, else by the environment, else by the system', () => {
    expect(decide('papers', { DUIDU_VAULT: '/env' }, 'linux')).toBe(resolve('/here/papers'));
    expect(decide(undefined, { DUIDU_VAULT: 'env' }, 'linux')).toBe(resolve('/here/env'));
    expect(decide('', { DUIDU_VAULT: '' }, 'linux')).toBe(join(homedir(), '.local/share/duidu/vault'));
    expect(decide(undefined, { XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/duidu/vault');
    expect(decide(undefined, {}, 'darwin')).toContain('Library/Application Support/Duidu');
    expect(decide(undefined, { APPDATA: '/roaming' }, 'win32')).toContain('roaming');
  });
});

describe('an original', () => {
  it('is kept once and read back', async () => {
    const vault = await openVault(newFolder());
    expect(await vault.keepOriginal(bytes)).toEqual({ ok: true, value: { sha256, isNew: true } });
    expect(await vault.keepOriginal(bytes)).toEqual({ ok: true, value: { sha256, isNew: false } });
    expect(await vault.originals.read(sha256)).toEqual({ ok: true, value: bytes });
    await vault.close();
  });

  it('comes back for any bytes', async () => {
    const vault = await openVault(newFolder());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (any) => {
        const kept = await vault.keepOriginal(any);
        expect(kept.ok && (await vault.originals.read(kept.value.sha256))).toEqual({ ok: true, value: any });
      }),
      { numRuns: 20 },
    );
    await vault.close();
  });

  it.each<[string, (path: string) => void]>([
    ['a changed byte', (path) => writeFileSync(path, Buffer.from(bytes).fill(0x20, 0, 1))],
    ['a missing end', (path) => writeFileSync(path, bytes.subarray(0, 5))],
    ['something after it', (path) => writeFileSync(path, Buffer.concat([bytes, bytes]))],
    ['nothing in it', (path) => writeFileSync(path, '')],
  ])('with %s is damaged, and right again when it is kept again', async (_what, damage) => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.keepOriginal(bytes);
    damage(placeOf(path));
    expect(await vault.originals.read(sha256)).toMatchObject({ ok: false, reason: 'original-damaged' });
    const { value: survey } = (await vault.survey()) as { value: VaultSurvey };
    expect(survey.originals.map((original) => original.sha256)).toEqual([sha256]);
    expect(await vault.originals.check()).toEqual({ count: 1, damaged: [sha256] });
    expect(await vault.keepOriginal(bytes)).toMatchObject({ ok: true });
    expect(await vault.originals.read(sha256)).toEqual({ ok: true, value: bytes });
    await vault.close();
  });

  it('that is gone is missing, erased or not', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.keepOriginal(bytes);
    expect(await vault.eraseOriginal(sha256)).toEqual({ ok: true, value: null });
    expect(existsSync(placeOf(path))).toBe(false);
    expect(await vault.originals.read(sha256)).toMatchObject({ ok: false, reason: 'original-missing' });
    expect(await vault.eraseOriginal(sha256)).toMatchObject({ ok: false, reason: 'original-missing' });
    await vault.close();
  });

  it('leaves nothing half written behind', async () => {
    const path = newFolder();
    await makeVault(path, []);
    writeFileSync(join(path, 'temporary', 'half'), bytes.subarray(0, 3));
    const vault = await openVault(path);
    expect(readdirSync(join(path, 'temporary'))).toEqual([]);
    await vault.close();
  });
});

describe('settings', () => {
  it('are null at first, then what was written', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    expect(await vault.readSettings()).toBeNull();
    await vault.writeSettings({ theme: '暗' });
    expect(await vault.readSettings()).toEqual({ theme: '暗' });
    await vault.close();
  });

  it('that no longer read are set aside, and a new start begins', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    writeFileSync(join(path, 'settings.json'), '{"theme":');
    expect(await vault.readSettings()).toBeNull();
    expect(readdirSync(join(path, 'aside'))).toHaveLength(1);
    await vault.close();
  });
});

describe('the mark of a vault', () => {
  it.each([
    ['a newer format', '{"format":2,"id":"x"}', 'vault-newer'],
    ['no JSON', 'format 1', 'vault-damaged'],
    ['no format', '{"id":"x"}', 'vault-damaged'],
    ['a format that is no number', '{"format":"1","id":"x"}', 'vault-damaged'],
    ['no id', '{"format":1}', 'vault-damaged'],
  ])('with %s: nothing in the folder is touched', async (_what, mark, reason) => {
    const path = newFolder();
    await makeVault(path, ['一']);
    writeFileSync(join(path, 'vault.json'), mark);
    const before = picture(path);
    expect(await Vault.open({ path, host: 'desktop' })).toMatchObject({ ok: false, reason });
    expect(picture(path)).toEqual(before);
  });

  it('names the device, the same for each start', async () => {
    const path = newFolder();
    const first = await openVault(path);
    await first.close();
    const second = await openVault(path);
    expect(second.device).toBe(first.device);
    expect(second.device).toMatch(/^[0-9a-f]{16}$/);
    await second.close();
  });

  it('in a place that cannot be written is refused by name', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const opened = await Vault.open({ path: join(file, 'vault'), host: 'desktop' });
    expect(opened).toMatchObject({ ok: false, reason: 'vault-unwritable', detail: { code: 'ENOTDIR' } });
  });
});

describe('backups', () => {
  const days = (path: string): string[] => readdirSync(join(path, 'backups')).sort();
  const onDay = async (path: string, day: string, ids: readonly string[]): Promise<void> => {
    const vault = await openVault(path, { today: () => day });
    if (ids.length > 0) await vault.append(ids.map(act));
    await vault.close();
  };

  it('are made once a day from what was there before, two kept', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    await onDay(path, '2026-01-02', ['二']);
    await onDay(path, '2026-01-02', ['三']);
    await onDay(path, '2026-01-03', ['四']);
    await onDay(path, '2026-01-04', []);
    expect(days(path)).toEqual(['2026-01-03', '2026-01-04']);
    const vault = await openVault(path, { today: () => '2026-01-04' });
    expect(await vault.listBackups()).toEqual([
      { id: '2026-01-03', lines: 3, sound: true },
      { id: '2026-01-04', lines: 4, sound: true },
    ]);
    await vault.close();
  });

  it('are made when the person asks, in place of the copy of that day', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    await onDay(path, '2026-01-02', ['二']);
    const vault = await openVault(path, { today: () => '2026-01-02' });
    expect(await vault.listBackups()).toEqual([{ id: '2026-01-02', lines: 1, sound: true }]);
    expect(await vault.makeBackup()).toEqual({
      ok: true,
      value: { id: '2026-01-02', lines: 2, sound: true },
    });
    expect(await vault.listBackups()).toEqual([{ id: '2026-01-02', lines: 2, sound: true }]);
    await vault.close();
  });

  it('are not made of a damaged journal, and leave the sound copy of the day', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一', '二']);
    await onDay(path, '2026-01-02', []);
    const journal = join(path, 'journal.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"二"', '"贰"'));
    const vault = await openVault(path, { today: () => '2026-01-02' });
    expect(await vault.makeBackup()).toMatchObject({ ok: false, reason: 'vault-damaged' });
    expect(await vault.listBackups()).toContainEqual({ id: '2026-01-02', lines: 2, sound: true });
    await vault.close();
  });

  it('are not made again of a journal that has not grown', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    await onDay(path, '2026-01-02', []);
    await onDay(path, '2026-01-03', []);
    expect(days(path)).toEqual(['2026-01-02']);
  });

  it('put a damaged journal right, which is kept aside', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一', '二']);
    await onDay(path, '2026-01-02', ['三']);
    const journal = join(path, 'journal.ndjson');
    const damaged = readFileSync(journal, 'utf8').replace('"二"', '"贰"');
    writeFileSync(journal, damaged);

    const vault = await openVault(path, { today: () => '2026-01-05' });
    expect(await vault.listBackups()).toEqual([
      { id: '2026-01-02', lines: 2, sound: true },
      { id: 'sound-part', lines: 1, sound: true },
    ]);
    expect(await vault.restoreBackup('2026-01-02')).toEqual({ ok: true, value: null });
    expect(vault.state.damagedLine).toBeNull();
    expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
    await vault.append([act('三')]);
    await vault.close();
    const [aside] = readdirSync(join(path, 'aside'));
    expect(readFileSync(join(path, 'aside', aside!), 'utf8')).toBe(damaged);

    const again = await openVault(path);
    expect(await actsOf(again)).toEqual(['一', '二', '三'].map(act));
    await again.close();
  });

  it('offer the sound lines before the damage', async () => {
    const path = newFolder();
    await makeVault(path, ['一', '二', '三']);
    const journal = join(path, 'journal.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"三"', '"叁"'));
    const vault = await openVault(path);
    await vault.restoreBackup('sound-part');
    expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
    await vault.close();
  });

  it('put back a journal that is gone', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    await onDay(path, '2026-01-02', []);
    rmSync(join(path, 'journal.ndjson'));
    const vault = await openVault(path);
    expect(await vault.restoreBackup('2026-01-02')).toMatchObject({ ok: true });
    expect(await actsOf(vault)).toEqual([act('一')]);
    await vault.close();
  });

  it.each<[string, (place: string) => void]>([
    [
      'a changed letter',
      (place) => {
        const text = readFileSync(join(place, 'journal.ndjson'), 'utf8');
        writeFileSync(join(place, 'journal.ndjson'), text.replace('"一"', '"壹"'));
      },
    ],
    ['an end cut off', (place) => writeFileSync(join(place, 'journal.ndjson'), '')],
    ['no journal', (place) => renameSync(join(place, 'journal.ndjson'), join(place, 'elsewhere'))],
    ['no word of its length', (place) => rmSync(join(place, 'backup.json'))],
  ])('with %s are shown as unsound and never put back', async (_what, damage) => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一', '二']);
    await onDay(path, '2026-01-02', []);
    damage(join(path, 'backups', '2026-01-02'));
    const vault = await openVault(path, { today: () => '2026-01-02' });
    expect((await vault.listBackups()).map((backup) => backup.sound)).toEqual([false]);
    expect(await vault.restoreBackup('2026-01-02')).toMatchObject({ ok: false, reason: 'vault-damaged' });
    expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
    await vault.close();
  });

  it('that cannot be made keep nobody from writing', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    rmSync(join(path, 'backups'), { recursive: true });
    const vault = await openVault(path, { today: () => '2026-01-02' });
    rmSync(join(path, 'backups'), { recursive: true });
    mkdirSync(join(path, 'elsewhere'));
    expect((await vault.append([act('二')])).ok).toBe(true);
    expect((await vault.log.read()).map((entry) => entry.what)).toContain('backup-failed');
    await vault.close();
  });
});

describe('the log', () => {
  const entry = (what: string) => ({ at: '2026-01-02T03:04:05.000Z', level: 'info', what }) as const;

  it('stays within its bounds and keeps the newest', async () => {
    const path = join(newFolder(), 'log.ndjson');
    const log = new LogFile(path);
    const line = JSON.stringify(entry('x'.repeat(190))).length + 1;
    const times = Math.ceil((LOG_BYTES * 2.5) / line);
    for (let index = 0; index < times; index++) await log.write(entry(`${index}`.padEnd(190, 'x')));
    for (const file of [path, `${path}.old`]) expect(statSync(file).size).toBeLessThan(LOG_BYTES + line);
    expect((await log.read()).at(-1)?.what).toMatch(new RegExp(`^${times - 1}x`));
  });

  it('reads past lines that are no entry', async () => {
    const path = join(newFolder(), 'log.ndjson');
    writeFileSync(path, `half\n${JSON.stringify(entry('one'))}\n[]\nnull\n${JSON.stringify(entry('two'))}`);
    expect((await new LogFile(path).read()).map(({ what }) => what)).toEqual(['one', 'two']);
  });
});
