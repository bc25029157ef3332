import { sourceSpan } from '@shared/model/offset.ts';
import type { Hint, Sheet } from '@shared/model/read-source.ts';
import { cutSheets } from '@shared/pipeline/cut-sheets.ts';
import { datePage } from '@shared/pipeline/date-page.ts';
import { describe, expect, it } from 'vitest';
import { knowledge } from './run.ts';

const CHAPTERS = [
  '江城渡口通航\n\n　　三月的第一个早晨，渡船载着四十二名学生过河，岸上站满了来看的人。\n　　航线停了六年。',
  '山城修路\n\n　　山城的公路今年铺到了最后一个村子，村民赶集不再走两个小时的山路。',
];
const TEXT = CHAPTERS.join('\n');
const SHEETS: readonly Sheet[] = [
  { ...sourceSpan(0, CHAPTERS[0]!.length), name: '一' },
  { ...sourceSpan(CHAPTERS[0]!.length + 1, TEXT.length), name: '二', publishedOn: '1998-05' },
];
const cut = (hints: readonly Hint[] = [], cuts = [] as Parameters<typeof cutSheets>[4]) =>
  cutSheets(TEXT, SHEETS, hints, knowledge.segment, cuts);

describe('a source of several sheets', () => {
  it('is cut sheet by sheet, each as if it stood alone', () => {
    const { page, sheetOf } = cut();
    expect(page.articles.map(({ title }) => title?.text)).toEqual(['江城渡口通航', '山城修路']);
    expect(sheetOf).toEqual([0, 1]);
    const [, second] = page.articles;
    const alone = cutSheets(CHAPTERS[1]!, [sourceSpan(0, CHAPTERS[1]!.length)], [], knowledge.segment, []);
    expect(second?.body.text).toBe(alone.page.articles[0]?.body.text);
    for (const { from, to, length } of second?.body.pieces ?? [])
      expect(TEXT.slice(to, to + length)).toBe(second?.body.text.slice(from, from + length));
  });

  it('takes a cut on one sheet, and none across two', () => {
    const at = TEXT.indexOf('航线停了');
    const [one, two] = [
      sourceSpan(at, at + 6),
      sourceSpan(TEXT.indexOf('山城的'), TEXT.indexOf('山城的') + 4),
    ];
    const split = cut([], [{ type: 'split', at: [one] }]);
    expect(split.unplaced).toEqual([]);
    expect(split.page.articles).toHaveLength(3);
    expect(cut([], [{ type: 'merge', first: one, second: two }]).unplaced).toEqual([0]);
  });

  it('has a date for each sheet, and its first for those without', () => {
    const hints: Hint[] = [{ kind: 'date', basis: 'metadata', value: '2003-09-01', ...sourceSpan(0, 0) }];
    const date = (given?: string) =>
      datePage({ text: TEXT, sheets: SHEETS, hints, cut: cut(hints) }, [], [], [], given, knowledge);
    expect(date().sheets.map(({ value, basis }) => [value, basis])).toEqual([
      ['2003-09-01', 'metadata'],
      ['1998-05', 'metadata'],
    ]);
    expect(date().publication.value).toBe('2003-09-01');
    expect(date('2010').sheets.map(({ value }) => value)).toEqual(['2010', '2010']);
  });
});
