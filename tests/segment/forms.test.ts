import { isShort } from '@shared/segment/blocks/items.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from './knowledge.ts';

const LEAD =
  '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，踩上去要小心，一到雨天谁也不敢下去。';
const NEXT =
  '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深，再决定今天从哪一级开始搬货。';
const TITLE = '老渡口的四十二级石阶';

/** What a page gives back of its first article, and how many articles there are. */
function read(...blocks: readonly string[]) {
  const text = blocks.join('\n\n');
  const { articles, furniture } = segment(text, KNOWLEDGE).page;
  const [first] = articles;
  return {
    articles: articles.length,
    title: first?.title?.text,
    subtitle: first?.subtitle?.text,
    names: first?.byline.names.join(' '),
    paragraphs: first?.paragraphs.map((span) => first.body.text.slice(span.start, span.end)) ?? [],
    headings: first?.headings.map((span) => first.body.text.slice(span.start, span.end)) ?? [],
    captions: first?.captions.map((caption) => caption.text) ?? [],
    furniture: furniture.map(({ start, end }) => text.slice(start, end)),
  };
}

describe('bylines of other papers', () => {
  it.each([
    ['本报记者 周远航', '周远航'],
    ['□ 本报记者 周远航 林小满', '周远航 林小满'],
    ['◎ 周远航', '周远航'],
    ['● 记者 周远航 通讯员 林小满', '周远航 林小满'],
    ['文/周远航 图/林小满', '周远航 林小满'],
    ['周远航 林小满 摄影报道', '周远航 林小满'],
    ['见习记者 周远航', '周远航'],
  ])('%s', (line, names) => {
    const page = read(TITLE, line, LEAD, NEXT);
    expect(page.names).toBe(names);
    expect(page.paragraphs).toEqual([LEAD, NEXT]);
  });

  it.each([
    [`新华社清江1月2日电（记者周远航）${LEAD}`, '周远航'],
    [`本报讯（记者 周远航 通讯员 林小满）${LEAD}`, '周远航 林小满'],
    [`本报清江3月4日电 （记者周远航、林小满）${LEAD}`, '周远航 林小满'],
  ])('stand in a dispatch line: %s', (paragraph, names) => {
    const page = read(TITLE, paragraph, NEXT);
    expect(page.names).toBe(names);
    expect(page.paragraphs).toEqual([paragraph, NEXT]);
  });
});

describe('captions', () => {
  it.each([
    '图为船工在石阶上搬货。 周远航 摄',
    '图①：清早的渡口。',
    '▲船工在石阶上搬货。（林小满 供图）',
    '上图：清早的渡口石阶。',
    '船工在石阶上搬货。新华社记者 周远航 摄',
    '清早的渡口。（资料图片）',
  ])('%s', (caption) => {
    const page = read(TITLE, LEAD, caption, NEXT);
    expect(page.captions).toEqual([caption]);
    expect(page.paragraphs).toEqual([LEAD, NEXT]);
  });
});

describe('a caption that ends a sentence', () => {
  it('leaves the short headline right below it', () => {
    const text = [
      TITLE,
      LEAD,
      NEXT,
      '',
      '图为清早的渡口石阶。',
      '夜市修表摊',
      '本报讯（记者 林小满）',
      LEAD,
    ].join('\n');
    const { articles } = segment(text, KNOWLEDGE).page;
    expect(articles.map((one) => one.title?.text)).toEqual([TITLE, '夜市修表摊']);
    expect(articles[0]?.captions.map((caption) => caption.text)).toEqual(['图为清早的渡口石阶。']);
  });
});

describe('a bare credit', () => {
  it.each(['周远航 摄', '（资料图片）', '本报记者 周远航 摄'])(
    'makes a caption of the sentence above it: %s',
    (credit) => {
      const page = read(TITLE, LEAD, '清早的渡口石阶。', credit, NEXT);
      expect(page.captions).toEqual([`清早的渡口石阶。${credit}`]);
      expect(page.paragraphs).toEqual([LEAD, NEXT]);
    },
  );
});

describe('the page’s own lines', () => {
  it.each([
    '责任编辑：胡一鸣　版式：宋晓　校对：何冬生',
    '本版编辑 胡一鸣',
    '邮编：213000',
    '零售价：1.50元',
    '国内统一连续出版物号 CN 32-0001',
    '（下转第四版）',
    '（上接第一版）',
    '本版导读',
    '2021年10月12日 星期二',
    'A07',
    '上一版　下一版',
  ])('%s', (line) => {
    const page = read(TITLE, LEAD, line, NEXT);
    expect(page.furniture).toEqual([line]);
    expect(page.paragraphs).toEqual([LEAD, NEXT]);
  });
});

describe('headlines', () => {
  it('of stacked lines keep kicker and second line apart', () => {
    const page = read('清溪镇用两年时间补上过河的最后一里路', TITLE, '——访船工老柳', LEAD, NEXT);
    expect(page.title).toBe(TITLE);
    expect(page.articles).toBe(1);
  });

  it('that a mark sets as such go before a slogan with a dashed line, and before a label', () => {
    const page = read(
      '同饮一江水 共守一方岸',
      '—写在渡口改造之时—',
      '# 清江',
      `## ${TITLE}磨得发亮`,
      LEAD,
      NEXT,
    );
    expect(page.title).toBe(`${TITLE}磨得发亮`);
    expect(page.paragraphs).toEqual([LEAD, NEXT]);
    expect(read('守岸护江', '—渡口札记—', TITLE, LEAD, NEXT).title).toBe(TITLE);
  });

  it('in brackets of a rubric open their story', () => {
    expect(read('【一线】老渡口的四十二级石阶', LEAD, NEXT).title).toBe('【一线】老渡口的四十二级石阶');
  });
});

describe('what is no running text', () => {
  it('a numbered list stays in its story', () => {
    const page = read(
      TITLE,
      LEAD,
      '1．先探水深，再看风向。',
      '2．雾散以前谁也不许上船。',
      '3．老人和孩子先走。',
    );
    expect(page.articles).toBe(1);
    expect(page.paragraphs).toHaveLength(4);
  });

  it('an answer that breaks off has not the shape of a headline', () => {
    const shape = (line: string): boolean => isShort(blockOf(splitLines(line)));
    expect(shape('老柳：我们看三件事，水有多深，天亮前有没有')).toBe(false);
    expect(shape('老柳：把桥修到家门口，把灯点到石阶上')).toBe(true);
  });

  it('an interview keeps question and answer as paragraphs', () => {
    const page = read(
      TITLE,
      '记者：您在这条河上多少年了？',
      `老柳：${LEAD}`,
      '记者：下一步您想做什么？',
      `老柳：${NEXT}`,
    );
    expect(page.articles).toBe(1);
    expect(page.paragraphs).toHaveLength(4);
  });
});

describe('a quotation set apart', () => {
  const QUOTE = '“桥修好了，孩子们再也不用赶那班船。”';

  it.each(['——清溪村村民 林小满', '——林小满', '—— 老渡口船工　柳大河'])(
    'keeps whose it is as text: %s',
    (whose) => {
      const page = read(TITLE, LEAD, QUOTE, whose, NEXT);
      expect(page.paragraphs).toEqual([LEAD, QUOTE, whose, NEXT]);
      expect(page.headings).toEqual([]);
      expect(page.articles).toBe(1);
    },
  );

  it('is none above a headline’s second line', () => {
    const page = read('“桥修好了，再也不用赶船”', '——访老渡口船工柳大河', LEAD, NEXT);
    expect(page.subtitle).toBe('——访老渡口船工柳大河');
  });
});
