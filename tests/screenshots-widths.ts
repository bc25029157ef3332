/**
 * Writes a picture of the lists, the forms and what comes in, which look otherwise at each width and on each paper, into
 * `screenshots/widths/`: `npm run screenshots:widths [-- SCENE…]`.
 */
import type { Page } from 'playwright';
import { OTHER, PAGE } from './journeys/desk-pages.ts';
import {
  allSaved,
  bookmark,
  openArticle,
  openForm,
  openRoom,
  placeOf,
  search,
  words,
} from './journeys/desk-steps.ts';
import { drawScenes, importPages, ZOOMED } from './scene.ts';

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);
const DATED = ['渡口', '茶园', '盐场'].map((place, i): [string, string] => [
  `湖口日报-2019-04-0${i + 1}-0${i + 2}.txt`,
  `${place}修路\n\n今年春天，${place}修了一条路，花费35万元。\n`,
]);

/** Two papers on one dam: a passage in common, figures that agree and that differ, and some that one alone tells. */
const TOLD_TWICE = {
  '临江日报-1998-06-02-01.txt': [
    '石滩镇建成防洪堤',
    '本报讯　昨天，石滩镇防洪堤全线合龙。大堤全长12.6公里，总投资3.8亿元，共用去石料46万立方米。',
    '镇里的老船工说，往年一到汛期，家家户户都要把粮食搬上阁楼，如今总算能睡个安稳觉。',
    '工地上先后有860名民工参加施工，最忙的一天出动车辆120台次。',
    '去年夏天，洪水两次漫过旧堤，淹了近两千亩稻田。镇上从那以后便把修堤列为头一件事。',
  ].join('\n\n'),
  '江潮晚報-1998-06-02-03.txt': [
    '石灘鎮防洪堤合龍',
    '鎮裡的老船工說，往年一到汛期，家家戶戶都要把糧食搬上二樓，如今總算能睡個安穩覺。他家三代人都在江上討生活。',
    '石灘鎮防洪堤昨日合龍，全長12.6公里，總投資4.2億元，前後施工九個月。',
    '堤上種了3000棵柳樹，由鎮上的學生分段照管。',
  ].join('\n\n'),
};

/** A story that goes on on another page of its issue. */
const CONTINUED = {
  '一版.txt': [
    '第01版：要闻\n潮声日报 2023年09月12日 星期二',
    '盐田上的风车\n本报记者 卢海青',
    '天还没亮，白沙盐场的老盐工丁水生已经站在风车底下听风。他说风大了要收卤，风小了要放水，一年里有三百天是这样过的。',
    '去年冬天，盐场把最后六架木风车修好了，花了45万元，请来的木匠住了整整两个月，\n（下转第四版）',
  ].join('\n\n'),
  '四版.txt': [
    '第04版：综合\n潮声日报 2023年09月12日 星期二',
    '风车又转起来\n（上接第一版）连吃饭都在架子上。',
    '丁水生说，风车转起来的那天，盐场放了半天假，来看的有860人。风车每天抽水1200吨，比电泵省下一半的钱。',
  ].join('\n\n'),
};

/** An article whose cards go on far below the foot of the panel. */
const LONG = [
  '三十座渡口',
  ...Array.from({ length: 30 }, (_, i) => `今年春天，河湾村修了第${i + 1}座渡口，花费${i + 35}万元。`),
].join('\n\n');

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

await drawScenes('widths', {
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
  'continued and listed': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { ...CONTINUED, ...TOLD_TWICE });
    await openArticle(page, '盐田上的风车');
    await page.locator('[data-story="offer"]').waitFor();
    await scene.shoot(page, 'story-offered', () =>
      page.locator('[data-story="offer"]').scrollIntoViewIfNeeded(),
    );
    await page.getByRole('button', { name: words('reader.story.join') }).click();
    await scene.shoot(page, 'story', async () => {
      await page.locator('[data-story="part"]').scrollIntoViewIfNeeded();
      const facts = page.locator('details summary').first();
      if (await facts.isVisible()) await facts.click();
    });
    await search(page, '堤');
    const list = async (command: 'showConcordance' | 'searchTerms') => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+p');
      const palette = page.getByRole('dialog');
      await palette.getByRole('searchbox').fill(command === 'searchTerms' ? '词表' : 'KWIC');
      await palette
        .getByRole('menuitem')
        .getByText(words(`commands.${command}`))
        .click();
      await palette.getByRole('searchbox').waitFor({ state: 'detached' });
      await page.getByRole('dialog').waitFor();
    };
    await scene.shoot(page, 'concordance', () => list('showConcordance'));
    await list('searchTerms');
    await page.getByRole('dialog').getByRole('textbox').fill('防洪堤\n>3亿元\n柳树\n没有的词\n>3囧');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('lists.terms.count') })
      .click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await scene.shoot(page, 'terms', async () => {
      await list('searchTerms');
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    });
    await page.keyboard.press('Escape');
    await openArticle(page, '石滩镇建成防洪堤');
    await page.keyboard.press('v');
    await page.getByRole('button', { name: words('commands.toggleCopies') }).click();
    await page.keyboard.press('Escape');
    await page.locator('[data-copies] button').first().waitFor();
    await scene.shoot(page, 'copies-band');
  },
  comparing: async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, TOLD_TWICE);
    await openArticle(page, '石滩镇建成防洪堤');
    await page.keyboard.press('v');
    const form = page.getByRole('dialog');
    await scene.shoot(page, 'compare-form');
    await form.getByRole('textbox').fill('石灘');
    await form.getByRole('button', { name: /石灘/ }).click();
    await page.locator('[data-compared]').first().waitFor();
    await scene.shoot(page, 'compare');
    await scene.shoot(page, 'compare-figures', async () => {
      const tab = page.getByRole('tab', { name: words('compare.figuresShort') });
      if (await tab.isVisible()) await tab.click();
      else await page.locator('[data-verdict]').first().click();
    });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+6');
    await page.locator('[data-things="found"] [data-verdict]').first().waitFor();
    await scene.shoot(page, 'agreement');
    await page.getByRole('button', { name: words('agreement.settle') }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('县志作3.8亿元');
    await scene.shoot(page, 'agreement-settle');
    await page.getByRole('button', { name: words('desk.save') }).click();
    await page.locator('[data-things="found"] [data-verdict]').waitFor({ state: 'detached' });
    await scene.shoot(page, 'agreement-settled');
  },
});
