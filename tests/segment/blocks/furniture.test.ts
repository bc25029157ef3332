import { isFurniture } from '@shared/segment/blocks/furniture.ts';
import { readImprint } from '@shared/segment/blocks/imprint.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { peelMarks } from '@shared/segment/print/marks.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

const block = (line: string) => {
  const [first] = splitLines(line);
  if (!first) throw new Error('a line needs ink');
  return blockOf([first]);
};

describe('page furniture', () => {
  it.each([
    '第03版：要闻',
    'A07',
    '2024年03月05日 星期二',
    '2008-3-22',
    '二〇二四年三月五日 星期二',
    '清江日报',
    '上一版　下一版',
    '返回目录 放大 缩小 全文复制',
    '责任编辑：冯建国 版式设计：陈晓',
    '新闻热线：0571-88001122',
    '（下转第二版）',
    '上接第A3版',
    '专 版',
    '分类 信息',
    '- 3 -',
    '版权声明：未经许可，不得转载',
  ])('is %s', (line) => {
    expect(isFurniture(block(line), KNOWLEDGE, true)).toBe(true);
  });

  it.each([
    '2024年第一座跨江大桥合龙',
    '文化馆里的夜校',
    '编辑部的来信',
    '八十个孩子的午饭',
    '3月5日起调整公交线路',
    '要闻',
    '新版社保卡3月启用',
  ])('says of %s what it is', (line) => {
    expect(isFurniture(block(line), KNOWLEDGE, true)).toBe(line === '要闻');
  });

  it('is told by the width in which a line is printed, whatever was asked before', () => {
    const text = '版权声明：未经许可，不得转载';
    expect(isFurniture({ text, width: 14 }, KNOWLEDGE, true)).toBe(true);
    expect(isFurniture({ text, width: 40 }, KNOWLEDGE, true)).toBe(false);
  });

  it('reads what the page says of itself', () => {
    const head = '清江日报\n2024年03月05日 星期二\n第03版：要闻';
    const blocks = splitLines(head).map((line) => blockOf([line]));
    const imprint = readImprint(blocks, KNOWLEDGE);
    expect([
      imprint.newspaper?.text,
      imprint.date?.value,
      imprint.edition?.text,
      imprint.pageTitle?.text,
    ]).toEqual(['清江日报', '2024-03-05', '第03版', '要闻']);
    for (const part of [imprint.newspaper, imprint.edition, imprint.pageTitle])
      expect(head.slice(part?.span.start, part?.span.end)).toBe(part?.text);
  });
});

describe('marks of a converter', () => {
  const peeled = (line: string) => {
    const { lines, marks } = peelMarks(splitLines(line));
    return [lines[0]?.text ?? '', marks.map((span) => line.slice(span.start, span.end)).join(' ')];
  };

  it.each([
    ['### 春耕一线', '春耕一线', '###'],
    ['**春耕**一线', '春耕一线', '** **'],
    ['&nbsp;&nbsp;春耕', '春耕', '&nbsp; &nbsp;'],
    ['春耕<br/>一线', '春耕一线', '<br/>'],
    ['[查看原文](https://example.org/a)', '', '[查看原文](https://example.org/a)'],
    ['————', '', '————'],
    ['——记种粮大户', '——记种粮大户', ''],
    ['C# 与 F#', 'C# 与 F#', ''],
  ])('%s', (line, text, marks) => {
    expect(peeled(line)).toEqual([text, marks]);
  });
});
