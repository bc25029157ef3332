import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { segment } from '@shared/segment/segment.ts';
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
