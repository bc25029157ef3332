import { inferPublication } from '@shared/dating/infer-publication.ts';
import { findTimes } from '@shared/facts/times/find-times.ts';
import { describe, expect, test } from 'vitest';
import { datingKnowledge, timesKnowledge } from '../facts/times/load-knowledge.ts';

/** The date inferred for a page of these texts, with the words that prove it. */
function infer(...texts: string[]): readonly [string | null, string[]] {
  const dated = texts.map((text) => ({
    text,
    role: 'body' as const,
    facts: findTimes(text, timesKnowledge),
  }));
  const inferred = inferPublication(dated, datingKnowledge);
  const words = (inferred?.evidence ?? []).map(({ text, span }) => texts[text]!.slice(span.start, span.end));
  return [inferred?.value ?? null, words];
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
    ['a length counted from a start', ['自2019年底以来，队伍已工作两年时间。'], '2022'],
    ['a whole year told as past', ['2024年，村里开了三家店。今年还要再开。'], '2025'],
    [
      'the day itself in brackets',
      ['2022年增长。国新办今天（1月18日）发布，截至2022年底如此。'],
      '2023-01-18',
    ],
    ['a plan says nothing of the day', ['到2035年基本建成。'], null],
    ['nothing at all', ['近日，村里开会。'], null],
    ['an old event beside the newest term', ['改革开放的成果很多。今年，低空经济起步。'], '2023'],
    ['only the newest term', ['今年，各地发展新质生产力。'], '2023'],
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
