import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hear } from '../cli/heard-io.ts';
import { act, actsOf, makeVault, newFolder, openVault, picture } from '../vault/new-vault.ts';

/** Runs `duidu vault` on a vault and gives back what it said. */
async function care(path: string, ...args: string[]) {
  const { code, printed, reported } = await hear(path, ['vault', ...args, '--vault', path]);
  return { exit: code, out: printed.join('\n'), err: reported.join('\n') };
}

const journalOf = (path: string): string => join(path, 'journal.ndjson');
const markOf = (path: string): string => join(path, 'vault.json');

describe('duidu vault check', () => {
  it('finds a vault whole and changes nothing', async () => {
    const path = newFolder();
    await makeVault(path, ['一', '二']);
    writeFileSync(join(path, '.DS_Store'), '');
    const before = picture(path);
    const { exit, out, err } = await care(path, 'check');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/2 steps[\s\S]*left alone: \.DS_Store[\s\S]*everything is whole/);
    expect(picture(path)).toEqual(before);
  });

  it('names everything that is amiss, also in JSON', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    const kept = await vault.keepOriginal(new TextEncoder().encode('库车，一页旧报。'));
    const sha256 = kept.ok ? kept.value.sha256 : '';
    await vault.append([act('一')]);
    await vault.makeBackup();
    await vault.writeSettings({ theme: 'dark' });
    await vault.close();
    truncateSync(join(path, 'originals', sha256.slice(0, 2), sha256), 3);
    truncateSync(journalOf(path), 0);
    writeFileSync(join(path, 'settings.json'), '{');
    rmSync(join(path, 'head.json'));
    const [backup] = readdirSync(join(path, 'backups'));
    truncateSync(join(path, 'backups', backup!, 'journal.ndjson'), 9);
    writeFileSync(markOf(path), 'no mark');
    const before = picture(path);
    const { exit, out, err } = await care(path, 'check', '--json');
    expect(exit).toBe(1);
    const codes = JSON.parse(out).faults.map(({ code }: { code: string }) => code);
    expect(codes.sort()).toEqual(
      ['backup-unsound', 'head-missing', 'original-damaged', 'settings-unsound', 'vault-mark-damaged'].sort(),
    );
    expect(err.split('\n')).toHaveLength(codes.length);
    expect(picture(path)).toEqual(before);
  });

  it('reads a vault that a host has open', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append([act('一')]);
    expect((await care(path, 'check')).exit).toBe(0);
    await vault.close();
  });
});

describe('duidu vault backup and restore', () => {
  it('copy the journal and put the newest copy back', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    expect((await care(path, 'backup')).out).toMatch(/-asked {2}1 steps/);
    await makeVault(path, ['二']);
    const { exit, out } = await care(path, 'restore');
    expect([exit, out]).toEqual([0, expect.stringMatching(/^restored .*-asked/)]);
    const vault = await openVault(path);
    expect(await actsOf(vault)).toEqual([act('一')]);
    await vault.close();
  });

  it('say which backups there are where the name is none', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    await care(path, 'backup');
    const { exit, err } = await care(path, 'restore', 'no-such');
    expect([exit, err]).toEqual([2, expect.stringMatching(/name one of these[\s\S]*-asked/)]);
  });

  it('are refused where a host has the vault open', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    expect(await care(path, 'backup')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('vault-locked'),
    });
    await vault.close();
  });
});

describe('duidu vault repair', () => {
  it('has nothing to do for a vault that is whole', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    expect(await care(path, 'repair')).toMatchObject({ exit: 0, out: 'there was nothing to put right' });
  });

  it.each<[string, (path: string, text: string) => void]>([
    ['shows half of itself', (path, text) => writeFileSync(path, text.slice(5))],
    [
      'has another id than it was written with',
      (path, text) => writeFileSync(path, text.replace(/"id":"./, '"id":"x')),
    ],
    ['is gone', (path) => rmSync(path)],
    ['is empty', (path) => writeFileSync(path, '')],
    ['is a folder', (path) => [rmSync(path), mkdirSync(path)]],
  ])('gives a vault whose mark %s its id again, and keeps everything', async (_what, damage) => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append([act('一')]);
    await vault.makeBackup();
    await vault.close();
    damage(markOf(path), readFileSync(markOf(path), 'utf8'));
    expect(await care(path, 'repair')).toMatchObject({
      exit: 0,
      out: expect.stringContaining(vault.state.id),
    });
    const again = await openVault(path);
    expect(again.state.id).toBe(vault.state.id);
    expect(await actsOf(again)).toEqual([act('一')]);
    await again.close();
  });

  it('puts a journal together and names the step that no copy has', async () => {
    const path = newFolder();
    await makeVault(path, ['一', '二', '三']);
    rmSync(join(path, 'backups'), { recursive: true });
    writeFileSync(journalOf(path), readFileSync(journalOf(path), 'utf8').replace('"二"', '"贰"'));
    const { exit, out } = await care(path, 'repair');
    expect([exit, out]).toEqual([1, expect.stringMatching(/1 step is in no copy any more: 2/)]);
    const vault = await openVault(path);
    expect(await actsOf(vault)).toEqual(['一', '三'].map(act));
    await vault.close();
  });
});

it.each([[], ['burn'], ['check', 'more'], ['check', '--burn']])(
  'duidu vault %s is wrong use',
  async (...args) => {
    const { exit, err } = await care(newFolder(), ...args);
    expect([exit, err]).toEqual([2, expect.stringContaining('duidu vault check|backup|repair')]);
  },
);

it('a vault that is not there is said, and none is made', async () => {
  const path = join(newFolder(), 'nowhere');
  for (const action of ['check', 'backup', 'restore', 'repair'])
    expect(await care(path, action)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('vault-missing'),
    });
});
