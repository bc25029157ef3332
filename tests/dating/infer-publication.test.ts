import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inferPublication } from '@shared/dating/infer-publication.ts';
import { readPrintedDate } from '@shared/dating/printed-date.ts';
import { findTimes } from '@shared/facts/times/find-times.ts';
import { describe, expect, test } from 'vitest';
import { datingKnowledge, timesKnowledge } from '../facts/times/load-knowledge.ts';

const REPUBLIC = new Map([
  ['民国', 1911],
  ['民國', 1911],
]);

/** The date inferred for a page of these texts, or `from..to` of what bounds it, with the words that prove it. */
function infer(...texts: string[]): readonly [string | null, string[]] {
  const dated = texts.map((text) => ({
    text,
    role: 'body' as const,
    facts: findTimes(text, timesKnowledge),
  }));
  const inferred = inferPublication(dated, datingKnowledge);
  const words = (inferred?.evidence ?? []).map(({ text, span }) => texts[text]!.slice(span.start, span.end));
  if (inferred === null) return [null, words];
  return [inferred.value ?? `${inferred.notBefore ?? ''}..${inferred.notAfter ?? ''}`, words];
}

describe('the publication date that a page lets infer', () => {
  test.each<[string, string[], string | null]>([
    ['a late month told as past, beside 去年', ['去年11月开班。', '2023年11月，公司挂牌。'], '2024'],
    [
      'a month up to which figures are counted',
      ['今年计划培训百人。2020年起步。截至2021年6月底，开店三家。'],
      '2021',
    ],
    ['the end of a year up to which figures are counted', ['截至2022年底，参保十万人。'], '2023'],
    ['a congress still to come', ['2021年夺冠。以优异成绩迎接党的二十大。'], '2022'],
    ['an anniversary beside the founding', ['今年是农场成立70周年。1954年10月，第一批人来到这里。'], '2024'],
    ['a length counted from a start is not enough', ['自2019年底以来，队伍已工作两年时间。'], '2019-12..'],
    ['a whole year told as past is not enough', ['2024年，村里开了三家店。今年还要再开。'], '2024..'],
    [
      'the day itself in brackets',
      ['2022年增长。国新办今天（1月18日）发布，截至2022年底如此。'],
      '2023-01-18',
    ],
    ['a plan says nothing of the day', ['到2035年基本建成。'], null],
    ['nothing at all', ['近日，村里开会。'], null],
    ['what is still to come', ['大桥预计2027年通车。'], '..2027'],
    ['bounds that leave one year', ['2026年3月，大桥合龙，预计2026年底通车。'], '2026'],
    [
      'an anniversary of somebody else',
      ['她现年81岁，获“建馆50周年荣誉馆员”称号。2011年，她回馆演讲。'],
      '2011..',
    ],
    ['a year within a title', ['电影《2073年的城》上映。'], null],
    ['a dateline', ['新华社1976年11月9日电 秋粮入库提前完成。'], '1976-11'],
    ['an event of these days', ['昨夜，2022年江城公开赛落幕。纪录是2010年创造的。'], '2022'],
    ['a term that stays in use', ['改革开放的成果很多。今年，“双减”落地。'], '1978..'],
    ['a feast that is numbered', ['在第40个教师节到来之际，校门口摆了花。'], '2024'],
    ['a fair that is numbered', ['昨天，第七届中国国际进口博览会开幕。'], '2024'],
    ['a fair that may be told later', ['第七届中国国际进口博览会上，村里的茶签了单。'], null],
    ['a fair held twice a year', ['第135届广交会即将开幕。'], '2024'],
    ['years since a known founding', ['今年是新中国成立75周年，镇上办了灯会。'], '2024'],
    ['the first year of a plan', ['今年是“十四五”开局之年。2020年，路修通了。'], '2021'],
    ['the last year of a plan', ['今年是“十三五”规划收官之年，任务紧。'], '2020'],
    ['a first year that is told', ['2021年是“十四五”开局之年。2023年，桥通了车。'], '2023..'],
    ['a weekday that fits one year only', ['2023年，桥开工。3月5日（星期二），桥面合龙。'], '2024'],
    ['a year of the cycle', ['2023年，桥开工。甲辰龙年春节，人人走新桥。'], '2024'],
    ['a birth and an age', ['她1958年出生，今年66岁，还在绣花。'], '2024'],
    ['how long ago a year was', ['十年前的2014年，他第一次来到这里。'], '2024'],
    ['an anniversary told later', ['2019年，为庆祝新中国成立70周年办过灯会。2022年，灯会停了。'], '2022..'],
  ])('%s', (_, texts, value) => {
    expect(infer(...texts)[0]).toBe(value);
  });

  test('hands back the words that decided', () => {
    expect(infer('截至2021年6月底，开店三家。')[1]).toEqual(['2021年6月底']);
    expect(infer('今年是农场成立70周年。1954年10月，第一批人来到这里。')[1]).toEqual([
      '今年',
      '70周年',
      '1954年10月',
    ]);
  });
});

/** Lines of `when <tab> text`, with ¶ for a line end; what stands before the tab is the year or the date. */
const pagesOf = (name: string): { readonly when: string; readonly text: string }[] =>
  readFileSync(resolve(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => line.split('\t'))
    .map(([when = '', text = '']) => ({ when, text: text.replaceAll('¶', '\n') }));

describe('pages of seven decades', () => {
  test('of those that prove no year, no more than one in fifty is given a wrong one', () => {
    const pages = pagesOf('no-proof.txt');
    const wrong = pages.filter(({ when, text }) => {
      const [value] = infer(...text.split('\n'));
      return value !== null && !value.includes('..') && value.slice(0, 4) !== when;
    });
    expect(wrong.length).toBeLessThanOrEqual(pages.length / 50);
  });

  test('what bounds them holds their year', () => {
    for (const { when, text } of pagesOf('no-proof.txt')) {
      const [from = '', to = ''] = (infer(...text.split('\n'))[0] ?? '..').split('..');
      expect(from.slice(0, 4) <= when, text).toBe(true);
      expect(to === '' || to.slice(0, 4) >= when, text).toBe(true);
    }
  });

  test.each(pagesOf('proof.txt'))('$text', ({ when, text }) => {
    expect(infer(...text.split('\n'))[0]).toBe(when);
  });

  test.each(pagesOf('printed.txt'))('prints its date: $text', ({ when, text }) => {
    const printed = readPrintedDate(text, REPUBLIC);
    expect(printed?.value).toBe(when);
  });

  test('a line of prose prints no date of its own', () => {
    expect(readPrintedDate('1949年10月1日，报社的人都上了街。', REPUBLIC)).toBeNull();
    expect(readPrintedDate('（1949年10月1日）', REPUBLIC)).toBeNull();
    expect(readPrintedDate('他生于1949年10月1日', REPUBLIC)).toBeNull();
  });
});
