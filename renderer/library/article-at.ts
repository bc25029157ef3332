import type { Article } from '@shared/model/extraction.ts';
import { type SourceOffset, type SourceSpan, sourceOffset } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import type { ArticleRow } from './rows.ts';

/** Reading texts of an article in the order their blocks refer to them. */
export function readingsOf(article: Article): ReadingText[] {
  return [article.title, article.subtitle, article.body, ...article.captions].filter((text) => text !== null);
}

/** Where the words of an article stand in its source, its byline's among them. */
function spansOf({ article }: ArticleRow): SourceSpan[] {
  const printed = readingsOf(article).flatMap(({ pieces }) =>
    pieces.map(({ to, length }) => ({ start: to, end: sourceOffset(to + length) })),
  );
  return [...printed, ...article.byline.spans];
}

/** The article of a page that holds a unit of the source, bylines included. */
export function findArticleAt(articles: readonly ArticleRow[], offset: SourceOffset): ArticleRow | null {
  return (
    articles.find((row) => spansOf(row).some(({ start, end }) => start <= offset && offset < end)) ?? null
  );
}

/**
 * The article that holds the first of the words that any article holds: a mending may have left their beginning to none.
 * @param spans in reading order.
 */
export function findArticleOf(
  articles: readonly ArticleRow[],
  spans: readonly SourceSpan[],
): ArticleRow | null {
  for (const span of spans) {
    const held = articles.flatMap((row) =>
      spansOf(row)
        .filter(({ start, end }) => start < span.end && end > span.start)
        .map(({ start }) => ({ row, at: Math.max(start, span.start) })),
    );
    const [first] = held.sort((a, b) => a.at - b.at);
    if (first) return first.row;
  }
  return null;
}
