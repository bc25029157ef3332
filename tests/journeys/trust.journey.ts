import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import {
  allSaved,
  importFiles,
  layFiles,
  openArticle,
  openForm,
  placeOf,
  selectWords,
  waitForPaint,
  words,
} from './desk-steps.ts';
import { hostsFor, newMachine, openHost } from './harness.ts';

const PAGE = [
  '老码头改造完工',
  '',
  '去年10月，青石镇投入资金860万元改造老码头，新建驳岸1.2公里，栽种柳树若干。',
  '',
].join('\n');

/** Another paper on the same sum. */
const OTHER = ['青石镇老码头改造', '', '去年10月，青石镇投入资金860万元改造老码头，并修了栈桥。', ''].join(
  '\n',
);

/** The card of a figure by its number: other cards quote it in the words around them. */
const card = (page: Page, number: string) =>
  page.locator('li[data-family]', { has: page.locator('b', { hasText: new RegExp(`^${number}$`) }) });

async function unfold(page: Page, number: string): Promise<void> {
  const found = card(page, number);
  if ((await found.getAttribute('data-pinned')) !== 'true') await found.getByRole('button').first().click();
}

async function press(page: Page, number: string, action: string): Promise<void> {
  await unfold(page, number);
  await card(page, number)
    .getByRole('button', { name: words(action) })
    .click();
}

/** Waits until the card of a figure says how it is known, and on which words it stands. */
async function waitForTrust(page: Page, number: string, trust: string, printed = ''): Promise<void> {
  await card(page, number)
    .and(page.locator(`li[data-trust="${trust}"]`, { hasText: printed }))
    .waitFor();
}

const NAMED = '渠成了\n\n■ 江一帆\n\n青川县县长林国平说，水渠修好了。老石匠们说，往后不愁水了。\n';

/** The same person on another page. */
const NAMED_TOO = '气象站设好了\n\n■ 江一帆\n\n青川县县长林国平到了气象站。\n';

/** The card of a name: those of quotations and figures say it too. */
const nameCard = (page: Page, name: string) => page.locator('li[data-family="people"]', { hasText: name });

describe.each(hostsFor('desktop'))('what a person says of names on the %s host', (kind) => {
  it('is rejected, taken back and added', async () => {
    const host = await openHost(kind, newMachine());
    const { page } = host;
    await importFiles(host, layFiles({ '水渠.txt': NAMED }));
    await openArticle(page, '渠成了');
    const form = page.getByRole('dialog');
    const person = nameCard(page, '林国平').first();
    await person.getByRole('button').first().click();
    await page.keyboard.press('x');
    await nameCard(page, '林国平').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await person.waitFor();

    await openForm(page, '老石匠们', 'Shift+A');
    await form.getByRole('button', { name: words('desk.save') }).click();
    await form.waitFor({ state: 'detached' });
    await nameCard(page, '老石匠们').first().waitFor();
  });

  it('is retyped and renamed wherever it stands, undone at once, and there after a restart', async () => {
    const machine = newMachine();
    const host = await openHost(kind, machine);
    const { page } = host;
    await importFiles(host, layFiles({ '水渠.txt': NAMED, '气象站.txt': NAMED_TOO }));
    await openArticle(page, '渠成了');
    await nameCard(page, '林国平').first().getByRole('button').first().click();
    await page.keyboard.press('e');
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: /类别|Kind/ }).click();
    await page.getByRole('option', { name: words('facts.name.org') }).click();
    await form.getByRole('textbox', { name: words('names.goesBy') }).fill('国平社');
    await form.getByText(words('names.everywhere')).click();
    await form.getByRole('button', { name: words('desk.save') }).click();
    await form.waitFor({ state: 'detached' });
    const renamed = nameCard(page, '国平社');
    await renamed.first().waitFor();
    await openArticle(page, '气象站设好了');
    await renamed.first().waitFor();
    await page.keyboard.press('Control+z');
    await nameCard(page, '林国平').first().waitFor();
    await page.keyboard.press('Control+Shift+z');
    await renamed.first().waitFor();
    await allSaved(page);
    await host.close();

    const again = await openHost(kind, machine);
    await openArticle(again.page, '渠成了');
    await nameCard(again.page, '国平社').first().waitFor();
  });
});

describe.each(hostsFor('desktop'))('what a person says of facts on the %s host', (kind) => {
  it('is confirmed, corrected, moved to other words, rejected, added, undone and redone', async () => {
    const host = await openHost(kind, newMachine());
    const { page } = host;
    await importFiles(host, layFiles({ '码头.txt': PAGE }));
    await openArticle(page, '老码头改造完工');

    await press(page, '8,600,000', 'facts.confirm');
    await waitForTrust(page, '8,600,000', 'confirmed');
    await page
      .getByRole('contentinfo')
      .getByText(/1 \/ 3|1 of 3/)
      .waitFor();

    await press(page, '1.2', 'facts.correct');
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: words('facts.editValue') }).fill('1.3');
    await form.getByRole('textbox', { name: words('facts.editMeasure') }).fill('驳岸');
    await form.getByRole('button', { name: words('desk.save') }).click();
    await waitForTrust(page, '1.3', 'corrected');

    const place = await placeOf(page, '860万元');
    await page.mouse.click(place.x, place.y);
    expect(await waitForPaint(page, 'claim-pinned')).toBe('860万元');
    await selectWords(page, '资金860万元');
    await page.keyboard.press('w');
    await waitForTrust(page, '8,600,000', 'corrected', '资金860万元');

    await page.keyboard.press('Control+z');
    await waitForTrust(page, '8,600,000', 'confirmed');
    await page.keyboard.press('Control+Shift+z');
    await waitForTrust(page, '8,600,000', 'corrected', '资金860万元');

    await selectWords(page, '柳树若干');
    await page.keyboard.press('a');
    await form.getByRole('textbox', { name: words('facts.editUnit') }).fill('株');
    await form.getByRole('button', { name: words('desk.save') }).click();
    await waitForTrust(page, '柳树若干', 'added');

    await press(page, '1.3', 'facts.reject');
    await card(page, '1.3').waitFor({ state: 'detached' });
    await page.getByText(/^1 (条已标为|marked as not a fact)/).click();
    await page.getByRole('button', { name: words('facts.takeBack') }).click();
    await waitForTrust(page, '1.3', 'corrected');
    await unfold(page, '1.3');
    await card(page, '1.3')
      .getByText(/^(原读作：|Read from the page:)/)
      .waitFor();

    // Another page tells the same sum; told apart by hand the two are two things, and undone they are one.
    await importFiles(host, layFiles({ '驳岸.txt': OTHER }));
    await page.keyboard.press('Control+6');
    await page.getByRole('button', { name: /^(一致|Agree) \d/ }).click();
    const agreeing = page.locator('[data-things="found"] li', { hasText: '8,600,000' });
    await agreeing.getByRole('button', { name: words('compare.part') }).click();
    await agreeing.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await agreeing.waitFor();
  });
});
