import { findPrintedDate } from '@shared/numerals/printed-date.ts';
import { readFolio } from '@shared/segment/blocks/folio.ts';
import { isFurniture } from '@shared/segment/blocks/furniture.ts';
import { readImprint } from '@shared/segment/blocks/imprint.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { FOLIO_FORMS, type FolioForm } from '../generator/folio-forms.ts';
import { drawDay, drawName, drawPaper, drawSection } from '../generator/press-names.ts';
import { Random } from '../generator/random.ts';
import { toTraditional } from '../generator/traditional.ts';
import { KNOWLEDGE } from '../knowledge.ts';

const blocksOf = (lines: readonly string[]) => splitLines(lines.join('\n')).map((line) => blockOf([line]));

describe('a folio in every form', () => {
  const forms = Object.keys(FOLIO_FORMS) as FolioForm[];

  it.each(forms)('%s is furniture, and says its day, paper and edition', (name) => {
    const random = new Random(11);
    for (let round = 0; round < 40; round++) {
      const region = (['simplified', 'taiwan', 'hongkong'] as const)[round % 3] as 'taiwan';
      const { lines, imprint } = FOLIO_FORMS[name]({
        ...drawDay(random, 1950 + 10 * random.below(8)),
        paper: drawPaper(random, region),
        page: random.between(1, 16),
        section: drawSection(random, region),
        editor: drawName(random),
        designer: drawName(random),
      });
      const printed = region === ('simplified' as string) ? lines : lines.map(toTraditional);
      const blocks = blocksOf(printed);
      // A bare word is a paper's name or a section by its place alone.
      for (const block of blocks)
        if (!/^\p{Script=Han}{2,6}$/u.test(block.text) || KNOWLEDGE.press.furniture.has(block.text))
          expect([block.text, isFurniture(block, KNOWLEDGE, true)]).toEqual([block.text, true]);
      const read = readImprint(blocks, KNOWLEDGE);
      expect([printed, read.date?.value]).toEqual([printed, imprint.date]);
      if (imprint.edition) expect(read.edition?.text).toBeDefined();
      const paper =
        imprint.newspaper && region !== ('simplified' as string)
          ? toTraditional(imprint.newspaper)
          : imprint.newspaper;
      if (paper) expect([printed, read.newspaper?.text]).toEqual([printed, paper]);
    }
  });
});

describe('a day as printed', () => {
  it.each([
    ['２０２１年９月８日', '2021-09-08'],
    ['二○一○年十月二十一日', '2010-10-21'],
    ['二O一八年一月三日', '2018-01-03'],
    ['一九五六年元月卅一日', '1956-01-31'],
    ['2024 年 5 月 6 日', '2024-05-06'],
    ['1998/03/05', '1998-03-05'],
    ['2021.2.30', undefined],
    ['2021年13月3日', undefined],
    ['2021年9月8版', undefined],
    ['3月5日', undefined],
    ['电话2021-88001', undefined],
  ])('%s', (text, value) => {
    expect(findPrintedDate(text)?.value).toBe(value);
  });

  it.each([
    ['中華民國一〇五年三月二日', '2016-03-02'],
    ['民国三十七年十二月一日', '1948-12-01'],
    ['昭和十二年七月八日', '1937-07-08'],
    ['民國元年元月一日', '1912-01-01'],
    ['宣统三年九月十九日', '1911-09-19'],
  ])('of an era: %s', (text, value) => {
    expect(findPrintedDate(text, KNOWLEDGE.eras)?.value).toBe(value);
  });
});

describe('a folio with a price, a leaf count or the moon’s day', () => {
  it.each([
    ['2004年8月11日　星期三　今日48版　零售价0.5元', '2004-08-11'],
    ['1987年10月6日 第四版 每份五分', '1987-10-06'],
    ['一九五一年七月一日　夏历辛卯年五月廿七日', '1951-07-01'],
    ['C2 台南‧雲嘉　中華民國九十九年四月二十三日　星期五', '2010-04-23'],
    ['农历壬寅年五月十九', undefined],
  ])('%s', (line, day) => {
    const folio = readFolio(line, KNOWLEDGE);
    expect([folio?.sure, folio?.date?.value]).toEqual([true, day]);
  });
});

describe('what is no folio', () => {
  it.each([
    '2008年5月12日汶川地震',
    '2024年第一座跨江大桥合龙',
    '本报记者 周远航 2024年5月6日',
    '周远航 2024年5月6日',
    '第三版块的秘密',
    '3月5日起调整公交线路',
    '星期三的早市',
    '2021年9月8日，全市开学。',
    '1998年3月5日出生的孩子们',
    '第5版《渡口免费》一文更正',
    '责任编辑的一天',
    '农历新年的第一场雪，',
    '甲午年间的海战',
    '零售价上调三毛',
  ])('%s', (line) => {
    expect(readFolio(line, KNOWLEDGE)).toBeNull();
  });
});

describe('the imprint of a page', () => {
  const BODY = '镇上的老供销社改成了乡村书吧，柜台擦亮了当书桌，算盘还挂在梁上，开门那天来了一百多人。';

  it('is read off lines that stand apart, wherever they stand', () => {
    const parted = readImprint(blocksOf(['2024年5月', '6', '星期一']), KNOWLEDGE);
    expect(parted.date).toMatchObject({ value: '2024-05-06', span: { start: 0, end: 9 } });
    const foot = ['旧仓库变成图书室', BODY, '第３版　２０２１年９月８日　星期三　江畔日报'].join('\n');
    expect(segment(foot, KNOWLEDGE).page.imprint).toMatchObject({
      date: { value: '2021-09-08' },
      newspaper: { text: '江畔日报' },
      edition: { text: '第３版' },
    });
  });

  it('is not the day that a story tells of', () => {
    const page = ['旧仓库变成图书室', `2019年3月4日，${BODY}`, '2021年9月8日 星期三 第3版'].join('\n');
    expect(segment(page, KNOWLEDGE).page.imprint.date?.value).toBe('2021-09-08');
  });
});
