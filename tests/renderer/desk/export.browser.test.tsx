import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { runCommand } from '../../../renderer/commands/commands.ts';
import { fromPicked } from '../../../renderer/host/incoming-files.ts';
import { createReaderPage } from './export-page.ts';
import { bytesOf, openTestDesk, type TestDesk, whenState } from './open-test-desk.ts';
import { showDesk } from './show-desk.tsx';

let library = 0;
let opened: TestDesk;
let hide: () => void;

beforeEach(async () => {
  opened = await openTestDesk(`export-${library++}`);
  const { desk } = opened;
  await desk.imports.getState().take({
    files: [
      { name: '江岸晚报.txt', bytes: bytesOf(createReaderPage('渡口', '35万元')) },
      { name: '海湾日报.txt', bytes: bytesOf(createReaderPage('灯塔', '1200万元')) },
    ],
    refused: [],
  });
  const { rows } = await whenState(desk.shelf, (shelf) => shelf.rows.length === 2);
  desk.reader.getState().open(rows[0]!.id);
  await whenState(desk.reader, ({ view }) => view !== null);
  hide = await showDesk(desk);
  // Keys are heard once the desk stands.
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
});

afterEach(() => {
  hide();
  opened.close();
});

const dialog = () => page.getByRole('dialog', { name: '导出' });
const openDialog = () =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', ctrlKey: true, bubbles: true }));

async function pick(field: RegExp, choice: string): Promise<void> {
  await dialog().getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

const saved = (name: string): Uint8Array => {
  const bytes = opened.host.memory.saved.get(name);
  if (!bytes) throw new Error(`${name} was not saved: ${[...opened.host.memory.saved.keys()]}`);
  return bytes;
};

const rowsOf = (bytes: Uint8Array) => {
  const rows = readCsv(new TextDecoder().decode(bytes));
  if (!rows.ok) throw new Error(rows.reason);
  return rows.value;
};

describe('the dialog for what goes out', () => {
  it('shows what the open article gives, writes it, and remembers what was chosen', async () => {
    openDialog();
    await expect.element(dialog().getByRole('button', { name: /导出什么/ })).toHaveTextContent('打开的文章');
    await expect.element(dialog().getByRole('cell', { name: '35万元', exact: true })).toBeVisible();
    await pick(/格式/, '表格文本（CSV）');
    await dialog().getByRole('button', { name: '导出', exact: true }).click();
    await expect.element(dialog().getByText(/已存到 \/memory\/渡口的一天\.csv/)).toBeVisible();
    const rows = rowsOf(saved('渡口的一天.csv'));
    expect(rows.map(({ words }) => words)).toContain('35万元');
    expect(rows.map(({ words }) => words)).not.toContain('1200万元');
    const settings = opened.desk.settings.getState();
    expect(settings.exporting).toMatchObject({ form: 'csv', what: ['facts'] });
  });

  it('takes the whole library, several tables in one file, and only what was checked', async () => {
    const { desk } = opened;
    const { view } = desk.reader.getState();
    const fact = view!.items.find((item) => item.type === 'fact' && item.fact.text === '35万元');
    await desk.trusting.confirm(view!, fact as never);
    await whenState(desk.shelf, ({ rows }) => rows.some(({ checked }) => checked === 1));
    openDialog();
    await pick(/格式/, '表格文本（CSV）');
    await pick(/导出什么/, '整个书库');
    await dialog().getByRole('button', { name: '文章', exact: true }).click();
    await dialog().getByText('只要核过的').click();
    await expect.element(dialog().getByText('事实 1，文章 2')).toBeVisible();
    await dialog().getByRole('button', { name: '导出', exact: true }).click();
    await expect.element(dialog().getByText(/已存到/)).toBeVisible();
    const files = unzipSync(saved('duidu.zip'));
    expect(Object.keys(files)).toEqual(['duidu-facts.csv', 'duidu-articles.csv']);
    desk.surfaces.getState().show('verify');
    const zip = fromPicked({ files: [{ name: 'duidu.zip', bytes: saved('duidu.zip') }], refused: [] });
    await desk.verifying.getState().drop(zip);
    const { report } = await whenState(desk.verifying, ({ phase }) => phase === 'done');
    expect(report).toMatchObject([
      { name: 'duidu-facts.csv', items: 1, holds: 1 },
      { name: 'duidu-articles.csv' },
    ]);
    expect(rowsOf(files['duidu-facts.csv']!)).toMatchObject([{ words: '35万元', status: 'confirmed' }]);
    expect(
      rowsOf(files['duidu-articles.csv']!)
        .map(({ headline }) => headline)
        .sort(),
    ).toEqual(['渡口的一天', '灯塔的一天']);
  });

  it('takes the selected words alone', async () => {
    const { desk } = opened;
    const { view } = desk.reader.getState();
    const at = view!.sourceText.indexOf('35万元');
    desk.reader.getState().select([{ start: at, end: at + 2 } as never]);
    openDialog();
    await expect.element(dialog().getByRole('button', { name: /导出什么/ })).toHaveTextContent('选中的文字');
    await expect.element(dialog().getByText('事实 1')).toBeVisible();
  });

  it('can be stopped, and says so', async () => {
    openDialog();
    await expect.element(dialog().getByText(/事实 \d/)).toBeVisible();
    const { exports } = opened.desk;
    const writing = exports.getState().write('zh');
    exports.getState().stop();
    await writing;
    await expect.element(dialog().getByText('已停下。做完的部分都保留了。')).toBeVisible();
    expect(opened.host.memory.saved.size).toBe(0);
    await exports.getState().write('zh');
    expect(opened.host.memory.saved.size).toBe(1);
  });

  it('goes on while it is closed, and says then that it is done', async () => {
    openDialog();
    await expect.element(dialog().getByText(/事实 \d/)).toBeVisible();
    const { exports } = opened.desk;
    const writing = exports.getState().write('zh');
    await dialog().getByRole('button', { name: '关闭' }).last().click();
    await writing;
    await expect.element(page.getByText('已导出')).toBeVisible();
    expect(opened.host.memory.saved.size).toBe(1);
  });
});

describe('citing', () => {
  it('copies the article, a selection and a fact in the style of the settings', async () => {
    const { desk } = opened;
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    runCommand(desk, 'copyReference');
    await expect.element(page.getByText('已复制')).toBeVisible();
    expect(copied).toEqual(['渡口的一天[N].']);
    expect(runCommand(desk, 'copyQuotation')).toBe(false);
    const fact = desk.reader
      .getState()
      .view!.items.find((item) => item.type === 'fact' && item.fact.text === '35万元');
    desk.focus.getState().pin(fact!.id, 'panel');
    await page.getByRole('button', { name: '引用', exact: true }).first().click();
    await expect.poll(() => copied.at(-1)).toBe('“35万元”[1]\n[1] 渡口的一天[N].');
    desk.settings.getState().change({ citation: 'apa' });
    const { view } = desk.reader.getState();
    const at = view!.sourceText.indexOf('石板路');
    desk.reader.getState().select([{ start: at, end: at + 3 } as never]);
    vi.mocked(navigator.clipboard.writeText).mockRejectedValueOnce(new Error('not now'));
    await desk.copy('石板路');
    await expect.element(page.getByText(/没能放到剪贴板上/)).toBeVisible();
    runCommand(desk, 'copyQuotation');
    await expect.poll(() => copied.at(-1)).toBe('“石板路” (“渡口的一天”, n.d.)\n渡口的一天. (n.d.).');
  });
});
