import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { NotReady } from '../../../renderer/NotReady.tsx';
import { createMemoryHost } from '../memory-host.ts';
import { showView } from '../show-view.tsx';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

const PAGES = ['渡口', '茶园', '灯塔'].map((name) => ({
  name: `${name}.txt`,
  bytes: bytesOf(`${name}的一天\n\n今年春天，河湾村在${name}边上修了一条石板路，花费35万元。\n`),
}));

let library = 0;
let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`your-library-${library++}`);
  const { desk } = opened;
  await desk.imports.getState().take({ files: PAGES, refused: [] });
  await whenState(desk.shelf, ({ rows }) => rows.length === PAGES.length);
  desk.settings.getState().goTo({ room: 'settings' });
  hide = await showDesk(desk);
});

afterEach(() => {
  hide();
  opened.close();
});

const section = () => page.getByRole('region', { name: '您的书库' });
const press = (name: string) => section().getByRole('button', { name }).click();

describe('the person’s library', () => {
  it('says where it lies and what it holds', async () => {
    await expect.element(section().getByText('/memory')).toBeVisible();
    const number = (term: string) => section().getByText(term, { exact: true }).element().nextElementSibling;
    await expect.poll(() => number('原件')?.textContent).toBe('3');
    expect(number('记下的操作')?.textContent).toBe('3');
    expect(number('占用')?.textContent).toMatch(/\d/);
    expect(number('最近备份')?.textContent).toBe('还没有');
  });

  it('tells what is amiss with it, and what lies there that is not its own', async () => {
    opened.host.memory.amiss = {
      readOnly: { ok: false, reason: 'disk-read-only', detail: { code: 'EROFS', path: '' } },
      findings: [{ ok: false, reason: 'head-missing', detail: { lines: 3 } }],
      strays: ['journal (冲突副本).ndjson'],
    };
    await opened.desk.vaultCare.getState().load();
    await expect.element(section().getByText(/磁盘现在只能读/)).toBeVisible();
    await expect.element(section().getByText(/3 步操作都完好/)).toBeVisible();
    await section()
      .getByText(/有 1 个文件不是对读的/)
      .click();
    await expect.element(section().getByText('journal (冲突副本).ndjson')).toBeVisible();
    opened.host.emit('vault.found', { ok: false, reason: 'backup-failed', detail: { code: 'ENOSPC' } });
    await expect.element(page.getByText(/备份没有做成（ENOSPC）/)).toBeVisible();
  });

  it('is backed up when it is asked for, and put back as it was', async () => {
    await press('立即备份');
    const backups = section().getByRole('list', { name: '备份' });
    await expect.element(backups.getByText('2026年3月1日')).toBeVisible();
    await expect.element(backups.getByText('3 步操作')).toBeVisible();
    await expect.element(backups.getByText('您要求的')).toBeVisible();
    const { desk } = opened;
    const [first, ...others] = desk.shelf.getState().rows;
    await desk.deeds.perform({ type: 'source.remove', source: first!.source });
    const left = await whenState(desk.shelf, ({ rows }) => rows.length === 2);
    // What stands of the other pages is not made anew.
    expect(left.rows.map((row, i) => row === others[i])).toEqual([true, true]);
    await backups.getByRole('button', { name: '恢复' }).click();
    const dialog = page.getByRole('dialog', { name: /恢复到/ });
    await dialog.getByRole('button', { name: '恢复' }).click();
    await whenState(desk.shelf, ({ rows }) => rows.length === 3);
  });

  it('is checked original by original, and told what is wrong by name', async () => {
    await press('核对全部原件');
    await expect.element(section().getByText('3 份原件全部完好。')).toBeVisible();
    const { originals } = opened.host.memory;
    const { state } = opened.desk.session.getState();
    const named = (name: string) => [...state.sources.values()].find((one) => one.name === name)!.source;
    originals.set(named('茶园.txt'), bytesOf('茶园'));
    originals.delete(named('灯塔.txt'));
    await press('再核对一遍');
    const result = section().getByRole('status');
    await expect.element(result.getByText('2 份原件有问题：')).toBeVisible();
    const lines = () =>
      result
        .getByRole('listitem')
        .elements()
        .map((line) => line.textContent);
    expect(lines()).toEqual([
      expect.stringMatching(/^茶园\.txt[0-9a-f]{12}内容已变$/),
      expect.stringMatching(/^灯塔\.txt[0-9a-f]{12}文件不见了$/),
    ]);
    // What the help says does put them right.
    await opened.desk.imports.getState().take({ files: PAGES, refused: [] });
    opened.desk.settings.getState().goTo({ room: 'settings' });
    await press('再核对一遍');
    await expect.element(section().getByText('3 份原件全部完好。')).toBeVisible();
  });

  it('stops checking where it is asked to', async () => {
    const { host, desk } = opened;
    const call = host.call as (...args: readonly unknown[]) => Promise<unknown>;
    let release = (): void => {};
    const held = new Promise<void>((go) => {
      release = go;
    });
    Object.assign(host, {
      call: async (...args: readonly unknown[]) => {
        if (args[0] === 'originals.check') await held;
        return await call(...args);
      },
    });
    await press('核对全部原件');
    await expect.element(section().getByRole('progressbar', { name: '正在核对原件' })).toBeVisible();
    await press('停止');
    release();
    await expect.element(section().getByText('停在第 1 份，共 3 份。')).toBeVisible();
    expect(desk.vaultCare.getState().check).toMatchObject({ step: 'stopped', done: 1, faults: [] });
  });
});

describe('a library whose journal is damaged', () => {
  it('offers its backups in place of the desk', async () => {
    const host = createMemoryHost();
    host.memory.backups.push({ id: '000001-20260203T000000Z-asked', lines: [] });
    const { hide } = showView(
      <NotReady failure={{ ok: false, reason: 'vault-damaged', detail: { line: 7 } }} host={host} />,
    );
    await expect.element(page.getByText('2026年3月1日')).toBeVisible();
    await expect.element(page.getByText('恢复', { exact: true })).toBeVisible();
    hide();
  });
});
