import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { bookmark, importFiles, layFiles, openArticle, openRoom, runInPalette, words } from './desk-steps.ts';
import { type HostKind, hostsFor, isLong, newMachine, type OpenHost, openHost } from './harness.ts';

const PAGE = [
  '白鹭晚报 2018年5月6日 第04版',
  '',
  '旧船厂改作图书馆',
  '',
  '本报记者 云海棠',
  '',
  '去年，芦湾镇投入资金860万元，把旧船厂改作图书馆，新添藏书3.2万册，接待读者1.5万余人次。',
  '',
].join('\n');
const HEADLINE = '旧船厂改作图书馆';

const dialog = (page: Page) => page.getByRole('dialog');

/** Chooses a form in the dialog for exports and lets it save to a path. */
async function exportTo(host: OpenHost, form: string, path: string): Promise<void> {
  const { page } = host;
  await dialog(page)
    .getByRole('button', { name: /格式|Form/ })
    .click();
  await page.getByRole('option', { name: words(`export.form.${form}`) }).click();
  await host.saveFile(path, () =>
    dialog(page)
      .getByRole('button', { name: words('export.now') })
      .click(),
  );
  await dialog(page)
    .getByRole('button', { name: words('desk.close') })
    .last()
    .click();
  await dialog(page).waitFor({ state: 'detached' });
}

const rowsOf = (path: string) => {
  const read = readCsv(readFileSync(path, 'utf8'));
  return read.ok ? read.value : [];
};

describe.each(hostsFor('loopback'))('what goes out of the %s host', (kind) => {
  it('is cited, exported, verified and printed', async () => {
    const host = await openHost(kind, newMachine());
    const { page } = host;
    const files = layFiles({ '白鹭晚报.txt': PAGE });
    const folder = join(files[0] as string, '..');
    await importFiles(host, files);
    await openArticle(page, HEADLINE);

    await page.keyboard.press('Control+Shift+C');
    await page.getByText(words('desk.note.copied')).waitFor();
    await page.getByRole('combobox').first().focus();
    await page.keyboard.press('Control+v');
    expect(await page.getByRole('combobox').first().inputValue()).toBe(
      '云海棠. 旧船厂改作图书馆[N]. 白鹭晚报，2018-05-06（04）.',
    );
    await page.getByRole('combobox').first().fill('');
    // The list of what can be typed lies over the desk until it is left.
    await page.keyboard.press('Escape');
    await openArticle(page, HEADLINE);

    await page.keyboard.press('Control+e');
    const facts = join(folder, 'facts.csv');
    await exportTo(host, 'csv', facts);
    expect(rowsOf(facts).map((row) => [row.words, row.value, row.when])).toContainEqual([
      '860万元',
      '8600000',
      '2017',
    ]);

    await bookmark(page, '把旧船厂改作图书馆', '改造');
    await openRoom(page, 'bookmarks');
    await page.getByRole('button', { name: words('bookmarks.export') }).click();
    const bookmarks = join(folder, 'bookmarks.csv');
    await exportTo(host, 'csv', bookmarks);
    expect(rowsOf(bookmarks)).toMatchObject([{ words: '把旧船厂改作图书馆', note: '改造' }]);

    await runInPalette(page, '核验导出件', 'verifyExport');
    await host.pickFiles([facts, bookmarks], () =>
      dialog(page)
        .getByRole('button', { name: words('export.verify.choose') })
        .click(),
    );
    const reports = dialog(page).getByText(/^(共 (\d+) 条，\2 条与原文相符。|(\d+) of \3 hold\.)$/);
    await reports.nth(1).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });

    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => {
        document.title = document.querySelector('body > article ol')?.children.length.toString() ?? 'none';
      });
    });
    const pdf = await page.pdf();
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(Number(await page.title())).toBeGreaterThan(3);
  });
});

describe.each(hostsFor('desktop'))('a library of the %s host', (kind) => {
  // With a host in memory this is told in `exchange.browser.test.tsx`.
  it.runIf(isLong)('is carried to another machine in one file, merged there, or opened beside', async () => {
    const host = await openHost(kind, newMachine());
    const { page } = host;
    const files = layFiles({ '白鹭晚报.txt': PAGE });
    await importFiles(host, files);
    await openArticle(page, HEADLINE);
    await bookmark(page, '把旧船厂改作图书馆', '改造');
    const folder = join(files[0] as string, '..');
    await runInPalette(page, '带走或合并书库', 'carryLibrary');
    const library = join(folder, 'library.duidu');
    await host.saveFile(library, () =>
      dialog(page)
        .getByRole('button', { name: words('export.carry.save') })
        .click(),
    );
    await host.close();

    const machine = newMachine();
    const there = await openHost(kind, machine);
    await there.page.locator('[data-article]').first().waitFor();
    await runInPalette(there.page, '带走或合并书库', 'carryLibrary');
    const choose = async (): Promise<void> => {
      const chooser = there.page.waitForEvent('filechooser');
      await dialog(there.page)
        .getByRole('button', { name: words('export.carry.open') })
        .click();
      await (await chooser).setFiles([library]);
    };
    const linesThere = await there.call('journal.read', 0);
    await choose();
    await dialog(there.page)
      .getByRole('button', { name: words('export.carry.openBeside') })
      .click();
    await dialog(there.page)
      .getByText(/它自成一个书库|It stands in a library of its own/)
      .waitFor();
    expect(await there.call('journal.read', 0)).toEqual(linesThere);
    const [beside = ''] = readdirSync(join(machine.vault, 'beside'));
    await seeBeside(kind, there, join(machine.vault, 'beside', beside));

    await choose();
    await dialog(there.page)
      .getByRole('button', { name: words('export.carry.take') })
      .click();
    await dialog(there.page)
      .getByText(/^(已添加 |Added )/)
      .waitFor();
    await there.page.keyboard.press('Escape');
    await openArticle(there.page, HEADLINE);
    await openRoom(there.page, 'bookmarks');
    await there.page.getByText('改造', { exact: true }).waitFor();
  });
});

/** The library beside shows its page: in a tab of the browser, or in a second start of the application. */
async function seeBeside(kind: HostKind, { page }: OpenHost, vault: string): Promise<void> {
  expect(readFileSync(join(vault, 'journal.ndjson'), 'utf8')).toContain('改造');
  if (kind === 'loopback') {
    const opened = page.context().waitForEvent('page');
    await dialog(page)
      .getByRole('link', { name: words('export.carry.goBeside') })
      .click();
    const tab = await opened;
    await openArticle(tab, HEADLINE);
    await tab.close();
    return;
  }
  const lock = join(vault, 'lock');
  await expect
    .poll(() => existsSync(lock) && readFileSync(lock, 'utf8'), { timeout: 60_000 })
    .toContain('desktop');
  const { pid } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number };
  process.kill(pid, 'SIGTERM');
}
