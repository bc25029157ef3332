import { segment } from '@shared/segment/segment.ts';
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

it('a headline below who signs a notice heads the next story', () => {
  const story = '县图书馆昨天起开放到夜里十点，三楼的自习室有座位一百二十个，凭身份证入座。';
  expect(
    itemsOf(
      '2019年3月8日 第4版',
      '停水公告',
      NOTICE,
      '沙河县自来水公司',
      '2019年3月8日',
      '县图书馆夜间开放',
      story,
    ),
  ).toEqual([
    ['notice', '停水公告', [NOTICE, '沙河县自来水公司', '2019年3月8日'].join('\n')],
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
