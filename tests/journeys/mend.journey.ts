import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { importFiles, layFiles, openArticle, runInPalette, selectWords, words } from './desk-steps.ts';
import { hostsFor, shareHost } from './harness.ts';

/** The last line of the first paragraph is a caption that nothing tells from text. */
const CAPTION_PAGE = [
  '新码头的船工',
  '',
  '青石镇投入资金860万元改造老码头，新建驳岸1.2公里，又添了两座灯塔。',
  '',
  '船工正在新码头上练习系缆绳的手艺。',
  '',
  '完工以后，这里增加就业岗位45个。',
  '',
].join('\n');

/** A column of another page is set into a sentence: nothing on this one says where it belongs. */
const SPLICED_PAGE = [
  '老码头改造完工',
  '',
  '■ 陆行舟',
  '',
  '青石镇投入资金860万元改造老码头，新建驳岸1.2公里，又添了两座灯塔。去年冬天开工的时候，镇上的船工都来帮忙搬石料，把旧驳岸上的青石一块一块',
  '',
  '山脚下的茶园今年第一次用上了滴灌，茶农们把水管沿着茶垄铺到山顶，每亩茶园一季可以省下六十吨水，采下的春茶也比往年早了九天。',
  '',
  '编上号，再照原来的样子砌回去。码头完工以后，夜里靠岸的货船多了三成，装卸工又从邻村招了四十五个。',
  '',
  '船老大们说，灯塔亮了，回港的路就看得清了。',
  '',
].join('\n');

const COLUMN =
  '山脚下的茶园今年第一次用上了滴灌，茶农们把水管沿着茶垄铺到山顶，每亩茶园一季可以省下六十吨水，采下的春茶也比往年早了九天。';
const MENDED = ['一块一块编上号', '船老大们说', '山脚下的茶园'];

/** Its last sentence breaks off. */
const UNFINISHED_PAGE = [
  '渡口的石阶',
  '',
  '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，船工下脚时总要先用竹篙',
  '',
].join('\n');

const ATTEMPTS = 5;
const PATIENCE_MS = 4000;

describe.each(hostsFor('desktop'))('mending on the %s host', (kind) => {
  const desk = shareHost(kind, (host) =>
    importFiles(
      host,
      layFiles({ '码头.txt': SPLICED_PAGE, '渡口.txt': UNFINISHED_PAGE, '船工.txt': CAPTION_PAGE }),
    ),
  );

  it('takes a spliced column out of its sentence, undoes and redoes it, and keeps it through a restart', async () => {
    const { page } = desk.open();
    await openArticle(page, '老码头改造完工');

    await page.locator('[data-doubt]').getByRole('button').first().click();
    await tool(page).waitFor();
    await selectForMending(page, COLUMN);
    await useTool(page, 'mend.reorder');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^船老大们说/ })
      .click();
    await paragraphAfter(page, '船老大们说', '山脚下的茶园').waitFor();
    await selectForMending(page, '编上号，再照原来的样子');
    await useTool(page, 'mend.join');
    await paragraph(page, '一块一块编上号').waitFor();
    await page.locator('[data-doubt]').first().waitFor({ state: 'detached' });

    await page.keyboard.press('Control+z');
    await paragraph(page, '一块一块编上号').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await paragraphAfter(page, '船老大们说', '山脚下的茶园').waitFor({ state: 'detached' });
    await page.locator('[data-doubt]').first().waitFor();
    await page.keyboard.press('Control+Shift+z');
    await paragraphAfter(page, '船老大们说', '山脚下的茶园').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await paragraph(page, '一块一块编上号').waitFor();

    const second = await desk.restart();
    await openArticle(second.page, '老码头改造完工');
    await paragraph(second.page, '一块一块编上号').waitFor();
    const read = await second.page.locator('[data-role="paragraph"]').allTextContents();
    expect(read).toHaveLength(MENDED.length);
    for (const [index, opening] of MENDED.entries()) expect(read[index]).toContain(opening);
    expect(await second.page.locator('[data-doubt]').count()).toBe(0);
  });

  it('takes a doubt for settled, opens it again with undo, and keeps it settled through a restart', async () => {
    const { page } = desk.open();
    await openArticle(page, '渡口的石阶');
    const open = markBeside(paragraph(page, '渡口的石阶有四十二级'));
    await open.waitFor();
    await page.keyboard.press('d');
    await toolHolds(page, '渡口的石阶有四十二级');
    await page.keyboard.press('s');
    await open.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await open.waitFor();
    await page.keyboard.press('Control+Shift+z');
    await open.waitFor({ state: 'detached' });

    const second = await desk.restart();
    await openArticle(second.page, '渡口的石阶');
    await paragraph(second.page, '渡口的石阶有四十二级').waitFor();
    expect(await second.page.locator('[data-doubt]').count()).toBe(0);
  });

  it('marks a caption from the palette', async () => {
    const { page } = desk.open();
    await openArticle(page, '新码头的船工');
    await page.keyboard.press('m');
    await selectForMending(page, '船工正在新码头上练习系缆绳的手艺。');
    await runInPalette(page, '图注', 'markAs.caption');
    await page.locator('[data-role="caption"]', { hasText: '练习系缆绳' }).waitFor();
    await page.keyboard.press('Control+z');
    await paragraph(page, '练习系缆绳').waitFor();
  });
});

/** A paragraph that is read right after another. */
const paragraphAfter = (page: Page, before: string, text: string) =>
  page.locator(`[data-role="paragraph"]:has-text("${before}") + [data-role="paragraph"]:has-text("${text}")`);

const paragraph = (page: Page, text: string) => page.locator('[data-role="paragraph"]', { hasText: text });

/** The quiet mark of a doubt beside a block of the reading view. */
const markBeside = (block: Locator) => block.locator('[data-doubt]').getByRole('button');

const tool = (page: Page) => page.getByRole('region', { name: words('mend.tool') });

const useTool = (page: Page, key: string): Promise<void> =>
  tool(page)
    .getByRole('button', { name: words(key) })
    .click();

/** Waits until the mending tool is about these words. */
const toolHolds = (page: Page, text: string, patience = {}): Promise<void> =>
  tool(page).locator('q', { hasText: text }).waitFor(patience);

/** Selects words for the tool; asks again where the page had not yet seen the selection. */
async function selectForMending(page: Page, text: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await selectWords(page, text);
    try {
      return await toolHolds(page, text, { timeout: PATIENCE_MS });
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
