import type { Page } from 'playwright';
import { chooseFiles, layFiles, openRoom, search, words } from '../../journeys/desk-steps.ts';
import { openLoopback } from '../../journeys/harness-loopback.ts';
import { openKeptLibrary } from './kept-library.ts';
import { measure } from './measure-step.ts';

/** The corpus that is bundled. */
const BUNDLED = 13;
const ON_A_PAGE = 100;
/** Pages that are chosen at once: how long each lot takes tells whether the next page costs more than the last. */
const AT_ONCE = 50;
/** A limit for what hangs. */
const LIMIT_MS = 3 * 60 * 60_000;
const ANSWERS_MS = 60_000;

const PLACES = ['河口', '渡口', '石桥', '茶园', '南塘', '白沙', '东岭', '西坝', '柳林', '青石'];
const THINGS = ['图书室', '水井', '诊所', '粮库', '渡船', '路灯', '果园', '操场', '戏台', '鱼塘'];
const DEEDS = ['落成', '修好', '扩建', '开放', '验收', '动工', '翻新', '移交'];
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';

/** A page of short stories, each with a headline, a byline, figures, a place and a person. */
function makePage(page: number): string {
  const stories = Array.from({ length: ON_A_PAGE }, (_, at) => {
    const i = page * ON_A_PAGE + at;
    const place = `${PLACES[i % 10]}${PLACES[(i * 7 + 3) % 10]}镇`;
    const thing = THINGS[(i * 3 + page) % 10];
    const reporter = `${SURNAMES[i % 16]}${PLACES[(i + page) % 10]?.[0]}${THINGS[i % 9]?.[0]}`;
    return [
      `${place}第${(i % 90) + 1}个${thing}${DEEDS[i % 8]}`,
      `　　本报讯（记者${reporter}）昨天，${place}建设的${thing}${DEEDS[i % 8]}，花了${(i % 83) + 12}.${i % 10}万元，占地${((i * 13) % 900) + 100}平方米。`,
      `　　镇里的人说，第${(i % 40) + 2}组的${((i * 31) % 700) + 20}户人家往后都用得上，钥匙由${reporter}交给了村里。`,
    ].join('\n');
  });
  const year = 1990 + (page % 36);
  return `${year}年${(page % 12) + 1}月${(page % 28) + 1}日　第${(page % 8) + 1}版\n\n${stories.join('\n\n')}\n`;
}

const waitForFrame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));

/** Scrolls a list from end to end in twenty steps, a frame each. */
const scrollThrough = (page: Page, row: string): Promise<void> =>
  page.evaluate(async (sought) => {
    let list = document.querySelector(sought)?.parentElement;
    while (list && list.scrollHeight <= list.clientHeight + 1) list = list.parentElement;
    for (let step = 1; list && step <= 20; step++) {
      list.scrollTop = (list.scrollHeight * step) / 20;
      await new Promise(requestAnimationFrame);
    }
    if (list) list.scrollTop = 0;
  }, row);

/** Imports pages as a person does, from one number to before another. @param done is told after each lot. */
async function importPages(
  host: Awaited<ReturnType<typeof openLoopback>>,
  from: number,
  to: number,
  done: (pages: number) => void,
): Promise<void> {
  const { page } = host;
  for (let at = from; at < to; at += AT_ONCE) {
    const end = Math.min(at + AT_ONCE, to);
    const began = performance.now();
    const files = Array.from({ length: end - at }, (_, i) => [
      `南河日报-${String(at + i).padStart(4, '0')}.txt`,
      makePage(at + i),
    ]);
    await chooseFiles(host, layFiles(Object.fromEntries(files)));
    await page.locator('[role="progressbar"]').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null, null, {
      timeout: LIMIT_MS,
      polling: 1000,
    });
    done(end);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`  pages ${at + 1} to ${end} of ${ON_A_PAGE} stories imported in ${seconds} s`);
  }
}

/**
 * @param articles about as many are in the library: those that are bundled, and pages of a hundred.
 * @param folder where it is kept; null: nowhere.
 */
