import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Page } from '@shared/model/page.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import { segment } from '@shared/segment/segment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePage } from '../generator/compose-page.ts';
import { PAGE_FAULTS } from '../generator/page-faults.ts';
import { PAGE_LAYOUTS } from '../generator/page-layouts.ts';
import { KNOWLEDGE } from '../knowledge.ts';
import { brokenLaws } from '../laws.ts';

const PAGE = `渔港里的冰厂

■ 江一帆

天没亮，冰厂的传送带就转起来了，一块冰重五十公斤，一小时能出一百二十块。

码头上的渔船排着队等冰。船老大们说，没有冰就不敢走远，走远了也不敢多捕。

冰厂的老厂房
建在三十年前的滩涂上，去年冬天刚刚加固过。

灯塔下的气象站

■ 孙若水

气象站在灯塔脚下，只有两间屋子，值班员每三个小时记录一次海面的风和浪。
`;

/** The span of words in the page. */
function at(words: string): SourceSpan {
  const start = PAGE.indexOf(words);
  if (start < 0) throw new Error(`${words} is not on the page`);
  return sourceSpan(start, start + words.length);
}

const cut = (...cuts: PlacedCut[]): { page: Page; unplaced: readonly number[] } =>
  segment(PAGE, KNOWLEDGE, cuts);

/** A page in one line an article: title | headings and paragraphs | captions. */
const outline = (page: Page): string[] =>
  page.articles.map((article) =>
    [
      article.title?.text ?? '',
      article.body.text
        .split('\n')
        .map((line) => line.slice(0, 6))
        .join('/'),
      article.captions.map((caption) => caption.text.slice(0, 6)).join('/'),
    ].join('|'),
  );

const AS_FOUND = [
  '渔港里的冰厂|天没亮，冰厂/码头上的渔船/冰厂的老厂房/建在三十年前|',
  '灯塔下的气象站|气象站在灯塔|',
];

