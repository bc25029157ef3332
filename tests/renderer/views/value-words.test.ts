import type { Fact } from '@shared/model/fact.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../renderer/ui/read-messages.ts';
import {
  sayAbout,
  sayConverted,
  sayPublication,
  sayTime,
  sayValue,
} from '../../../renderer/ui/value-words.ts';

const zh = readMessages('zh');
const en = readMessages('en');

const fact = (part: Partial<Fact>): Fact =>
  ({ kind: 'quantity', value: null, unit: null, bound: 'exact', text: '', ...part }) as Fact;

describe('a value in words', () => {
  it.each([
    [{ kind: 'money', value: 64_700_000, unit: 'CNY', text: '6470万元' }, '64,700,000 元', '64,700,000 yuan'],
    [
      { kind: 'money', value: 5_180_000_000, unit: 'CNY', text: '51.8亿元' },
      '51.8亿 元',
      '5,180,000,000 yuan',
    ],
    [{ value: 1_234_567_890, unit: '株', text: '1234567890株' }, '1,234,567,890 株', '1,234,567,890 株'],
    [
      { kind: 'money', value: 50, unit: 'CNY', per: '公斤', text: '每公斤50元' },
      '50 元 每公斤',
      '50 yuan per 公斤',
    ],
    [{ value: 3, valueMax: 4, unit: '家', text: '3至4家' }, '3–4 家', '3–4 家'],
    [{ kind: 'percent', value: 95.51, unit: '%', text: '95.51%' }, '95.51 %', '95.51 %'],
    [
      { value: 250_000, unit: '人次', bound: 'more-than', text: '25万多人次' },
      '> 250,000 人次',
      '> 250,000 人次',
    ],
    [{ kind: 'date', value: '2025-10-18', text: '去年10月18日' }, '2025年10月18日', '18 October 2025'],
    [{ kind: 'date', value: null, text: '近日' }, '近日', '近日'],
    [{ kind: 'ratio', value: 1.25, terms: [25, 20], text: '25比20' }, '25 : 20', '25 : 20'],
    [
      { kind: 'measurement', value: 0.5, unit: '毫米', bound: 'plus-minus', text: '±0.5毫米' },
      '± 0.5 毫米',
      '± 0.5 毫米',
    ],
    [{ kind: 'date', value: 'T10:00', text: '上午10时' }, '10:00', '10:00'],
    [{ kind: 'ordinal', value: 3, unit: '集', text: '第三集' }, '第 3 集', 'no. 3 集'],
    [{ kind: 'period', value: '2019/..', text: '自2019年起' }, '2019年起', 'from 2019'],
    [{ kind: 'period', value: '../2019-05', text: '2019年5月以前' }, '2019年5月以前', 'until May 2019'],
  ] as [Partial<Fact>, string, string][])('%j', (part, chinese, english) => {
    const said = (messages: typeof zh) => {
      const { bound, number, unit } = sayValue(fact(part), messages);
      return [bound, number, unit].filter(Boolean).join(' ');
    };
    expect(said(zh)).toBe(chinese);
    expect(said(en)).toBe(english);
  });

  it('loses no digit of a number that is said in 亿', () => {
    const worth = { 万亿: 1e12, 亿: 1e8 } as const;
    const value = fc.tuple(fc.integer({ min: 1, max: 10 ** 7 }), fc.constantFrom(1, 1e3, 1e4, 1e6, 1e8));
    fc.assert(
      fc.property(value, ([digits, tens]) => {
        const { number } = sayValue(fact({ value: digits * tens }), zh);
        const [, plain = '', unit = ''] = /^([\d,.]+)(万亿|亿)?$/.exec(number) ?? [];
        const times = unit === '' ? 1 : worth[unit as keyof typeof worth];
        expect(Math.round(Number(plain.replaceAll(',', '')) * times)).toBe(digits * tens);
      }),
    );
  });

  it('keeps a time at the precision it was printed with', () => {
    expect(sayTime('2025', zh)).toBe('2025年');
    expect(sayTime('2025-03', en)).toBe('March 2025');
    expect(sayTime('2020-01/2020-06', zh)).toBe('2020年1月 – 2020年6月');
    expect(sayTime('2024/2024', zh)).toBe('2024年');
    expect(sayTime('2025-10-18T10:00', zh)).toBe('2025年10月18日 10:00');
    expect(sayTime('2008-03-21T06:33:02.6', en)).toBe('21 March 2008, 06:33:02.6');
    expect(sayTime('2014-03-30T09:00/2014-03-30T09:30', zh)).toBe('2014年3月30日 09:00 – 09:30');
    expect(sayTime('T22:00/T06:00', en)).toBe('22:00 – 06:00');
    expect(sayTime('-02-29', en)).toBe('29 February');
    expect(sayTime('-02-29', zh)).toBe('2月29日');
    expect(sayTime('-05', en)).toBe('May');
    expect(sayTime('0079', en)).toBe('79');
  });

  it('is never said in ISO’s own letters and hyphens', () => {
    const two = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));
    const date = fc.oneof(
      fc.tuple(fc.constantFrom('1949', '2024', ''), two, two).map(([y, m, d]) => `${y}-${m}-${d}`),
      fc.tuple(fc.constantFrom('1949', '2024'), two).map(([y, m]) => `${y}-${m}`),
    );
    const clock = fc.tuple(two, two).map(([h, m]) => `T${h}:${m}`);
    const moment = fc.oneof(
      date,
      clock,
      fc.tuple(fc.constant('2024-05-06'), clock).map((parts) => parts.join('')),
    );
    const time = fc.oneof(
      moment,
      fc.tuple(fc.oneof(moment, fc.constant('..')), moment).map((ends) => ends.join('/')),
    );
    fc.assert(
      fc.property(time, (iso) => {
        for (const messages of [zh, en])
          expect(sayTime(iso, messages)).not.toMatch(/T\d|-|\/|\.\.|NaN|Invalid/);
      }),
    );
  });
});

