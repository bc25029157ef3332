import { copyFileSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HeadFile } from '../../electron/vault/journal-head.ts';
import { act, actsOf, backupsOf, makeVault, newFolder, openVault } from './new-vault.ts';

const journalOf = (path: string): string => join(path, 'journal.ndjson');
const headOf = (path: string): string => join(path, 'head.json');
const ALL = ['一', '二', '三', '四'];

describe('a journal that another program changes while it is open', () => {
  it.each<[string, (journal: string) => void]>([
    ['deleted', (journal) => rmSync(journal)],
    ['moved away', (journal) => renameSync(journal, `${journal} (冲突副本)`)],
    [
      'replaced by a copy of itself',
      (journal) => {
        copyFileSync(journal, `${journal}.new`);
        renameSync(`${journal}.new`, journal);
      },
    ],
    [
      'replaced by an older one',
      (journal) => {
        writeFileSync(`${journal}.new`, readFileSync(journal, 'utf8').split('\n').slice(0, 1).join('\n'));
        renameSync(`${journal}.new`, journal);
      },
    ],
    [
      'cut in place, at a line’s end',
      (journal) => truncateSync(journal, readFileSync(journal).indexOf('\n') + 1),
    ],
    ['cut in place, to nothing', (journal) => truncateSync(journal, 0)],
    ['made longer', (journal) => writeFileSync(journal, '{}\n', { flag: 'a' })],
  ])('%s: no act is acknowledged, and nothing is lost', async (_what, change) => {
    const path = newFolder();
    await makeVault(path, ['一', '二']);
    const vault = await openVault(path);
    for (const id of ['三', '四']) expect((await vault.append([act(id)])).ok).toBe(true);
    change(journalOf(path));
    const refused = { ok: false, reason: 'journal-changed', detail: { lines: 4 } };
    expect(await vault.append([act('五')])).toEqual(refused);
    expect(await vault.append([act('六')])).toEqual(refused);
    const held = (await backupsOf(vault)).find(({ reason }) => reason === 'held');
    expect(held).toMatchObject({ lines: 4, sound: true });
    // It can be put back at once, and after a restart.
    expect(await vault.restoreBackup(held!.id)).toEqual({ ok: true, value: null });
    expect(await actsOf(vault)).toEqual(ALL.map(act));
    expect((await vault.append([act('七')])).ok).toBe(true);
    await vault.close();
    const again = await openVault(path);
    expect(await actsOf(again)).toEqual([...ALL, '七'].map(act));
    await again.close();
  });
});

describe('the end of the journal that is remembered', () => {
  it('is as lasting as each line: a cut at a line’s end shows though the run was killed', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    for (const id of ALL) await vault.append([act(id)]);
    // No close: what lies there now is what a crash leaves.
    const left = newFolder();
    for (const name of ['journal.ndjson', 'head.json', 'vault.json'])
      copyFileSync(join(path, name), join(left, name));
    await vault.close();
    const lines = readFileSync(journalOf(left), 'utf8').split('\n');
    writeFileSync(journalOf(left), `${lines.slice(0, 3).join('\n')}\n`);
    const cut = await openVault(left);
    expect(cut.state.damagedLine).toBe(4);
    expect(await backupsOf(cut)).toContainEqual(expect.objectContaining({ id: 'mended', lines: 3, lost: 1 }));
    await cut.close();
  });

  it.each<[string, (head: string) => void]>([
    ['gone', (head) => rmSync(head)],
    ['empty', (head) => writeFileSync(head, '')],
    ['half gone', (head) => truncateSync(head, 160)],
    [
      'changed in one record',
      (head) => writeFileSync(head, readFileSync(head, 'utf8').replace('"end":2', '"end":1')),
    ],
    ['something else', (head) => writeFileSync(head, 'end\nend\n')],
  ])('is told where its note is %s, and made again', async (_what, change) => {
    const path = newFolder();
    await makeVault(path, ['一', '二']);
    change(headOf(path));
    const vault = await openVault(path);
    expect(vault.state).toMatchObject({
      damagedLine: null,
      findings: [{ reason: 'head-missing', detail: { lines: 2 } }],
    });
    await vault.append([act('三')]);
    await vault.close();
    const again = await openVault(path);
    expect(again.state.findings).toEqual([]);
    expect(await actsOf(again)).toEqual(['一', '二', '三'].map(act));
    await again.close();
  });

  it('of a vault of before is read, and written as it is now', async () => {
    const path = newFolder();
    await makeVault(path, ['一', '二']);
    const { hash } = JSON.parse(readFileSync(journalOf(path), 'utf8').split('\n')[1]!);
    writeFileSync(headOf(path), `${JSON.stringify({ lines: 2, hash })}\n`);
    const vault = await openVault(path);
    expect(vault.state.findings).toEqual([]);
    await vault.close();
    const journal = readFileSync(journalOf(path), 'utf8');
    writeFileSync(journalOf(path), `${journal.split('\n')[0]}\n`);
    const cut = await openVault(path);
    expect(cut.state.damagedLine).toBe(2);
    await cut.close();
  });

  it('lets a restore be finished that a crash came into', async () => {
    const path = newFolder();
    const vault = await openVault(path);
    await vault.append([act('一')]);
    const made = await vault.makeBackup();
    await vault.append([act('二')]);
    await vault.restoreBackup(made.ok ? made.value.id : '');
    const restored = readFileSync(journalOf(path));
    await vault.append([act('三')]);
    await vault.close();
    // As it is between the announcement and the end of a restore.
    const heads = new HeadFile(headOf(path), join(path, 'temporary'));
    const before = (await heads.read()).head!;
    await heads.announce(before, { lines: 1, hash: JSON.parse(restored.toString()).hash });
    const unfinished = await openVault(path);
    expect(await actsOf(unfinished)).toEqual(['一', '三'].map(act));
    await unfinished.close();
    await heads.announce(before, { lines: 1, hash: JSON.parse(restored.toString()).hash });
    writeFileSync(journalOf(path), restored);
    const finished = await openVault(path);
    expect(await actsOf(finished)).toEqual([act('一')]);
    await finished.close();
  });
});
