import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { success } from '@shared/contracts/results.ts';
import type { Act, Deed } from '@shared/journal/act.ts';
import { sourceHash } from '@shared/model/source.ts';
import { describe, expect, it } from 'vitest';
import { openBeside } from '../../../electron/exchange/open-beside.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import { hear } from '../../cli/heard-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'duidu-carry-'));
async function call(
  ...args: string[]
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const { code, printed } = await hear(folder, args, { write: async () => undefined });
  return { code, lines: printed };
}

async function fill(name: string, page: string, deeds: (source: string) => Deed[]): Promise<void> {
  const opened = await Vault.open({ path: join(folder, name), host: 'cli' });
  if (!opened.ok) throw new Error(opened.reason);
  const kept = await opened.value.keepOriginal(new TextEncoder().encode(page));
  if (!kept.ok) throw new Error(kept.reason);
  const acts = deeds(kept.value.sha256).map(
    (deed, i): Act => ({
      id: `${name}-${i}`,
      at: `2026-01-01T00:00:0${i}.000Z`,
      device: name,
      schema: 1,
      deed,
    }),
  );
  const appended = await opened.value.append(acts);
  if (!appended.ok) throw new Error(appended.reason);
  await opened.value.close();
}

const add = (source: string): Deed => ({
  type: 'source.add',
  source: sourceHash(source),
  name: 'page.txt',
  size: 1,
});

describe('a library that is carried over', () => {
  it('is told first, then merged, and merging again changes nothing', async () => {
    await fill('here', '这里的一页：水库蓄水3万方。\n', (source) => [add(source)]);
    await fill('there', '那里的一页：修渠12公里。\n', (source) => [
      add(source),
      { type: 'search.save', search: 's', name: '渠', query: '修渠' },
    ]);
    expect((await call('export', '--vault', 'there', '--form', 'duidu', '--out', 'there.duidu')).code).toBe(
      0,
    );
    const before = readFileSync(join(folder, 'here/journal.ndjson'), 'utf8');
    const rehearsed = await call('merge', 'there.duidu', '--vault', 'here', '--rehearse', '--json');
    expect(JSON.parse(rehearsed.lines[0] ?? '')).toMatchObject({ acts: 2, originals: 1, damaged: [] });
    expect(readFileSync(join(folder, 'here/journal.ndjson'), 'utf8')).toBe(before);

    expect((await call('merge', 'there.duidu', '--vault', 'here')).lines).toEqual([
      'took 2 steps and 1 originals',
    ]);
    expect(readFileSync(join(folder, 'here/journal.ndjson'), 'utf8').startsWith(before)).toBe(true);
    expect((await call('merge', 'there.duidu', '--vault', 'here')).lines).toEqual([
      'took 0 steps and 0 originals',
    ]);
    expect((await call('vault', 'check', '--vault', 'here')).code).toBe(0);
  });

  it('opens beside, in a vault of its own', async () => {
    expect((await call('merge', 'there.duidu', '--vault', 'beside')).lines).toEqual([
      'took 2 steps and 1 originals',
    ]);
    expect((await call('vault', 'check', '--vault', 'beside')).code).toBe(0);
  });

  it('opens beside from the desk, the same one always in the same vault, and its file goes', async () => {
    const opened: string[] = [];
    const open = async (path: string) => {
      opened.push(path);
      return success(null);
    };
    const hand = async (name: string) => {
      const file = join(folder, `handed-${name}`);
      copyFileSync(join(folder, name), file);
      const beside = await openBeside(file, join(folder, 'here/beside'), open);
      expect(existsSync(file)).toBe(false);
      return beside;
    };
    expect(await hand('there.duidu')).toMatchObject({
      ok: true,
      value: { address: null, damaged: [], wasOpen: false },
    });
    const path = opened[0] as string;
    expect((await call('vault', 'check', '--vault', path)).code).toBe(0);
    await call('merge', 'there.duidu', '--vault', 'later');
    const later = await Vault.open({ path: join(folder, 'later'), host: 'cli' });
    if (!later.ok) throw new Error(later.reason);
    const forget: Deed = { type: 'search.forget', search: 's' };
    await later.value.append([
      { id: 'later-0', at: '2026-01-02T00:00:00.000Z', device: 'there', schema: 1, deed: forget },
    ]);
    await later.value.close();
    await call('export', '--vault', 'later', '--form', 'duidu', '--out', 'later.duidu');
    await hand('later.duidu');
    expect(opened).toEqual([path, path]);
    expect(readFileSync(join(path, 'journal.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
    expect((await call('vault', 'check', '--vault', 'here')).code).toBe(0);

    const standing = await Vault.open({ path, host: 'loopback' });
    if (!standing.ok) throw new Error(standing.reason);
    expect(await hand('there.duidu')).toMatchObject({ ok: true, value: { path, wasOpen: true } });
    await standing.value.close();

    writeFileSync(join(folder, 'no.duidu'), 'no library');
    expect(await hand('no.duidu')).toMatchObject({ reason: 'library-unknown' });
    expect(opened).toHaveLength(3);
  });

  it('that is damaged is named, and what is whole in it comes in', async () => {
    const bytes = readFileSync(join(folder, 'there.duidu'));
    writeFileSync(join(folder, 'cut.duidu'), bytes.subarray(0, bytes.length - 400));
    const { code, lines } = await call('merge', 'cut.duidu', '--vault', 'third');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^took 2 steps and \d originals$/);
    expect(lines.some((line) => line.startsWith('damaged in the file: '))).toBe(true);
  });

  it('brings its settings into a vault that has none, and leaves those that are there', async () => {
    const opened = await Vault.open({ path: join(folder, 'there'), host: 'cli' });
    if (!opened.ok) throw new Error(opened.reason);
    await opened.value.writeSettings({ theme: 'dark' });
    await opened.value.close();
    await call('export', '--vault', 'there', '--form', 'duidu', '--out', 'dark.duidu');
    expect((await call('merge', 'dark.duidu', '--vault', 'fifth')).lines).toContain(
      'settings too, since there were none',
    );
    const fifth = await Vault.open({ path: join(folder, 'fifth'), host: 'cli' });
    if (!fifth.ok) throw new Error(fifth.reason);
    expect(await fifth.value.readSettings()).toEqual({ ok: true, value: { theme: 'dark' } });
    await fifth.value.writeSettings({ theme: 'light' });
    await fifth.value.close();
    expect((await call('merge', 'dark.duidu', '--vault', 'fifth')).lines).toEqual([
      'took 0 steps and 0 originals',
    ]);
  });

  it('leaves settings behind that no longer read, and says so', async () => {
    writeFileSync(join(folder, 'there/settings.json'), '{"half');
    expect((await call('export', '--vault', 'there', '--form', 'duidu', '--out', 'again.duidu')).code).toBe(
      1,
    );
    expect((await call('merge', 'again.duidu', '--vault', 'fourth')).lines).toEqual([
      'took 2 steps and 1 originals',
    ]);
  });

  it('that is not there is refused by name', async () => {
    expect((await call('merge', 'nowhere.duidu', '--vault', 'here')).code).toBe(1);
  });
});
