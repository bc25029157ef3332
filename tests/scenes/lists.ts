import type { Page } from 'playwright';
import { OTHER, PAGE } from '../journeys/desk-pages.ts';
import { allSaved, bookmark, openArticle, openForm, openRoom, words } from '../journeys/desk-steps.ts';
import { importPages, type Scenes } from '../scene.ts';
import { DATED, LONG } from './scene-pages.ts';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);

/** Pastes a page and watches a folder of the browser's own, whose dialog nobody can click here. */
async function pasteAndWatch(page: Page): Promise<void> {
  await page.evaluate(
    async ([pasted, later]) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('湖口日报', { create: true });
      const file = await (await folder.getFileHandle('河湾.txt', { create: true })).createWritable();
      await file.write(later);
      await file.close();
      Object.assign(globalThis, { showDirectoryPicker: async () => folder });
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [PAGE, OTHER] as const,
  );
  await page.getByRole('button', { name: words('import.watch') }).click();
}

/** Lists and what comes in: a row, a form, what failed. */
export const LIST_SCENES: Scenes = {
  'coming in': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    const imports = () => openRoom(page, 'import');
    await page.locator('nav').first().waitFor();
    await imports();
    await scene.shoot(page, 'in-empty', imports);
    await pasteAndWatch(page);
    await page.locator('li[data-step="done"]').nth(1).waitFor();
    await importPages(page, { ...Object.fromEntries(DATED), '照片.jpg': JPEG, '空白.txt': '' });
    await scene.shoot(page, 'in-failed', imports);
    await scene.shoot(page, 'in-watched', async () => {
      await imports();
      await page.getByRole('button', { name: words('import.stopWatching') }).scrollIntoViewIfNeeded();
    });
    await scene.shoot(page, 'in-names', async () => {
      await page.keyboard.press('Escape');
      await imports();
      await page.getByRole('button', { name: words('import.describe') }).click();
      await page.getByRole('dialog').waitFor();
    });
  },
  lists: async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '河湾.txt': OTHER });
    await openArticle(page, '老码头改造完工');
    await bookmark(page, '新建驳岸', '先记下');
    await bookmark(page, '山脚下的茶园', '滴灌的水量要再问一次，镇里说的和县里说的不一样');
    await allSaved(page);
    await scene.shoot(page, 'shelf', () => openRoom(page, 'shelf'));
    await scene.shoot(page, 'bookmarks', () => openRoom(page, 'bookmarks'));
    // The first is clicked with the key that adds to what is chosen.
    const choose = async () => {
      await page.keyboard.press('Escape');
      await openRoom(page, 'shelf');
      await page
        .locator('[data-article]')
        .nth(0)
        .click({ modifiers: ['Control'] });
      await page
        .locator('[data-article]')
        .nth(1)
        .click({ modifiers: ['Shift'] });
    };
    await choose();
    await page.keyboard.press('l');
    await scene.shoot(page, 'chosen', choose);
    await scene.shoot(page, 'labels', async () => {
      // The form of the look before is still open.
      await page.keyboard.press('Escape');
      await choose();
      await page.keyboard.press('t');
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    });
    await page.getByRole('dialog').getByRole('textbox').fill('水利 旧报');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const showTrash = async () => {
      await page.keyboard.press('Escape');
      await openRoom(page, 'shelf');
      await page.getByRole('button', { name: words('shelf.trashCount') }).click();
    };
    await choose();
    await page
      .locator('section')
      .getByRole('button', { name: words('desk.moreOf') })
      .last()
      .click();
    await page.getByRole('menuitem', { name: words('commands.removeSource') }).click();
    await scene.shoot(page, 'trash', showTrash);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await openArticle(page, '老码头改造完工');
    const tagged = await openForm(page, '镇长周砚秋');
    await tagged.getByRole('textbox').last().fill('待核 人物');
    await tagged.getByRole('textbox').last().press('Enter');
    await tagged.waitFor({ state: 'detached' });
    await scene.shoot(page, 'bookmarks-narrowed', async () => {
      await openRoom(page, 'bookmarks');
      await page.getByRole('searchbox').first().fill('镇');
    });
    await openRoom(page, 'shelf');
    await page.locator('li[data-family]').first().getByRole('button').first().click();
    await scene.shoot(page, 'panel');
    await page.keyboard.press('Tab');
    await scene.shoot(page, 'panel-by-keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await scene.shoot(page, 'mending');
    await page.keyboard.press('m');
  },
  facts: async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, {
      '码头.txt': PAGE,
      '河湾.txt': OTHER,
      '渡口.txt': LONG,
      ...Object.fromEntries(DATED),
    });
    const table = async () => {
      await openRoom(page, 'factTable');
      await page.locator('[data-words]').waitFor();
    };
    await table();
    await scene.shoot(page, 'facts', table);
    await page.getByRole('grid').click();
    await page.keyboard.press('Control+a');
    await scene.shoot(page, 'facts-chosen', table);
    await page.keyboard.press('Escape');
    const filter = page.getByRole('main').getByRole('searchbox');
    await filter.fill('>40万元 渡口');
    await page.waitForTimeout(1000);
    await page.locator('[data-column="value"] button').first().click();
    await scene.shoot(page, 'facts-narrowed', table);
    await filter.fill('');
    await page
      .getByRole('main')
      .locator('button', { hasText: words('table.groupBy.none') })
      .click();
    await page.getByRole('option', { name: words('table.column.unit') }).click();
    await scene.shoot(page, 'facts-groups', async () => {
      await openRoom(page, 'factTable');
      await page.locator('main caption').waitFor();
    });
  },
  'first steps': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await page.locator('[data-article]').first().waitFor();
    await scene.shoot(page, 'first-steps', () => openRoom(page, 'shelf'));
    await page
      .getByRole('region', { name: words('start.title') })
      .getByRole('button')
      .nth(2)
      .click();
    await page.locator('[data-hit], [data-room="search"]').first().waitFor();
    await scene.shoot(page, 'first-steps-searched', () => openRoom(page, 'shelf'));
  },
  encoding: async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE });
    await openArticle(page, '老码头改造完工');
    await openRoom(page, 'shelf');
    const row = page.locator('li', { hasText: '老码头改造完工' }).first();
    await row.getByRole('button', { name: words('desk.moreOf') }).click();
    await page.getByRole('menuitem', { name: words('commands.describeSource') }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: /文字编码|Encoding/ }).click();
    for (const encoding of ['BIG5', 'KOI8-R']) {
      if (encoding !== 'BIG5') await form.getByRole('button', { name: 'BIG5' }).click();
      await page.getByRole('option', { name: encoding, exact: true }).click();
      await scene.shoot(page, `encoding-${encoding}`, () =>
        form.getByRole('status').last().scrollIntoViewIfNeeded(),
      );
    }
  },
  'settings and names': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE });
    await page.keyboard.press('Control+Comma');
    await scene.shoot(page, 'about', () =>
      page.getByText(words('settings.diagnosticsWhy')).scrollIntoViewIfNeeded(),
    );
    await page.keyboard.press('Escape');
    await openRoom(page, 'names');
    await scene.shoot(page, 'words', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await openRoom(page, 'names');
      await page.getByRole('button', { name: words('names.words') }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox').fill('清河水会\n周砚秋');
      await form.getByRole('button', { name: words('names.add') }).click();
    });
    await page.keyboard.press('Escape');
    await openArticle(page, '老码头改造完工');
    await page.locator('li[data-family="people"]').first().getByRole('button').first().click();
    await page.keyboard.press('e');
    await scene.shoot(page, 'correcting');
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    const rejected = page.locator('summary');
    await rejected.click();
    await scene.shoot(page, 'rejected', () => rejected.scrollIntoViewIfNeeded());
    await openForm(page, '老码头', 'Shift+A');
    await scene.shoot(page, 'adding', () =>
      page.getByRole('dialog').getByText(words('names.everywhere')).click(),
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await openRoom(page, 'names');
    await page.locator('[data-name]').first().click();
    await scene.shoot(page, 'renaming', async () => {
      const form = page.getByRole('dialog');
      if (await form.isVisible()) return;
      const rename = page.getByRole('button', { name: words('names.correct') });
      if (!(await rename.isVisible())) await openRoom(page, 'names');
      await rename.click();
      await form.getByRole('textbox').fill('河湾');
    });
  },
};
