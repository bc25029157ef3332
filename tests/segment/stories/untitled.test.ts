import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Doubt } from '@shared/model/page.ts';
import { blockOf } from '@shared/segment/print/blocks.ts';
import { splitLines } from '@shared/segment/print/lines.ts';
import { LINE_ROLES, ROLE } from '@shared/segment/roles.ts';
import { segment } from '@shared/segment/segment.ts';
import { findStories } from '@shared/segment/stories/boundaries.ts';
import { HeadReading } from '@shared/segment/stories/head-reading.ts';
import { partUntitled } from '@shared/segment/stories/untitled.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';
import { brokenLaws } from '../laws.ts';

const pageOf = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../pages', `${name}.txt`), 'utf8');

/** The articles of a page, each as the first characters of its paragraphs, and its doubts. */
function read(text: string): { articles: string[][]; doubts: string[]; names: string[][] } {
  const { page } = segment(text, KNOWLEDGE);
  expect(brokenLaws(text, page)).toEqual([]);
  return {
    articles: page.articles.map((one) =>
      one.paragraphs.map((span) => one.body.text.slice(span.start, span.start + 4)),
    ),
    names: page.articles.map((one) => [...one.byline.names]),
    doubts: page.doubts.map(({ reason }) => reason),
  };
}

describe('stories without a headline', () => {
  it('are told apart where news begins with its time and shares no matter with what stands above it', () => {
    expect(read(pageOf('untitled-times'))).toEqual({
      articles: [
        ['3月4日', '柳河上一', '到当天下'],
        ['昨天下午', '修复师段', '活动结束'],
      ],
      names: [[], []],
      doubts: ['no-headline', 'no-headline'],
    });
  });

  it('are told apart where each is signed', () => {
    expect(read(pageOf('untitled-signed'))).toMatchObject({
      articles: [['青石县的'], ['城西的老'], ['全县中小']],
      names: [['周远航'], ['林小满'], ['韩雪']],
    });
  });

  it('are told apart where each closes as an agency’s report does', () => {
    const { articles, doubts } = read(pageOf('untitled-agency'));
    expect(articles).toHaveLength(3);
    expect(doubts).toEqual(['no-headline', 'no-headline', 'no-headline']);
  });

  it('below one with a headline are doubted', () => {
    const { articles, doubts } = read(pageOf('untitled-below'));
    expect(articles).toHaveLength(1);
    expect(doubts).toEqual(['story-or-section']);
  });

  it('are one where the second time goes on with the same matter', () => {
    const [flood = ''] = pageOf('untitled-times').split('　　昨天');
    const text = `${flood}　　3月5日上午，柳河上游的雨停了，骆建平和水文站的同事沿河岸走了一遍，记下十一处被水冲松的护坡。
　　县防汛办说，护坡要在四月以前补完，沿岸四个村每村出二十个人，石料由县里运到河边，山里的雪化完以前夜里都有人值守。`;
    expect(read(text)).toMatchObject({ doubts: ['no-headline'] });
    expect(read(text).articles).toHaveLength(1);
  });

  it('are doubted where one is signed and the next is not', () => {
    const [first = ''] = pageOf('untitled-signed').split('\n');
    const below = '船工老柳今年六十三岁，每天清早天还没亮，就先到岸边用竹篙探一探水有多深。';
    const { articles, doubts } = read(`${first}\n\n${below}`);
    expect(articles).toHaveLength(1);
    expect([...doubts].sort()).toEqual(['no-headline', 'story-or-section']);
  });
});

/** What a story of a headline and these paragraphs comes to, where the model thinks a story as likely to begin at the last one. */
function weighLast(likely: number, paragraphs: readonly string[]) {
  const text = ['老渡口的四十二级石阶', ...paragraphs].join('\n');
  const lines = splitLines(text);
  const last = lines.length - 1;
  const probabilities = new Float32Array(lines.length * LINE_ROLES.length);
  for (let i = 1; i < last; i++) probabilities[i * LINE_ROLES.length + ROLE.paragraph] = 1;
  probabilities[ROLE.headline] = 1;
  probabilities[last * LINE_ROLES.length + ROLE['story-start']] = likely;
  const roles = lines.map((_, i) => (i === 0 ? 'headline' : 'paragraph') as (typeof LINE_ROLES)[number]);
  const heads = new HeadReading(
    lines,
    { roles, inHead: roles.map((role) => role === 'headline'), probabilities },
    KNOWLEDGE.pages.doubts,
  );
  const items = lines.map((line, i) => ({
    block: blockOf([line]),
    role: i === 0 ? ('short' as const) : ('body' as const),
    names: [],
    sure: 1,
  }));
  const { articles, doubts } = findStories(items, heads, KNOWLEDGE);
  return { articles, doubts, heads, text };
}

describe('a paragraph under a headline', () => {
  const ferry = [
    '渡口的石阶有四十二级，最下面的十级常年泡在水里，长满了青苔，踩上去要小心。',
    '船工老柳每天清早先用竹篙探一探水深，再决定今天从哪一级开始搬货。',
  ];

  it.each([
    [0.4, 1, []],
    [0.6, 1, ['story-or-section']],
    [0.9, 2, []],
  ] as const)('that opens a story with a likelihood of %d: %d stories', (likely, stories, reasons) => {
    const last = '市图书馆举行了古籍修复开放日活动，三十名中学生第一次走进修复室。';
    const { articles, doubts, text } = weighLast(likely, [...ferry, last]);
    expect(articles).toHaveLength(stories);
    expect(doubts.map(({ reason }) => reason)).toEqual(reasons);
    const other = (doubts as Pick<Doubt, 'other'>[])[0]?.other;
    if (other?.type === 'split')
      expect(other.at.map(({ start, end }) => text.slice(start, end))).toEqual([last]);
  });

  it.each([
    [0.002, ['story-or-section']],
    [0.0005, []],
  ] as const)(
    'that begins with a time is doubted only where the model thinks it possible: %d',
    (likely, reasons) => {
      const { articles, heads } = weighLast(likely, [
        ...ferry,
        '昨天下午，市图书馆举行了古籍修复开放日活动，三十名中学生第一次走进修复室，看修复师怎样把虫蛀的书页补好。',
      ]);
      const below =
        '修复师段玉兰从事这一行已经三十四年，她告诉学生，补一页书要用七种纸，最慢的一页她补了十一天。';
      articles[0]?.parts.push({ role: 'body', block: blockOf(splitLines(below)) });
      expect(partUntitled(articles, heads, KNOWLEDGE).map(({ reason }) => reason)).toEqual(reasons);
    },
  );
});
