import { describe, expect, it } from 'vitest';
import { importFiles, layFiles, openArticle, openRoom, selectWords, words } from './desk-steps.ts';
import { HOSTS, newMachine, openHost } from './harness.ts';

/** The last line of the first paragraph is a caption that nothing tells from text. */
const PAGE = [
  '老码头改造完工',
  '',
  '青石镇投入资金860万元改造老码头，新建驳岸1.2公里，又添了两座灯塔。',
  '',
  '船工正在新码头上练习系缆绳的手艺。',
  '',
  '完工以后，这里增加就业岗位45个。',
  '',
].join('\n');

describe.each(HOSTS)('mending on the %s host', (kind) => {
  it('marks a caption, undoes and redoes it, and keeps it through a restart', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    const { page } = first;
    await importFiles(first, layFiles({ '码头.txt': PAGE }));
    await openArticle(page, '老码头改造完工');
    const caption = page.locator('[data-role="caption"]', { hasText: '练习系缆绳' });
    const paragraph = page.locator('[data-role="paragraph"]', { hasText: '练习系缆绳' });
    await paragraph.waitFor();
    await page.keyboard.press('m');
    await selectWords(page, '船工正在新码头上练习系缆绳的手艺。');
    await runFromPalette(page, 'commands.markAs.caption');
    await caption.waitFor();
    await page.keyboard.press('Control+z');
    await paragraph.waitFor();
    await page.keyboard.press('Control+Shift+z');
    await caption.waitFor();
    await first.close();

    const second = await openHost(kind, machine);
    await openRoom(second.page, 'shelf');
    await openArticle(second.page, '老码头改造完工');
    await second.page.locator('[data-role="caption"]', { hasText: '练习系缆绳' }).waitFor();
    expect(await second.page.locator('[data-role="paragraph"]').count()).toBe(2);
  });
});

/** Runs a command by its words, from the palette. */
async function runFromPalette(page: Parameters<typeof openRoom>[0], key: string): Promise<void> {
  await page.keyboard.press('Control+p');
  const palette = page.getByRole('dialog');
  await palette.getByRole('menuitem').getByText(words(key)).click();
  await palette.waitFor({ state: 'detached' });
}
