import { splitLines } from '@shared/segment/print/lines.ts';
import { joinWrappedLines } from '@shared/segment/print/wrapping.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

/** Blocks of a page, each as its text; `|` stands for a line end in the page. */
const blocks = (page: string): string[] =>
  joinWrappedLines(splitLines(page.replaceAll('|', '\n')), KNOWLEDGE).map((block) => block.text);

describe('lines broken by a measure', () => {
  it('are joined, and parted at a blank line', () => {
    expect(
      blocks(
        '渡口的石阶有四十二级，最下面|的十级常年泡在水里，长满了青|苔，踩上去要小心。||船工老柳每天清早先用竹篙探一|探水深，再决定今天从哪一级开|始搬货。',
      ),
    ).toEqual([
      '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，踩上去要小心。',
      '船工老柳每天清早先用竹篙探一探水深，再决定今天从哪一级开始搬货。',
    ]);
  });

  it('are joined where typists or scanners made the pauses half as wide', () => {
    expect(
      blocks(
        '旧码头改作图书馆||本报讯(记者柳小舟)记者昨天从区文化馆获|悉,9月开放的旧码头图书馆首月接待|读者2.4万人次,夜里也亮着灯。区文|化馆馆长柳长青说,船票窗口将留到|明年3月。',
      ).map((block) => block.length),
    ).toEqual([8, 76]);
  });

  it('are parted where a line ends early, without any blank line', () => {
    expect(
      blocks(
        '渡口的石阶有四十二级，最下面|的十级常年泡在水里，长满了青|苔。|船工老柳每天清早先用竹篙探一|探水深，再决定今天从哪一级开|始搬货。',
      ),
    ).toHaveLength(2);
  });

  it('are parted by an indent where the last line is full', () => {
    expect(
      blocks(
        '　　渡口的石阶有四十二级，最|下面的十级常年泡在水里，长满了|青苔，一到雨天谁也不敢下去走。|　　船工老柳每天清早先用竹篙|探一探水深，再决定今天从哪一级|开始搬货。',
      ),
    ).toHaveLength(2);
  });

  it('are joined over the blank line that follows every line', () => {
    expect(
      blocks(
        '渡口的石阶有四十二级，最下面||的十级常年泡在水里，长满了青苔||，踩上去要小心，一到雨天谁也||不敢下去。||船工老柳每天清早先用竹篙探||一探水深，再决定今天从哪一级开||始搬货。',
      ),
    ).toHaveLength(2);
  });

  it('are joined where paragraphs have blank lines between and one of their lines happens to end', () => {
    expect(
      blocks(
        '船工老柳今年六十三岁，他说自己在|这条河上来回了三十一年。||渡口的石阶有四十二级。清早起雾。|最下面的十级常年泡在水里，长满了|青苔，踩上去要小心，一到雨天谁也|不敢下去走。',
      ),
    ).toHaveLength(2);
  });

  it('are parted before a first line that is whole and has lost its indent', () => {
    expect(
      blocks(
        '渡口的石阶有四十二级，最下面||的十级常年泡在水里，长满了青苔，||一到雨天谁也不敢下去。||船工老柳每天清早先用竹篙探一||探水深，再决定今天从哪一级开始搬||货，雾散以前谁也不许上船说是规矩。||今天的第一趟船坐满了过河的人。||他们要去对岸的集市，挑着自家种的||新米和豆角，天不亮就出了门。',
      ).map((text) => text.slice(0, 2)),
    ).toEqual(['渡口', '船工', '今天']);
  });

  it('are joined over a line of the page’s own', () => {
    expect(
      blocks(
        '渡口的石阶有四十二级，最下面|的十级常年泡在水里，长满了青|责任编辑：胡一鸣　版式：宋晓|苔，踩上去要小心，一到雨天谁|也不敢下去。',
      ),
    ).toEqual([
      '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，踩上去要小心，一到雨天谁也不敢下去。',
      '责任编辑：胡一鸣　版式：宋晓',
    ]);
  });

  it('take along the first characters of a sentence that a cut left below a full line, where gaps part paragraphs', () => {
    expect(
      blocks(
        '渡口的石阶有四十二级，最下面|的十级常年泡在水里，长满了青|苔，踩上去要小心。||船工老柳每天清早先用竹篙探一|探水深，再看今天的风大不大。|雾||散以前谁也不许上船，说是规矩，|谁也没有破过例。',
      ),
    ).toContain('船工老柳每天清早先用竹篙探一探水深，再看今天的风大不大。雾');
  });

  it('are parted in a column without a clear end as in the other columns of the page', () => {
    const parted =
      '渡口的石阶有四十二级，最下面|的十级常年泡在水里，长满了青|苔。||今年水大，石阶只露出十九级，|洗菜的人都站到了木头扶手旁，|一边洗一边看船。';
    const unclear =
      '船工老柳，每天清早用竹篙探一|探水深，流得急不急，再决定从|哪级石阶开始搬货，他说。|雾散以前谁也不许上船。';
    expect(blocks(`${unclear}||老渡口||${unclear}`)).toHaveLength(5);
    expect(blocks(`${parted}||老渡口||${unclear}`)).toContain(unclear.replaceAll('|', ''));
  });

  it('are parted from a headline in two halves below a full last line', () => {
    expect(
      blocks(
        '　　渡口的石阶有四十二级，最|下面的十级常年泡在水里，长满了|青苔，一到雨天谁也不敢下去走。|两岸修起步行桥 十七户人家搬房|　　船工老柳每天清早先用竹篙|探一探水深，再决定今天从哪一级|开始搬货。',
      ),
    ).toContain('两岸修起步行桥 十七户人家搬房');
  });

  it('are joined to the credit that ends a caption', () => {
    expect(
      blocks(
        '　　渡口的石阶有四十二级，最|下面的十级常年泡在水里，长满了|青苔，一到雨天谁也不敢下去走。|3月4日，船工们正在石阶上搬新|米。 周远航 摄|　　船工老柳每天清早先用竹篙|探一探水深，再决定今天从哪一级|开始搬货。',
      ).find((text) => text.includes('周远航')),
    ).toContain('搬新米。');
  });

  it('take the closing mark that stands alone below them', () => {
    expect(blocks('“今年水大，石阶只露出十九级，都站在扶手旁边。|”|老柳走了。')[0]).toMatch(/。”$/);
  });

  it('put a space between Latin words only', () => {
    expect(
      blocks('这台机器的名字叫作Long|River，能装下两千吨沙子，每|小时走十二公里，是船厂造过|的最大的一台。'),
    ).toEqual(['这台机器的名字叫作Long River，能装下两千吨沙子，每小时走十二公里，是船厂造过的最大的一台。']);
  });

  it.each([
    ['headlines', '老渡口上新添步行桥|两岸小学今秋合并|夜市推迟一小时收摊|图书室开到半夜'],
    ['verse', '春水漫过石阶，|船还没有来。|风从对岸吹过，|带着米的香味。|谁在灯下等，|等一句平安。'],
    [
      'one-line paragraphs of which two break off at one width, with a blank line below each',
      '渡口的石阶有四十二级，最下面的十级常年泡在水里||摊在石阶旁的木桌上，谁想看都可以翻，翻完了放回。||今年水大，石阶只露出十九级。||老柳说，今年的船票还是两块钱一张，老人也不要||手往下挪，下雨天更是没有人敢下去。',
    ],
    [
      'one-line paragraphs',
      '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔。|船工老柳每天清早先用竹篙探一探水深。|再决定今天从哪一级开始搬货，搬到中午就歇。',
    ],
  ])('are not seen in %s', (_, page) => {
    expect(blocks(page)).toEqual(page.split(/\|+/));
  });
});
