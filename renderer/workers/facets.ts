import type { IndexedArticle } from '../library/rows.ts';
import { type ChosenFacets, FACETS, type Facet, type FacetValue } from './search-calls.ts';

/** Values of a facet that are offered, the most frequent first. */
const OFFERED = 12;

/** Whether an article fits every facet that something was chosen of. */
export function fitsChosen(
  article: IndexedArticle,
  chosen: ChosenFacets,
  bookmarked: ReadonlySet<string>,
  but?: Facet,
): boolean {
  return FACETS.every(
    (facet) =>
      facet === but ||
      chosen[facet].length === 0 ||
      valuesOf(facet, article, bookmarked).some((value) => chosen[facet].includes(value)),
  );
}

function valuesOf(facet: Facet, article: IndexedArticle, bookmarked: ReadonlySet<string>): readonly string[] {
  switch (facet) {
    case 'year':
      return article.published === null ? [] : [article.published.slice(0, 4)];
    case 'source':
      return [article.source];
    case 'kind':
      return [article.kind];
    case 'place':
      return article.places;
    case 'programme':
      return article.programmes;
    case 'bookmarked':
      return bookmarked.has(article.id) ? ['yes'] : [];
  }
}

/** Each facet is counted over what the other facets keep, so that its other values stay offered. */
export function countFacets(
  articles: readonly IndexedArticle[],
  chosen: ChosenFacets,
  bookmarked: ReadonlySet<string>,
): Record<Facet, readonly FacetValue[]> {
  const count = (facet: Facet): FacetValue[] => {
    const counts = new Map<string, number>(chosen[facet].map((value) => [value, 0]));
    for (const article of articles)
      if (fitsChosen(article, chosen, bookmarked, facet))
        for (const value of valuesOf(facet, article, bookmarked))
          counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, counted]) => ({ value, count: counted }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'zh'))
      .slice(0, OFFERED);
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, count(facet)])) as Record<Facet, FacetValue[]>;
}
