import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Page } from '@shared/model/page.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';
import { brokenLaws } from '../laws.ts';

const PAGE = `清河日报
第03版：民生

渔港里的冰厂
——一块冰的十二个小时

■ 江一帆

天没亮，冰厂的传送带就转起来了，一块冰重五十公斤，一小时能出一百二十块。

码头上的渔船排着队等冰。船老大们说，没有冰就不敢走远，走远了也不敢多捕。

冰厂的老厂房
建在三十年前的滩涂上，去年冬天刚刚加固过。

工人把冰块推上滑道。 何 采 摄

灯塔下的气象站

■ 孙若水

气象站在灯塔脚下，只有两间屋子，值班员每三个小时记录一次海面的风和浪。
`;

function at(words: string): SourceSpan {
  const start = PAGE.indexOf(words);
  if (start < 0) throw new Error(`${words} is not on the page`);
  return sourceSpan(start, start + words.length);
}

type Role = Extract<PlacedCut, { type: 'mark' }>['role'];

const mark = (words: string, role: Role): PlacedCut => ({ type: 'mark', what: [at(words)], role });

/** Each article as `title / subtitle / byline`, then its texts with `#` before a heading and `~` before a caption. */
function read(...cuts: PlacedCut[]): string[] {
  const { page, unplaced } = segment(PAGE, KNOWLEDGE, cuts);
  expect(unplaced).toEqual([]);
  expect(brokenLaws(PAGE, page)).toEqual([]);
  return page.articles.map(outline);
}

const short = (text: string): string => text.slice(0, 6);

function outline(article: Page['articles'][number]): string {
  const head = [article.title?.text ?? '', article.subtitle?.text ?? '', article.byline.names.join(' ')];
  const parts = [
    ...article.paragraphs.map((span) => ({ span, sign: '' })),
    ...article.headings.map((span) => ({ span, sign: '#' })),
  ].sort((a, b) => a.span.start - b.span.start);
  return [
    head.join(' / '),
    ...parts.map(({ span, sign }) => sign + short(article.body.text.slice(span.start, span.end))),
    ...article.captions.map(({ text }) => `~${short(text)}`),
  ].join(' | ');
}

const FOUND = read();

