import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from './knowledge.ts';
import { brokenLaws } from './laws.ts';

/** A page of an e-edition with what stands around its stories. */
const EDITION = `清江日报
2024年03月05日 星期二
第03版：要闻
上一版 下一版
&nbsp;&nbsp;春耕备耕工作会议召开
&nbsp;&nbsp;委员视察重点项目

春耕备耕工作会议召开
赵明远强调抓早抓细抓实

　　本报清江3月4日讯（记者 钱小雨 通讯员 高原）昨日上午，春耕备耕工作会议在县里召开，今年计划播种四十二万亩。
　　会议要求，各乡镇要把种子和农机准备到位，不误农时。（下转第二版）

图为会议现场。 新华社记者 周海 摄

委员视察重点项目
　　本报讯 （记者 吴晓东）3月3日，三十余名委员视察了城东污水处理厂和滨河公园。
　　委员们察看了施工现场，对工程质量提出了意见。

责任编辑：冯建国 版式设计：陈晓

编者按：春天是播种的季节，本报今起推出专栏，讲述一线的故事。

“我把稻田交给无人机”
——记种粮大户沈大成
□ 本报记者 韩雪 杨帆 文/图

清晨的田埂上，种粮大户沈大成打开手机，无人机从地头升起，飞向远处的稻田。
一、头一年赔了钱
2019年他买回第一架无人机，不会用，撞坏了两次，一年下来赔了三万多元。
`;

describe('a page of an e-edition', () => {
  const { page } = segment(EDITION, KNOWLEDGE);

  it('gives its stories with headline, second line and byline', () => {
    expect(
      page.articles.map((one) => [one.title?.text, one.subtitle?.text, one.byline.names.join(' ')]),
    ).toEqual([
      ['春耕备耕工作会议召开', '赵明远强调抓早抓细抓实', '钱小雨 高原'],
      ['委员视察重点项目', undefined, '吴晓东'],
      ['“我把稻田交给无人机”', '——记种粮大户沈大成', '韩雪 杨帆'],
    ]);
  });

  it('keeps captions, headings and notes out of the paragraphs', () => {
    const [first, , third] = page.articles;
    expect(first?.captions.map((caption) => caption.text)).toEqual(['图为会议现场。 新华社记者 周海 摄']);
    expect(first?.body.text).not.toContain('下转');
    expect(third?.headings.map((span) => third.body.text.slice(span.start, span.end))).toEqual([
      '一、头一年赔了钱',
    ]);
    expect(third?.body.text.startsWith('编者按：')).toBe(true);
  });

  it('says what it is', () => {
    expect(page.imprint.date?.value).toBe('2024-03-05');
    expect(page.imprint.newspaper?.text).toBe('清江日报');
    expect(page.imprint.edition?.text).toBe('第03版');
  });
});

describe('a byline between a lead and its first heading', () => {
  const lead =
    '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，船工老柳每天清早先用竹篙探一探水深。';
  const page = `老渡口的四十二级石阶\n\n${lead}\n\n■ 周远航 林小满\n\n水退以后\n\n${lead.replaceAll('石阶', '台阶')}\n`;

  it('leaves the heading in its story', () => {
    const [article, ...others] = segment(page, KNOWLEDGE).page.articles;
    expect(others).toEqual([]);
    expect(article?.byline.names).toEqual(['周远航', '林小满']);
    expect(article?.headings.map((span) => article.body.text.slice(span.start, span.end))).toEqual([
      '水退以后',
    ]);
  });
});

const folders = ['pages', 'pages-web'].map((name) => resolve(import.meta.dirname, '../../../shared', name));

describe.skipIf(!folders.every((folder) => existsSync(folder)))('real pages, where they are present', () => {
  const files = folders.flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((file) => resolve(folder, file)) : [],
  );

  it.each(files)('keep every unit of ink once: %s', (file) => {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    expect(brokenLaws(text, segment(text, KNOWLEDGE).page)).toEqual([]);
  });
});
