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