describe('marking words by hand', () => {
  it('starts from the page as it was recognised', () => {
    expect(FOUND).toEqual([
      '渔港里的冰厂 / ——一块冰的十二个小时 / 江一帆 | 天没亮，冰厂 | 码头上的渔船 | #冰厂的老厂房 | 建在三十年前 | ~工人把冰块推',
      '灯塔下的气象站 /  / 孙若水 | 气象站在灯塔',
    ]);
  });

  it('a new title replaces the old, which stays in the head', () => {
    expect(read(mark('——一块冰的十二个小时', 'title'))[0]).toMatch(
      /^——一块冰的十二个小时 \/ 渔港里的冰厂 \/ 江一帆 \| 天没亮/,
    );
    expect(read(mark('冰厂的老厂房', 'title'))[0]).toMatch(
      /^冰厂的老厂房 \/ 渔港里的冰厂 ——一块冰的十二个小时 \/ 江一帆 \| 天没亮，冰厂 \| 码头上的渔船 \| 建在/,
    );
  });

  it('both lines of a headline become the title when both are chosen', () => {
    expect(read(mark('渔港里的冰厂\n——一块冰的十二个小时', 'title'))[0]).toMatch(
      /^渔港里的冰厂——一块冰的十二个小时 \/ {2}\/ 江一帆/,
    );
  });

  it('of a title that is marked in part, the rest is the subtitle', () => {
    expect(read(mark('冰厂', 'title'))[0]).toMatch(/^冰厂 \/ 渔港里的 ——一块冰的十二个小时 \//);
  });

  it('an old title goes back into the text as what it was printed as', () => {
    const [heading] = read(mark('冰厂的老厂房', 'title'), mark('渔港里的冰厂', 'title'));
    expect(heading).toMatch(/^渔港里的冰厂 \/ ——一块冰的十二个小时 \/.*\| #冰厂的老厂房 \| 建在三十年前/);
    const sentence = '天没亮，冰厂的传送带就转起来了，一块冰重五十公斤，一小时能出一百二十块。';
    const [paragraph] = read(mark(sentence, 'title'), mark('渔港里的冰厂', 'title'));
    expect(paragraph).toMatch(/^渔港里的冰厂 \/ ——一块冰的十二个小时 \/ 江一帆 \| 天没亮，冰厂 \| 码头/);
  });

  it('a subtitle, a byline and a caption are added to those there are', () => {
    expect(read(mark('冰厂的老厂房', 'subtitle'))[0]).toMatch(
      /^渔港里的冰厂 \/ ——一块冰的十二个小时 冰厂的老厂房 \//,
    );
    const [, second] = read({ type: 'merge', first: at('天没亮'), second: at('气象站在') }) as string[];
    expect(second).toBeUndefined();
    const { page } = segment(PAGE, KNOWLEDGE, [mark('何 采', 'byline')]);
    expect(page.articles[0]?.byline.spans).toHaveLength(2);
    expect(read(mark('没有冰就不敢走远，', 'caption'))[0]).toMatch(/\| ~没有冰就不敢 \| ~工人把冰块推$/);
  });

  it('a heading and a paragraph keep their place in the text', () => {
    expect(read(mark('码头上的渔船排着队等冰。', 'heading'))[0]).toMatch(
      /天没亮，冰厂 \| #码头上的渔船 \| 船老大们说，/,
    );
    expect(read(mark('冰厂的老厂房', 'body'))[0]).toMatch(/码头上的渔船 \| 冰厂的老厂房 \| 建在三十年前/);
    expect(read(mark('工人把冰块推上滑道。 何 采 摄', 'body'))[0]).toMatch(/建在三十年前 \| 工人把冰块推$/);
    expect(read(mark('渔港里的冰厂\n——一块冰的十二个小时', 'body'))[0]).toMatch(
      /^ \/ {2}\/ 江一帆 \| 渔港里的冰厂 \| 天没亮/,
    );
  });

  it('furniture leaves the article, and furniture comes back as what it is said to be', () => {
    expect(read(mark('——一块冰的十二个小时', 'furniture'))[0]).toMatch(/^渔港里的冰厂 \/ {2}\/ 江一帆/);
    expect(read(mark('第03版：民生', 'subtitle'))[0]).toMatch(
      /^渔港里的冰厂 \/ 第03版：民生 ——一块冰的十二个小时/,
    );
  });

  it('only the articles it touches change', () => {
    for (const role of ['title', 'subtitle', 'byline', 'heading', 'body', 'caption', 'furniture'] as const)
      expect(read(mark('冰厂的老厂房', role))[1]).toBe(FOUND[1]);
  });
});

describe('a new article', () => {
  it('has the heading that it begins with as its headline', () => {
    expect(read({ type: 'split', at: [at('冰厂的老厂房')] }).slice(0, 2)).toEqual([
      '渔港里的冰厂 / ——一块冰的十二个小时 / 江一帆 | 天没亮，冰厂 | 码头上的渔船',
      '冰厂的老厂房 /  /  | 建在三十年前 | ~工人把冰块推',
    ]);
  });

  it('can begin at a byline, at a line of the headline and at page furniture', () => {
    const merged: PlacedCut = { type: 'merge', first: at('天没亮'), second: at('气象站在') };
    expect(read(merged, { type: 'split', at: [at('■ 孙若水')] })[1]).toBe(' /  / 孙若水 | 气象站在灯塔');
    expect(read({ type: 'split', at: [at('——一块冰的十二个小时')] }).slice(0, 2)).toEqual([
      '渔港里的冰厂 /  / ',
      '——一块冰的十二个小时 /  / 江一帆 | 天没亮，冰厂 | 码头上的渔船 | #冰厂的老厂房 | 建在三十年前 | ~工人把冰块推',
    ]);
    const asFurniture = mark('冰厂的老厂房', 'furniture');
    expect(read(asFurniture, { type: 'split', at: [at('冰厂的老厂房')] })[1]).toMatch(/^冰厂的老厂房 \//);
  });
});

describe('the order of articles', () => {
  it('is changed as a whole', () => {
    const [ice, tower] = FOUND;
    expect(read({ type: 'arrange', what: at('气象站在'), after: null })).toEqual([tower, ice]);
    expect(read({ type: 'arrange', what: at('天没亮'), after: at('气象站在') })).toEqual([tower, ice]);
  });

  it('cannot put an article after itself', () => {
    const cut: PlacedCut = { type: 'arrange', what: at('天没亮'), after: at('码头上') };
    expect(segment(PAGE, KNOWLEDGE, [cut]).unplaced).toEqual([0]);
  });
});
