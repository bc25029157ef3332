import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { VaultSurvey } from '@shared/contracts/host.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideVaultPath } from '../../electron/vault/location.ts';
import { LOG_BYTES, LogFile } from '../../electron/vault/log-file.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { act, makeVault, newFolder, openVault, picture } from './new-vault.ts';

const bytes = new TextEncoder().encode('嘉兴，一页旧报。');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const placeOf = (vault: string): string => join(vault, 'originals', sha256.slice(0, 2), sha256);

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
    expect(await vault.readSettings()).toEqual({ ok: true, value: null });
    await vault.writeSettings({ theme: '暗' });
    expect(await vault.readSettings()).toEqual({ ok: true, value: { theme: '暗' } });
    await vault.close();
  });

  it.each<[string, (path: string) => void]>([
    ['that no longer read', (path) => writeFileSync(path, '{"theme":')],
    [
      'whose check has another name',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('$check', '$chfck')),
    ],
    ['with a changed letter', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('暗', '明'))],
    ['that are a folder', (path) => [rmSync(path), mkdirSync(path)]],
    ['that are gone', (path) => rmSync(path)],
  ])('%s are replaced by those of the newest backup, and that is told', async (_what, damage) => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append([act('一')]);
    await vault.writeSettings({ theme: '暗' });
    await vault.makeBackup();
    await vault.close();
    damage(join(path, 'settings.json'));
    const again = await openVault(path);
    expect(await again.readSettings()).toEqual({ ok: true, value: { theme: '暗' } });
    expect(again.state.findings.map(({ reason }) => reason)).toContain('settings-damaged');
    expect(await again.readSettings()).toEqual({ ok: true, value: { theme: '暗' } });
    await again.close();
  });

  it('that are damaged and in no backup are set aside, and a new start begins', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    writeFileSync(join(path, 'settings.json'), '{"theme":');
    expect(await vault.readSettings()).toEqual({ ok: true, value: null });
    expect(readdirSync(join(path, 'aside'))).toHaveLength(1);
    expect(vault.state.findings).toEqual([{ ok: false, reason: 'settings-damaged', detail: { found: 0 } }]);
    await vault.close();
  });

  it('of a program of before, which had no check, are read', async () => {
    const path = newFolder();
    await makeVault(path, []);
    writeFileSync(join(path, 'settings.json'), '{"theme":"dark","positions":{}}\n');
    const vault = await openVault(path);
    expect(await vault.readSettings()).toEqual({ ok: true, value: { theme: 'dark', positions: {} } });
    await vault.close();
  });
});

describe('the mark of a vault', () => {
  it.each([
    ['a newer format', '{"format":2,"id":"x"}', 'vault-newer'],
    ['no JSON', 'format 1', 'vault-mark-damaged'],
    ['no format', '{"id":"x"}', 'vault-mark-damaged'],
    ['a format that is no number', '{"format":"1","id":"x"}', 'vault-mark-damaged'],
    ['no id', '{"format":1}', 'vault-mark-damaged'],
    [
      'an id that is not the one it was written with',
      '{"format":1,"id":"x","check":"y"}',
      'vault-mark-damaged',
    ],
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
    expect(opened).toMatchObject({ ok: false, reason: 'path-blocked', detail: { code: 'ENOTDIR' } });
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
