import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OTHER, PAGE } from './desk-pages.ts';
import {
  allSaved,
  bookmark,
  chooseFiles,
  importFiles,
  layFiles,
  narrowShelf,
  openArticle,
  openRoom,
  selectWords,
  waitForPaint,
  words,
} from './desk-steps.ts';
import { hostsFor, isLong, type Machine, newMachine, openHost } from './harness.ts';
import { type LoopbackHost, openLoopback } from './harness-loopback.ts';

const LATER = '松岗小学的新操场\n\n松岗小学铺好了新操场，面积4200平方米。\n';

const form = (page: Page) => page.getByRole('dialog');
const save = (page: Page) =>
  form(page)
    .getByRole('button', { name: words('desk.save') })
    .click();
const card = (page: Page, number: string) =>
  page.locator('li[data-family]', { has: page.locator('b', { hasText: new RegExp(`^${number}$`) }) });
const isMarked = { has: '[data-unwritten]' };

/** A part of the desk that stands on what is not on disk yet. */
const unwritten = (page: Page, within: string, text: string) =>
  page.locator(within, { hasText: text, has: page.locator(isMarked.has) }).first();

async function press(page: Page, number: string, action: string): Promise<void> {
  if ((await card(page, number).getAttribute('data-pinned')) !== 'true')
    await card(page, number).getByRole('button').first().click();
  await card(page, number)
    .getByRole('button', { name: words(action) })
    .click();
}

const openNames = (page: Page): Promise<void> =>
  page
    .locator('nav')
    .getByRole('button', { name: words('desk.names') })
    .click();

async function findName(page: Page, name: string): Promise<void> {
  await openNames(page);
  await page.getByRole('searchbox', { name: words('names.find') }).fill(name);
}

/** Chooses from the menu of something in a list. */
async function choose(page: Page, within: string, text: string, choice: string): Promise<void> {
  await page
    .locator(within, { hasText: text })
    .first()
    .getByRole('button', { name: words('desk.moreOf') })
    .click();
  await page.getByRole('menuitem', { name: words(choice) }).click();
}

/** Every kind of act, each shown at once and marked where it stands. */
const ACTS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a bookmark': async (page) => {
    await bookmark(page, '新建驳岸', '先记下');
    await openRoom(page, 'bookmarks');
    await unwritten(page, 'li', '先记下').waitFor();
  },
  'a note': async (page) => {
    await choose(page, 'li', '先记下', 'bookmarks.edit');
    await form(page).getByRole('textbox').first().fill('再记一笔');
    await save(page);
    await unwritten(page, 'li', '再记一笔').waitFor();
  },
  'a confirmed fact': async (page) => {
    await press(page, '8,600,000', 'facts.confirm');
    await unwritten(page, 'li[data-trust="confirmed"]', '8,600,000').waitFor();
  },
  'a corrected one': async (page) => {
    await press(page, '1.2', 'facts.correct');
    await form(page)
      .getByRole('textbox', { name: words('facts.editValue') })
      .fill('1.3');
    await save(page);
    await unwritten(page, 'li[data-trust="corrected"]', '1.3').waitFor();
  },
  'a described page': async (page) => {
    await openRoom(page, 'shelf');
    await choose(page, 'li', '老码头改造完工', 'commands.describeSource');
    await form(page)
      .getByRole('textbox', { name: words('shelf.newspaper') })
      .fill('青石日报');
    await save(page);
    await unwritten(page, 'main article', '青石日报').waitFor();
  },
  'joined names': async (page) => {
    await findName(page, '周砚秋');
    await page.locator('[data-name="person:周砚秋"]').click();
    await page.getByRole('button', { name: words('names.join') }).click();
    await form(page).getByRole('textbox').fill('陆行舟');
    await form(page).getByRole('button', { name: '陆行舟' }).click();
    await unwritten(page, 'header', '周砚秋').waitFor();
  },
  'a cut': async (page) => {
    await openArticle(page, '老码头改造完工');
    await page.keyboard.press('m');
    const tool = page.getByRole('region', { name: words('mend.tool') });
    await tool.waitFor();
    await expect
      .poll(async () => {
        await selectWords(page, '山脚下的茶园今年第一次用上了滴灌');
        return await tool.textContent();
      })
      .toContain('山脚下的茶园');
    await tool.getByRole('button', { name: words('mend.split') }).click();
    await unwritten(page, 'li', '山脚下的茶园').waitFor();
  },
  'a removed page': async (page) => {
    await openRoom(page, 'shelf');
    await choose(page, 'li', '河湾村修成石板路', 'shelf.remove');
    await page.getByRole('button', { name: words('shelf.trashCount') }).click();
    await unwritten(page, '[role=dialog] li', '河湾.txt').waitFor();
    await page.keyboard.press('Escape');
    await form(page).waitFor({ state: 'detached' });
  },
  'an undo': async (page) => {
    await page.keyboard.press('Control+z');
    // The list stands at its end, where the trash was opened.
    await narrowShelf(page, '河湾村修成石板路');
    await unwritten(page, 'li', '河湾村修成石板路').waitFor();
  },
};

