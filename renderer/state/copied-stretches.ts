import type { CopyingArticle } from '../workers/compare-calls.ts';

/** A stretch of an article that others print too. */
export interface CopiedStretch {
  /** Units of the body as it is read. */
  readonly start: number;
  readonly end: number;
  /** Who prints words of it, each with the place where the first of these stand. */
  readonly copies: readonly { readonly article: string; readonly at: number }[];
}

/**
 * What others print of an article, stretch after stretch.
 * @param apart units between two stretches: what lies nearer is one.
 */
export function joinCopies(found: readonly CopyingArticle[], apart: number): CopiedStretch[] {
  const places = found
    .flatMap(({ article, at }) => at.map((place) => ({ ...place, article })))
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number; copies: Map<string, number> }[] = [];
  for (const { start, end, article } of places) {
    const last = joined.at(-1);
    if (last && start - last.end < apart) {
      last.end = Math.max(last.end, end);
      if (!last.copies.has(article)) last.copies.set(article, start);
    } else joined.push({ start, end, copies: new Map([[article, start]]) });
  }
  return joined.map(({ start, end, copies }) => ({
    start,
    end,
    copies: [...copies].map(([article, at]) => ({ article, at })),
  }));
}