describe('a value in another unit', () => {
  it('has no more digits than the words', () => {
    const mu = fact({ value: 1000, unit: '亩', text: '1000亩', conversion: { value: 67, unit: '公顷' } });
    expect(sayConverted(mu, zh)).toBe('约 67 公顷');
    expect(sayConverted(mu, en)).toBe('about 67 ha');
    expect(sayConverted(fact({ value: 22_400, unit: '人次', text: '22400人次' }), zh)).toBe('2.24万');
    expect(sayConverted(fact({ value: 64_700_000, unit: 'CNY', kind: 'money', text: '6470万元' }), en)).toBe(
      '64.7 million',
    );
  });

  it('is left out where it says nothing new', () => {
    expect(sayConverted(fact({ value: 22_400, unit: '人次', text: '2.24万人次' }), zh)).toBeNull();
    expect(sayConverted(fact({ value: 21, unit: '所', text: '21所' }), zh)).toBeNull();
    expect(sayConverted(fact({ value: '2025', kind: 'date', text: '2025年' }), zh)).toBeNull();
  });
});

it('says of what a fact is: measure, subject, when and how firmly, and nothing that is not known', () => {
  const phrase = (text: string) => ({ text }) as NonNullable<Fact['measure']>;
  const about = fact({
    measure: phrase('签约金额'),
    subject: phrase('河湾县'),
    when: '2021',
    modality: 'planned',
  });
  expect(sayAbout(about, zh).slice(0, 3)).toEqual(['签约金额', '河湾县', '2021年']);
  expect(sayAbout(about, en).slice(2)).toEqual(['2021', 'planned']);
  expect(sayAbout(fact({ measure: null, subject: null, when: null }), zh)).toEqual([]);
});

describe('a publication date in words', () => {
  it.each([
    [{ value: '2022' }, '2022年', '2022'],
    [{ value: null, notBefore: '2009' }, '2009年或更晚', '2009 or later'],
    [{ value: null, notAfter: '1976-11' }, '1976年11月或更早', 'November 1976 or earlier'],
    [{ value: null, notBefore: '1976', notAfter: '1978' }, '1976年至1978年之间', 'between 1976 and 1978'],
    [{ value: null }, null, null],
  ])('%j', (known, chinese, english) => {
    const publication = { basis: 'unknown', evidence: [], ...known } as const;
    expect(sayPublication(publication, zh)).toBe(chinese);
    expect(sayPublication(publication, en)).toBe(english);
  });
});
