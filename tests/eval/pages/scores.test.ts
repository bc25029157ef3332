import { describe, expect, it } from 'vitest';
import { composePage } from '../../segment/generator/compose-page.ts';
import { PAGE_LAYOUTS } from '../../segment/generator/page-layouts.ts';
import type { MadePage } from '../../segment/generator/printed-page.ts';
import type { AnsweredPage, Span } from './answered-page.ts';
import { weighDoubts } from './doubt-table.ts';
import { scorePage } from './score-page.ts';
import { sumScores } from './sum-scores.ts';

/** The truth in the form of an answer. */
function perfect({ text, truth }: MadePage): AnsweredPage {
  const read = (spans: readonly Span[]): string =>
    spans.map(([start, end]) => text.slice(start, end)).join('');
  return {
    articles: truth.articles.map((article) => {
      const parts = [...article.paragraphs, ...article.headings].sort((a, b) => a.k - b.k);
      return {
        kind: article.kind,
        title: article.title,
        subtitle: read(article.secondSpans),
        byline: article.byline,
        head: [...article.titleSpans, ...article.kickerSpans, ...article.secondSpans, ...article.bylineSpans],
        body: parts.flatMap(({ spans }) => spans),
        captions: article.captions,
        text: parts.map((part) => part.text).join('\n'),
        paragraphs: article.paragraphs.map((paragraph) => paragraph.text),
      };
    }),
    furniture: [...truth.furniture, ...truth.rubrics],
    duplicates: truth.duplicates,
    doubts: [],
  };
}

const PAGES = PAGE_LAYOUTS.map((layout) => composePage(layout, 31));
const scoreAll = (spoil: (answer: AnsweredPage, page: MadePage) => AnsweredPage) =>
  sumScores(PAGES.map((page) => scorePage(page.truth, spoil(perfect(page), page), page.text)));

describe('the scorer of pages', () => {
  it('gives a perfect answer everything', () => {
    const {
      found,
      title,
      byline,
      order,
      right,
      paragraphs,
      extra,
      briefs,
      photos,
      captions,
      furniture,
      alarms,
    } = scoreAll((answer) => answer);
    expect({ found, title, byline, order, right, paragraphs, briefs, photos, captions, furniture }).toEqual({
      found: 1,
      title: 1,
      byline: 1,
      order: 1,
      right: 1,
      paragraphs: 1,
      briefs: 1,
      photos: 1,
      captions: 1,
      furniture: 1,
    });
    expect([extra, alarms]).toEqual([0, 0]);
  });

  it('sees articles run together, and that nothing doubts it', () => {
    const spoilt = scoreAll((answer) => ({
      ...answer,
      articles: answer.articles.slice(0, 1).map((first) => ({
        ...first,
        body: answer.articles.flatMap(({ body }) => body),
      })),
    }));
    expect(spoilt.found).toBeLessThan(0.5);
    expect(spoilt.merged).toBeGreaterThan(0.5);
    expect(spoilt.silentCut).toBeGreaterThan(0.5);
  });

  it('sees articles cut in two', () => {
    const spoilt = scoreAll((answer) => ({
      ...answer,
      articles: answer.articles.flatMap((one) => {
        const half = Math.ceil(one.body.length / 2);
        return [
          { ...one, body: one.body.slice(0, half) },
          { ...one, title: '', captions: [], body: one.body.slice(half) },
        ];
      }),
    }));
    expect(spoilt.split).toBeGreaterThan(0.4);
    expect(spoilt.extra).toBeGreaterThan(50);
  });

  it('sees titles, bylines and order that are another’s', () => {
    const titles = scoreAll((answer) => ({
      ...answer,
      articles: answer.articles.map((one, i) => ({ ...one, title: answer.articles[i + 1]?.title ?? '？' })),
    }));
    expect(titles.title).toBe(0);
    const bylines = scoreAll((answer) => ({
      ...answer,
      articles: answer.articles.map((one) => ({ ...one, byline: [...one.byline, '某某'] })),
    }));
    expect(bylines.byline).toBe(0);
    const order = scoreAll((answer) => ({
      ...answer,
      articles: answer.articles.map((one) => ({ ...one, text: one.text.split('\n').reverse().join('\n') })),
    }));
    expect(order.order).toBeLessThan(0.5);
  });

  it('counts a doubt on what is right as an alarm', () => {
    const spoilt = scoreAll((answer, { text }) => ({
      ...answer,
      doubts: [{ reason: 'owner-unknown', span: [0, text.length] }],
    }));
    expect(spoilt.alarms).toBe(1);
  });

  it('weighs each reason of doubts by what it alone catches and what it alone costs', () => {
    const page = PAGES.find(
      ({ truth }) => truth.articles.filter(({ kind }) => kind === 'article').length > 2,
    );
    if (!page) throw new Error('no page of three stories');
    const answer = perfect(page);
    const [first, , last] = page.truth.articles.filter(({ kind }) => kind === 'article');
    const titleOf = (article: typeof first): Span => article?.titleSpans[0] ?? [0, 0];
    const spoilt: AnsweredPage = {
      ...answer,
      articles: answer.articles.map((one) => (one.title === first?.title ? { ...one, title: '' } : one)),
      doubts: [
        { reason: 'story-or-section', span: titleOf(first) },
        { reason: 'owner-unknown', span: titleOf(last) },
        { reason: 'order-unknown', span: titleOf(last) },
      ],
    };
    const none = { apt: 0, caught: 0, cuts: 0, alone: 0, alarms: 0 };
    expect(weighDoubts([scorePage(page.truth, spoilt, page.text)])).toEqual([
      { reason: 'story-or-section', doubts: 1, ...none, apt: 1, caught: 1, alone: 1 },
      { reason: 'owner-unknown', doubts: 1, ...none },
      { reason: 'order-unknown', doubts: 1, ...none },
    ]);
    const { doubts } = spoilt;
    const fewer = { ...spoilt, doubts: doubts.slice(0, 2) };
    expect(weighDoubts([scorePage(page.truth, fewer, page.text)])[1]?.alarms).toBeGreaterThan(0);
  });
});
