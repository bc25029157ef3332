import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BackupName,
  isDue,
  nameBackup,
  readBackupName,
  thin,
} from '../../electron/vault/backup-schedule.ts';
import { act, actsOf, backupsOf, makeVault, newClock, newFolder, openVault } from './new-vault.ts';

const journalOf = (path: string): string => join(path, 'journal.ndjson');
const damageLine = (path: string, from: string, to: string): void =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(`"${from}"`, `"${to}"`));

async function onDay(path: string, day: string, ids: readonly string[]): Promise<void> {
  const vault = await openVault(path, { now: () => new Date(`${day}T08:00:00Z`) });
  if (ids.length > 0) await vault.append(ids.map(act));
  await vault.close();
}

describe('backups', () => {
  it('are made once a day from what was there before, and a few hours later', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    await onDay(path, '2026-01-02', ['二']);
    await onDay(path, '2026-01-02', ['三']);
    const clock = newClock('2026-01-02T09:59:00Z');
    const vault = await openVault(path, clock);
    await vault.append([act('四')]);
    clock.set('2026-01-02T10:01:00Z');
    await vault.append([act('五')]);
    expect((await backupsOf(vault)).map(({ at, reason, lines }) => [at, reason, lines])).toEqual([
      ['2026-01-02T08:00:00Z', 'scheduled', 1],
      ['2026-01-02T10:01:00Z', 'scheduled', 4],
    ]);
    await vault.close();
  });

  it('are made when the person asks, beside every other', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    const vault = await openVault(path, { now: () => new Date('2026-01-01T08:00:00Z') });
    const made = [await vault.makeBackup(), await vault.makeBackup()];
    expect(made.every(({ ok }) => ok)).toBe(true);
    expect((await backupsOf(vault)).map(({ reason }) => reason)).toEqual(['scheduled', 'asked', 'asked']);
    await vault.close();
  });

  it('are not made of a damaged journal', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一', '二']);
    damageLine(journalOf(path), '二', '贰');
    const vault = await openVault(path);
    expect(await vault.makeBackup()).toMatchObject({ ok: false, reason: 'vault-damaged' });
    await vault.close();
  });

  it('are not made again of a journal that has not grown', async () => {
    const path = newFolder();
    for (const day of ['01', '02', '03']) await onDay(path, `2026-01-${day}`, day === '01' ? ['一'] : []);
    expect(readdirSync(join(path, 'backups'))).toHaveLength(1);
  });

  it('put a damaged journal right, which is kept aside', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一', '二']);
    await onDay(path, '2026-01-02', ['三']);
    damageLine(journalOf(path), '二', '贰');
    const damaged = readFileSync(journalOf(path), 'utf8');
    const vault = await openVault(path);
    const [day, mended] = await backupsOf(vault);
    expect(day).toMatchObject({ reason: 'scheduled', lines: 2, sound: true });
    expect(mended).toMatchObject({ id: 'mended', lines: 3, lost: 0, sound: true });
    expect(await vault.restoreBackup(day!.id)).toEqual({ ok: true, value: null });
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

  it('give back the line that the journal lost', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一', '二']);
    await onDay(path, '2026-01-02', ['三']);
    const whole = readFileSync(journalOf(path));
    damageLine(journalOf(path), '二', '贰');
    const vault = await openVault(path);
    expect(await vault.restoreBackup('mended')).toMatchObject({ ok: true });
    expect(await actsOf(vault)).toEqual(['一', '二', '三'].map(act));
    await vault.close();
    expect(readFileSync(journalOf(path))).toEqual(whole);
  });

  it('keep what a restore replaces, so that it can be taken back', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append([act('一')]);
    const made = await vault.makeBackup();
    await vault.append([act('二')]);
    await vault.restoreBackup(made.ok ? made.value.id : '');
    expect(await actsOf(vault)).toEqual([act('一')]);
    await vault.append([act('三')]);
    const before = (await backupsOf(vault)).find(({ reason }) => reason === 'before-restore');
    await vault.restoreBackup(before!.id);
    expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
    await vault.close();
  });

  it('put back a journal that is gone', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    await onDay(path, '2026-01-02', []);
    rmSync(journalOf(path));
    const vault = await openVault(path);
    const [backup] = await backupsOf(vault);
    expect(await vault.restoreBackup(backup!.id)).toMatchObject({ ok: true });
    expect(await actsOf(vault)).toEqual([act('一')]);
    await vault.close();
  });

  it.each<[string, (place: string) => void]>([
    ['a changed letter', (place) => damageLine(join(place, 'journal.ndjson'), '一', '壹')],
    ['an end cut off', (place) => writeFileSync(join(place, 'journal.ndjson'), '')],
    ['no journal', (place) => renameSync(join(place, 'journal.ndjson'), join(place, 'elsewhere'))],
    ['no word of its length', (place) => rmSync(join(place, 'backup.json'))],
  ])('with %s are shown as unsound and never put back', async (_what, damage) => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一', '二']);
    await onDay(path, '2026-01-02', []);
    const [id] = readdirSync(join(path, 'backups'));
    damage(join(path, 'backups', id!));
    const vault = await openVault(path, { now: () => new Date('2026-01-02T08:30:00Z') });
    expect((await backupsOf(vault)).map(({ sound }) => sound)).toEqual([false]);
    expect(await vault.restoreBackup(id!)).toMatchObject({ ok: false, reason: 'backup-unsound' });
    expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
    await vault.close();
  });

  it('that cannot be made keep nobody from writing, leave nothing behind, and are not tried at each act', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    const clock = newClock('2026-01-02T08:00:00Z');
    const vault = await openVault(path, clock);
    const told: string[] = [];
    vault.onFinding = ({ reason }) => told.push(reason);
    rmSync(join(path, 'backups'), { recursive: true });
    writeFileSync(join(path, 'backups'), 'in the way');
    clock.set('2026-01-03T08:00:00Z');
    for (const id of ['二', '三', '四']) expect((await vault.append([act(id)])).ok).toBe(true);
    const failed = (await vault.log.read()).filter(({ what }) => what === 'backup-failed');
    expect(failed).toHaveLength(1);
    expect(vault.state.findings.map(({ reason }) => reason)).toEqual(['backup-failed']);
    expect(told).toEqual(['backup-failed']);
    expect(readdirSync(join(path, 'temporary'))).toEqual([]);
    await vault.close();
  });

  it('pass over what is none of them', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    for (const name of ['.DS_Store', '2026-01-01', 'Thumbs.db'])
      writeFileSync(join(path, 'backups', name), 'x');
    mkdirSync(join(path, 'backups', '000001 (冲突副本)'));
    const vault = await openVault(path, { now: () => new Date('2026-01-05T08:00:00Z') });
    expect(await backupsOf(vault)).toHaveLength(1);
    await vault.close();
  });

  it('of a vault of before are listed and put back', async () => {
    const path = newFolder();
    await onDay(path, '2026-01-01', ['一']);
    await onDay(path, '2026-01-02', []);
    const [id] = readdirSync(join(path, 'backups'));
    renameSync(join(path, 'backups', id!), join(path, 'backups', '2026-01-02'));
    const vault = await openVault(path, { now: () => new Date('2026-01-02T08:30:00Z') });
    expect(await backupsOf(vault)).toMatchObject([
      { id: '2026-01-02', at: '2026-01-02T00:00:00Z', lines: 1 },
    ]);
    expect(await vault.restoreBackup('2026-01-02')).toMatchObject({ ok: true });
    await vault.close();
  });
});

