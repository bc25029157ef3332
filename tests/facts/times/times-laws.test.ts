import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { findTimes } from '@shared/facts/times/find-times.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datingKnowledge, timesKnowledge } from './load-knowledge.ts';

const find = (text: string, published: string | null): FoundFact[] =>
  resolveTimes(text, findTimes(text, timesKnowledge), published, datingKnowledge);

const dayOfCalendar = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const CHINESE = '〇一二三四五六七八九';

const inRow = (digits: string): string => [...digits].map((digit) => CHINESE[Number(digit)]).join('');

function spelled(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : CHINESE[value % 10];
  if (tens === 0) return ones ?? '';
  return `${tens === 1 ? '' : CHINESE[tens]}十${ones}`;
}

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const FORMS: Record<string, (year: string, month: number, day: number) => string> = {
  arabic: (year, month, day) => `${year}年${month}月${day}日`,
  padded: (year, month, day) =>
    `${year}年${String(month).padStart(2, '0')}月${String(day).padStart(2, '0')}日`,
  号: (year, month, day) => `${year}年${month}月${day}号`,
  chinese: (year, month, day) => `${inRow(year)}年${spelled(month)}月${spelled(day)}日`,
  hyphens: (year, month, day) => `${year}-${month}-${day}`,
  iso: (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  slashes: (year, month, day) => `${year}/${month}/${day}`,
  points: (year, month, day) => `${year}.${month}.${day}`,
  fullWidth: (year, month, day) => fullWidth(`${year}年${month}月${day}日`),
};

describe('laws of times', () => {
  test.each(Object.entries(FORMS))('a day printed as %s reads back as itself', (_, print) => {
    fc.assert(
      fc.property(dayOfCalendar, (iso) => {
        const [year = '', month, day] = iso.split('-');
        const words = print(year, Number(month), Number(day));
        const found = find(`会议于${words}召开。`, null);
        expect(found.map(({ text, value }) => [text, value])).toEqual([[words, iso]]);
      }),
    );
  });

  test('a day without its year is of the year of publication when it is past', () => {
    fc.assert(
      fc.property(dayOfCalendar, (published) => {
        const [, month, day] = published.split('-').map(Number);
        const [found] = find(`${month}月${day}日开幕`, published);
        expect(found?.value).toBe(published);
      }),
    );
  });

  test('yesterday is the day before', () => {
    fc.assert(
      fc.property(dayOfCalendar, (published) => {
        const [found] = find('昨日开幕', published);
        const before = new Date(Date.parse(`${published}T00:00:00Z`) - 86_400_000);
        expect(found?.value).toBe(before.toISOString().slice(0, 10));
      }),
    );
  });

  test('times are in order, apart, and quote the text; a new publication date moves no span', () => {
    const pieces = fc.constantFrom(
      ...'去年 10月 18日 今年以来 三 年 来 自 从 到 2020年 — 上半年 昨 晚 8时 30分 许 近 每天 正月 初 十五 。 ， “ ” 春节 前 20余 个月 半 周 五 至今'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), dayOfCalendar, (words, published) => {
        const text = words.join('');
        const found = find(text, published);
        let free = 0;
        for (const fact of found) {
          expect(fact.start).toBeGreaterThanOrEqual(free);
          expect(fact.end).toBeGreaterThan(fact.start);
          expect(text.slice(fact.start, fact.end)).toBe(fact.text);
          free = fact.end;
        }
        expect(found.map(({ start, end }) => [start, end])).toEqual(
          find(text, '1999').map(({ start, end }) => [start, end]),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('full width digits mean what half width ones mean', () => {
    const texts = fc.constantFrom(
      '去年10月18日',
      '近5年',
      '20余年',
      '9月1日-5日',
      '06时33分',
      '90年代初',
      '2024.10.06',
    );
    fc.assert(
      fc.property(texts, (text) => {
        const meaning = (found: readonly FoundFact[]) =>
          found.map(({ kind, value, unit }) => [kind, value, unit]);
        expect(meaning(find(fullWidth(text), '2024-03-05'))).toEqual(meaning(find(text, '2024-03-05')));
      }),
    );
  });
});
