import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { importFiles, layFiles, painted, search, waitForPaint, words } from './desk-steps.ts';
import { hostsFor, shareHost } from './harness.ts';

/** 灯塔 is cut by a line end where it stands for the second time. */
const HARBOUR = [
  '青石日报 2021年11月3日',
  '',
  '老码头改造完工',
  '',
  '2021年10月，青石镇投入资金860万元改造老码头，码头上的灯塔重新刷了漆。',
  '',
  '今年夏天，镇上在码头东边又修了一座灯',
  '塔，夜里行船有了方向，码头停靠的船只多了三成。',
  '',
].join('\n');

const SCHOOL = [
  '山里的学校',
  '',
  '2023年3月，石桥乡投入资金2.4亿元新建6所学校，其中一所就在老码头边上。',
  '',
].join('\n');

const OURS = ['老码头改造完工', '山里的学校'] as const;

const answer = (page: Page, title: string) => page.locator('[data-answer]', { hasText: title });

/** Waits until these of the imported articles hold what was asked for; the bundled ones may too. */
const waitForAnswers = (page: Page, ...titles: (typeof OURS)[number][]): Promise<unknown> =>
  page.waitForFunction(
    ([ours, wanted]) => {
      const shown = [...document.querySelectorAll('[data-answer="exact"] [data-title]')];
      const found = new Set(shown.map((title) => title.textContent));
      return ours.every((title) => found.has(title) === wanted.some((other) => other === title));
    },
    [OURS, titles] as const,
  );

/** Waits until this layer of paint lies on words that stand in this paragraph. */
const waitForHitIn = (page: Page, paragraph: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      [...(CSS.highlights.get('found-now') ?? [])].some((range) =>
        (range as Range).startContainer.textContent?.startsWith(wanted),
      ),
    paragraph,
  );

describe.each(hostsFor('desktop'))('searching on the %s host', (kind) => {
  const desk = shareHost(kind, (host) =>
    importFiles(host, layFiles({ '码头.txt': HARBOUR, '学校.txt': SCHOOL })),
  );

  it('types, narrows by a facet, opens a hit and steps through the others', async () => {
    const { page } = desk.open();
    await search(page, '老码头 投入资金');
    await waitForAnswers(page, '老码头改造完工', '山里的学校');

    const facet = page.locator('[data-facet="year"] button', { hasText: '2021' });
    await facet.click();
    await waitForAnswers(page, '老码头改造完工');
    expect(await facet.getAttribute('aria-pressed')).toBe('true');

    await search(page, '码头');
    await waitForAnswers(page, '老码头改造完工');
    await answer(page, '老码头改造完工').locator('[data-passage] mark').first().click();
    await waitForHitIn(page, '2021年10月');
    expect(new Set(await painted(page, 'found'))).toEqual(new Set(['码头']));

    const bar = page.locator('[data-hits]');
    const before = await bar.textContent();
    await page.locator('#reading-text').focus();
    await page.keyboard.press('n');
    await page.waitForFunction(
      (words) => document.querySelector('[data-hits]')?.textContent !== words,
      before,
    );
    await page.keyboard.press('n');
    await waitForHitIn(page, '今年夏天');
    await bar.getByRole('button', { name: words('reader.previousHit') }).click();
    await waitForHitIn(page, '2021年10月');

    await facet.click();
    await waitForAnswers(page, '老码头改造完工', '山里的学校');

    // Fields by their names in Chinese and in English, with either colon.
    await search(page, '老码头 标题：学校');
    await waitForAnswers(page, '山里的学校');
    await search(page, '老码头 从:2021年11月 to：2021/11/3');
    await waitForAnswers(page, '老码头改造完工');
  });

  it('finds figures by their value and points at their words', async () => {
    const { page } = desk.open();
    await search(page, '>1亿元');
    await waitForAnswers(page, '山里的学校');
    await answer(page, '山里的学校').locator('mark').first().click();
    expect(await waitForPaint(page, 'found-now')).toBe('2.4亿元');

    await search(page, '800万元..900万元');
    await waitForAnswers(page, '老码头改造完工');
    await answer(page, '老码头改造完工').locator('mark').first().click();
    await page.waitForFunction(() => [...(CSS.highlights.get('found-now') ?? [])].join('') === '860万元');

    // The same figure in the table of all facts, and from there to its words.
    await page.keyboard.press('Control+5');
    await page.getByRole('main').getByRole('searchbox').fill('>1亿元 石桥');
    await page.locator('[data-column="value"]', { hasText: '2.4亿' }).click();
    await page.locator('[data-words] mark', { hasText: '2.4亿元' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-block]', { hasText: '新建6所学校' }).waitFor();
  });

  it('finds a word that a line end splits and marks it in the page as it came', async () => {
    const { page } = desk.open();
    await search(page, '又修了一座燈塔');
    await waitForAnswers(page, '老码头改造完工');
    await answer(page, '老码头改造完工').locator('[data-passage] mark').first().click();
    expect(await waitForPaint(page, 'found-now')).toBe('又修了一座灯塔');
    await page.locator('#reading-text').focus();
    await page.keyboard.press('o');
    await waitForPaint(page, 'part-found-now');
    expect(await painted(page, 'part-found-now')).toEqual(['又修了一座灯', '塔']);
  });

  it('suggests by initials as one types, and takes the keys', async () => {
    const { page } = desk.open();
    const box = page.getByRole('combobox');
    const option = page.getByRole('option', { name: '老码头改造完工' });
    await box.fill('lmtgz');
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role="option"][data-focused]', { hasText: '老码头改造完工' }).waitFor();
    await page.keyboard.press('Enter');
    await option.waitFor({ state: 'detached' });
    await page.locator('[data-block="0"]', { hasText: '老码头改造完工' }).waitFor();

    await box.fill('学校');
    await page.getByRole('option', { name: /(title|标题):学校/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe('学校');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('学校');
    await page.waitForFunction(() => document.activeElement?.closest('[data-answer]'));
  });

  it('opens an article from the palette by the sound of its headline', async () => {
    const { page } = desk.open();
    await page.keyboard.press('Control+Shift+p');
    await page.getByRole('dialog').getByRole('searchbox').fill('shanlide');
    await page.getByRole('menuitem', { name: '山里的学校' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-block="0"]', { hasText: '山里的学校' }).waitFor();
  });
});
