import { segment } from '@shared/segment/segment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from './knowledge.ts';
import { brokenLaws } from './laws.ts';

/** Fragments that pages are made of, so that arbitrary pages meet the rules rather than miss them. */
const FRAGMENTS = [
  '　　',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '\n\n\n\n',
  '\u000c',
  '&nbsp;',
  '**',
  '### ',
  '#',
  '■ ',
  '● ',
  '——',
  '（',
  '）',
  '“',
  '”',
  '。',
  '，',
  '、',
  '：',
  '！',
  '王小明',
  '李 静',
  '记者',
  '本报讯',
  '（记者 张伟）',
  '本报记者',
  '摄',
  '图为',
  '第03版：要闻',
  '2024年3月5日',
  '星期二',
  '责任编辑：',
  '（下转第二版）',
  '[查看原文](http://a.b/c)',
  '分类信息',
  '遗失声明',
  '编者按：',
  '河边的小镇修了新桥',
  '全镇三百多户人家',
  '秋收以后',
  '孩子们背着书包',
  '下一步',
  '12.5%',
  'Abc',
  'DEF gh',
  '😀',
  '\u200b',
  '𠮷',
];

const pages = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

describe('the laws of a page', () => {
  it('keeps every unit of ink once, whatever the text', () => {
    fc.assert(
      fc.property(pages, (text) => {
        expect(brokenLaws(text, segment(text, KNOWLEDGE).page)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('answers the same page twice with the same cut', () => {
    fc.assert(
      fc.property(pages, (text) => {
        expect(segment(text, KNOWLEDGE)).toEqual(segment(text, KNOWLEDGE));
      }),
      { numRuns: 50 },
    );
  });

  it('has nothing to say of an empty page', () => {
    const { page } = segment(' \n\u3000\n', KNOWLEDGE);
    expect(page).toEqual({ articles: [], furniture: [], duplicates: [], imprint: {}, doubts: [] });
  });
});
