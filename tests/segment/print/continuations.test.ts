import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

const HEAD = ['老渡口的四十二级石阶'];
const FIRST = '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，踩上去要小心。';
const THIRD = '今年水大，石阶只露出十九级，洗菜的人都站到了木头扶手旁边，一边洗一边看船。';

/**
 * Paragraphs of a page and what is doubted in it. Blocks of a page are given one a line; `|` in an expected
 * paragraph is a seam that was closed.
 */
function read(blocks: readonly string[]): { paragraphs: string[]; doubts: string[] } {
  const text = [...HEAD, ...blocks].join('\n\n');
  const { articles, doubts } = segment(text, KNOWLEDGE).page;
  return {
    paragraphs: articles.flatMap((one) =>
      one.paragraphs.map((span) => one.body.text.slice(span.start, span.end)),
    ),
    doubts: doubts.map(({ reason, span }) => `${reason}: ${text.slice(span.start, span.end)}`),
  };
}

const closed = (...paragraphs: string[]): string[] => paragraphs.map((one) => one.replaceAll('|', ''));

describe('a paragraph that breaks off', () => {
  it('goes on below, without a doubt where a word spans the seam', () => {
    const cut =
      '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，流得急不急，再决定今天从哪一级开|始搬货，搬到中午就歇，下午留给修船和补网。';
    expect(read([FIRST, ...cut.split('|'), THIRD])).toEqual({
      paragraphs: closed(FIRST, cut, THIRD),
      doubts: [],
    });
  });

  it('goes on below with a doubt at the seam where nothing speaks for it', () => {
    const cut =
      '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，下了雨就坐在棚子里补网，他说他|喜欢下雨天，因为雨天没有人催他开船。';
    const { paragraphs, doubts } = read([FIRST, ...cut.split('|'), THIRD]);
    expect(paragraphs).toEqual(closed(FIRST, cut, THIRD));
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toMatch(/^unfinished-sentence: .*他说他\s+喜欢下雨天/s);
  });

  it('is doubted where what goes on is one short sentence, as a caption is', () => {
    const { paragraphs, doubts } = read([
      FIRST,
      '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，再看今天能从渡口的',
      '石阶上走下来几个人。',
      THIRD,
    ]);
    expect(paragraphs).toHaveLength(3);
    expect(doubts).toHaveLength(1);
  });

  it('is sought by what begins with the last characters of a sentence', () => {
    const { doubts } = read([
      FIRST,
      '路。到了下午，老柳把第二天要用的绳子一根一根理好，挂在船头的木架上。',
      THIRD,
    ]);
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toMatch(/^unfinished-sentence: 路。到了/);
  });

  it('goes on over a block that was set into it, which is doubted', () => {
    const cut =
      '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，流得急不急，再决定今天从哪一级开|始搬货，搬到中午就歇，下午留给修船和补网。';
    const [before = '', after = ''] = cut.split('|');
    const set =
      '夜市的修表摊在第三个路口，一张折叠桌，一盏台灯，一只放大镜，刮风下雨就歇着，陶师傅七点出摊，十一点收摊，四十年里写满了二十六本记着来历的小本子。';
    expect(read([FIRST, before, set, after, THIRD])).toEqual({
      paragraphs: closed(FIRST, cut, set, THIRD),
      doubts: [`spliced-column: ${set}`],
    });
  });

  it('goes on elsewhere in its story where columns changed places', () => {
    const first =
      '渡口的石阶有四十二级，最下面的十级常年泡在水里，夏天水涨得快，冬天又结一层薄冰，石缝里长满了青|苔，踩上去要小心，下雨天更是没有人敢下去。';
    const second =
      '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，流得急不急，再决定今天从哪一级开|始搬货，搬到中午就歇，下午留给修船和补网，晚上再把第二天要用的绳子一根一根理好，挂在船头的木架上，谁家要用就来取，用完了再挂回原来的地方，从来没有少过一根，也没有人为绳子红过脸。';
    const [a = '', b = ''] = first.split('|');
    const [c = '', d = ''] = second.split('|');
    const { paragraphs, doubts } = read([a, d, b, c]);
    expect(paragraphs).toEqual(closed(first, second));
    expect(doubts.length).toBeGreaterThan(0);
  });

  it('is kept and doubted where nothing goes on with it', () => {
    const open =
      '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，流得急不急，再决定今天从哪一级开始搬货，他站在';
    expect(read([FIRST, THIRD, open])).toEqual({
      paragraphs: [FIRST, THIRD, open],
      doubts: [`unfinished-sentence: ${open}`],
    });
  });

  it('does not go on under a heading', () => {
    const open =
      '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，流得急不急，再决定今天从哪一级开始搬货，他站在';
    expect(read([FIRST, open, '### 水退以后', THIRD]).paragraphs).toEqual([FIRST, open, THIRD]);
  });

  it('is a line of verse where its neighbours are', () => {
    const verse = ['春水漫过石阶，', '船还没有来到，', '风从对岸吹过，', '带着米的香味。'].join('\n');
    expect(read([FIRST, THIRD, verse]).doubts).toEqual([]);
  });
});

