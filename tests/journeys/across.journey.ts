import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import { describe, expect, it } from 'vitest';
import {
  allSaved,
  importFiles,
  layFiles,
  openArticle,
  runInPalette,
  waitForPaint,
  words,
} from './desk-steps.ts';
import { hostsFor, type OpenHost, shareHost } from './harness.ts';

const RELEASE =
  '白沙盐场去年冬天修好了最后六架木风车，请来的木匠住了整整两个月，今年开春以后每架风车一天可以提卤水三百担。';

const FRONT = [
  '第01版：要闻',
  '潮声日报 2023年09月12日 星期二',
  '',
  '盐田上的风车',
  '本报记者 卢海青',
  '',
  `${RELEASE}老盐工丁水生说，风大了要收卤，风小了要放水，站在风车底下听一听就知道，`,
  '（下转第四版）',
  '',
].join('\n');

const INSIDE = [
  '第04版：综合',
  '潮声日报 2023年09月12日 星期二',
  '',
  '风车又转起来',
  '（上接第一版）连吃饭都在架子上。',
  '',
  '风车转起来的那天，盐场放了半天假，来看的有860人。',
  '',
].join('\n');

const ELSEWHERE = ['湾头晚报 2023年09月15日', '', '盐场风车修复', '', RELEASE, ''].join('\n');

describe.each(hostsFor('loopback'))('what stands on several pages on the %s host', (kind) => {
  const desk = shareHost(kind, (host) =>
    importFiles(host, layFiles({ '一版.txt': FRONT, '四版.txt': INSIDE, '晚报.txt': ELSEWHERE })),
  );

  it('is read as one story, there after a restart, and parted by undo', async () => {
    const { page } = desk.open();
    await openArticle(page, '盐田上的风车');
    await page.getByRole('button', { name: words('reader.story.join') }).click();
    await page.locator('[data-story="part"]', { hasText: '来看的有860人' }).waitFor();
    await allSaved(page);

    const { page: again } = await desk.restart();
    await openArticle(again, '盐田上的风车');
    await again.locator('[data-story="part"]', { hasText: '来看的有860人' }).waitFor();
    await again.keyboard.press('Control+z');
    await again.getByRole('button', { name: words('reader.story.join') }).waitFor();
    expect(await again.locator('[data-story="part"]').count()).toBe(0);
  });

  it('is marked beside the text where another article prints a passage of it, and read side by side', async () => {
    const { page } = desk.open();
    await openArticle(page, '盐场风车修复');
    await runInPalette(page, '转载', 'toggleCopies');
    await page.locator('[data-copies] button').first().click();
    await page.getByRole('menuitem', { name: /盐田上的风车/ }).click();
    expect(await waitForPaint(page, 'shared-passage')).toContain('最后六架木风车');
    await page.keyboard.press('Escape');
  });

  it('is counted by a list of terms and listed place by place, and both are written into files', async () => {
    const host = desk.open();
    const { page } = host;
    const form = page.getByRole('dialog');
    await runInPalette(page, '词表', 'searchTerms');
    await form.getByRole('textbox').fill('木风车\n没有的词');
    await form.getByRole('button', { name: words('lists.terms.count') }).click();
    await form.getByRole('button', { name: /^木风车/ }).waitFor();
    const terms = await writeList(host, 'terms.csv');
    expect(terms.map(({ term, articles }) => [term, articles])).toEqual([
      ['木风车', '2'],
      ['没有的词', '0'],
    ]);

    await form.getByRole('button', { name: /^木风车/ }).click();
    await page.locator('[data-answer] mark').first().waitFor();
    await runInPalette(page, 'KWIC', 'showConcordance');
    await form.locator('[data-line] mark').nth(1).waitFor();
    const lines = await writeList(host, 'concordance.csv');
    expect(lines.map(({ words, newspaper }) => [words, newspaper])).toEqual(
      expect.arrayContaining([
        ['木风车', '潮声日报'],
        ['木风车', '湾头晚报'],
      ]),
    );
    await form.locator('[data-line]', { hasText: '湾头晚报' }).click();
    await page.locator('article h1', { hasText: '盐场风车修复' }).waitFor();
  });
});

/** Writes the list that is shown as CSV; @returns its rows. */
async function writeList(host: OpenHost, name: string) {
  const { page } = host;
  const path = join(layFiles({ 'beside.txt': '' })[0] as string, '..', name);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('desk.export') })
    .click();
  await host.saveFile(path, () => page.getByRole('menuitem', { name: words('export.form.csv') }).click());
  const read = readCsv(readFileSync(path, 'utf8'));
  return read.ok ? read.value : [];
}
