import type { BodyIndex, FoundDocument } from '@shared/search/body-index.ts';
import { parseQuery } from '@shared/search/query/parse-query.ts';
import type { SearchHit } from '@shared/search/search-index.ts';
import { documentOf, spansOfMark, spansOfTitleMark } from '../library/article-document.ts';
import type { Library } from '../library/library.ts';
import type { IndexedArticle } from '../library/rows.ts';
import {
  type ChosenFacets,
  FACETS,
  type Facet,
  type FacetValue,
  type FoundArticle,
  type SearchRequest,
  type SearchResults,
  type Sort,
} from './search-calls.ts';

/** Articles of an answer that come with their passages. */
const DESCRIBED = 60;
/** Values of a facet that are offered, the most frequent first. */
const OFFERED = 12;
/** Ranked articles that follow the exact ones, in a library where few are exact. */
const LIMIT = 10_000;

type Candidate = FoundDocument & { readonly about: IndexedArticle };

/** Answers a query from index and library; null when `isStale` said so meanwhile. */
export async function answerQuery(
  request: SearchRequest,
  index: BodyIndex,
  library: Library,
  isStale: () => boolean,
): Promise<SearchResults | null> {
  const started = performance.now();
  const parsed = parseQuery(request.query);
  const found = await index.find(parsed, { isStale });
  if (!found) return null;
  const about = new Map(
    (await library.indexed.toArray()).flatMap(({ articles }) =>
      articles.map((article) => [article.id, article]),
    ),
  );
  const bookmarked = new Set(request.bookmarked);
  const all = found.documents.slice(0, LIMIT).flatMap((document): Candidate[] => {
    const article = about.get(document.id);
    return article ? [{ ...document, about: article }] : [];
  });
  const kept = all.filter(({ about }) => FACETS.every((facet) => isChosen(facet, about)));
  const sorted = sortCandidates(kept, request.sort);
  const hits = await index.describe(
    { ...found, documents: sorted.slice(0, DESCRIBED) },
    { marks: DESCRIBED, snippets: DESCRIBED },
  );
  if (isStale()) return null;
  const articles = await describeAll(hits, library, about);
  return {
    found: articles,
    articles: sorted.length,
    hits: articles.reduce((sum, article) => sum + article.hits.length, 0),
    facets: countFacets(all, request.chosen, isChosen, bookmarked),
    problems: parsed.problems,
    ms: performance.now() - started,
  };

  function isChosen(facet: Facet, article: IndexedArticle): boolean {
    const chosen = request.chosen[facet];
    return (
      chosen.length === 0 || valuesOf(facet, article, bookmarked).some((value) => chosen.includes(value))
    );
  }
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

function sortCandidates(candidates: readonly Candidate[], sort: Sort): readonly Candidate[] {
  if (sort === 'relevance') return candidates;
  const direction = sort === 'newest' ? -1 : 1;
  return [...candidates].sort((a, b) => {
    const [first, second] = [a.about.published, b.about.published];
    if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1;
    return direction * first.localeCompare(second);
  });
}

/** Each facet is counted over what the other facets keep, so that its other values stay offered. */
function countFacets(
  candidates: readonly Candidate[],
  chosen: ChosenFacets,
  isChosen: (facet: Facet, article: IndexedArticle) => boolean,
  bookmarked: ReadonlySet<string>,
): Record<Facet, readonly FacetValue[]> {
  const count = (facet: Facet): FacetValue[] => {
    const counts = new Map<string, number>(chosen[facet].map((value) => [value, 0]));
    for (const { about } of candidates)
      if (FACETS.every((other) => other === facet || isChosen(other, about)))
        for (const value of valuesOf(facet, about, bookmarked))
          counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, counted]) => ({ value, count: counted }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'zh'))
      .slice(0, OFFERED);
  };
  return Object.fromEntries(FACETS.map((facet) => [facet, count(facet)])) as Record<Facet, FacetValue[]>;
}

async function describeAll(
  hits: readonly SearchHit[],
  library: Library,
  about: ReadonlyMap<string, IndexedArticle>,
): Promise<FoundArticle[]> {
  const rows = await library.articles.bulkGet(hits.map(({ id }) => id));
  return hits.flatMap((hit, i) => {
    const [row, article] = [rows[i], about.get(hit.id)];
    if (!row || !article) return [];
    const document = documentOf(row.article);
    const inTitle = hit.titleMarks.map((mark) => spansOfTitleMark(document, mark));
    return [
      {
        article: hit.id,
        title: article.title || document.text.split('\n', 1)[0]!.slice(0, 24),
        titleMarks: hit.titleMarks,
        sourceName: article.sourceName,
        year: article.published?.slice(0, 4) ?? null,
        isExact: hit.exact,
        hits: [...inTitle, ...hit.marks.map((mark) => spansOfMark(document, mark))],
        passages: hit.snippets.map(({ text, start, end, marks }) => {
          const first = hit.marks.findIndex((mark) => mark[0] >= start && mark[0] < end);
          return { text, marks, hit: first < 0 ? -1 : first + inTitle.length };
        }),
      },
    ];
  });
}
