import {
  appendFileSync,
  promises,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CHAIN_START, readLine, scanJournal, writeLine } from '../../electron/vault/journal-line.ts';
import { act, actsOf, makeVault, newFolder, openVault } from './new-vault.ts';

const journalOf = (vault: string): string => join(vault, 'journal.ndjson');

describe('a line of the journal', () => {
  it('reads back what was written, and nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.nat(), (value, at, bit) => {
        const { text, line } = writeLine(1, CHAIN_START, value);
        const bytes = Buffer.from(text.slice(0, -1));
        expect(readLine(bytes.toString(), 1, CHAIN_START)).toEqual({
          ...line,
          act: JSON.parse(JSON.stringify(value)),
        });
        const place = at % bytes.length;
        bytes[place] = bytes[place]! ^ (1 << (bit % 8));
        expect(readLine(bytes.toString(), 1, CHAIN_START)).toBeNull();
      }),
    );
  });

  it('belongs to its place in the chain', () => {
    const first = writeLine(1, CHAIN_START, 'a');
    const second = writeLine(2, first.line.hash, 'b');
    const both = Buffer.from(first.text + second.text);
    expect(scanJournal(both)).toMatchObject({ damagedLine: null, tail: null });
    expect(scanJournal(Buffer.from(second.text + first.text)).damagedLine).toBe(1);
    expect(scanJournal(Buffer.from(first.text + first.text)).damagedLine).toBe(2);
  });
});

