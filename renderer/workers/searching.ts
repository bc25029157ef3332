import type { Fact } from '@shared/model/fact.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import type { BodyIndex, FoundDocument } from '@shared/search/body-index.ts';
import { askByValue, LibraryQuery, type Narrowing } from '@shared/search/library-query.ts';
import type { QueryWord } from '@shared/search/query/parsed-query.ts';
import type { SearchHit } from '@shared/search/search-index.ts';
import { Pinyin } from '@shared/search/short/pinyin.ts';
import { documentOf, spansOfMark, spansOfTitleMark } from '../library/article-document.ts';
import type { ArticleRow, IndexedArticle } from '../library/rows.ts';
import { countFacets, fitsChosen } from './facets.ts';
import type { FoundArticle, SearchRequest, SearchResults, Sort } from './search-calls.ts';
import { factsOf, type SearchedLibrary } from './searched-library.ts';
import { speakersOf } from './speakers-of.ts';
import { passageOf, spansOfWords } from './words-passage.ts';

/** Ranked articles that follow the exact ones, in a library where few are exact. */
const LIMIT = 10_000;
/** Facts of an article, and quotations, that are shown as passages; fewer facts where its words are shown too. */
const SHOWN_FACTS = 3;
const SHOWN_BESIDE_WORDS = 2;

export type Candidate = FoundDocument & { readonly about: IndexedArticle };

/** Articles that answer a request, in its order, with what is needed to describe them. */
export interface Ranked {
  readonly query: LibraryQuery;
  /** The query that was asked in place of the one that was typed; null where none was. */
  readonly askedAs: string | null;
  readonly narrowing: Narrowing;
  readonly found: NonNullable<Awaited<ReturnType<BodyIndex['find']>>>;
  /** Before any facet narrows them. */
  readonly all: readonly Candidate[];
  readonly sorted: readonly Candidate[];
  /** Nothing else answers; else these are the first that were found. */
  readonly isWhole: boolean;
}

/** How much of an answer is wanted. */
export interface Extent {
  /** Articles at most, the best. */
  readonly most?: number;
  /** The first articles are enough where all would keep one waiting: see `SearchOptions.enough`. */
  readonly first?: number;
}

/** The query as typed or, where no text has its numbers so, by their value. */
export async function rank(
  request: SearchRequest,
  index: BodyIndex,
  library: SearchedLibrary,
  isStale: () => boolean,
  extent: Extent = {},
): Promise<Ranked | null> {
  const asTyped = await rankAs(request, null, index, library, isStale, extent);
  if (!asTyped?.isWhole || asTyped.found.exactCount > 0) return asTyped;
  const askedAs = askByValue(request.query, library.knowledge.units);
  if (askedAs === null) return asTyped;
  const byValue = await rankAs(request, askedAs, index, library, isStale, extent);
  return !byValue || byValue.all.some(({ exact }) => exact) ? byValue : asTyped;
}

async function rankAs(
  request: SearchRequest,
  askedAs: string | null,
  index: BodyIndex,
  library: SearchedLibrary,
  isStale: () => boolean,
  { most = LIMIT, first }: Extent,
): Promise<Ranked | null> {
  const query = LibraryQuery.read(askedAs ?? request.query, library.knowledge);
  const some =
    first !== undefined && isOfWordsAlone(query, request)
      ? await index.find(query, { isStale, enough: first })
      : undefined;
  if (some === null) return null;
  if (some && first && some.documents.length > 0 && !(some.isWhole && library.isTakenIn))
    return await firstOf(query, some, first, library);
  const about = await library.articles();
  const claims = query.asksForFacts ? await library.claims() : null;
  if (isStale()) return null;
  const narrowing = query.narrow(claims);
  const accept = (id: string): boolean => {
    const article = about.get(id);
    return article !== undefined && narrowing.accepts({ ...article, tags: request.tags[id] ?? [] });
  };
  const options = query.narrows ? { isStale, accept } : { isStale };
  const asTyped = some?.isWhole ? some : await index.find(query, options);
  const sounded = asTyped?.exactCount === 0 ? await readBySound(query.words, library) : null;
  const found = sounded ? await index.find({ words: [sounded] }, options) : asTyped;
  if (!found) return null;
  const bookmarked = new Set(request.bookmarked);
  const documents = query.words.length > 0 ? found.documents : everyAccepted(about, query.narrows, accept);
  const all = candidatesOf(documents.slice(0, most), about);
  const kept = all.filter((candidate) => fitsChosen(candidate.about, request.chosen, bookmarked));
  return { query, askedAs, narrowing, found, all, sorted: sortCandidates(kept, request.sort), isWhole: true };
}

/** Nothing has to be known of all articles to tell which answer it best. */
const isOfWordsAlone = (query: LibraryQuery, { chosen, sort }: SearchRequest): boolean =>
  query.words.length > 0 &&
  !query.narrows &&
  sort === 'relevance' &&
  Object.values(chosen).every((values) => values.length === 0);

/** The best articles of an answer, read for themselves. */
async function firstOf(
  query: LibraryQuery,
  found: Ranked['found'],
  first: number,
  library: SearchedLibrary,
): Promise<Ranked> {
  const documents = found.documents.slice(0, first);
  const all = candidatesOf(documents, await library.aboutOf(documents.map(({ id }) => id)));
  return { query, askedAs: null, narrowing: query.narrow(null), found, all, sorted: all, isWhole: false };
}

const candidatesOf = (
  documents: readonly FoundDocument[],
  about: ReadonlyMap<string, IndexedArticle>,
): readonly Candidate[] =>
  documents.flatMap((document): Candidate[] => {
    const article = about.get(document.id);
    return article ? [{ ...document, about: article }] : [];
  });

