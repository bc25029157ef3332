import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inspectVault } from '../../electron/vault/inspect-vault.ts';
import { CHAIN_START, writeLine } from '../../electron/vault/journal-line.ts';
import { act, actsOf, backupsOf, newFolder, openVault } from './new-vault.ts';

const ID = '6f1c2a52-6f0e-4c8e-9d0b-3a6b1d6f7c11';
const original = new TextEncoder().encode('湘西，一页旧报。');
const sha256 = createHash('sha256').update(original).digest('hex');

/** A vault as it was written when marks and settings had no check, the journal's note one line, backups a day's name. */
function layOlderVault(path: string): void {
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  const first = writeLine(1, CHAIN_START, act('一'));
  const second = writeLine(2, first.line.hash, act('二'));
  put('vault.json', `${JSON.stringify({ format: 1, id: ID })}\n`);
  put('journal.ndjson', first.text + second.text);
  put('head.json', `${JSON.stringify({ lines: 2, hash: second.line.hash })}\n`);
  put('settings.json', '{"theme":"sepia","positions":{}}\n');
  put(`originals/${sha256.slice(0, 2)}/${sha256}`, original);
  put('backups/2026-01-02/journal.ndjson', first.text);
  put('backups/2026-01-02/backup.json', `${JSON.stringify({ lines: 1, hash: first.line.hash })}\n`);
  const holder = {
    host: 'desktop',
    pid: 2 ** 22 + 1,
    machine: hostname(),
    startedAt: '',
    processStart: null,
  };
  put('lock', `${JSON.stringify({ ...holder, token: 'left behind' })}\n`);
}

it('an older vault is whole to a check, opens with everything in it, and goes on', async () => {
  const path = newFolder();
  layOlderVault(path);
  const checked = await inspectVault(path);
  expect(checked).toMatchObject({
    ok: true,
    value: { lines: 2, originals: 1, backups: 1, faults: [], strays: [] },
  });
  const vault = await openVault(path);
  expect(vault.state).toMatchObject({ id: ID, damagedLine: null, findings: [], readOnly: null });
  expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
  expect(await vault.readSettings()).toEqual({ ok: true, value: { theme: 'sepia', positions: {} } });
  expect(await vault.originals.read(sha256)).toEqual({ ok: true, value: original });
  expect((await backupsOf(vault))[0]).toMatchObject({ id: '2026-01-02', lines: 1, sound: true });
  expect((await vault.append([act('三')])).ok).toBe(true);
  await vault.close();
  // Its note of the end is as lasting as a line from here on.
  const text = readFileSync(join(path, 'journal.ndjson'), 'utf8');
  writeFileSync(join(path, 'journal.ndjson'), text.replace(/.*\n$/, ''));
  const cut = await openVault(path);
  expect(cut.state.damagedLine).toBe(3);
  await cut.close();
});
