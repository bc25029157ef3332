import { openArticle, search, words } from '../journeys/desk-steps.ts';
import { importPages, type Scenes } from '../scene.ts';

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

/** Texts that have something to do with each other, and what is listed of many. */
export const COMPARISON_SCENES: Scenes = {
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
};
