import { newArticle } from '@shared/segment/draft.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { segment } from '@shared/segment/segment.ts';
import type { HeadReading } from '@shared/segment/stories/head-reading.ts';
import { countEnding } from '@shared/segment/stories/trailing-lines.ts';
import { expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

/** Headline and names of each story of a page on which a line stands between the first story and the second's headline. */
function storiesAround(line: string): string[] {
  const text = [
    '2021年4月30日 第3版',
    '城北湿地公园二期开放',
    '经过十四个月建设，城北湿地公园二期昨天正式开放，新增步道七公里、观鸟屋四座，市民可从东、南两个入口免费进入。',
    '公园管理处提醒，观鸟屋内请勿使用闪光灯。',
    line,
    '河西大桥通车',
    '昨天上午河西大桥正式通车，全长二百米，双向四车道。',
  ].join('\n');
  return segment(text, KNOWLEDGE).page.articles.map(
    ({ title, byline }) => `${title?.text} ${byline.names.join('、')}`,
  );
}

it.each([
  ['（小雨）', '小雨'],
  ['（据新华社）', ''],
  ['（摘自《城建周刊》）', ''],
])('a line in brackets between two stories ends the upper one: %s', (line, names) => {
  expect(storiesAround(line)).toEqual([`城北湿地公园二期开放 ${names}`, '河西大桥通车 ']);
});

/** Kind, headline, text and captions of what a page has. */
const itemsOf = (...lines: string[]): string[][] =>
  segment(lines.join('\n'), KNOWLEDGE).page.articles.map(({ kind, title, body, captions }) => [
    kind,
    title?.text ?? '',
    body.text,
    ...captions.map(({ text }) => text),
  ]);

const NOTICE = '因更换城南干管，3月10日8时至17时，沿河路、桥东街一带停水，请用户提前储水。';

it('whom to ask ends a notice', () => {
  expect(
    itemsOf('2019年3月8日 第4版', '停水公告', NOTICE, '沙河县自来水公司', '2019年3月8日', '联系人：何先生'),
  ).toEqual([
    ['notice', '停水公告', [NOTICE, '沙河县自来水公司', '2019年3月8日', '联系人：何先生'].join('\n')],
  ]);
});

it.each([
  [['沙河县自来水公司', '2019年3月8日']],
  [['沙河县自来水公司', '联系人：何先生']],
  [['沙河县自来水公司', '联系人：何先生　电话：7312200']],
])('a headline below who signs a notice heads the next story: %j', (signed) => {
  const story = '县图书馆昨天起开放到夜里十点，三楼的自习室有座位一百二十个，凭身份证入座。';
  expect(itemsOf('2019年3月8日 第4版', '停水公告', NOTICE, ...signed, '县图书馆夜间开放', story)).toEqual([
    ['notice', '停水公告', [NOTICE, ...signed].join('\n')],
    ['article', '县图书馆夜间开放', story],
  ]);
});

it('who drew a cartoon ends its caption, and a short headline begins behind it', () => {
  const well = '城南的井有两百年了，去年淘过一次，井底捞出三只铁桶和一把铜勺。';
  const market = '夜市昨天开到凌晨一点，卖藕粉的摊子前排了三十个人。';
  expect(
    itemsOf('2019年3月8日 第4版', '城南的井', well, '漫画：各扫门前雪　　罗田 作', '夜市灯亮', market),
  ).toEqual([
    ['article', '城南的井', well, '漫画：各扫门前雪　　罗田 作'],
    ['article', '夜市灯亮', market],
  ]);
});

it('who took the pictures and wrote the words signs the story above in brackets', () => {
  expect(storiesAround('（罗启明 摄影报道）')).toEqual(['城北湿地公园二期开放 罗启明', '河西大桥通车 ']);
});

it('a note on who wrote the story above takes no headline from the next', () => {
  const titles = itemsOf(
    '2019年3月8日 第4版',
    '乡村图书馆要有人读书',
    '何立群',
    '建一座乡村图书馆不难，难的是让人走进去。有的图书馆一年借出的书不到一百册，门上的锁已经生了锈。',
    '（作者系临川大学教授）',
    '县城的雨',
    '白秋水',
    '县城的雨总是下得很慢，像一个老人在讲一件旧事，街角的修鞋铺支起油布，滴答声便成了鼓点。',
  ).map(([, title]) => title);
  expect(titles).toEqual(['乡村图书馆要有人读书', '县城的雨']);
});

it('a slogan above the first headline is the page’s own', () => {
  const { articles, furniture } = segment(
    [
      '江滨日报',
      '1958年9月12日　星期五　第一版',
      '鼓足干劲，力争上游！',
      '全市炼出第一炉优质钢',
      '本报讯　九月十日深夜，江滨钢铁厂炼出第一炉优质钢，全厂职工敲锣打鼓，向市委报喜。这炉钢重十二吨，化验合格。',
      '菜农一天送菜二十万斤',
      '本报讯　近郊六个蔬菜社昨天向市区送菜二十万斤，其中白菜占一半。',
    ].join('\n'),
    KNOWLEDGE,
  ).page;
  expect(articles.map(({ title }) => title?.text)).toEqual(['全市炼出第一炉优质钢', '菜农一天送菜二十万斤']);
  expect(furniture).toHaveLength(3);
});

it('a unit of any name before a writer’s in brackets signs', () => {
  expect(storiesAround('（东井　罗启明）')).toEqual(['城北湿地公园二期开放 罗启明', '河西大桥通车 ']);
});

it('whoever gives a notice signs it, and reports nothing', () => {
  const lost = '本人家养黄母牛一头，左耳有缺口，二月二十二日在后山走失，有知情者请告知，酬谢三百元。';
  const water = '因更换水管，定于三月九日零时至六时暂停供水，请各住户提前储水。';
  const farm = '惊蛰前后，油菜追一次薹肥，每亩用尿素五公斤；小麦清沟理墒，防渍害。';
  expect(
    itemsOf(
      '沙溪报　2019年2月26日　总第63期　第四版',
      '寻牛启事',
      lost,
      '上溪村　何有田',
      '停水通告',
      water,
      '沙溪自来水公司　谨启',
      '三月农事',
      farm,
    ),
  ).toEqual([
    ['notice', '寻牛启事', `${lost}\n上溪村　何有田`],
    ['notice', '停水通告', `${water}\n沙溪自来水公司　谨启`],
    ['article', '三月农事', farm],
  ]);
});

it.each([
  ['城北湿地公园二期昨天正式开放', []],
  ['步道尽头有鸟声', ['headline-below-story']],
])(
  'a headline at the foot of its story is doubted where its words are hardly the story’s: %s',
  (headline, doubts) => {
    const text = [
      '2021年4月30日 第3版',
      '经过十四个月建设，城北湿地公园二期昨天正式开放。新增步道七公里、观鸟屋四座，市民可从东、南两个入口免费进入。',
      '公园管理处提醒，观鸟屋内请勿使用闪光灯，有事拨打入口牌子上的电话，值班的人夜里也在。',
      headline,
    ].join('\n');
    const { page } = segment(text, KNOWLEDGE);
    expect(page.articles.map(({ title }) => title?.text)).toEqual([headline]);
    expect(page.doubts.map(({ reason }) => reason)).toEqual(doubts);
  },
);

it.each([
  ['城北湿地公园二期昨天开放', 0],
  ['值班的人夜里也在那里等着', 1],
])(
  'what the model takes for text is a headline where the story above lacks one and says it: %s',
  (line, count) => {
    const blockOfLine = (text: string) => blockOf(splitLines(text));
    const story = newArticle();
    story.parts.push({
      role: 'body',
      block: blockOfLine('经过十四个月建设，城北湿地公园二期昨天正式开放，新增步道七公里。'),
    });
    const isText = { likelihood: () => 1, heads: () => false } as unknown as HeadReading;
    expect(countEnding([blockOfLine(line)], story, isText, null)).toBe(count);
    story.title.push(blockOfLine('湿地公园开放'));
    expect(countEnding([blockOfLine(line)], story, isText, null)).toBe(1);
  },
);
