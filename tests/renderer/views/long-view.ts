import type { Article } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import { readingOffset, readingSpan, sourceOffset, sourceSpan } from '@shared/model/offset.ts';
import { sourceHash } from '@shared/model/source.ts';
import { type ArticleView, viewArticle } from '../../../renderer/state/article-view.ts';
import { sampleFact } from './sample-fact.ts';

/** An article of `count` short paragraphs; each says one figure, its own number. */
export function longView(count: number): ArticleView {
  const paragraphs = Array.from({ length: count }, (_, i) => `第${i + 1}户领到树苗${i + 1}棵，都种在屋后。`);
  const text = paragraphs.join('\n');
  let at = 0;
  const facts: Fact[] = [];
  const spans = paragraphs.map((paragraph, i) => {
    const start = at;
    at += paragraph.length + 1;
    const from = start + paragraph.indexOf('苗') + 1;
    const words = `${i + 1}棵`;
    facts.push(
      sampleFact({
        id: `f${i + 1}`,
        article: 'long',
        ...sourceSpan(from, from + words.length),
        text: words,
        value: i + 1,
        unit: '棵',
      }),
    );
    return readingSpan(start, start + paragraph.length);
  });
  const article: Article = {
    id: 'long',
    kind: 'article',
    title: null,
    subtitle: null,
    byline: { names: [], spans: [] },
    body: { text, pieces: [{ from: readingOffset(0), to: sourceOffset(0), length: text.length }] },
    paragraphs: spans,
    headings: [],
    captions: [],
  };
  return viewArticle({
    article,
    facts,
    names: [],
    quotes: [],
    doubts: [],
    source: sourceHash('a'.repeat(64)),
    sourceText: text,
    places: [],
    textHash: '0',
  });
}
