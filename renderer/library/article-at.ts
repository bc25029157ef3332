import type { Article } from '@shared/model/extraction.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import type { ArticleRow } from './rows.ts';

/** Reading texts of an article in the order their blocks refer to them. */
export function readingsOf(article: Article): ReadingText[] {
  return [article.title, article.subtitle, article.body, ...article.captions].filter((text) => text !== null);
}

/** The article of a page that holds a unit of the source, bylines included. */
export function findArticleAt(articles: readonly ArticleRow[], offset: SourceOffset): ArticleRow | null {
  return (
    articles.find(
      ({ article }) =>
        readingsOf(article).some(({ pieces }) =>
          pieces.some(({ to, length }) => to <= offset && offset < to + length),
        ) || article.byline.spans.some(({ start, end }) => start <= offset && offset < end),
    ) ?? null
  );
}
