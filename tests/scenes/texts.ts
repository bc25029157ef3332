import { PAGE } from '../journeys/desk-pages.ts';
import {
  allSaved,
  bookmark,
  openArticle,
  openForm,
  openRoom,
  placeOf,
  search,
  words,
} from '../journeys/desk-steps.ts';
import { importPages, type Scenes, ZOOMED } from '../scene.ts';
import { LONG } from './scene-pages.ts';

/** What lies on a text and beside it. */
export const TEXT_SCENES: Scenes = {
  finding: async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '渡口.txt': LONG });
    await openArticle(page, '三十座渡口');
    await scene.shoot(page, 'away-tip', async () => {
      await page.mouse.move(0, 0);
      const { x, y } = await placeOf(page, '63万元');
      await page.mouse.move(x, y);
    });
    await page.mouse.move(0, 0);
    await openArticle(page, '老码头改造完工');
    const box = page.getByRole('textbox', { name: words('commands.findInArticle') });
    await page.keyboard.press('Control+f');
    await box.fill('茶园');
    await scene.shoot(page, 'find-article');
    await box.fill('茶馆');
    await scene.shoot(page, 'find-none');
    await box.press('Escape');
    await page.keyboard.press('o');
    await page.keyboard.press('Control+f');
    await box.fill('茶园');
    await scene.shoot(page, 'find-original');
    await box.press('Escape');
    await page.keyboard.press('o');
    await search(page, '茶园');
    const clear = page.getByRole('button', { name: words('desk.clear'), exact: true });
    await page.keyboard.press('Escape');
    await scene.shoot(page, 'search-clear', async () => {
      // A tooltip comes to whoever moves there, not to a mouse that is there at once.
      await page.mouse.move(0, 0);
      await page.mouse.move(20, 400);
      await clear.hover();
      await page.getByRole('tooltip').waitFor({ timeout: 5000 });
    });
  },
  'placing a bookmark': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '二版.txt': PAGE.replaceAll('周砚秋', '周镇长') });
    await openRoom(page, 'shelf');
    await page
      .locator('button[data-article]')
      .filter({ hasText: '老码头改造完工', hasNotText: '二版' })
      .click();
    await page.locator('article h1').filter({ hasText: '老码头改造完工' }).waitFor();
    await bookmark(page, '镇长周砚秋说', '再核');
    await allSaved(page);
    await page.locator('[data-article][aria-current="true"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: words('commands.removeSource') }).click();
    await scene.shoot(page, 'placing', async () => {
      const form = page.getByRole('dialog');
      if (await form.isVisible()) return;
      await openRoom(page, 'bookmarks');
      await page.getByRole('button', { name: words('bookmarks.place') }).click();
      await form.getByRole('status').waitFor({ state: 'detached' });
    });
  },
  colours: async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, {
      '码头.txt': PAGE,
      '二版.txt': PAGE.replace('老码头改造完工', '老码头又热闹了'),
    });
    await openArticle(page, '老码头改造完工');
    const form = page.getByRole('dialog');
    const mark = async (text: string, colour: string, note: string): Promise<void> => {
      await openForm(page, text);
      await form.getByRole('textbox').first().fill(note);
      await form.getByText(words(`bookmarks.colour.${colour}`)).click();
    };
    const save = async (): Promise<void> => {
      await form.getByRole('button', { name: words('desk.save') }).click();
      await form.waitFor({ state: 'detached' });
    };
    await mark('新建驳岸', 'green', '**再核**造价\n\n- 县里的说法\n- 镇里的说法\n\n> 一季可以省下六十吨水');
    await scene.shoot(page, 'bookmark-form');
    await save();
    await mark('镇长周砚秋', 'blue', '');
    await save();
    await mark('山脚下的茶园', 'red', '滴灌的*水量*要再问一次');
    await save();
    await scene.shoot(page, 'bookmark-colours', () => openRoom(page, 'bookmarks'));
    await page.keyboard.press('Control+z');
    await scene.shoot(page, 'news', () => openRoom(page, 'shelf'));
    await search(page, 'speaker:周砚秋');
    await scene.shoot(page, 'search-speaker', () => page.keyboard.press('Control+k'));
    await page.keyboard.press('Escape');
    await openRoom(page, 'names');
    await page.locator('[data-name="person:周砚秋"]').click();
    await scene.shoot(page, 'parting', async () => {
      if (await form.isVisible()) return;
      const part = page.getByRole('button', { name: words('names.part') });
      if (!(await part.isVisible())) await openRoom(page, 'names');
      await part.click();
      await form.locator('[aria-pressed]').first().click();
    });
  },
  zoomed: async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '渡口.txt': LONG });
    await openArticle(page, '老码头改造完工');
    await page.keyboard.press('Escape');
    const shoot = (name: string, arrive?: () => Promise<unknown>) => scene.shoot(page, name, arrive, ZOOMED);
    await shoot('zoomed-reading');
    await shoot('zoomed-pinned', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
    });
    await shoot('zoomed-form', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await page.getByRole('dialog').waitFor();
    });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await shoot('zoomed-shelf', () => openRoom(page, 'shelf'));
    await shoot('zoomed-mending', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('m');
      await page.waitForTimeout(300);
      await page.keyboard.press('m');
      await page.keyboard.press('m');
    });
    await page.keyboard.press('m');
    await shoot('zoomed-palette', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+p');
    });
    await page.keyboard.press('Escape');
    await shoot('zoomed-settings', () => page.keyboard.press('Control+Comma'));
    await shoot('zoomed-search', async () => {
      await search(page, '茶园');
    });
  },
};