export async function measureLibrary(articles: number, folder: string | null): Promise<void> {
  const kept = openKeptLibrary(folder, articles);
  const { machine } = kept;
  const pages = Math.max(0, Math.round((articles - BUNDLED) / ON_A_PAGE));
  console.log(`${articles.toLocaleString('en')} articles`);
  if (kept.pages < pages || kept.pages === 0) {
    const filled = await openLoopback(machine);
    await filled.page.locator('[data-article]').first().waitFor({ timeout: LIMIT_MS });
    await importPages(filled, kept.pages, pages, kept.note);
    await filled.close();
    kept.note(pages);
  }

  const began = performance.now();
  const host = await openLoopback(machine);
  const { page } = host;
  page.setDefaultTimeout(ANSWERS_MS);
  const step = (name: string, act: () => Promise<unknown>): Promise<void> => measure(page, name, act);
  await openRoom(page, 'shelf');
  await page.locator('[data-article]').first().waitFor();
  console.log(
    `  from the start of the host to the first row of the shelf ${(performance.now() - began).toFixed(0)} ms`,
  );
  const item = page.locator('button[data-article]');
  const filter = page.getByRole('searchbox', { name: words('shelf.filter') });
  const room = (label: string) => page.locator('nav').getByRole('button', { name: words(`desk.${label}`) });

  await step('the first question after the start', async () => {
    await room('search').click();
    await search(page, '建设');
    await page.keyboard.press('Enter');
    await page.locator('[data-answer] mark').first().waitFor();
  });
  await step('three characters in the search box', async () => {
    await page.getByRole('combobox').fill('');
    await page.keyboard.type('建设的');
    await page.waitForTimeout(300);
  });
  await step('a question by value', async () => {
    await search(page, '>10万元');
    await page.keyboard.press('Enter');
    await page.locator('[data-answer] mark').first().waitFor();
  });
  await step('the shelf', async () => {
    await openRoom(page, 'shelf');
    await item.first().waitFor();
  });
  await step('the shelf from end to end', () => scrollThrough(page, '[data-article]'));
  await step('three characters in its filter', async () => {
    await filter.click();
    await page.keyboard.type('建设的');
    await page.waitForTimeout(200);
  });
  await step('the filter emptied', async () => {
    await page.keyboard.press('Escape');
    await waitForFrame(page);
  });
  await step('sorted by paper', async () => {
    await page.getByRole('button', { name: words('shelf.sort') }).click();
    await page.getByText(words('shelf.sortPaper')).click();
    await waitForFrame(page);
  });
  await step('an article', async () => {
    await item.nth(1).click();
    await page.locator('[data-block]').first().waitFor();
  });
  await step('the next one', async () => {
    await item.nth(2).click();
    await waitForFrame(page);
  });
  await step('marked as read', async () => {
    await page.locator('#reading-text').focus();
    await page.keyboard.press('r');
    await page.locator('[data-mark]').first().waitFor();
  });
  await step('all chosen', async () => {
    await item.first().focus();
    await page.keyboard.press('Control+a');
    await page.locator('[data-chosen-bar]').waitFor();
  });
  await step('none chosen', async () => {
    await page.keyboard.press('Escape');
    await page.locator('[data-chosen-bar]').waitFor({ state: 'detached' });
  });
  await step('names', async () => {
    await openRoom(page, 'names');
    await page.locator('[data-name]').first().waitFor();
  });
  await step('names from end to end', () => scrollThrough(page, '[data-name]'));
  await step('a name', async () => {
    await page.locator('[data-name]').first().click();
    await page.getByRole('button', { name: words('names.back') }).waitFor();
  });
  // The desk opens where it was left, and a library that is kept is opened again.
  await page.getByRole('button', { name: words('names.back') }).click();
  await page.locator('[data-name]').first().waitFor();
  await step('bookmarks', async () => {
    await openRoom(page, 'bookmarks');
    await waitForFrame(page);
  });
  await step('the fact table, first rows', async () => {
    await openRoom(page, 'factTable');
    await page.locator('[data-fact]').first().waitFor();
  });
  await step('the fact table from end to end', () => scrollThrough(page, '[data-fact]'));
  await step('one more page', async () => {
    const next = Math.max(pages, kept.pages);
    await chooseFiles(host, layFiles({ [`南河日报-又一页-${next}.txt`]: makePage(next) }));
    await page.locator(`li[data-step="done"]:has-text("又一页-${next}")`).first().waitFor();
    kept.note(next + 1);
  });
  await host.close();
}
