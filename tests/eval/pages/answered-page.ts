import type { CutArticle, DoubtReason, Page, ReadingText } from '@shared/model/page.ts';

export type Span = readonly [number, number];

/** An article as the product cut it, in spans of the source. */
export interface AnsweredArticle {
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly byline: readonly string[];
  readonly head: readonly Span[];
  readonly body: readonly Span[];
  readonly captions: readonly Span[];
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** Where the product says that it may be wrong. */
export interface AnsweredDoubt {
  readonly reason: DoubtReason;
  readonly span: Span;
}

/** A page as the product answers it. */
export interface AnsweredPage {
  readonly articles: readonly AnsweredArticle[];
  readonly furniture: readonly Span[];
  readonly duplicates: readonly Span[];
  readonly doubts: readonly AnsweredDoubt[];
}

const spansOf = (reading: ReadingText | null): Span[] =>
  reading?.pieces.map(({ to, length }) => [to, to + length] as const) ?? [];

const pairs = (spans: readonly { readonly start: number; readonly end: number }[]): Span[] =>
  spans.map(({ start, end }) => [start, end] as const);

/** A cut page in the form that is scored. */
export const answerOfPage = (page: Page): AnsweredPage => ({
  articles: page.articles.map(answerOfArticle),
  furniture: pairs(page.furniture),
  duplicates: page.duplicates.map(({ spans }) => [spans[1].start, spans[1].end] as const),
  doubts: page.doubts.map(({ reason, span: { start, end } }) => ({ reason, span: [start, end] })),
});

function answerOfArticle(article: CutArticle): AnsweredArticle {
  const { text } = article.body;
  return {
    kind: article.kind,
    title: article.title?.text ?? '',
    subtitle: article.subtitle?.text ?? '',
    byline: article.byline.names,
    head: [...spansOf(article.title), ...spansOf(article.subtitle), ...pairs(article.byline.spans)],
    body: spansOf(article.body),
    captions: article.captions.flatMap(spansOf),
    text,
    paragraphs: article.paragraphs.map(({ start, end }) => text.slice(start, end)),
  };
}