/** What all of these acts came to, seen on a page that was loaded anew. */
async function expectAllThere(page: Page): Promise<void> {
  await openArticle(page, '老码头改造完工');
  expect(await waitForPaint(page, 'bookmark')).toBe('新建驳岸');
  // The mending tool may have left the page as it came in the panel; a place that was not written yet has not.
  await page.getByRole('tab', { name: words('desk.facts') }).click();
  await page.locator('li[data-trust="confirmed"]', { hasText: '8,600,000' }).waitFor();
  await page.locator('li[data-trust="corrected"]', { hasText: '1.3' }).waitFor();
  await page.locator('main article', { hasText: '青石日报' }).waitFor();
  for (const headline of ['山脚下的茶园', '河湾村修成石板路'])
    await page.locator('button[data-article]', { hasText: headline }).first().waitFor();
  await openRoom(page, 'bookmarks');
  await page.getByText('再记一笔').waitFor();
  await openNames(page);
  await page.getByRole('button', { name: words('names.back') }).click();
  await findName(page, '陆行舟');
  await page.locator('[data-name="person:周砚秋"]').waitFor();
  expect(await page.locator('[data-name="person:陆行舟"]').count()).toBe(0);
  expect(await page.locator('[data-unwritten]').count()).toBe(0);
}

/** Ends the host when the page next has it write acts: before it heard of them, or once they are on disk and unanswered. */
const endInTheMiddle = ({ page, stopHost }: LoopbackHost, areWritten: boolean): Promise<unknown> =>
  page.route(
    '**/call/journal.append',
    async (route) => {
      if (areWritten) await route.fetch();
      await stopHost();
      await route.abort();
    },
    { times: 1 },
  );

