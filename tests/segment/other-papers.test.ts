import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from './knowledge.ts';
import { brokenLaws } from './laws.ts';

/** A page of `pages/` as a careful person reads it; a paragraph is given by its first characters. */
function read(name: string, lineEnd = '\n') {
  const text = readFileSync(resolve(import.meta.dirname, 'pages', `${name}.txt`), 'utf8').replaceAll(
    '\n',
    lineEnd,
  );
  const { page } = segment(text, KNOWLEDGE);
  expect(brokenLaws(text, page)).toEqual([]);
  return {
    articles: page.articles.map((one) => ({
      kind: one.kind,
      title: one.title?.text,
      subtitle: one.subtitle?.text,
      names: one.byline.names.join(' '),
      paragraphs: one.paragraphs.map((span) => one.body.text.slice(span.start, span.end)),
      headings: one.headings.map((span) => one.body.text.slice(span.start, span.end)),
      captions: one.captions.map((caption) => caption.text),
    })),
    furniture: page.furniture.map(({ start, end }) => text.slice(start, end)),
    doubts: page.doubts.map(({ reason }) => reason),
    date: page.imprint.date?.value,
    newspaper: page.imprint.newspaper?.text,
  };
}

describe('a column of short news with bold lead-ins', () => {
  it('is an item a paragraph, under a name that is the page’s own', () => {
    const { articles, doubts, furniture } = read('digest');
    expect(
      articles.map(({ title, paragraphs }) => [title, paragraphs.map((text) => text.slice(0, 3))]),
    ).toEqual(['青石县', '白沙港', '云台乡', '南塘镇'].map((place) => [undefined, [place]]));
    expect(furniture).toContain('要闻简讯');
    expect(doubts).toEqual([]);
  });
});

describe('a page of small notices', () => {
  it('keeps who signs each, and when, in its notice', () => {
    const { articles, doubts, date } = read('notices');
    expect(articles.map(({ kind, title }) => [kind, title])).toEqual([
      ['notice', '停水通知'],
      ['notice', '招聘启事'],
      ['notice', '寻物启事'],
      ['notice', '拍卖公告'],
      ['notice', '遗失声明'],
    ]);
    expect(articles[0]?.paragraphs.slice(1)).toEqual(['青石县供水公司', '2024年3月15日']);
    expect(articles[3]?.paragraphs.slice(1)).toEqual(['青石拍卖有限公司']);
    expect(date).toBeUndefined();
    expect(doubts).toEqual([]);
  });
});

describe('an interview of 问 and 答', () => {
  it('is one story', () => {
    const { articles, doubts } = read('interview');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: '“一条河要问过岸边的人”',
      subtitle: '——对话青石县水务局总工程师梁望舒',
      names: '周远航',
      headings: [],
    });
    expect(articles[0]?.paragraphs).toHaveLength(8);
    expect(doubts).toEqual([]);
  });
});

describe('an editor’s note above the headline, a box below the story', () => {
  it('are the story’s', () => {
    const { articles, doubts } = read('box');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ title: '山路修好以后', names: '何冬生' });
    expect(articles[0]?.paragraphs[0]).toMatch(/^编者按：/);
    expect(articles[0]?.headings).toEqual(['【链接】什么是养路合同', '新闻背景']);
    expect(doubts).toEqual([]);
  });
});

describe('a story that goes on on another page of the dump', () => {
  it('is whole, and the story between stands alone', () => {
    const { articles, furniture, doubts } = read('jump');
    expect(articles.map(({ title, names }) => [title, names])).toEqual([
      ['老船厂里的新学徒', '韩雪'],
      ['市里开通三条夜间公交', ''],
    ]);
    expect(articles[0]?.paragraphs).toHaveLength(4);
    expect(articles[0]?.paragraphs[1]).toContain('出乎所有人的意料，一共来了一百三十七个人');
    expect(furniture).toContain('（上接第一版）');
    expect(doubts).toEqual(['unfinished-sentence']);
  });
});

describe('a page in traditional characters', () => {
  it('gives the bylines without the place they were filed from', () => {
    const { articles, date, doubts } = read('taiwan');
    expect(articles.map(({ title, names }) => [title, names])).toEqual([
      ['老街夜市週末延長營業 居民盼增設垃圾桶', '王小明'],
      ['山區校車換電動 學生搶坐第一排', '李美華'],
    ]);
    expect(articles[1]?.captions).toEqual(['圖：學生排隊上車。（記者李美華攝）']);
    expect(date).toBe('2023-08-14');
    expect(doubts).toEqual([]);
  });
});

describe('a dump of a PDF', () => {
  it.each(['\n', '\r\n'])(
    'joins lines of uneven width that gaps part into paragraphs, over the pages’ ends',
    (lineEnd) => {
      const { articles, furniture, doubts } = read('pdf', lineEnd);
      expect(articles).toHaveLength(1);
      expect(articles[0]).toMatchObject({ title: '旧楼加装电梯 先算一笔明白账', names: '沈嘉禾' });
      expect(articles[0]?.paragraphs).toHaveLength(4);
      expect(furniture).toHaveLength(5);
      expect(doubts).toEqual([]);
    },
  );
});

