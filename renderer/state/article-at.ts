import type { SourceOffset } from '@shared/model/offset.ts';
import type { ArticleRow } from '../library/rows.ts';
import { readingsOf } from './lay-out-blocks.ts';

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