describe('at the end of a story', () => {
  const cut =
    '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，流得急不急，再决定今天从哪一级开始搬货，他站在';

  it('a headline above a news head is no caption in the sentence that breaks off above it', () => {
    const text = [
      '老渡口的四十二级石阶',
      FIRST,
      cut,
      '海塘村恢复供电',
      '本报海塘8月19日电（记者 贺长风）今天下午，停电八十七个小时的海塘村全部恢复供电，全村的灯重新亮了起来。',
    ].join('\n\n');
    expect(segment(text, KNOWLEDGE).page.articles.map((one) => one.title?.text)).toEqual([
      '老渡口的四十二级石阶',
      '海塘村恢复供电',
    ]);
  });

  it('what breaks off goes on below the place whose words go on elsewhere, where columns were exchanged', () => {
    const first =
      '渡口的石阶有四十二级，最下面的十级常年泡在水里，夏天水涨得快，冬天又结一层薄冰，走的人只好抓着木头扶|手往下挪，下雨天更是没有人敢下去。';
    const second =
      '老柳说，今年的船票还是两块钱一张，学生和老人不要钱，账都记在棚子里的本子上，每到月底他就把本子|摊在石阶旁的木桌上，谁想看都可以翻，翻完了还放回原处。';
    const [a = '', b = ''] = first.split('|');
    const [c = '', d = ''] = second.split('|');
    expect(read([a, d, THIRD, b, c]).paragraphs).toEqual(closed(first, THIRD, second));
  });
});

describe('where paragraphs are indented', () => {
  const page = (...blocks: string[]): string => ['老渡口的四十二级石阶', ...blocks].join('\n');

  it('a block without an indent goes on with the one that breaks off, over one that has it', () => {
    const set =
      '　　夜市的修表摊在第三个路口，一张折叠桌，一盏台灯，一只放大镜，刮风下雨就歇着，陶师傅七点出摊，十一点收摊，四十年里写满了二十六本记着来历的小本子。';
    const text = page(
      `　　${FIRST}`,
      '　　船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，下了雨就坐在棚子里补网，他说他',
      set,
      '喜欢下雨天，因为雨天没有人催他开船，也没有人问他几点钟可以到对岸。',
      `　　${THIRD}`,
    );
    const [article] = segment(text, KNOWLEDGE).page.articles;
    const paragraphs = article?.paragraphs.map((span) => article.body.text.slice(span.start, span.end));
    expect(paragraphs?.[1]).toContain('他说他喜欢下雨天');
  });

  it('a short line that has an indent and a pause is a paragraph that was cut, no headline', () => {
    const cut = '夜市的修表摊在路口，刮风下雨';
    const paragraphs = Array.from({ length: 3 }, () => `　　${FIRST}`);
    const text = page(...paragraphs, `　　${cut}`, '夜市推迟一小时收摊', ...paragraphs);
    const [article] = segment(text, KNOWLEDGE).page.articles;
    const own = article?.paragraphs.map((span) => article.body.text.slice(span.start, span.end));
    expect(own).toContain(cut);
  });

  it('a plain sentence without one below a caption is a caption beyond doubt', () => {
    const paragraphs = Array.from({ length: 6 }, () => `　　${FIRST}`);
    const text = page(...paragraphs, '图为渡口清早的情景。 周远航 摄', '船工正在石阶上搬新米。');
    const { articles, doubts } = segment(text, KNOWLEDGE).page;
    expect(articles[0]?.captions.length).toBe(2);
    expect(doubts.map(({ reason }) => reason)).not.toContain('caption-or-paragraph');
  });
});
