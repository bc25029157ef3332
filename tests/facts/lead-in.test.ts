import { blankLeadIns, partHalves } from '@shared/facts/links/lead-in.ts';
import type { FoundName } from '@shared/model/name.ts';
import { describe, expect, it } from 'vitest';

/** A paragraph whose lead-in stands before `|`, which is no part of it; people are given by their names. */
const LED_IN: readonly (readonly [paragraph: string, ...people: string[]])[] = [
  ['本报讯|　旺山一间酒楼', ''],
  ['本报讯（记者 甲小青）|昨日三家', '甲小青'],
  ['本报讯 记者甲小青 通讯员乙大川 |昨日三家', '甲小青', '乙大川'],
  ['本报讯 记者甲小青报道|：昨日三家', '甲小青'],
  ['本报临水7月2日电|　临水县三家', ''],
  ['本报临水7月2日电|临水县三家', ''],
  ['临山日报讯 （记者甲小青）|三家', '甲小青'],
  ['新华社利雅得9月10日电（记者甲小青 乙大川）|三家', '甲小青', '乙大川'],
  ['据新华社北京4月2日电| 三家', ''],
  ['〔记者甲小青/台北报道〕|立法院三读', '甲小青'],
  ['（中央社记者甲小青台北5日电）|三家', '甲小青'],
  ['【本报讯】|三家', ''],
];

/** What opens like one and is read. */
const READ: readonly (readonly [paragraph: string, ...people: string[]])[] = [
  ['本报通讯员甲小青写来三封信', '甲小青'],
  ['本报电话八部', ''],
  ['本报今日电视版三页', ''],
  ['记者近日获悉，三家', ''],
  ['记者甲小青近日走访了三家', '甲小青'],
  ['合作社通讯录三份', ''],
  ['人民公社电灌站三座', ''],
  ['（三）今年登出三篇', ''],
  ['（全文三千字）', ''],
];

const peopleIn = (text: string, people: readonly string[]): FoundName[] =>
  people
    .filter((person) => person !== '')
    .map((person): FoundName => {
      const start = text.indexOf(person);
      return { start, end: start + person.length, text: person, type: 'person' } as FoundName;
    });

describe('lead-ins', () => {
  it.each(LED_IN)('are left blank: %s', (marked, ...people) => {
    const length = marked.indexOf('|');
    const text = marked.replace('|', '');
    expect(blankLeadIns(text, peopleIn(text, people))).toBe('\n'.repeat(length) + text.slice(length));
  });

  it.each(READ)('are no sentences: %s', (text, ...people) => {
    expect(blankLeadIns(text, peopleIn(text, people))).toBe(text);
  });

  it('open any paragraph of a text, and the rest stays', () => {
    const text = '三家。\n本报讯　四家。\n五家。';
    expect(blankLeadIns(text, [])).toBe('三家。\n\n\n\n　四家。\n五家。');
  });
});

describe('a headline of two halves', () => {
  it('is parted where its blank stands', () => {
    expect(partHalves('三读修正案　税收1.8成拨地方', [])).toBe('三读修正案，税收1.8成拨地方');
    expect(partHalves('修正案  “财划法”三读', [])).toBe('修正案，，“财划法”三读');
  });

  it('is no sentence, and no name is parted', () => {
    const sentence = '税收 拨地方。';
    expect(partHalves(sentence, [])).toBe(sentence);
    const named = '青 山县三读';
    expect(partHalves(named, peopleIn(named, ['青 山县']))).toBe(named);
  });
});