describe('cuts by the person', () => {
  it('start from the page as it was recognised', () => {
    expect(outline(cut().page)).toEqual(AS_FOUND);
  });

  it('split an article at a paragraph, and inside one', () => {
    expect(outline(cut({ type: 'split', at: [at('码头上')] }).page)).toEqual([
      '渔港里的冰厂|天没亮，冰厂|',
      '|码头上的渔船/冰厂的老厂房/建在三十年前|',
      '灯塔下的气象站|气象站在灯塔|',
    ]);
    expect(outline(cut({ type: 'split', at: [at('船老大们')] }).page)[1]).toBe(
      '|船老大们说，/冰厂的老厂房/建在三十年前|',
    );
  });

  it('merge two articles, the second headline a heading', () => {
    expect(outline(cut({ type: 'merge', first: at('天没亮'), second: at('气象站在') }).page)).toEqual([
      '渔港里的冰厂|天没亮，冰厂/码头上的渔船/冰厂的老厂房/建在三十年前/灯塔下的气象/气象站在灯塔|',
    ]);
  });

  it('reorder a paragraph, also to the head of its article', () => {
    const what = [at('天没亮，冰厂的传送带就转起来了，一块冰重五十公斤，一小时能出一百二十块。')];
    expect(outline(cut({ type: 'reorder', what, after: at('不敢多捕。') }).page)[0]).toBe(
      '渔港里的冰厂|码头上的渔船/天没亮，冰厂/冰厂的老厂房/建在三十年前|',
    );
    expect(
      outline(
        cut({ type: 'reorder', what: [at('建在三十年前的滩涂上，去年冬天刚刚加固过。')], after: null }).page,
      )[0],
    ).toBe('渔港里的冰厂|建在三十年前/天没亮，冰厂/码头上的渔船/冰厂的老厂房|');
  });

  it('mark a heading as a piece of its paragraph, then join the two', () => {
    const marked: PlacedCut = { type: 'mark', what: [at('冰厂的老厂房')], role: 'body' };
    const { page, unplaced } = cut(marked, { type: 'join', at: at('建在三十年') });
    expect(unplaced).toEqual([]);
    expect(page.articles[0]?.body.text).toContain('\n冰厂的老厂房建在三十年前的滩涂上，');
    expect(page.articles[0]?.headings).toEqual([]);
  });

  it('mark words inside a paragraph as a caption: the paragraph goes on after it', () => {
    const { page } = cut({ type: 'mark', what: [at('船老大们说，')], role: 'caption' });
    expect(page.articles[0]?.captions.map((caption) => caption.text)).toEqual(['船老大们说，']);
    expect(page.articles[0]?.body.text).toContain('渔船排着队等冰。没有冰就不敢走远');
  });

  it.each(['title', 'subtitle', 'byline', 'heading', 'caption', 'furniture'] as const)(
    'mark words as %s',
    (role) => {
      const what = at('冰厂的老厂房');
      const { page, unplaced } = cut({ type: 'mark', what: [what], role });
      const [article] = page.articles;
      const texts = {
        title: article?.title?.text === '冰厂的老厂房',
        subtitle: article?.subtitle?.text === '冰厂的老厂房',
        byline: article?.byline.spans.some((span) => span.start === what.start && span.end === what.end),
        heading: article?.headings.length === 1,
        caption: article?.captions[0]?.text === '冰厂的老厂房',
        furniture: page.furniture.some((span) => span.start === what.start && span.end === what.end),
      };
      expect(unplaced).toEqual([]);
      expect(texts[role]).toBe(true);
      expect(brokenLaws(PAGE, page)).toEqual([]);
    },
  );

  it('break a paragraph, and leave a break that is there as it is', () => {
    expect(outline(cut({ type: 'break', at: at('船老大们') }).page)[0]).toBe(
      '渔港里的冰厂|天没亮，冰厂/码头上的渔船/船老大们说，/冰厂的老厂房/建在三十年前|',
    );
    const again = cut({ type: 'break', at: at('码头上') });
    expect([outline(again.page), again.unplaced]).toEqual([AS_FOUND, []]);
  });

  it('list what no longer fits and apply the rest', () => {
    const { page, unplaced } = cut(
      { type: 'join', at: at('天没亮') },
      { type: 'split', at: [sourceSpan(PAGE.length + 3, PAGE.length + 4)] },
      { type: 'break', at: at('船老大们') },
      { type: 'mark', what: [sourceSpan(6, 8)], role: 'caption' },
    );
    expect(unplaced).toEqual([0, 1, 3]);
    expect(outline(page)[0]).toContain('/船老大们说，/');
  });

  it('settle the doubts they touch', () => {
    const text =
      '渡口的石阶\n\n渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，船工下脚时总要先用竹篙';
    const doubt = segment(text, KNOWLEDGE).page.doubts.find((one) => one.reason === 'unfinished-sentence');
    expect(doubt).toBeDefined();
    const settled = segment(text, KNOWLEDGE, [
      { type: 'mark', what: [sourceSpan(7, text.length)], role: 'body' },
    ]);
    expect(settled.page.doubts).toEqual([]);
  });

  it('keep every unit of ink once, whatever they are', () => {
    const spans = fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 120 }));
    const roles = fc.constantFrom('body', 'title', 'subtitle', 'byline', 'heading', 'caption', 'furniture');
    const made = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(...PAGE_LAYOUTS),
      fc.constantFrom(...PAGE_FAULTS),
    );
    const cuts = fc.array(
      fc.tuple(
        fc.constantFrom('split', 'merge', 'arrange', 'reorder', 'mark', 'join', 'break'),
        spans,
        spans,
        roles,
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(made, cuts, ([seed, layout, fault], wanted) => {
        const { text } = composePage(layout, seed, { faults: [fault] });
        const span = ([start, length]: [number, number]): SourceSpan => {
          const from = start % text.length;
          return sourceSpan(from, Math.min(text.length, from + length));
        };
        /** Every other stretch of four, as words are that something interrupts. */
        const spans = (words: [number, number]): SourceSpan[] => {
          const { start, end } = span(words);
          const parts = Array.from({ length: Math.ceil((end - start) / 8) }, (_, i) => start + i * 8);
          return parts.map((from) => sourceSpan(from, Math.min(end, from + 4)));
        };
        const placed = wanted.map(([type, a, b, role]): PlacedCut => {
          if (type === 'merge') return { type, first: span(a), second: span(b) };
          const after = b[0] % 5 === 0 ? null : span(b);
          if (type === 'arrange') return { type, what: span(a), after };
          if (type === 'reorder') return { type, what: spans(a), after };
          if (type === 'mark') return { type, what: spans(a), role };
          if (type === 'split') return { type, at: spans(a) };
          return { type, at: span(a) } as PlacedCut;
        });
        expect(brokenLaws(text, segment(text, KNOWLEDGE, placed).page)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
