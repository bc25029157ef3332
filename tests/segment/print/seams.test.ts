import { countPairs, seamScore } from '@shared/segment/print/seams.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

/** The score of a seam, written `before|after`, on a page that also says `elsewhere`. */
function score(seam: string, elsewhere = ''): number {
  const [before = '', after = ''] = seam.split('|');
  return seamScore(before, after, countPairs([before, after, elsewhere]), KNOWLEDGE);
}

describe('what goes on across a seam', () => {
  it.each<[string, string, string?]>([
    ['a word of the dictionary', '船工每天清早用竹篙探一探水深，再决定从哪里开|始搬货。'],
    ['words that stand elsewhere on the page', '今年的账贴在清溪渡|口墙上，谁都可以去看。', '清溪渡口的石阶'],
    ['an open quotation', '他在信里写道：“河水涨上来的那一天，我们都|没有睡觉，一直守到天亮。”'],
    ['an open bracket', '这座桥（由两岸的村子一起|出钱修成）今年通车。'],
    ['a figure and its measure', '全村今年一共收了8600|多斤梨。'],
    ['a mark that begins no sentence', '清早六点半，渡口已经有人等着了|，挑担子的排在最前面。'],
    ['a particle', '镇里把每一笔钱花在哪里都写在渡口|的墙上。'],
    ['an item of a list', '他们种白菜、萝卜、土|豆、豆角，够吃七个月。'],
    ['the few words that a sentence lacks', '技能培训今年秋天可以做到人员|全覆盖。'],
  ])('%s speaks for it', (_, seam, elsewhere = '') => {
    expect(score(seam, elsewhere)).toBeGreaterThanOrEqual(1.5);
  });

  it.each([
    ['words that open a sentence', '他在这条河上来回了三十一年，见过|近日，县里派人来量河面的宽度。'],
    ['a quotation that opens in an open one', '他说：“我们在这里|“能不能修一座桥？”有人问。'],
    ['a quotation that closes unopened', '他在这条河上来回了许多|年没有睡好觉。”老柳说。'],
  ])('%s speaks against it', (_, seam) => {
    expect(score(seam)).toBeLessThan(0);
  });

  it('is unknown where nothing speaks for or against it', () => {
    expect(score('老柳挑着担子走在最前面，他说自己|山坡上的梨树今年开花很早。')).toBe(0);
  });
});