// With a host in memory this is told in `host-gone.browser.test.tsx`.
it.runIf(isLong)(
  'a page whose host ends in the middle of each kind of act and of an import shows and keeps it, and the next host has it once',
  async () => {
    const host = await openLoopback(newMachine());
    onTestFinished(() => host.close());
    const { page } = host;
    await importFiles(host, layFiles({ '码头.txt': PAGE, '河湾.txt': OTHER }));
    await openArticle(page, '老码头改造完工');
    await allSaved(page);

    let waiting = 0;
    for (const [index, [what, act]] of Object.entries(ACTS).entries()) {
      // What is taken off the shelf comes back with no host there as long as that is not written.
      const goesOn = waiting > 0;
      if (!goesOn) await endInTheMiddle(host, index % 2 === 0);
      await act(page).catch((error: unknown) => {
        throw new Error(`${what} does not show`, { cause: error });
      });
      waiting++;
      await page
        .getByRole('contentinfo')
        .getByText(new RegExp(`^${waiting} (处改动尚未存盘|changes? not yet on disk)$`))
        .waitFor();
      if (what === 'a removed page') continue;
      await host.startHost();
      await allSaved(page);
      waiting = 0;
    }
    await endInTheMiddle(host, true);
    await chooseFiles(host, layFiles({ '松岗.txt': LATER }));
    await page.locator('li[data-step="held"]').waitFor();

    await host.startHost();
    await page.locator('li[data-step="done"]', { hasText: '松岗.txt' }).waitFor();
    await allSaved(page);
    expect(await page.locator('[data-unwritten]').count()).toBe(0);
    await page.reload();
    await expectAllThere(page);
    const lines = await host.call('journal.read', 0);
    const ids = (lines.ok ? lines.value : []).map(({ act }) => (act as { id: string }).id);
    expect(ids).toHaveLength(3 + Object.keys(ACTS).length);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

describe.each(hostsFor('desktop'))('the %s host that ends in the middle of an act', (kind) => {
  it('has after it whatever was said to be saved, and each act and import whole or not at all', async () => {
    const machine = newMachine();
    const first = await openHost(kind, machine);
    await importFiles(first, layFiles({ '码头.txt': PAGE }));
    await openArticle(first.page, '老码头改造完工');
    await bookmark(first.page, '新建驳岸', '存好的');
    await allSaved(first.page);
    await first.page.locator('li[data-family]', { hasText: '8,600,000' }).first().waitFor();
    const confirming = press(first.page, '8,600,000', 'facts.confirm').catch(() => undefined);
    await first.kill();
    await confirming;

    const second = await openHost(kind, machine);
    await openArticle(second.page, '老码头改造完工');
    expect(await waitForPaint(second.page, 'bookmark')).toBe('新建驳岸');
    await press(second.page, '1.2', 'facts.confirm');
    await allSaved(second.page);
    const importing = importFiles(second, layFiles({ '河湾.txt': OTHER, '松岗.txt': LATER })).catch(
      () => undefined,
    );
    await second.page.locator('li[data-step]').first().waitFor();
    await second.kill();
    await importing;

    const third = await openHost(kind, machine);
    await openArticle(third.page, '老码头改造完工');
    await third.page.locator('li[data-trust="confirmed"]', { hasText: '1.2' }).waitFor();
    const survey = await third.call('vault.survey');
    expect(survey).toMatchObject({ ok: true, value: { damagedLine: null, findings: [] } });
    await importFiles(third, layFiles({ '河湾.txt': OTHER, '松岗.txt': LATER }));
    await allSaved(third.page);
    await openRoom(third.page, 'shelf');
    for (const headline of ['河湾村修成石板路', '松岗小学的新操场'])
      expect(await third.page.locator('button[data-article]', { hasText: headline }).count()).toBe(1);
  });

  it.runIf(isLong)(
    'has after the end of its process each kind of act that it had begun to keep',
    async () => {
      const machine = newMachine();
      let host = await openHost(kind, machine);
      await importFiles(host, layFiles({ '码头.txt': PAGE, '河湾.txt': OTHER }));
      await allSaved(host.page);
      for (const [what, act] of Object.entries(ACTS)) {
        const { page } = host;
        await openArticle(page, '老码头改造完工');
        if (what === 'a note') await openRoom(page, 'bookmarks');
        // Its own wait for the mark ends with the process, or is over before.
        const acting = act(page).catch(() => undefined);
        const killed = new AbortController();
        await Promise.race([
          page.locator(isMarked.has).first().waitFor(),
          waitForGrowth(machine, killed.signal),
        ]);
        await host.kill();
        killed.abort();
        await acting;
        host = await openHost(kind, machine);
        await allSaved(host.page);
      }
      await expectAllThere(host.page);
    },
  );
});

/** Waits until the journal on disk is longer than it was, or is told to give up. */
async function waitForGrowth({ vault }: Machine, signal: AbortSignal): Promise<void> {
  const length = (): number => statSync(join(vault, 'journal.ndjson')).size;
  const before = length();
  while (length() === before && !signal.aborted) await new Promise((settle) => setTimeout(settle, 2));
}