/** All that answers, the exact ones alone where there are any. */
export function answersOf({ sorted }: Ranked): readonly Candidate[] {
  const exact = sorted.filter((candidate) => candidate.exact);
  return exact.length > 0 ? exact : sorted;
}

/** Ids of the articles that answer. */
export async function listAnswers(
  request: SearchRequest,
  index: BodyIndex,
  library: SearchedLibrary,
): Promise<readonly string[]> {
  const ranked = await rank(request, index, library, () => false);
  return ranked ? answersOf(ranked).map(({ id }) => id) : [];
}

/**
 * Answers a query from index and library; null when `isStale` said so meanwhile.
 * @param isFirst the first articles are enough where all would keep one waiting.
 */
export async function answerQuery(
  request: SearchRequest,
  isFirst: boolean,
  index: BodyIndex,
  library: SearchedLibrary,
  isStale: () => boolean,
): Promise<SearchResults | null> {
  const started = performance.now();
  const ranked = await rank(request, index, library, isStale, isFirst ? { first: request.shown } : {});
  if (!ranked) return null;
  const { query, askedAs, narrowing, found, all, sorted, isWhole } = ranked;
  const about = new Map(sorted.slice(0, request.shown).map((candidate) => [candidate.id, candidate.about]));
  const hits = await index.describe(
    { ...found, documents: sorted.slice(0, request.shown) },
    { marks: request.shown, snippets: request.shown },
  );
  const rows = await library.rows(hits.map(({ id }) => id));
  if (isStale()) return null;
  const articles = hits.flatMap((hit, i) => {
    const [row, article] = [rows[i], about.get(hit.id)];
    return row && article ? [describe(hit, row, article, narrowing, query.words.length > 0)] : [];
  });
  const exact = sorted.filter((candidate) => candidate.exact).length;
  const read = articles.filter(({ isExact }) => isExact);
  return {
    found: articles,
    isWhole,
    articles: sorted.length,
    exact,
    hits:
      !isWhole || read.length < exact ? null : read.reduce((sum, article) => sum + article.hits.length, 0),
    facets: countFacets(
      isWhole ? all.map((candidate) => candidate.about) : [],
      request.chosen,
      new Set(request.bookmarked),
    ),
    problems: query.problems,
    sought: query.sought,
    askedAs,
    ms: performance.now() - started,
  };
}

/** What letters that stand nowhere as typed are the pinyin or the initials of, among headlines and names. */
async function readBySound(words: readonly QueryWord[], library: SearchedLibrary): Promise<QueryWord | null> {
  const [word] = words;
  if (!word || words.length > 1 || word.isPhrase || !Pinyin.lettersOf(word.text)) return null;
  await library.offering.settled();
  const hit = library.offering.soundsLike(word.text);
  const [mark] = hit?.marks ?? [];
  return hit && mark ? { ...word, text: hit.entry.text.slice(...mark), isPhrase: true } : null;
}

/** A query without words has every article that fits as its answer, the newest first. */
function everyAccepted(
  about: ReadonlyMap<string, IndexedArticle>,
  narrows: boolean,
  accept: (id: string) => boolean,
): FoundDocument[] {
  if (!narrows) return [];
  const accepted = [...about.values()].filter(({ id }) => accept(id));
  accepted.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return accepted.map(({ id }) => ({ id, score: 0, exact: true }));
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

/** The facts and quotations of an article that a query asks for, beside its words. */
export function findAsked(
  row: ArticleRow,
  narrowing: Narrowing,
): { readonly facts: readonly Fact[]; readonly quotes: readonly Quotation[] } {
  const answering = narrowing.factsOf(row.id);
  return {
    // Of an article that was derived anew meanwhile they follow with the next answer, once the index is in step.
    facts: (answering && factsOf(row, answering)) ?? [],
    quotes: row.quotes.filter((quote) => narrowing.isSaidBy(speakersOf(quote, row.names))),
  };
}

function describe(
  hit: SearchHit,
  row: ArticleRow,
  article: IndexedArticle,
  narrowing: Narrowing,
  hasWords: boolean,
): FoundArticle {
  const document = documentOf(row.article);
  const inTitle = hit.titleMarks.map((mark) => spansOfTitleMark(document, mark));
  const inText = hit.marks.map((mark) => spansOfMark(document, mark));
  const { facts, quotes } = findAsked(row, narrowing);
  const passages = hit.snippets.map(({ text, start, end, marks }) => {
    const first = hit.marks.findIndex((mark) => mark[0] >= start && mark[0] < end);
    return { text, marks, hit: first < 0 ? -1 : first + inTitle.length, fact: null };
  });
  const ofFacts = facts.slice(0, hasWords ? SHOWN_BESIDE_WORDS : SHOWN_FACTS).map((fact, i) => ({
    ...passageOf(document, fact),
    hit: inTitle.length + inText.length + i,
    fact,
  }));
  const ofQuotes = quotes.slice(0, SHOWN_FACTS).map((quote, i) => ({
    ...passageOf(document, quote),
    hit: inTitle.length + inText.length + facts.length + i,
    fact: null,
  }));
  const asked = [...ofFacts, ...ofQuotes];
  return {
    article: hit.id,
    title: article.title,
    titleMarks: hit.titleMarks,
    sourceName: article.sourceName,
    year: article.published?.slice(0, 4) ?? null,
    isExact: hit.exact,
    hits: [...inTitle, ...inText, ...[...facts, ...quotes].map(spansOfWords)],
    // Figures and speech that were asked for come first, or words that stand in many places would leave them no room; where
    // nothing else was asked for, the beginning of the article says nothing.
    passages: hasWords || asked.length === 0 ? [...asked, ...passages] : asked,
  };
}