describe('the journal', () => {
  it('comes back after a close, and goes on', async () => {
    const path = newFolder();
    await makeVault(path, ['一', '二']);
    const vault = await openVault(path);
    const appended = await vault.append([act('三'), act('四')]);
    expect(appended.ok && appended.value.map((line) => line.position)).toEqual([3, 4]);
    expect(await actsOf(vault)).toEqual(['一', '二', '三', '四'].map(act));
    const later = await vault.read(3);
    expect(later.ok && later.value.map((line) => line.act)).toEqual([act('四')]);
    expect(await vault.read(9)).toEqual({ ok: true, value: [] });
    await vault.close();
  });

  it('takes an act once, however often and after whatever it is sent', async () => {
    const path = newFolder();
    const first = await openVault(path);
    const written = await first.append([act('一'), act('二')]);
    expect(await first.append([act('二')])).toEqual({
      ok: true,
      value: written.ok ? written.value.slice(1) : [],
    });
    await first.close();
    const again = await openVault(path);
    const mixed = await again.append([act('一'), act('三'), act('三')]);
    expect(mixed.ok && mixed.value.map(({ position }) => position)).toEqual([1, 3]);
    expect(await actsOf(again)).toEqual(['一', '二', '三'].map(act));
    await again.close();
  });

  it('keeps the order of appends that are asked at once', async () => {
    const vault = await openVault(newFolder());
    const ids = Array.from({ length: 30 }, (_, index) => String(index));
    await Promise.all(ids.map((id) => vault.append([act(id)])));
    expect(await actsOf(vault)).toEqual(ids.map(act));
    await vault.close();
  });

  it.each([
    ['half a line', '{"position":3,"previous":"'],
    ['noise', '\0\0\0\0\0\0'],
    ['a line of another chain', writeLine(3, 'f'.repeat(64), act('x')).text.slice(0, -1)],
  ])('sets %s aside that a crash left at its end', async (_what, torn) => {
    const path = newFolder();
    await makeVault(path, ['一', '二']);
    appendFileSync(journalOf(path), torn);
    const vault = await openVault(path);
    expect(vault.state.damagedLine).toBeNull();
    await vault.append([act('三')]);
    expect(await actsOf(vault)).toEqual(['一', '二', '三'].map(act));
    const [aside] = readdirSync(join(path, 'aside'));
    expect(readFileSync(join(path, 'aside', aside!), 'utf8')).toBe(torn);
    await vault.close();
  });

  it('keeps a whole last line that lost only its newline', async () => {
    const path = newFolder();
    await makeVault(path, ['一', '二']);
    const bytes = readFileSync(journalOf(path));
    truncateSync(journalOf(path), bytes.length - 1);
    const vault = await openVault(path);
    expect(await actsOf(vault)).toEqual(['一', '二'].map(act));
    await vault.close();
    expect(readFileSync(journalOf(path))).toEqual(bytes);
  });

  it.each<[string, number, (text: string) => string]>([
    ['a changed letter', 2, (text) => text.replace('"二"', '"贰"')],
    ['a line taken out', 2, (text) => text.replace(/^.*\n(?=.*"三")/m, '')],
    ['two lines changed round', 1, (text) => text.replace(/^(.*\n)(.*\n)/, '$2$1')],
    ['a line said twice', 2, (text) => text.replace(/^(.*\n)/, '$1$1')],
    ['an empty line', 2, (text) => text.replace('\n', '\n\n')],
    ['its last line cut off', 3, (text) => text.replace(/.*\n$/, '')],
    ['nothing left in it', 1, () => ''],
    ['an older last line in its place', 3, (text) => text.replace(/.*\n$/, forged)],
  ])('is reported with %s, and not written to', async (_what, line, damage) => {
    const path = newFolder();
    await makeVault(path, ['一', '二', '三']);
    const damaged = damage(readFileSync(journalOf(path), 'utf8'));
    writeFileSync(journalOf(path), damaged);
    const vault = await openVault(path);
    expect(vault.state.damagedLine).toBe(line);
    expect(await vault.append([act('四')])).toEqual({ ok: false, reason: 'vault-damaged', detail: { line } });
    expect(await vault.read(0)).toMatchObject({ ok: false, reason: 'vault-damaged' });
    await vault.close();
    expect(readFileSync(journalOf(path), 'utf8')).toBe(damaged);
  });

  it('is damaged where it is gone, and no empty one takes its place', async () => {
    const path = newFolder();
    await makeVault(path, ['一']);
    rmSync(journalOf(path));
    const vault = await openVault(path);
    expect(vault.state.damagedLine).toBe(1);
    expect((await vault.append([act('二')])).ok).toBe(false);
    await vault.close();
    expect(readdirSync(path)).not.toContain('journal.ndjson');
  });

  it('notices damage that comes while it is open', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append([act('一'), act('二')]);
    const text = readFileSync(journalOf(path), 'utf8');
    writeFileSync(journalOf(path), text.replace('"二"', '"贰"'));
    expect(await vault.read(0)).toMatchObject({ ok: false, reason: 'vault-damaged', detail: { line: 2 } });
    expect((await vault.append([act('三')])).ok).toBe(false);
    await vault.close();
  });
});

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EIO', 'disk-failing'],
    ['EACCES', 'vault-unwritable'],
    ['EUNHEARDOF', 'vault-unwritable'],
  ])('with %s takes an append back whole', async (code, reason) => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append([act('零')]);
    // The day's backup, which is flushed too, is made before the second append of a new vault.
    await vault.append([act('一')]);
    const before = readFileSync(journalOf(path));
    const handle = await promises.open(journalOf(path), 'r');
    const sync = vi
      .spyOn(Object.getPrototypeOf(handle), 'sync')
      .mockRejectedValueOnce(Object.assign(new Error(code), { code }));
    await handle.close();
    expect(await vault.append([act('二')])).toMatchObject({ ok: false, reason });
    sync.mockRestore();
    expect(readFileSync(journalOf(path))).toEqual(before);
    expect((await vault.append([act('三')])).ok).toBe(true);
    expect(await actsOf(vault)).toEqual(['零', '一', '三'].map(act));
    await vault.close();
  });

  it('throws what no disk does', async () => {
    const vault = await openVault(newFolder());
    const circular: { self?: unknown } = {};
    circular.self = circular;
    await expect(vault.append([circular])).rejects.toThrow(TypeError);
    expect((await vault.append([act('一')])).ok).toBe(true);
    await vault.close();
  });
});

/** A line that fits the second but is not the one the vault remembers. */
function forged(_match: string, _at: number, text: string): string {
  const second = JSON.parse(text.split('\n')[1]!);
  return writeLine(3, second.hash, act('假')).text;
}
