import { splitLines } from '@shared/segment/lines.ts';
import { joinWrappedLines } from '@shared/segment/wrapping.ts';
import { describe, expect, it } from 'vitest';

/** Blocks of a page, each as its text; `|` stands for a line end in the page. */
const blocks = (page: string): string[] =>
  joinWrappedLines(splitLines(page.replaceAll('|', '\n'))).map((block) => block.text);

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

  it('put a space between Latin words only', () => {
    expect(
      blocks('这台机器的名字叫作Long|River，能装下两千吨沙子，每|小时走十二公里，是船厂造过|的最大的一台。'),
    ).toEqual(['这台机器的名字叫作Long River，能装下两千吨沙子，每小时走十二公里，是船厂造过的最大的一台。']);
  });

  it.each([
    ['headlines', '老渡口上新添步行桥|两岸小学今秋合并|夜市推迟一小时收摊|图书室开到半夜'],
    ['verse', '春水漫过石阶，|船还没有来。|风从对岸吹过，|带着米的香味。|谁在灯下等，|等一句平安。'],
    [
      'one-line paragraphs',
      '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔。|船工老柳每天清早先用竹篙探一探水深。|再决定今天从哪一级开始搬货，搬到中午就歇。',
    ],
  ])('are not seen in %s', (_, page) => {
    expect(blocks(page)).toEqual(page.split('|'));
  });
});
