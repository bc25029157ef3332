import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

const STORY = [
  '老渡口的四十二级石阶',
  '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，踩上去要小心。',
  '船工老柳每天清早先用竹篙探一探水深，再决定今天从哪一级开始搬货，搬到中午就歇，下午留给修船和补网。',
  '去年秋天，镇上出钱把断了的三级石阶换成了新的，又在两边加了木头扶手，老人下河洗菜也有了可以抓的地方。',
  '今年水大，石阶只露出十九级。',
];

/** What a page gives back: its paragraphs, and the copies that were put aside. */
function read(page: readonly string[]): { paragraphs: string[]; copies: string[]; doubts: string[] } {
  const text = page.join('\n\n');
  const { articles, duplicates, doubts } = segment(text, KNOWLEDGE).page;
  return {
    paragraphs: articles.flatMap((one) =>
      one.paragraphs.map((span) => one.body.text.slice(span.start, span.end)),
    ),
    copies: duplicates.map(({ spans: [, copy] }) => text.slice(copy.start, copy.end)),
    doubts: doubts.map(({ reason }) => reason),
  };
}

describe('a column printed twice', () => {
  const [title = '', first = '', second = '', third = '', last = ''] = STORY;

  it('is kept once, where it is printed at once again', () => {
    expect(read([title, first, second, second, third, last])).toEqual({
      paragraphs: STORY.slice(1),
      copies: [second],
      doubts: [],
    });
  });

  it('takes nothing from its neighbours that happens to be alike', () => {
    const page = read([title, first, second, third, second, last]);
    expect(page.paragraphs).toEqual(STORY.slice(1));
    expect(page.copies).toEqual([second]);
  });

  it('is whole where it ends the page', () => {
    expect(read([title, first, second, third, last, second])).toEqual({
      paragraphs: STORY.slice(1),
      copies: [second],
      doubts: [],
    });
  });

  it('is doubted where it breaks a sentence', () => {
    const { doubts } = read([title, first, second, third.slice(0, 24) + second + third.slice(24), last]);
    expect(doubts).toContain('spliced-column');
  });

  it('stays where it does not break a sentence', () => {
    const page = read([title, first, second, third.slice(0, 24) + second + third.slice(24), last]);
    expect(page.paragraphs).toEqual(STORY.slice(1));
  });

  it('is no column where the words are few', () => {
    expect(read([title, first, last, third, last]).copies).toEqual([]);
  });
});
