import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';
import { checkCall } from '@shared/contracts/host-arguments.ts';
import { describe, expect, it } from 'vitest';

const hash = 'a'.repeat(64);
const save = '0b9d7c1e-31b4-4c4f-9a52-6f1f6f6f9d10';
const entry = { at: '2026-01-02T03:04:05.000Z', level: 'info', what: 'started', detail: { lines: 3 } };
const command = {
  type: 'command',
  command: 'search.open',
  label: '搜索',
  accelerator: 'CmdOrCtrl+F',
  enabled: true,
};
const role = { type: 'role', role: 'copy', label: '复制' };

describe('arguments at the gate', () => {
  it.each([
    ['host.info', []],
    ['originals.keep', [new Uint8Array([1])]],
    ['originals.read', [hash]],
    ['journal.append', [[{ id: '1', deed: { type: 'undo', act: '0' } }]]],
    ['journal.read', [0]],
    ['settings.write', [{ theme: 'dark' }]],
    ['save.begin', ['卷.csv']],
    ['save.append', [save, new Uint8Array()]],
    ['save.end', [save]],
    ['beside.begin', []],
    ['beside.open', [save]],
    ['log.write', [entry]],
    ['backups.restore', ['2026-01-02']],
    ['menu.show', [[{ label: '编辑', items: [command, { type: 'separator' }, role] }], [role]]],
  ])('lets %s through unchanged', (name, args) => {
    expect(checkCall(name, args)).toEqual({ ok: true, value: { name, args } });
  });

  it.each([
    ['no.such', []],
    ['constructor', []],
    ['__proto__', []],
    [7, []],
    ['host.info', [1]],
    ['host.info', 'nothing'],
    ['originals.keep', []],
    ['originals.keep', ['text']],
    ['originals.keep', [{ length: 1, 0: 1 }]],
    ['originals.read', ['../../etc/passwd']],
    ['originals.read', [hash.toUpperCase()]],
    ['originals.erase', [`${hash}\n`]],
    ['journal.append', [[]]],
    ['journal.append', [['text']]],
    ['journal.append', [[{ deed: {} }]]],
    ['journal.read', [-1]],
    ['journal.read', [0.5]],
    ['settings.write', [undefined]],
    ['save.begin', ['']],
    ['save.append', ['/etc/passwd', new Uint8Array()]],
    ['save.end', ['']],
    ['beside.open', ['/tmp/library.duidu']],
    ['log.write', [{ ...entry, level: 'loud' }]],
    ['log.write', [{ ...entry, text: 'more' }]],
    ['backups.restore', ['../originals']],
    ['menu.show', [[{ label: 'x', items: [{ ...role, role: 'toggleDevTools' }] }], []]],
    ['menu.show', [[{ label: 'x', items: [{ ...command, click: 'x' }] }], []]],
    ['menu.show', [[], [{ ...role, role: 'toggleDevTools' }]]],
    ['menu.show', [[]]],
  ])('refuses %s with %o', (name, args) => {
    const checked = checkCall(name, args);
    expect(checked.ok ? null : checked.reason).toBe('refused');
  });
  it('refuses what is too large', () => {
    expect(checkCall('originals.keep', [new Uint8Array(MAX_ORIGINAL_BYTES)]).ok).toBe(true);
    expect(checkCall('originals.keep', [new Uint8Array(MAX_ORIGINAL_BYTES + 1)]).ok).toBe(false);
    expect(checkCall('settings.write', ['x'.repeat(1024 * 1024)]).ok).toBe(false);
  });
});