describe('a dump of an e-edition', () => {
  it('leaves the buttons to the page', () => {
    const { articles, furniture, date } = read('edition');
    expect(articles.map(({ title, names }) => [title, names])).toEqual([
      ['菜市场里的共享厨房', '林小满 赵一帆'],
    ]);
    expect(articles[0]?.paragraphs).toHaveLength(4);
    expect(furniture).toContain('返回目录  放大+  缩小-  默认O');
    expect(date).toBe('2024-03-05');
  });
});

describe('small items under a name of the page’s own', () => {
  it('are stories without headlines', () => {
    const { articles, doubts } = read('bullets');
    expect(articles.map(({ title, names }) => [title, names])).toEqual([
      ...Array.from({ length: 4 }, () => [undefined, '']),
      ['灯塔书店关门前的最后一个星期', '殷一鸣'],
    ]);
    expect(doubts).toEqual([]);
  });
});

describe('stories without indents, gaps or bylines', () => {
  it('are told apart by their words', () => {
    const { articles } = read('noindent');
    expect(articles.map(({ title }) => title)).toEqual(['山城里的十二条梯道', '江上渡轮改用电池']);
  });
});

describe('letters to the paper', () => {
  it('are signed below, and the next begins', () => {
    const { articles, doubts } = read('letters');
    expect(articles.map(({ title, names }) => [title, names])).toEqual([
      ['路灯不要关得太早', '吴长根'],
      ['感谢一位不知名的司机', '林秀英'],
    ]);
    expect(articles.every(({ headings }) => headings.length === 0)).toBe(true);
    expect(doubts).toEqual([]);
  });
});

describe('a table above a story', () => {
  it('is text of its own title, no kicker of the story’s', () => {
    const { articles } = read('table');
    expect(articles.map(({ title, subtitle, names }) => [title, subtitle, names])).toEqual([
      ['本市主要农产品批发价格', undefined, ''],
      ['菜价为什么涨了', undefined, '谷雨'],
    ]);
    expect(articles[0]?.paragraphs).toHaveLength(5);
  });
});

describe('a page of essays and verse', () => {
  it('keeps the lines of a poem as its text', () => {
    const { articles, furniture, doubts } = read('essay');
    expect(articles.map(({ kind, title, names }) => [kind, title, names])).toEqual([
      ['article', '外婆的蓝布衫', '叶知秋'],
      ['article', '雨夜（外一首）', '苏慕'],
    ]);
    expect(articles[1]?.paragraphs).toHaveLength(6);
    expect(furniture).toHaveLength(3);
    expect(doubts).toEqual([]);
  });
});

describe('lines of a measure with half-width indents, a gap inside a paragraph and a caption', () => {
  it.each(['\n', '\r\n'])('are whole paragraphs', (lineEnd) => {
    const { articles, doubts } = read('wrapped', lineEnd);
    expect(articles).toHaveLength(1);
    expect(articles[0]?.paragraphs).toHaveLength(5);
    expect(articles[0]?.paragraphs[2]).toContain('他的妻子每年汛期');
    expect(articles[0]?.captions).toEqual(['谭守义在坝上查看水尺。 周远航 摄']);
    expect(doubts).toEqual([]);
  });
});

describe('a dump of three pages of one paper', () => {
  it('opens a story under each page’s head and leaves the index to the page', () => {
    const { articles, furniture, newspaper } = read('edition-of-three');
    expect(articles.map(({ title, names }) => [title, names])).toEqual([
      ['全县机关干部下村过夜了解群众急事难事', '谭守义'],
      ['社区食堂开到村口“晚饭有人做了”', '邱雨桐'],
      ['老桥新灯', ''],
    ]);
    expect(furniture).toContain('老桥新灯 A03');
    expect(articles[1]?.paragraphs.at(-1)).toBe('——柳湾村村民 石秀兰');
    expect(articles[2]?.paragraphs[1]).toMatch(/^设计师罗静怡说/);
    expect(articles[2]?.captions).toEqual(['（照片由县文旅局提供）']);
    expect(newspaper).toBe('青石日报');
  });
});

describe('a speech', () => {
  it('keeps its last sentence', () => {
    const { articles } = read('speech');
    expect(articles).toHaveLength(1);
    expect(articles[0]?.paragraphs.at(-1)).toBe('最后，祝大家节日快乐！');
    expect(articles[0]?.headings).toHaveLength(3);
  });
});

describe('reports of agencies one below the other', () => {
  it('are told apart, by whichever agency they are', () => {
    const { articles, furniture } = read('agency');
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([1, 1, 1, 1]);
    expect(articles.map(({ title }) => title)).toEqual(Array(4).fill(undefined));
    expect(furniture).toContain('国际短波');
  });
});