describe('the clock', () => {
  it('set to 2099 and back costs no backup and keeps none from being made', async () => {
    const path = newFolder();
    for (let day = 1; day <= 9; day++) await onDay(path, `2026-03-0${day}`, [`日${day}`]);
    const before = readdirSync(join(path, 'backups'));
    await onDay(path, '2099-12-31', ['远']);
    await onDay(path, '2026-03-10', ['近']);
    const after = readdirSync(join(path, 'backups'));
    expect(after.filter((id) => before.includes(id)).length).toBeGreaterThanOrEqual(before.length - 2);
    expect(after.at(-1)).toContain('20260310T080000Z');
  });

  it('cannot thin out all but a few, whatever it says, and never the newest', () => {
    const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    const reason = fc.constantFrom('scheduled', 'asked', 'before-restore', 'held' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(moment, reason), { minLength: 1, maxLength: 60 }), (made) => {
        let kept: BackupName[] = [];
        for (const [at, why] of made) {
          const name = nameBackup(kept, why as BackupName['reason'], at);
          expect(readBackupName(name.id)).toEqual(name);
          const gone = thin([...kept, name]);
          expect(gone).not.toContain(name);
          kept = [...kept, name].filter((one) => !gone.includes(one));
          expect(isDue(name, new Date(at.getTime() + 3 * 60 * 60 * 1000))).toBe(true);
        }
        const scheduled = made.filter(([, why]) => why === 'scheduled').length;
        expect(kept.filter((one) => one.reason === 'scheduled').length).toBeGreaterThanOrEqual(
          Math.min(4, scheduled),
        );
        expect(kept.length).toBeLessThanOrEqual(4 + 7 + 5 + 12);
      }),
    );
  });

  it('thins out as the days go: several of today, one of each day, one of each week', () => {
    let kept: BackupName[] = [];
    for (let hour = 0; hour < 24 * 60; hour += 3) {
      const name = nameBackup(kept, 'scheduled', new Date(Date.UTC(2026, 0, 1, hour)));
      const gone = thin([...kept, name]);
      kept = [...kept, name].filter((one) => !gone.includes(one));
    }
    const days = new Set(kept.map(({ at }) => at.slice(0, 10)));
    expect(kept.filter(({ at }) => at.startsWith('2026-03-01'))).toHaveLength(4);
    expect([...days].slice(-7)).toEqual(
      ['23', '24', '25', '26', '27', '28'].map((day) => `2026-02-${day}`).concat('2026-03-01'),
    );
    expect(days.size).toBeGreaterThanOrEqual(7 + 3);
  });
});
